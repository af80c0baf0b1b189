//! Cuts each font to the characters that the document uses.
//!
//! Fonts draw some characters with one glyph, such as 日 and the radical ⽇, and a glyph of a PDF
//! font stands for one text only. So the second character of a glyph goes to a second font made
//! from the same file: every program that reads the text gets the character that was written.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMap, PdfFontMetricsStub};
use subsetter::GlyphRemapper;
use ttf_parser::GlyphId;

use super::PdfError;
use super::cut::cut;
use super::sfnt::trimmed;
use crate::layout::font::Font;
use crate::layout::page::{Item, TextRun};
use crate::layout::{FontId, Fonts, PagedDocument};
use crate::text::width::is_han;

/// The em box of every face, in thousandths: readers measure the same boxes that we set.
const ASCENT: i16 = 880;
const DESCENT: i16 = -120;

/// All subsets of a document.
pub(super) struct Subsets {
    ids: Vec<printpdf::FontId>,
    characters: BTreeMap<(FontId, char), Placed>,
}

/// Where a character of a font went.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// The place of its subset, for telling subsets apart.
    pub(super) subset: usize,
    /// Its advance by the font in thousandths of the em, as the PDF carries it.
    width: u16,
}

impl Placed {
    /// The advance of the character by its font, in ems.
    pub(super) fn width(self) -> f64 {
        f64::from(self.width) / 1000.0
    }
}

impl Subsets {
    /// Cuts the fonts of `pages`; gives what the content needs to know and what printpdf embeds.
    pub(super) fn new(
        pages: &PagedDocument,
        fonts: &Fonts,
    ) -> Result<(Self, PdfFontMap), PdfError> {
        let mut embedded = PdfFontMap::default();
        let mut subsets = Self {
            ids: Vec::new(),
            characters: BTreeMap::new(),
        };
        for (font_id, characters) in characters(pages) {
            let font = fonts.font(font_id);
            let open = ttf_parser::Face::parse(font.data.as_ref(), font.index)
                .map_err(|error| refused(font, error))?;
            for layer in layers(&open, &characters, font)? {
                let subset = subsets.ids.len();
                let id = printpdf::FontId(format!("T{subset}"));
                let widths = widths(&open, &layer);
                let placed = widths.iter().map(|(character, width)| {
                    let width = *width;
                    ((font_id, *character), Placed { subset, width })
                });
                subsets.characters.extend(placed);
                let program = embeddable(font, &open, &layer, &widths)?;
                embedded.map.insert(id.clone(), program);
                subsets.ids.push(id);
            }
        }
        Ok((subsets, embedded))
    }

    /// Where a character of a font went, one of the pages that the fonts were cut for.
    pub(super) fn placed(&self, font: FontId, character: char) -> Placed {
        let placed = self.characters.get(&(font, character)).copied();
        placed.expect("every character of the pages was given a place")
    }

    /// A subset's name in the content of pages.
    pub(super) fn id(&self, subset: usize) -> printpdf::FontId {
        self.ids[subset].clone()
    }
}

/// The characters that each font shows.
fn characters(pages: &PagedDocument) -> BTreeMap<FontId, BTreeSet<char>> {
    let runs = pages
        .pages
        .iter()
        .flat_map(|page| &page.items)
        .filter_map(|item| match item {
            Item::Text(run) => Some(run),
            Item::Separator(_) => None,
        });
    let mut characters: BTreeMap<FontId, BTreeSet<char>> = BTreeMap::new();
    for TextRun { font, glyphs, .. } in runs {
        let known = characters.entry(*font).or_default();
        known.extend(glyphs.iter().map(|glyph| glyph.character));
    }
    characters
}

