//! Cuts each font to the characters that the document uses.
//!
//! Fonts draw some characters with one glyph, such as 日 and the radical ⽇, and a glyph of a PDF
//! font stands for one text only. So the second character of a glyph goes to a second font made
//! from the same file: every program that reads the text gets the character that was written.

use std::collections::BTreeMap;

use printpdf::{
    FontMetrics, FontType, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMap, PdfFontMetricsStub,
    Pt, TextItem,
};
use rustc_hash::FxHashMap;
use subsetter::GlyphRemapper;
use ttf_parser::GlyphId;

use super::PdfError;
use super::cut::cut;
use super::sfnt::{TRUETYPE, trimmed};
use crate::layout::font::Font;
use crate::layout::page::TextRun;
use crate::layout::{FontId, Fonts, PagedDocument};
use crate::text::width::is_han;

/// The em box of every face, in thousandths: readers measure the same boxes that we set.
const ASCENT: i16 = 880;
const DESCENT: i16 = -120;

/// The fonts that a document carries, in the order of its subsets.
#[derive(Default)]
pub(super) struct Embedded {
    /// What printpdf writes.
    pub(super) fonts: PdfFontMap,
    /// The program of each font, unless printpdf has it.
    pub(super) programs: Vec<Option<Vec<u8>>>,
}

/// All subsets of a document.
pub(super) struct Subsets {
    ids: Vec<printpdf::FontId>,
    /// The characters of each subset in the order of their glyphs.
    glyphs: Vec<Vec<(char, Placed)>>,
    characters: FxHashMap<(FontId, char), Placed>,
}

/// Where a character of a font went.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// The place of its subset, for telling subsets apart.
    pub(super) subset: usize,
    /// Its glyph's number in the subset.
    pub(super) glyph: u16,
    /// Its advance by the font in thousandths of the em, as the PDF carries it.
    pub(super) width: u16,
}

impl Placed {
    /// The advance of the character by its font, in ems.
    pub(super) fn width(self) -> f64 {
        f64::from(self.width) / 1000.0
    }
}

