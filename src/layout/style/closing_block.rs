//! The measures of the closing block (落款), with and without seals; 7.3.5.

use super::super::length::Length;

/// The closing block (落款), 7.3.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClosingBlockStyle {
    /// Without a seal, cells right of the sign-off: 2; 7.3.5.2.
    pub sign_off_right: usize,
    /// Without a seal, cells by which the date begins after the sign-off: 2; 7.3.5.2.
    pub date_indent: usize,
    /// Without a seal, rows between text and sign-off: 1; 7.3.5.2.
    pub rows_above: usize,
    /// With a seal or a name stamp, cells right of the date: 4; 7.3.5.1 and 7.3.5.3.
    pub sealed_date_right: usize,
    /// With a seal or a name stamp, rows between text and sign-off; 7.3.5.3 says 2 for the stamp,
    /// 7.3.5.1 that the seal's upper edge is within a row of the text, which 2 rows give.
    pub sealed_rows_above: usize,
    /// Cells between the signatory's post and the name stamp: 2; 7.3.5.3.
    pub stamp_left: usize,
    /// Cells that a name stamp takes; open in the standard, here 6 (33 mm).
    pub stamp_cells: usize,
    /// Rows between name stamp and date: 1; 7.3.5.3.
    pub rows_under_stamp: usize,
    /// Rows from one name stamp to the next of a joint letter, so that they do not touch; open in
    /// the standard, here 2.
    pub stamp_rows: usize,
    /// The most sign-offs in a row of a sealed joint letter: 3; 7.3.5.1.
    pub sign_offs_in_row: usize,
    /// Diameter of a seal; open in the standard, here 42 mm, the usual one of offices.
    pub seal: Length,
    /// The least blank between two seals of a joint letter, which must not touch; 7.3.5.1.
    pub seal_gap: Length,
    /// The share of the line pitch by which the last page of text may be tightened so that the
    /// closing block stays on it; 7.3.5.5 allows it and says no limit, here 5 %.
    pub tightening: f64,
    /// Rows of text that go to the next page with a closing block that finds no room; open in the
    /// standard, here 2.
    pub rows_carried: usize,
}

impl Default for ClosingBlockStyle {
    fn default() -> Self {
        Self {
            sign_off_right: 2,
            date_indent: 2,
            rows_above: 1,
            sealed_date_right: 4,
            sealed_rows_above: 2,
            stamp_left: 2,
            stamp_cells: 6,
            rows_under_stamp: 1,
            stamp_rows: 2,
            sign_offs_in_row: 3,
            seal: Length::mm(42.0),
            seal_gap: Length::mm(2.0),
            tightening: 0.05,
            rows_carried: 2,
        }
    }
}
