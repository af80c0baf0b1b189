//! What the layout measured of its own pages.

use super::font::{Face, FontId};

/// What the layout measured.
#[derive(Debug, Clone, Default)]
pub struct LayoutReport {
    /// One entry a page, in order.
    pub pages: Vec<PageReport>,
    /// Lines of full-width characters that reach from the first cell to the last.
    pub full_lines: usize,
    /// Those of them that hold exactly the type area's count of cells, 28 by 5.2.1.
    pub full_lines_on_measure: usize,
    /// Full-width characters in lines of full-width characters only.
    pub han_characters: usize,
    /// Those of them that stand on the grid of cells within 0.1 mm.
    pub han_on_grid: usize,
    /// Characters that stand at a line's start or end although they must not.
    pub prohibitions_broken: usize,
    /// Numbers broken over two lines.
    pub numbers_split: usize,
    /// Faces that a bundled font stands in for.
    pub substitutions: Vec<Substitution>,
    /// Characters that came from a later font of their face's chain.
    pub fall_backs: Vec<FallBack>,
}

/// What one page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageReport {
    /// The page's number, from 1.
    pub number: usize,
    /// Rows of the body's grid that the page has room for.
    pub rows: usize,
    /// Lines of text in them; a row left blank by the standard counts.
    pub lines: usize,
    /// Whether text goes on from its last row to the next page.
    pub is_full: bool,
}

/// A bundled font in place of the licensed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitution {
    /// The face.
    pub face: Face,
    /// The font that stands in.
    pub font: FontId,
    /// Its name.
    pub font_name: String,
}

/// A character that the first font of its face's chain lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FallBack {
    /// The character.
    pub character: char,
    /// The face.
    pub face: Face,
    /// The name of the font that has it.
    pub font_name: String,
}