/// Characters with their glyphs, so that within one layer no two share a glyph.
///
/// Han come before radicals in the order of characters only by chance: ordinary Han go first.
fn layers(
    open: &ttf_parser::Face<'_>,
    characters: &BTreeSet<char>,
    font: &Font,
) -> Result<Vec<BTreeMap<char, GlyphId>>, PdfError> {
    let mut layers: Vec<BTreeMap<char, GlyphId>> = Vec::new();
    let mut taken: BTreeMap<u16, usize> = BTreeMap::new();
    let is_radical = |character: &char| is_han(*character) && *character < '\u{3000}';
    let (radicals, ordinary): (Vec<char>, Vec<char>) =
        characters.iter().partition(|c| is_radical(c));
    for character in ordinary.into_iter().chain(radicals) {
        let glyph = open
            .glyph_index(character)
            .ok_or_else(|| PdfError::MissingGlyph {
                font: font.name.clone(),
                character,
            })?;
        let layer = taken.entry(glyph.0).or_default();
        if layers.len() == *layer {
            layers.push(BTreeMap::new());
        }
        layers[*layer].insert(character, glyph);
        *layer += 1;
    }
    Ok(layers)
}

/// The advances of a layer's characters, in thousandths of the em.
fn widths(open: &ttf_parser::Face<'_>, layer: &BTreeMap<char, GlyphId>) -> Vec<(char, u16)> {
    let scale = 1000.0 / f64::from(open.units_per_em());
    let widths = layer.iter();
    widths
        .map(|(character, glyph)| (*character, width(open, *glyph, scale)))
        .collect()
}

/// A font cut to the characters of a layer, as printpdf embeds it.
fn embeddable(
    font: &Font,
    open: &ttf_parser::Face<'_>,
    layer: &BTreeMap<char, GlyphId>,
    widths: &[(char, u16)],
) -> Result<PdfFont, PdfError> {
    let mut remapper = GlyphRemapper::new();
    let glyphs: BTreeMap<u32, u16> = layer
        .iter()
        .map(|(character, glyph)| (u32::from(*character), remapper.remap(glyph.0)))
        .collect();
    let bytes = program(font, open, &remapper)?;
    let name = format!("{}+{}", tag(&bytes), font.postscript_name);
    let advances = widths.iter().map(|(_, width)| *width);
    let advances = glyphs.values().copied().zip(advances).collect();
    let metrics = FontMetrics {
        ascent: ASCENT,
        descent: DESCENT,
    };
    let mut parsed =
        ParsedFont::with_glyph_data(bytes, 0, Some(name), glyphs, advances, 1000, metrics);
    if open.tables().cff.is_some() {
        parsed.font_type = FontType::OpenTypeCFF(());
    }
    parsed.pdf_font_metrics = descriptor(open, 1000.0 / f64::from(open.units_per_em()));
    Ok(PdfFont::new(parsed))
}

/// The font file with the glyphs of `remapper` only.
fn program(
    font: &Font,
    open: &ttf_parser::Face<'_>,
    remapper: &GlyphRemapper,
) -> Result<Vec<u8>, PdfError> {
    let glyphs: Vec<u16> = remapper.remapped_gids().collect();
    if let Some(program) = cut(open, &glyphs) {
        return Ok(program);
    }
    let subset = subsetter::subset(font.data.as_ref(), font.index, remapper);
    Ok(trimmed(subset.map_err(|error| refused(font, error))?))
}

fn width(open: &ttf_parser::Face<'_>, glyph: GlyphId, scale: f64) -> u16 {
    let advance = f64::from(open.glyph_hor_advance(glyph).unwrap_or_default());
    (advance * scale).round() as u16
}

/// What the font descriptor says, in thousandths of the em.
fn descriptor(open: &ttf_parser::Face<'_>, scale: f64) -> PdfFontMetricsStub {
    let bounds = open.global_bounding_box();
    let scaled = |value: i16| (f64::from(value) * scale).round() as i16;
    PdfFontMetricsStub {
        units_per_em: 1000,
        x_min: scaled(bounds.x_min),
        y_min: scaled(bounds.y_min),
        x_max: scaled(bounds.x_max),
        y_max: scaled(bounds.y_max),
        us_weight_class: open.weight().to_number(),
        ..PdfFontMetricsStub::default()
    }
}

/// Six capitals from a hash of the subset, ISO 32000-1, 9.6.4.
fn tag(bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes);
    hash.as_bytes()[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

fn refused(font: &Font, reason: impl std::fmt::Display) -> PdfError {
    PdfError::Font {
        font: font.name.clone(),
        reason: reason.to_string(),
    }
}
