//! The measures of what stands at the foot of a page: imprint and page number; 7.4 and 7.5.

use super::super::length::Length;

/// The imprint (版记), 7.4.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImprintStyle {
    /// First and last rule: 0.35 mm recommended; 7.4.1.
    pub thick: Length,
    /// Rules between: 0.25 mm recommended; 7.4.1.
    pub thin: Length,
    /// Height of a row between its rules; open in the standard, here 8.4 mm.
    pub row: Length,
    /// Characters left free at both sides: 1; 7.4.2 and 7.4.3.
    pub indent: usize,
}

impl Default for ImprintStyle {
    fn default() -> Self {
        Self {
            thick: Length::mm(0.35),
            thin: Length::mm(0.25),
            row: Length::mm(8.4),
            indent: 1,
        }
    }
}

/// The page number (页码), 7.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageNumberStyle {
    /// From the type area's foot to the upper edge of the dashes: 7 mm; 7.5.
    pub drop: Length,
    /// Characters left free at the outer side: 1; 7.5.
    pub indent: usize,
}

impl Default for PageNumberStyle {
    fn default() -> Self {
        Self {
            drop: Length::mm(7.0),
            indent: 1,
        }
    }
}
