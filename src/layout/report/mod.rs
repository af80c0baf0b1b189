//! What the layout measured of its own pages.

mod measure;

use std::collections::BTreeSet;

use super::font::{Face, FontLookup, Fonts, Resolved};
pub(super) use measure::measure_lines;

/// What the layout measured.
#[derive(Debug, Clone, Default)]
pub struct LayoutReport {
    /// One entry a page, in order.
    pub pages: Vec<PageReport>,
    /// The lines' count and their faults.
    pub lines: LineReport,
    /// Faces that a bundled font stands in for.
    pub substitutions: Vec<Face>,
    /// Characters that came from a later font of their face's chain, in order.
    pub fall_backs: Vec<FallBack>,
}

/// What the lines of 3号 text hold, measured from where their glyphs stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineReport {
    /// Lines of full-width characters only that are not the last ones of their paragraphs.
    pub han_lines: usize,
    /// Those of them that hold the type area's 28 cells, the indent counted; 5.2.3.
    pub han_lines_of_measure: usize,
    /// Lines of any characters, not the last ones of their paragraphs, that end half a cell or more
    /// short: a mark must not begin a line, a number stays whole.
    pub lines_short: usize,
    /// Han characters in lines of full-width characters only, last lines included.
    pub han_characters: usize,
    /// Those of them that stand on the grid of cells within 0.1 mm.
    pub han_on_grid: usize,
    /// Characters that stand at a line's start or end although they must not.
    pub prohibitions_broken: usize,
    /// Numbers broken over two lines.
    pub numbers_split: usize,
    /// Numbers on another line than their unit.
    pub units_parted: usize,
}

/// What one page holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageReport {
    /// The page's number, from 1.
    pub number: usize,
    /// Rows of 3号 that the page has room for under its head and title.
    pub rows: usize,
    /// Rows used; one that the standard leaves blank counts.
    pub lines: usize,
    /// Whether the page is filled to its last row and text goes on.
    pub is_full: bool,
    /// Whether its lines were set closer so that the closing block stays with the text, 7.3.5.5.
    pub is_tightened: bool,
}

/// A character that the first font of its face's chain lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FallBack {
    /// The character.
    pub character: char,
    /// The face.
    pub face: Face,
    /// The name of the font that has it.
    pub font_name: String,
}

/// Which faces were set in a bundled font, and which characters in another than their face's first.
pub(super) fn fonts_used(lookup: &FontLookup<'_>) -> (Vec<Face>, Vec<FallBack>) {
    let lookups = lookup.lookups();
    let faces: BTreeSet<Face> = lookups.iter().map(|(face, ..)| *face).collect();
    let fonts = lookup.fonts();
    let first = |face: Face| fonts.chain(face)[0];
    let substitutions = faces
        .into_iter()
        .filter(|face| fonts.font(first(*face)).is_bundled());
    (substitutions.collect(), fall_backs(fonts, &lookups))
}

/// The characters that another font than their face's first gave, by face and character.
fn fall_backs(fonts: &Fonts, lookups: &[(Face, char, Option<Resolved>)]) -> Vec<FallBack> {
    let found = lookups.iter().filter_map(|(face, character, resolved)| {
        let font = resolved.as_ref()?.font;
        (font != fonts.chain(*face)[0]).then_some((*face, *character, font))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_unstable();
    let fall_backs = found.into_iter().map(|(face, character, font)| FallBack {
        character,
        face,
        font_name: fonts.font(font).name.clone(),
    });
    fall_backs.collect()
}
