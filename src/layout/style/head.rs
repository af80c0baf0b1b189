//! The measures of the head of page 1: document head, letter head and issuer mark; 7.2 and 10.1.

use super::super::length::Length;

/// The document head (文件格式的版头), 7.2.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DocumentHead {
    /// From the type area's head to the issuer mark: 35 mm; 7.2.4.
    pub mark_drop: Length,
    /// Rows between the issuer mark and the document number: 2; 7.2.5.
    pub rows_under_mark: usize,
    /// From the document number to the red rule: 4 mm; 7.2.7.
    pub separator_drop: Length,
    /// Thickness of the red rule; open in the standard, here 0.35 mm like the imprint's thick one.
    pub separator: Length,
}

impl Default for DocumentHead {
    fn default() -> Self {
        Self {
            mark_drop: Length::mm(35.0),
            rows_under_mark: 2,
            separator_drop: Length::mm(4.0),
            separator: Length::mm(0.35),
        }
    }
}

/// The letter head (信函格式), 10.1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LetterHead {
    /// From the paper's head to the issuer mark: 30 mm; 10.1.
    pub mark_top: Length,
    /// From the issuer mark to the first double rule: 4 mm; 10.1.
    pub separator_drop: Length,
    /// From the second double rule to the paper's foot: 20 mm; 10.1.
    pub foot: Length,
    /// Length of both double rules, centred on the paper: 170 mm; 10.1.
    pub separator_length: Length,
    /// The thick rule; open in the standard, here 1.5 pt.
    pub thick: Length,
    /// The thin rule; open in the standard, here 0.75 pt.
    pub thin: Length,
    /// The blank between them; open in the standard, here 1 pt.
    pub gap: Length,
    /// From the first double rule to the row under it: 7/8 of a 3号 character; 10.1.
    pub number_drop: Length,
}

impl Default for LetterHead {
    fn default() -> Self {
        Self {
            mark_top: Length::mm(30.0),
            separator_drop: Length::mm(4.0),
            foot: Length::mm(20.0),
            separator_length: Length::mm(170.0),
            thick: Length::pt(1.5),
            thin: Length::pt(0.75),
            gap: Length::pt(1.0),
            number_drop: Length::pt(14.0),
        }
    }
}

/// The issuer mark (发文机关标志), 7.2.4: its size is the issuer's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IssuerMarkStyle {
    /// The greatest size that is chosen unasked.
    pub largest: Length,
    /// The greatest width that is chosen unasked, under the type area's 156 mm.
    pub widest: Length,
    /// The greatest height of the names of several issuers: page 1 shows text under it, 7.3.3.
    pub tallest: Length,
}

impl Default for IssuerMarkStyle {
    fn default() -> Self {
        Self {
            largest: Length::pt(48.0),
            widest: Length::mm(150.0),
            tallest: Length::mm(100.0),
        }
    }
}
