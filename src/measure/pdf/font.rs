//! A font of a PDF: what its codes print, and how wide.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use ttf_parser::{GlyphId, OutlineBuilder, cff};

use super::cmap::CMap;

/// A font as a page names it.
#[derive(Debug, Default)]
pub(super) struct Font {
    is_composite: bool,
    code_length: usize,
    /// Glyph numbers by code, for composite fonts that have a map of their own.
    encoding: Option<CMap>,
    to_unicode: Option<CMap>,
    /// Whether codes are characters in UTF-16 (`UniGB-UTF16-H` and its like).
    is_unicode: bool,
    /// Advances in thousandths of the em, by glyph number or by code.
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// Characters by code from the encoding of a simple font.
    differences: BTreeMap<u32, char>,
    /// Outlines, if they are embedded.
    program: Option<Program>,
}

/// The outlines of a composite font.
#[derive(Debug)]
enum Program {
    /// A TrueType or OpenType file.
    File(Vec<u8>),
    /// A bare CFF table.
    Cff(Vec<u8>),
}

impl Program {
    /// The highest point of a glyph in ems.
    fn ink_top(&self, number: u16) -> Option<f64> {
        match self {
            Self::File(file) => {
                let face = ttf_parser::Face::parse(file, 0).ok()?;
                let bounds = face.glyph_bounding_box(GlyphId(number))?;
                Some(f64::from(bounds.y_max) / f64::from(face.units_per_em()))
            }
            Self::Cff(table) => {
                let table = cff::Table::parse(table)?;
                let is_glyph = |glyph: &u16| table.glyph_cid(GlyphId(*glyph)) == Some(number);
                let glyph = (0..table.number_of_glyphs()).find(is_glyph)?;
                let bounds = table.outline(GlyphId(glyph), &mut NoOutline).ok()?;
                Some(f64::from(bounds.y_max) * f64::from(table.matrix().sy))
            }
        }
    }
}

/// Only the bounds are wanted.
struct NoOutline;

impl OutlineBuilder for NoOutline {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

/// What one code prints.
pub(super) struct Shown {
    /// The characters; empty if nobody knows.
    pub(super) text: String,
    /// The advance in ems.
    pub(super) width: f64,
    /// The highest point of the outline in ems; of a dash only, nothing else is measured by it.
    pub(super) ink_top: Option<f64>,
    /// Whether it is the code 32 of one byte, to which word spacing applies.
    pub(super) is_word_space: bool,
}

impl Font {
    /// Reads a font dictionary.
    pub(super) fn new(document: &Document, dictionary: &Dictionary) -> Self {
        let name = |key: &[u8]| {
            let found = dictionary.get_deref(key, document).ok()?;
            found.as_name().ok()
        };
        let stream = |object: &Object| {
            let stream = object.as_stream().ok()?;
            let content = stream.decompressed_content();
            Some(content.unwrap_or_else(|_| stream.content.clone()))
        };
        let map = |key: &[u8]| {
            let object = dictionary.get_deref(key, document).ok()?;
            stream(object).map(|bytes| CMap::parse(&bytes))
        };
        let mut font = Self {
            is_composite: name(b"Subtype") == Some(b"Type0"),
            to_unicode: map(b"ToUnicode"),
            default_width: 1000.0,
            code_length: 1,
            ..Self::default()
        };
        if font.is_composite {
            let encoding = name(b"Encoding").unwrap_or_default();
            font.encoding = map(b"Encoding");
            font.is_unicode = encoding.starts_with(b"Uni");
            let own = font.encoding.as_ref().map_or(0, |map| map.code_length);
            font.code_length = if own == 0 { 2 } else { own };
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
            self.program = program(document, descendant);
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
        let differences = dictionary
            .get_deref(b"Encoding", document)
            .ok()
            .and_then(|encoding| encoding.as_dict().ok())
            .and_then(|encoding| encoding.get_deref(b"Differences", document).ok())
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

    /// What the codes of a string print.
    pub(super) fn shown(&self, string: &[u8]) -> Vec<Shown> {
        string
            .chunks(self.code_length)
            .map(|bytes| self.one(bytes))
            .collect()
    }

    fn one(&self, bytes: &[u8]) -> Shown {
        let code = bytes
            .iter()
            .fold(0, |code: u32, byte| (code << 8) | u32::from(*byte));
        let number = match &self.encoding {
            Some(map) => map.number(code).unwrap_or(code),
            None => code,
        };
        let text = self.text(code);
        let key = if self.is_composite { number } else { code };
        let width = self.widths.get(&key).copied();
        Shown {
            ink_top: if text == "—" {
                self.ink_top(number)
            } else {
                None
            },
            text,
            width: width.unwrap_or(self.default_width) / 1000.0,
            is_word_space: self.code_length == 1 && code == 32,
        }
    }

    fn text(&self, code: u32) -> String {
        let map = self.to_unicode.as_ref();
        if let Some(text) = map.and_then(|map| map.texts.get(&code)) {
            return text.clone();
        }
        if self.is_composite {
            let character = char::from_u32(code).filter(|_| self.is_unicode);
            return character.map(String::from).unwrap_or_default();
        }
        let own = self.differences.get(&code).copied();
        let character = own.or_else(|| char::from_u32(code).filter(|it| !it.is_control()));
        character.map(String::from).unwrap_or_default()
    }

    fn ink_top(&self, number: u32) -> Option<f64> {
        self.program.as_ref()?.ink_top(u16::try_from(number).ok()?)
    }
}

fn program(document: &Document, descendant: &Dictionary) -> Option<Program> {
    let descriptor = descendant.get_deref(b"FontDescriptor", document).ok()?;
    let descriptor = descriptor.as_dict().ok()?;
    let file = [b"FontFile2".as_slice(), b"FontFile3"]
        .into_iter()
        .find_map(|key| descriptor.get_deref(key, document).ok())?;
    let bytes = file.as_stream().ok()?.decompressed_content().ok()?;
    if ttf_parser::Face::parse(&bytes, 0).is_ok() {
        return Some(Program::File(bytes));
    }
    cff::Table::parse(&bytes)?;
    Some(Program::Cff(bytes))
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
