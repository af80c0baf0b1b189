//! Drops from a font file the tables that a PDF has no use for.

/// Tables with names, which cost 14 KB in some fonts; ISO 32000-1, 9.9 does not ask for them.
const UNUSED: [&[u8]; 2] = [b"name", b"post"];

/// The checksum of a whole font file with `checkSumAdjustment` in place.
const MAGIC: u32 = 0xB1B0_AFBA;

/// Where `checkSumAdjustment` stands in the table `head`.
const ADJUSTMENT: usize = 8;

/// A table of a font file.
struct Table<'a> {
    tag: &'a [u8],
    checksum: &'a [u8],
    bytes: &'a [u8],
}

/// A font file of TrueType outlines without the unused tables; any other file as it is.
pub(super) fn trimmed(file: Vec<u8>) -> Vec<u8> {
    if !file.starts_with(&[0, 1, 0, 0]) {
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
        let table = Table {
            tag: &record[..4],
            checksum: &record[4..8],
            bytes,
        };
        if !UNUSED.contains(&table.tag) {
            tables.push(table);
        }
    }
    Some(tables)
}

fn written(tables: &[Table<'_>]) -> Vec<u8> {
    let count = tables.len() as u16;
    let entry_selector = count.max(1).ilog2() as u16;
    let search_range = 16u16 << entry_selector;
    let mut file = vec![0, 1, 0, 0];
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
        file.extend(table.checksum);
        file.extend((offset as u32).to_be_bytes());
        file.extend((table.bytes.len() as u32).to_be_bytes());
        if table.tag == b"head" {
            head = Some(offset);
        }
        offset += table.bytes.len().next_multiple_of(4);
    }
    for table in tables {
        file.extend(table.bytes);
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
    let sum = file
        .chunks_exact(4)
        .map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
        .fold(0, u32::wrapping_add);
    if let Some(place) = file.get_mut(at..at + 4) {
        place.copy_from_slice(&MAGIC.wrapping_sub(sum).to_be_bytes());
    }
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
