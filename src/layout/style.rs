//! Every measure of GB/T 9704-2012, each with its clause.

use super::length::{Length, Size};

/// The measures of a page; the default is GB/T 9704-2012.
///
/// Where the standard leaves a measure open the field says so and whose habit it is.
#[derive(Debug, Clone, PartialEq)]
pub struct PageStyle {
    /// Paper (幅面): A4, 210 × 297 mm; 5.1.
    pub paper: Size,
    /// Type area (版心): 156 × 225 mm without the page number; 5.2.1.
    pub type_area: Size,
    /// Head margin (天头): 37 mm; 5.2.1.
    pub head: Length,
    /// Binding margin (订口): 28 mm; 5.2.1.
    pub binding: Length,
    /// Characters in a line: 28; 5.2.3.
    pub cells: usize,
    /// Lines on a page: 22; 5.2.3.
    pub lines: usize,
    /// How the lines fill the type area; not in the standard.
    pub line_grid: LineGrid,
    /// How strictly characters keep to their cells; not in the standard.
    pub grid: Grid,
    /// Sizes of type.
    pub sizes: FontSizes,
    /// The document head (版头), 7.2.
    pub document_head: DocumentHead,
    /// The letter head (信函格式), 10.1.
    pub letter_head: LetterHead,
    /// The issuer mark (发文机关标志), 7.2.4.
    pub issuer_mark: IssuerMarkStyle,
    /// The imprint (版记), 7.4.
    pub imprint: ImprintStyle,
    /// The page number (页码), 7.5.
    pub page_number: PageNumberStyle,
    /// The closing block (落款), 7.3.5.
    pub closing_block: ClosingBlockStyle,
    /// Rules of a table: 0.25 mm; not in the standard, its thin rule of 7.4.1.
    pub table_rule: Length,
    /// Blank between a table's cell and its text; not in the standard.
    pub table_padding: Length,
}

/// How the 22 lines of 5.2.3 fill the 225 mm of the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineGrid {
    /// The first line's em box begins at the type area's head, the last one's ends at its foot.
    ///
    /// GB/T 33476.2-2016 measures the type area like this.
    #[default]
    Edge,
    /// Each line has a 22nd of the height, with half of the leading above it, as word processors do.
    Box,
}

/// How strictly full-width characters keep to the grid of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grid {
    /// A line of full-width characters only is never stretched; it may end a cell short.
    #[default]
    Strict,
    /// Every line but the last of a paragraph is stretched to the full measure.
    Loose,
}

/// Sizes of type (字号).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FontSizes {
    /// 2号, 22 pt: the title; 7.3.1.
    pub no2: Length,
    /// 3号, 16 pt: whatever has no other size; 5.2.2.
    pub no3: Length,
    /// 4号, 14 pt: imprint and page number; 7.4 and 7.5.
    pub no4: Length,
}

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

/// The page number (页码), 7.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageNumberStyle {
    /// From the type area's foot to the upper edge of the dashes: 7 mm; 7.5.
    pub drop: Length,
    /// Characters left free at the outer side: 1; 7.5.
    pub indent: usize,
}

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

impl Default for PageStyle {
    fn default() -> Self {
        Self {
            paper: Size {
                width: Length::mm(210.0),
                height: Length::mm(297.0),
            },
            type_area: Size {
                width: Length::mm(156.0),
                height: Length::mm(225.0),
            },
            head: Length::mm(37.0),
            binding: Length::mm(28.0),
            cells: 28,
            lines: 22,
            line_grid: LineGrid::default(),
            grid: Grid::default(),
            sizes: FontSizes {
                no2: Length::pt(22.0),
                no3: Length::pt(16.0),
                no4: Length::pt(14.0),
            },
            document_head: DocumentHead::default(),
            letter_head: LetterHead::default(),
            issuer_mark: IssuerMarkStyle {
                largest: Length::pt(48.0),
                widest: Length::mm(150.0),
                tallest: Length::mm(100.0),
            },
            imprint: ImprintStyle::default(),
            page_number: PageNumberStyle {
                drop: Length::mm(7.0),
                indent: 1,
            },
            closing_block: ClosingBlockStyle::default(),
            table_rule: Length::mm(0.25),
            table_padding: Length::mm(1.0),
        }
    }
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

impl PageStyle {
    /// Cell pitch (字): the type area's width by its characters, 156/28 mm; 5.2.1 and 5.2.3.
    pub fn cell(&self) -> Length {
        self.type_area.width / self.cells as f64
    }

    /// Line pitch (行): from one line's em box to the next one's; 5.2.1 and 5.2.3.
    pub fn line_pitch(&self) -> Length {
        match self.line_grid {
            LineGrid::Edge => (self.type_area.height - self.sizes.no3) / (self.lines as f64 - 1.0),
            LineGrid::Box => self.type_area.height / self.lines as f64,
        }
    }

    /// The blank between two lines' em boxes.
    pub fn leading(&self) -> Length {
        self.line_pitch() - self.sizes.no3
    }

    /// The upper edge of the em box of a line; `row` counts from 0.
    pub fn row_top(&self, row: usize) -> Length {
        let first = match self.line_grid {
            LineGrid::Edge => self.head,
            LineGrid::Box => self.head + self.leading() / 2.0,
        };
        first + self.line_pitch() * row as f64
    }

    /// The type area of a table that is set across (横排表格), 8: turned by a quarter to the left,
    /// so that its head is at the binding edge of odd and at the cut edge of even pages. Places on
    /// it are measured from its own upper left corner.
    pub fn turned(&self) -> Self {
        let type_area = Size {
            width: self.type_area.height,
            height: self.type_area.width,
        };
        let rows = (type_area.height - self.sizes.no3) / self.line_pitch();
        Self {
            paper: type_area,
            type_area,
            head: Length::ZERO,
            binding: Length::ZERO,
            cells: (type_area.width / self.cell() + 1e-6).floor() as usize,
            lines: (rows + 1e-6).floor() as usize + 1,
            ..self.clone()
        }
    }

    /// The type area's right edge.
    pub fn right(&self) -> Length {
        self.binding + self.type_area.width
    }

    /// The type area's foot.
    pub fn foot(&self) -> Length {
        self.head + self.type_area.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edge_grid_fills_the_type_area_with_22_lines() {
        let style = PageStyle::default();
        assert!((style.line_pitch().to_mm() - 10.446).abs() < 0.001);
        let last = style.row_top(21) + style.sizes.no3;
        assert!((last - style.foot()).abs() < Length::mm(1e-9));
    }

    #[test]
    fn the_box_grid_has_half_a_leading_above_the_first_line() {
        let style = PageStyle {
            line_grid: LineGrid::Box,
            ..PageStyle::default()
        };
        assert!((style.line_pitch().to_mm() - 10.227).abs() < 0.001);
        assert!((style.row_top(0).to_mm() - 39.29).abs() < 0.01);
    }
}
