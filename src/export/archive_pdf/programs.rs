//! Font programs put into a file that krilla has finished.
//!
//! A reader of PDFs takes as long for the file as krilla took to write it. Three things are enough: where
//! the cross-reference table says that a stream begins, the stream, and the table's places after it.
//! Whatever is not as krilla writes it is refused, and nothing is guessed.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memmem;

use crate::export::pdf::huffman;

/// What the file is not like.
pub(super) type Fault = &'static str;

/// How many bytes an entry of the cross-reference table has; ISO 32000-1, 7.5.4.
const ENTRY: usize = 20;

/// What a font descriptor says before its name, and before the number of its program.
const FONT_NAME: &[u8] = b"/FontName/";
const FONT_FILE: &[u8] = b"/FontFile2 ";

/// The tag of a subset: six letters and a plus sign; ISO 32000-1, 9.6.4.
const TAG: usize = 7;

/// How many digits of an entry are its place.
const PLACE: usize = 10;

/// The file with a program in the place of each font's own, by the fonts' names.
///
/// # Errors
/// What keeps a program from being put into its place.
pub(super) fn with_programs(
    file: &[u8],
    programs: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, Fault> {
    let table = Table::of(file).ok_or("交叉引用表不是预期的写法")?;
    let mut streams = BTreeMap::new();
    for (name, program) in programs {
        let stream = number(file, name).and_then(|number| table.object(file, number));
        let stream = stream.ok_or("字体没有写在预期的地方")?;
        streams.insert(stream.start, (stream.end, object(program)));
    }
    let mut filled =
        Vec::with_capacity(file.len() + programs.values().map(Vec::len).sum::<usize>());
    let mut end = 0;
    for (start, (old_end, new)) in &streams {
        filled.extend_from_slice(&file[end..*start]);
        filled.extend_from_slice(new);
        end = *old_end;
    }
    let moved = |place: usize| {
        let before = streams.range(..place);
        let lengths = before.map(|(start, (end, new))| (new.len(), end - start));
        let (new, old) = lengths.fold((0, 0), |(a, b), (new, old)| (a + new, b + old));
        place + new - old
    };
    filled.extend_from_slice(&file[end..table.start]);
    table.push(file, &moved, &mut filled);
    Ok(filled)
}

/// The number of the stream with the program of a font, if exactly one font has that name behind its
/// tag of six letters; ISO 32000-1, 9.6.4 and 9.8.
fn number(file: &[u8], name: &str) -> Option<usize> {
    let mut numbers = memmem::find_iter(file, FONT_NAME).filter_map(|at| {
        let rest = &file[at + FONT_NAME.len()..];
        let line = &rest[..memchr::memchr(b'\n', rest)?];
        let own = line.get(TAG..)?.strip_prefix(name.as_bytes())?;
        let reference = memmem::find(own, FONT_FILE).filter(|_| own.starts_with(b"/"))?;
        digits(&own[reference + FONT_FILE.len()..])
    });
    let number = numbers.next();
    number.filter(|_| numbers.next().is_none())
}

/// The number at the start of some bytes.
fn digits(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(&bytes[..end]).ok()?.parse().ok()
}

/// A stream with a font program; ISO 32000-1, 9.9.
fn object(program: &[u8]) -> Vec<u8> {
    let packed = huffman::zlib(program);
    let (length, whole) = (packed.len(), program.len());
    let head = format!("<</Length {length}/Length1 {whole}/Filter/FlateDecode>>\nstream\n");
    [head.as_bytes(), &packed, b"\nendstream"].concat()
}

/// The cross-reference table; ISO 32000-1, 7.5.4.
struct Table {
    /// Where it begins: `xref`.
    start: usize,
    /// Where its entries stand.
    entries: Range<usize>,
}

impl Table {
    fn of(file: &[u8]) -> Option<Self> {
        let last = memmem::rfind(file, b"startxref\n")?;
        let start = digits(&file[last + 10..])?;
        let line = file.get(start..)?.strip_prefix(b"xref\n0 ")?;
        let count = digits(line)?;
        let first = start + 7 + memchr::memchr(b'\n', line)? + 1;
        let entries = first..first.checked_add(count.checked_mul(ENTRY)?)?;
        (entries.end <= last).then_some(Self { start, entries })
    }

    /// Where the dictionary and the stream of an object stand.
    fn object(&self, file: &[u8], number: usize) -> Option<Range<usize>> {
        let entry = file.get(self.entries.clone())?.get(number * ENTRY..)?;
        let place = digits(&entry[..=PLACE])?;
        let head = format!("{number} 0 obj\n");
        let body = file.get(place..)?.strip_prefix(head.as_bytes())?;
        let length = digits(body.strip_prefix(b"<</Length ")?)?;
        let stream = memmem::find(body, b">>\nstream\n")? + 10;
        let end = body.get(stream + length..)?.strip_prefix(b"\nendstream")?;
        let start = place + head.len();
        Some(start..start + body.len() - end.len())
    }

    /// Writes the table and what comes after it, every place `moved`.
    fn push(&self, file: &[u8], moved: &impl Fn(usize) -> usize, filled: &mut Vec<u8>) {
        filled.extend_from_slice(&file[self.start..self.entries.start]);
        for entry in file[self.entries.clone()].chunks(ENTRY) {
            let place = digits(entry).filter(|_| entry[17] == b'n');
            let place = place.map_or_else(
                || entry[..PLACE].to_vec(),
                |place| format!("{:010}", moved(place)).into_bytes(),
            );
            filled.extend_from_slice(&place);
            filled.extend_from_slice(&entry[PLACE..]);
        }
        let rest = &file[self.entries.end..];
        let last = memmem::rfind(rest, b"startxref\n").map_or(rest.len(), |at| at + 10);
        filled.extend_from_slice(&rest[..last]);
        filled.extend_from_slice(format!("{}\n%%EOF", moved(self.start)).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for object in [
            "1 0 obj\n<</Type/FontDescriptor/FontName/ABCDEF+Song/FontFile2 2 0 R>>\nendobj\n",
            "2 0 obj\n<</Length 3/Filter/FlateDecode>>\nstream\nabc\nendstream\nendobj\n",
            "3 0 obj\n<<>>\nendobj\n",
        ] {
            places.push(file.len());
            file.extend(object.as_bytes());
        }
        let start = file.len();
        file.extend(b"xref\n0 4\n0000000000 65535 f\r\n");
        for place in places {
            file.extend(format!("{place:010} 00000 n\r\n").as_bytes());
        }
        file.extend(format!("trailer\n<</Size 4>>\nstartxref\n{start}\n%%EOF").as_bytes());
        file
    }

    #[test]
    fn a_program_takes_its_place_and_what_follows_is_found_again() {
        let program = b"a program that is longer than its stand-in".to_vec();
        let programs = BTreeMap::from([("Song".to_owned(), program.clone())]);
        let filled = with_programs(&file(), &programs).expect("the file is as it should be");
        let read = lopdf::Document::load_mem(&filled).expect("it is a PDF");
        let stream = read.get_object((2, 0)).and_then(lopdf::Object::as_stream);
        let stream = stream.expect("it is a stream");
        assert_eq!(stream.decompressed_content().ok(), Some(program));
        assert!(read.get_object((3, 0)).is_ok());
    }

    #[test]
    fn a_name_of_two_fonts_is_refused() {
        let twice = "<</FontName/ABCDEF+Song/FontFile2 2 0 R>>\n".repeat(2);
        assert_eq!(
            number(&twice.as_bytes()[..twice.len() / 2], "Song"),
            Some(2)
        );
        assert_eq!(number(twice.as_bytes(), "Song"), None);
        assert_eq!(number(twice.as_bytes(), "ong"), None);
    }

    #[test]
    fn what_is_not_as_expected_is_refused() {
        let programs = |name: &str| BTreeMap::from([(name.to_owned(), vec![1])]);
        assert!(with_programs(&file(), &programs("Hei")).is_err());
        assert!(with_programs(b"%PDF-1.7", &programs("Song")).is_err());
        let cut = &file()[..file().len() - 60];
        assert!(with_programs(cut, &programs("Song")).is_err());
    }
}