impl Subsets {
    /// Cuts the fonts of `pages`; gives what the content needs to know and what the document carries.
    pub(super) fn new(pages: &PagedDocument, fonts: &Fonts) -> Result<(Self, Embedded), PdfError> {
        let mut embedded = Embedded::default();
        let mut subsets = Self {
            ids: Vec::new(),
            glyphs: Vec::new(),
            characters: FxHashMap::default(),
        };
        for (font_id, characters) in characters(pages) {
            let font = fonts.font(font_id);
            let open = ttf_parser::Face::parse(font.data.as_ref(), font.index)
                .map_err(|error| refused(font, error))?;
            for layer in layers(&open, &characters, font)? {
                let subset = subsets.ids.len();
                let id = printpdf::FontId(format!("T{subset}"));
                let cut = Cut::new(&open, &layer, subset);
                let (known, program) = cut.embeddable(font, &open)?;
                embedded.fonts.map.insert(id.clone(), known);
                embedded.programs.push(program);
                let placed = cut.placed.iter();
                let placed = placed.map(|(character, placed)| ((font_id, *character), *placed));
                subsets.characters.extend(placed);
                subsets.glyphs.push(cut.placed);
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
    pub(super) fn name(&self, subset: usize) -> &str {
        &self.ids[subset].0
    }

    /// The characters of each subset in the order of their glyphs.
    pub(super) fn glyphs(&self) -> impl Iterator<Item = &[(char, Placed)]> {
        self.glyphs.iter().map(Vec::as_slice)
    }

    /// Operations that show a glyph of every subset.
    pub(super) fn a_glyph_of_each(&self) -> Vec<Op> {
        let subsets = self.ids.iter().zip(&self.glyphs);
        let shown = subsets.flat_map(|(id, glyphs)| {
            let font = PdfFontHandle::External(id.clone());
            let text = glyphs.first().map(|(character, _)| character.to_string());
            let items = text.into_iter().map(TextItem::Text).collect();
            [
                Op::SetFont {
                    font,
                    size: Pt(1.0),
                },
                Op::ShowText { items },
            ]
        });
        shown.collect()
    }
}

/// The characters that each font shows, each once, in order.
fn characters(pages: &PagedDocument) -> BTreeMap<FontId, Vec<char>> {
    let mut characters: BTreeMap<FontId, Vec<char>> = BTreeMap::new();
    for TextRun { font, glyphs, .. } in pages.runs() {
        let known = characters.entry(*font).or_default();
        known.extend(glyphs.iter().map(|glyph| glyph.character));
    }
    for known in characters.values_mut() {
        known.sort_unstable();
        known.dedup();
    }
    characters
}

/// Characters with their glyphs, so that within one layer no two share a glyph.
///
/// Han come before radicals in the order of characters only by chance: ordinary Han go first.
fn layers(
    open: &ttf_parser::Face<'_>,
    characters: &[char],
    font: &Font,
) -> Result<Vec<Vec<(char, GlyphId)>>, PdfError> {
    let mut layers: Vec<Vec<(char, GlyphId)>> = Vec::new();
    let mut taken: FxHashMap<u16, usize> = FxHashMap::default();
    let is_radical = |character: &char| is_han(*character) && *character < '\u{3000}';
    let (radicals, ordinary): (Vec<char>, Vec<char>) =
        characters.iter().partition(|c| is_radical(c));
    for character in ordinary.into_iter().chain(radicals) {
        let glyph = open.glyph_index(character).filter(|glyph| glyph.0 != 0);
        let glyph = glyph.ok_or_else(|| PdfError::MissingGlyph {
            font: font.name.clone(),
            character,
        })?;
        let layer = taken.entry(glyph.0).or_default();
        if layers.len() == *layer {
            layers.push(Vec::new());
        }
        layers[*layer].push((character, glyph));
        *layer += 1;
    }
    for layer in &mut layers {
        layer.sort_unstable();
    }
    Ok(layers)
}

/// A layer's glyphs with their new numbers.
struct Cut {
    /// The numbers that the glyphs have in the font file, in the order of the new ones; first the glyph
    /// that stands for no character.
    glyphs: Vec<u16>,
    placed: Vec<(char, Placed)>,
}

impl Cut {
    fn new(open: &ttf_parser::Face<'_>, layer: &[(char, GlyphId)], subset: usize) -> Self {
        let scale = 1000.0 / f64::from(open.units_per_em());
        let placed = layer.iter().zip(1..).map(|((character, glyph), number)| {
            let placed = Placed {
                subset,
                glyph: number,
                width: width(open, *glyph, scale),
            };
            (*character, placed)
        });
        let placed = placed.collect();
        let glyphs = layer.iter().map(|(_, glyph)| glyph.0);
        let glyphs = std::iter::once(0).chain(glyphs).collect();
        Self { glyphs, placed }
    }

    /// The font cut to these glyphs as printpdf embeds it, and its program if printpdf need not have it.
    fn embeddable(
        &self,
        font: &Font,
        open: &ttf_parser::Face<'_>,
    ) -> Result<(PdfFont, Option<Vec<u8>>), PdfError> {
        let bytes = program(font, open, &self.glyphs)?;
        let name = format!("{}+{}", tag(&bytes), font.postscript_name);
        // printpdf only asks of what kind a program is, and copies what it is given three times.
        let (bytes, program) = match bytes.starts_with(&TRUETYPE) {
            true => (TRUETYPE.to_vec(), Some(bytes)),
            false => (bytes, None),
        };
        // The glyph that is shown; the maps of all of them are ours.
        let placed = self.placed.iter().take(1);
        let glyphs = placed
            .clone()
            .map(|(it, placed)| (u32::from(*it), placed.glyph));
        let advances = placed.map(|(_, placed)| (placed.glyph, placed.width));
        let (glyphs, advances) = (glyphs.collect(), advances.collect());
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
        Ok((PdfFont::new(parsed), program))
    }
}

/// The font file with these glyphs only, numbered in their order.
fn program(font: &Font, open: &ttf_parser::Face<'_>, glyphs: &[u16]) -> Result<Vec<u8>, PdfError> {
    if let Some(program) = cut(open, glyphs) {
        return Ok(program);
    }
    let remapper = GlyphRemapper::new_from_glyphs(glyphs);
    let subset = subsetter::subset(font.data.as_ref(), font.index, &remapper);
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
