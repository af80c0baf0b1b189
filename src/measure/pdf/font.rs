//! A font of a PDF: what its codes print, and how wide.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use lopdf::{Dictionary, Document, Object};

use super::cmap::CMap;
use super::codes::{Code, Codes};
use super::face::is_heiti;
use super::program::Program;
use crate::layout::font::Ink;

/// What a full-width glyph stands for whose character the file does not say: its place can be
/// measured all the same.
const UNNAMED: char = '字';

/// A glyph of so many ems is full-width.
const FULL_WIDTH: f64 = 0.9;

/// A font as a page names it.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// How strings of a composite font are read; absent in a simple one.
    codes: Option<Codes>,
    to_unicode: Option<CMap>,
    /// Advances in thousandths of the em, by glyph number or by code.
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// Characters by code, from the encoding of a simple font.
    differences: BTreeMap<u32, char>,
    /// The encoding that a simple font begins from.
    base: Option<&'static Encoding>,
    /// Outlines, if they are embedded.
    program: Option<Program>,
    /// Characters by glyph number from the outlines' file, where the font says nothing itself.
    own_characters: BTreeMap<u32, char>,
    /// Whether it is a 黑体, if its name tells.
    pub(super) is_heiti: Option<bool>,
}

/// What one code prints.
pub(super) struct Shown {
    /// The characters; empty if nobody knows.
    pub(super) text: String,
    /// The advance in ems.
    pub(super) width: f64,
    /// Its ink where it was asked for and the outline is in the file.
    pub(super) ink: Option<Ink>,
    /// Whether it is the code 32 of one byte, to which word spacing applies.
    pub(super) is_word_space: bool,
    /// Whether the character is not known, but its place.
    pub(super) is_unnamed: bool,
}

impl Font {
    /// Reads a font dictionary.
    pub(super) fn new(document: &Document, dictionary: &Dictionary) -> Self {
        let name = |key: &[u8]| {
            let found = dictionary.get_deref(key, document).ok()?;
            found.as_name().ok()
        };
        let mut font = Self {
            to_unicode: map(document, dictionary, b"ToUnicode"),
            default_width: 1000.0,
            is_heiti: name(b"BaseFont").and_then(is_heiti),
            ..Self::default()
        };
        if name(b"Subtype") == Some(b"Type0") {
            let encoding = name(b"Encoding").unwrap_or_default();
            let own = map(document, dictionary, b"Encoding").map(Codes::mapped);
            font.codes = Some(own.unwrap_or_else(|| Codes::named(encoding)));
            font.read_descendant(document, dictionary);
        } else {
            font.read_simple(document, dictionary);
        }
        font
    }

    fn read_descendant(&mut self, document: &Document, dictionary: &Dictionary) {
        let descendant = dictionary
            .get_deref(b"DescendantFonts", document)
            .ok()
            .and_then(|fonts| fonts.as_array().ok()?.first())
            .and_then(|font| document.dereference(font).ok()?.1.as_dict().ok());
        let Some(descendant) = descendant else { return };
        if let Some(width) = number(document, descendant.get(b"DW").ok()) {
            self.default_width = width;
        }
        if let Ok(Ok(widths)) = descendant.get_deref(b"W", document).map(Object::as_array) {
            self.read_composite_widths(document, widths);
        }
        let map = descendant.get_deref(b"CIDToGIDMap", document).ok();
        let is_identity = map.is_none_or(|map| map.as_name().is_ok());
        if is_identity {
            self.program = Program::of(document, descendant);
        }
        if self.to_unicode.is_none() {
            let characters = self.program.as_ref().map(Program::characters);
            self.own_characters = characters.unwrap_or_default();
        }
    }

    /// `W` holds `first [w1 w2 …]` and `first last w`, ISO 32000-1, 9.7.4.3.
    fn read_composite_widths(&mut self, document: &Document, widths: &[Object]) {
        let mut rest = widths;
        while let [first, second, ..] = rest {
            let Some(first) = number(document, Some(first)) else {
                return;
            };
            let Ok((_, second)) = document.dereference(second) else {
                return;
            };
            if let Ok(list) = second.as_array() {
                for (code, width) in (first as u32..).zip(list) {
                    if let Some(width) = number(document, Some(width)) {
                        self.widths.insert(code, width);
                    }
                }
                rest = &rest[2..];
            } else {
                let last = number(document, Some(second));
                let width = number(document, rest.get(2));
                let (Some(last), Some(width)) = (last, width) else {
                    return;
                };
                let last = last.min(first + 65_535.0);
                for code in first as u32..=last as u32 {
                    self.widths.insert(code, width);
                }
                rest = &rest[3..];
            }
        }
    }

    fn read_simple(&mut self, document: &Document, dictionary: &Dictionary) {
        self.default_width = 500.0;
        let first = number(document, dictionary.get(b"FirstChar").ok()).unwrap_or_default();
        // A Type 3 font has units of its own.
        let unit = dictionary
            .get_deref(b"FontMatrix", document)
            .ok()
            .and_then(|matrix| matrix.as_array().ok()?.first()?.as_float().ok())
            .map_or(1.0, |scale| f64::from(scale) * 1000.0);
        if let Ok(Ok(widths)) = dictionary
            .get_deref(b"Widths", document)
            .map(Object::as_array)
        {
            for (code, width) in (first as u32..).zip(widths) {
                if let Some(width) = number(document, Some(width)) {
                    self.widths.insert(code, width * unit);
                }
            }
        }
        self.program = Program::of(document, dictionary);
        self.read_encoding(document, dictionary);
    }

