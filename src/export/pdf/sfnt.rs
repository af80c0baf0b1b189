//! Writes font files, and drops from them the tables that a PDF has no use for.

use std::borrow::Cow;

/// Tables with names, which cost 14 KB in some fonts; ISO 32000-1, 9.9 does not ask for them.
const UNUSED: [&[u8; 4]; 2] = [b"name", b"post"];

/// What a font file of TrueType outlines begins with.
pub(in crate::export) const TRUETYPE: [u8; 4] = [0, 1, 0, 0];

/// The checksum of a whole font file with `checkSumAdjustment` in place.
const MAGIC: u32 = 0xB1B0_AFBA;

/// Where `checkSumAdjustment` stands in the table `head`.
const ADJUSTMENT: usize = 8;

/// A table of a font file.
pub(in crate::export) struct Table<'a> {
    pub(in crate::export) tag: [u8; 4],
    bytes: Cow<'a, [u8]>,
}

impl Table<'_> {
    /// A table made anew.
    pub(in crate::export) fn new(tag: &[u8; 4], bytes: Vec<u8>) -> Self {
        Self {
            tag: *tag,
            bytes: Cow::Owned(bytes),
        }
    }

    /// How many bytes it has.
    pub(in crate::export) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The table's checksum; that of `head` leaves `checkSumAdjustment` out.
    fn checksum(&self) -> u32 {
        let left_out = match &self.tag {
            b"head" => self.bytes.get(ADJUSTMENT..ADJUSTMENT + 4).map_or(0, sum),
            _ => 0,
        };
        sum(&self.bytes).wrapping_sub(left_out)
    }
}

/// A font file of TrueType outlines without the unused tables; any other file as it is.
pub(in crate::export) fn trimmed(file: Vec<u8>) -> Vec<u8> {
    if !file.starts_with(&TRUETYPE) {
        return file;
    }
    match tables(&file) {
        Some(tables) => written(&tables),
        None => file,
    }
}

fn tables(file: &[u8]) -> Option<Vec<Table<'_>>> {
    let count = usize::from(u16::from_be_bytes([*file.get(4)?, *file.get(5)?]));
    let mut tables = Vec::with_capacity(count);
    for record in file.get(12..12 + count * 16)?.chunks_exact(16) {
        let number = |at: usize| -> Option<usize> {
            let bytes: [u8; 4] = record.get(at..at + 4)?.try_into().ok()?;
            Some(u32::from_be_bytes(bytes) as usize)
        };
        let (offset, length) = (number(8)?, number(12)?);
        let bytes = file.get(offset..offset.checked_add(length)?)?;
        let tag: [u8; 4] = record[..4].try_into().ok()?;
        if !UNUSED.contains(&&tag) {
            let bytes = Cow::Borrowed(bytes);
            tables.push(Table { tag, bytes });
        }
    }
    Some(tables)
}

/// The file of some tables, which must be in the order of their tags.
pub(in crate::export) fn written(tables: &[Table<'_>]) -> Vec<u8> {
    let count = tables.len() as u16;
    let entry_selector = count.max(1).ilog2() as u16;
    let search_range = 16u16 << entry_selector;
    let sizes = tables.iter().map(|table| 16 + table.bytes.len() + 4);
    let mut file = Vec::with_capacity(12 + sizes.sum::<usize>());
    file.extend(TRUETYPE);
    for number in [
        count,
        search_range,
        entry_selector,
        count * 16 - search_range,
    ] {
        file.extend(number.to_be_bytes());
    }
    let mut offset = 12 + tables.len() * 16;
    let mut head = None;
    for table in tables {
        file.extend(table.tag);
        file.extend(table.checksum().to_be_bytes());
        file.extend((offset as u32).to_be_bytes());
        file.extend((table.bytes.len() as u32).to_be_bytes());
        if &table.tag == b"head" {
            head = Some(offset);
        }
        offset += table.bytes.len().next_multiple_of(4);
    }
    for table in tables {
        file.extend_from_slice(&table.bytes);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    if let Some(head) = head {
        adjust(&mut file, head + ADJUSTMENT);
    }
    file
}

/// Writes the checksum of the whole file.
fn adjust(file: &mut [u8], at: usize) {
    if let Some(place) = file.get_mut(at..at + 4) {
        place.fill(0);
    }
    let adjustment = MAGIC.wrapping_sub(sum(file));
    if let Some(place) = file.get_mut(at..at + 4) {
        place.copy_from_slice(&adjustment.to_be_bytes());
    }
}

/// The checksum of a table: the sum of its words, the last one filled up with zeros.
fn sum(bytes: &[u8]) -> u32 {
    let words = bytes.chunks_exact(4);
    let mut last = [0; 4];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    words
        .map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
        .fold(u32::from_be_bytes(last), u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_stay_as_they_are() {
        assert_eq!(trimmed(b"OTTO rest".to_vec()), b"OTTO rest");
        assert_eq!(trimmed(vec![0, 1, 0, 0, 0, 9]), vec![0, 1, 0, 0, 0, 9]);
    }
}
