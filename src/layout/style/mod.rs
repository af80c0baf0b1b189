//! Every measure of GB/T 9704-2012, each with its clause.

mod closing_block;
mod foot;
mod head;

use super::length::{Length, Size};

pub use closing_block::ClosingBlockStyle;
pub use foot::{ImprintStyle, PageNumberStyle};
pub use head::{DocumentHead, IssuerMarkStyle, LetterHead};

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
            issuer_mark: IssuerMarkStyle::default(),
            imprint: ImprintStyle::default(),
            page_number: PageNumberStyle::default(),
            closing_block: ClosingBlockStyle::default(),
            table_rule: Length::mm(0.25),
            table_padding: Length::mm(1.0),
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