    /// The encoding of a simple font: a named one, and what is different, ISO 32000-1, 9.6.6.
    fn read_encoding(&mut self, document: &Document, dictionary: &Dictionary) {
        let encoding = dictionary.get_deref(b"Encoding", document).ok();
        let changed = encoding.and_then(|encoding| encoding.as_dict().ok());
        let base = match changed {
            Some(changed) => changed.get_deref(b"BaseEncoding", document).ok(),
            None => encoding,
        };
        let is_macintosh =
            base.is_some_and(|base| base.as_name().is_ok_and(|it| it == b"MacRomanEncoding"));
        self.base = Some(if is_macintosh {
            MACINTOSH
        } else {
            WINDOWS_1252
        });
        let differences = changed
            .and_then(|changed| changed.get_deref(b"Differences", document).ok())
            .and_then(|differences| differences.as_array().ok());
        let mut code = 0;
        for entry in differences.into_iter().flatten() {
            if let Ok(start) = entry.as_i64() {
                code = start as u32;
            } else if let Ok(name) = entry.as_name() {
                if let Some(character) = named(name) {
                    self.differences.insert(code, character);
                }
                code += 1;
            }
        }
    }

    /// What the codes of a string print. The ink of a page number's dash is always told; that of
    /// other characters costs more and is told where it is wanted.
    pub(super) fn shown(&self, string: &[u8], wants_ink: bool) -> Vec<Shown> {
        match &self.codes {
            Some(codes) => {
                let codes = codes.cut(string);
                let shown = codes.iter().map(|code| self.composite(code, wants_ink));
                shown.collect()
            }
            None => {
                let shown = string.iter().map(|code| self.simple(*code, wants_ink));
                shown.collect()
            }
        }
    }

    fn composite(&self, code: &Code, wants_ink: bool) -> Shown {
        let width = code.number.and_then(|number| self.widths.get(&number));
        // Latin characters of half an em whose width is not written.
        let is_half = width.is_none() && code.value < 0x80 && code.character.is_some();
        let width = width
            .copied()
            .unwrap_or(if is_half { 500.0 } else { self.default_width });
        let own = |number: u32| self.own_characters.get(&number).copied();
        let character = code.character.or_else(|| code.number.and_then(own));
        let text = self.text(code.value, character);
        let is_unnamed = self.to_unicode.is_none() && text.is_empty();
        let is_unnamed = is_unnamed && width >= FULL_WIDTH * 1000.0;
        let text = if is_unnamed { UNNAMED.into() } else { text };
        Shown {
            ink: code
                .number
                .filter(|_| wants_ink || text == "—")
                .and_then(|number| self.program.as_ref()?.ink(number)),
            text,
            width: width / 1000.0,
            is_word_space: false,
            is_unnamed,
        }
    }

    fn simple(&self, code: u8, wants_ink: bool) -> Shown {
        let number = u32::from(code);
        let base = self.base.and_then(|base| {
            let bytes = [code];
            let character = base.decode_without_bom_handling(&bytes).0.chars().next();
            character.filter(|it| !it.is_control())
        });
        let character = self.differences.get(&number).copied().or(base);
        let text = self.text(number, character);
        let width = self.widths.get(&number).copied();
        Shown {
            ink: text
                .chars()
                .next()
                .filter(|character| wants_ink || *character == '—')
                .and_then(|character| self.program.as_ref()?.ink_of_code(code, character)),
            text,
            width: width.unwrap_or(self.default_width) / 1000.0,
            is_word_space: code == b' ',
            is_unnamed: false,
        }
    }

    /// What the map to characters says, or else what the encoding does.
    fn text(&self, code: u32, encoded: Option<char>) -> String {
        let map = self.to_unicode.as_ref();
        let mapped = map.and_then(|map| map.texts.get(&code)).cloned();
        mapped.unwrap_or_else(|| encoded.map(String::from).unwrap_or_default())
    }
}

/// A character map that is in the file.
fn map(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<CMap> {
    let stream = dictionary.get_deref(key, document).ok()?.as_stream().ok()?;
    let content = stream.decompressed_content();
    let content = content.unwrap_or_else(|_| stream.content.clone());
    Some(CMap::parse(&content))
}

fn number(document: &Document, object: Option<&Object>) -> Option<f64> {
    let (_, object) = document.dereference(object?).ok()?;
    object.as_float().ok().map(f64::from)
}

/// The character of a glyph's name: a letter, or its number.
fn named(name: &[u8]) -> Option<char> {
    let name = str::from_utf8(name).ok()?;
    let number = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(character) = number
        .and_then(|number| u32::from_str_radix(number, 16).ok())
        .and_then(char::from_u32)
    {
        return Some(character);
    }
    let digits = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    if let Some(digit) = digits.iter().position(|digit| *digit == name) {
        return char::from_digit(digit as u32, 10);
    }
    match name {
        "space" => Some(' '),
        "emdash" => Some('—'),
        "endash" => Some('–'),
        "hyphen" => Some('-'),
        "period" => Some('.'),
        "comma" => Some(','),
        "percent" => Some('%'),
        _ => {
            let mut letters = name.chars();
            letters.next().filter(|_| letters.next().is_none())
        }
    }
}
