//! Every measure of GB/T 9704-2012, each with its clause.

/// The measures of a page; the default is GB/T 9704-2012.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageStyle {
    /// How the 22 lines fill the type area.
    pub line_grid: LineGrid,
    /// How strictly characters keep to their cells.
    pub grid: Grid,
}

/// How the 22 lines of 5.2.1 fill the 225 mm of the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineGrid {
    /// The first line's em box begins at the type area's head, the last one's ends at its foot.
    #[default]
    Edge,
    /// Each line has a 22nd of the height, with half of the leading above it.
    Box,
}

/// How strictly full-width characters keep to the grid of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grid {
    /// A line of full-width characters only is never stretched.
    #[default]
    Strict,
    /// Every line but the last of a paragraph is stretched to the full measure.
    Loose,
}
