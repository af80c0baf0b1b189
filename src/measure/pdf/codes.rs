//! How the strings of a composite font are cut into codes, and what the codes are, ISO 32000-1, 9.7.5.

use encoding_rs::GBK;

use super::cmap::CMap;

/// The encoding of a composite font.
#[derive(Debug)]
pub(super) enum Codes {
    /// Codes of so many bytes that are glyph numbers: `Identity-H`.
    Numbers(usize),
    /// By a map in the file.
    Map(CMap),
    /// Characters in UTF-16: `UniGB-UTF16-H`, `UniGB-UCS2-H`.
    Unicode,
    /// Characters in GBK, one byte or two: `GBK-EUC-H`, `GB-EUC-H`, `GBKp-EUC-H`.
    Gbk {
        /// Whether the Latin ones take half an em, rather than their own widths.
        is_half_width: bool,
    },
}

/// A code of a string.
pub(super) struct Code {
    /// The bytes as one number.
    pub(super) value: u32,
    /// The glyph's number (CID), as far as it is known.
    pub(super) number: Option<u32>,
    /// The character that the code is by itself.
    pub(super) character: Option<char>,
}

/// In the character collection Adobe-GB1 the number of the first Latin character, in its own width
/// and in half an em.
const FIRST_LATIN: [u32; 2] = [1, 814];

impl Codes {
    /// The encoding of a name, unless a map is in the file.
    pub(super) fn named(name: &[u8]) -> Self {
        if name.starts_with(b"Uni") {
            return Self::Unicode;
        }
        if name.starts_with(b"GBK") || name.starts_with(b"GB-EUC") {
            let is_half_width = !name.starts_with(b"GBKp") && !name.starts_with(b"GBK2K");
            return Self::Gbk { is_half_width };
        }
        Self::Numbers(2)
    }

    /// The encoding by a map of the file.
    pub(super) fn mapped(map: CMap) -> Self {
        Self::Map(map)
    }

    /// The codes of a string.
    pub(super) fn cut(&self, string: &[u8]) -> Vec<Code> {
        let mut codes = Vec::new();
        let mut rest = string;
        while !rest.is_empty() {
            let length = self.length(rest).min(rest.len());
            codes.push(self.code(&rest[..length]));
            rest = &rest[length..];
        }
        codes
    }

    /// The bytes of the code that begins a string.
    fn length(&self, string: &[u8]) -> usize {
        match self {
            Self::Numbers(length) => *length,
            Self::Map(map) => match map.code_length {
                0 => 2,
                length => length,
            },
            Self::Unicode if matches!(string[0], 0xD8..=0xDB) => 4,
            Self::Unicode => 2,
            Self::Gbk { .. } if string[0] < 0x80 => 1,
            Self::Gbk { .. } => 2,
        }
    }

    fn code(&self, bytes: &[u8]) -> Code {
        let fold = |value: u32, byte: &u8| (value << 8) | u32::from(*byte);
        let value = bytes.iter().fold(0, fold);
        let character = match self {
            Self::Unicode => utf16(bytes),
            Self::Gbk { .. } => GBK.decode_without_bom_handling(bytes).0.chars().next(),
            _ => None,
        };
        let number = match self {
            Self::Numbers(_) => Some(value),
            Self::Map(map) => Some(map.number(value).unwrap_or(value)),
            Self::Unicode => latin(value, false),
            Self::Gbk { is_half_width } => latin(value, *is_half_width),
        };
        Code {
            value,
            number,
            character,
        }
    }
}

/// The glyph's number of a Latin character; those of Han are not known here.
fn latin(code: u32, is_half_width: bool) -> Option<u32> {
    let first = FIRST_LATIN[usize::from(is_half_width)];
    (0x20..0x7F).contains(&code).then(|| code - 0x20 + first)
}

fn utf16(bytes: &[u8]) -> Option<char> {
    let units = bytes.chunks_exact(2);
    let units = units.map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(name: &[u8], string: &[u8]) -> String {
        let codes = Codes::named(name).cut(string);
        codes.iter().filter_map(|code| code.character).collect()
    }

    #[test]
    fn predefined_encodings_of_chinese_fonts_are_characters() {
        assert_eq!(characters(b"GBK-EUC-H", b"\xD6\xD01\xCE\xC4"), "中1文");
        assert_eq!(characters(b"UniGB-UCS2-H", b"\x4E\x2D\x00\x31"), "中1");
        let rare = b"\xD8\x42\xDF\xB7";
        assert_eq!(characters(b"UniGB-UTF16-H", rare), "𠮷");
        assert_eq!(characters(b"Identity-H", b"\x4E\x2D"), "");
    }

    #[test]
    fn latin_characters_have_the_numbers_of_the_collection() {
        let number = |name: &[u8]| Codes::named(name).cut(b"1")[0].number;
        assert_eq!(number(b"GBK-EUC-H"), Some(814 + 17));
        assert_eq!(number(b"GBKp-EUC-H"), Some(1 + 17));
    }

    #[test]
    fn a_string_that_ends_within_a_code_is_read_to_its_end() {
        assert_eq!(Codes::named(b"Identity-H").cut(b"\x01").len(), 1);
        assert_eq!(Codes::named(b"UniGB-UTF16-H").cut(b"\xD8\x42").len(), 1);
    }
}
