//! Outlines of a font that are embedded in the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document};
use ttf_parser::{Face, GlyphId, OutlineBuilder, PlatformId, Rect, cff};

use crate::layout::font::Ink;

/// The outlines of a font.
#[derive(Debug)]
pub(super) enum Program {
    /// A TrueType or OpenType file.
    File(Vec<u8>),
    /// A bare CFF table.
    Cff(Vec<u8>),
}

impl Program {
    /// The outlines that a font or a descendant font names, if they can be read.
    pub(super) fn of(document: &Document, font: &Dictionary) -> Option<Self> {
        let descriptor = font.get_deref(b"FontDescriptor", document).ok()?;
        let descriptor = descriptor.as_dict().ok()?;
        let file = [b"FontFile2".as_slice(), b"FontFile3"]
            .into_iter()
            .find_map(|key| descriptor.get_deref(key, document).ok())?;
        let bytes = file.as_stream().ok()?.decompressed_content().ok()?;
        if Face::parse(&bytes, 0).is_ok() {
            return Some(Self::File(bytes));
        }
        cff::Table::parse(&bytes)?;
        Some(Self::Cff(bytes))
    }

    /// The ink of the glyph of a number (CID).
    pub(super) fn ink(&self, number: u32) -> Option<Ink> {
        let number = u16::try_from(number).ok()?;
        match self {
            Self::File(file) => file_ink(&Face::parse(file, 0).ok()?, GlyphId(number)),
            Self::Cff(table) => {
                let table = cff::Table::parse(table)?;
                let mut glyphs = (0..table.number_of_glyphs()).map(GlyphId);
                let glyph = glyphs.find(|glyph| table.glyph_cid(*glyph) == Some(number));
                table_ink(&table, glyph.unwrap_or(GlyphId(number)))
            }
        }
    }

    /// The ink of the glyph of a simple font's code.
    pub(super) fn ink_of_code(&self, code: u8, character: char) -> Option<Ink> {
        match self {
            Self::File(file) => {
                let face = Face::parse(file, 0).ok()?;
                let glyph = glyph_of_code(&face, code, character)?;
                file_ink(&face, glyph)
            }
            Self::Cff(table) => {
                let table = cff::Table::parse(table)?;
                table_ink(&table, table.glyph_index(code)?)
            }
        }
    }

    /// The characters of the glyphs by number, if the file still says.
    pub(super) fn characters(&self) -> BTreeMap<u32, char> {
        let mut characters = BTreeMap::new();
        let Self::File(file) = self else {
            return characters;
        };
        let Ok(face) = Face::parse(file, 0) else {
            return characters;
        };
        let subtables = face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
        for subtable in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            subtable.codepoints(|code| {
                let glyph = subtable.glyph_index(code).filter(|glyph| glyph.0 != 0);
                if let (Some(glyph), Some(character)) = (glyph, char::from_u32(code)) {
                    characters.entry(u32::from(glyph.0)).or_insert(character);
                }
            });
        }
        characters
    }
}

/// By the character, or by the code in the maps that symbolic fonts have, ISO 32000-1, 9.6.6.4.
fn glyph_of_code(face: &Face<'_>, code: u8, character: char) -> Option<GlyphId> {
    let code = u32::from(code);
    let subtables = face.tables().cmap?.subtables;
    let mut found = subtables.into_iter().filter_map(|subtable| {
        if subtable.is_unicode() {
            return subtable.glyph_index(u32::from(character));
        }
        let symbol = (subtable.platform_id == PlatformId::Windows)
            .then(|| subtable.glyph_index(0xF000 + code))
            .flatten();
        symbol.or_else(|| subtable.glyph_index(code))
    });
    found.find(|glyph| glyph.0 != 0)
}

fn file_ink(face: &Face<'_>, glyph: GlyphId) -> Option<Ink> {
    let bounds = face.glyph_bounding_box(glyph)?;
    Some(ink(bounds, 1.0 / f64::from(face.units_per_em())))
}

fn table_ink(table: &cff::Table<'_>, glyph: GlyphId) -> Option<Ink> {
    let bounds = table.outline(glyph, &mut NoOutline).ok()?;
    Some(ink(bounds, f64::from(table.matrix().sy)))
}

/// Bounds in the font's units, of which one is `unit` ems.
fn ink(bounds: Rect, unit: f64) -> Ink {
    Ink {
        top: f64::from(bounds.y_max) * unit,
        bottom: f64::from(bounds.y_min) * unit,
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
