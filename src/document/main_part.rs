//! Main part (主体), GB/T 9704-2012, 7.3: title, addressees, body, closing block, remark, annexes.

use jiff::civil::Date;

use super::{Inline, PlacedText};
pub use crate::facts::SealSpace;
use crate::source::Span;
use crate::text::date::chinese_date;

/// From the title to the annexes.
#[derive(Debug, Clone)]
pub struct MainPart {
    /// 标题, 7.3.1.
    pub title: Title,
    /// Addressees (主送机关), 7.3.2, as printed, with the final ：; absent if nobody is addressed.
    pub addressees: Option<PlacedText>,
    /// 正文, 7.3.3.
    pub body: Body,
    /// Annex note (附件说明), 7.3.4: the annexes' names in order, without numbers and stops.
    pub annex_notes: Vec<PlacedText>,
    /// Sign-off and date (落款), 7.3.5.
    pub closing_block: Option<ClosingBlock>,
    /// Remarks (附注), 7.3.6: one paragraph each, with their round brackets.
    pub remarks: Vec<PlacedText>,
    /// Annexes (附件), 7.3.7, each on a new page; without those that are papers of their own.
    pub annexes: Vec<Annex>,
}

/// 标题, 7.3.1.
#[derive(Debug, Clone)]
pub struct Title {
    /// Lines as the writer broke them; one line is broken by the layout.
    pub lines: Vec<String>,
    /// Where it was written.
    pub place: Span,
}

impl Title {
    /// The title as one text.
    pub fn text(&self) -> String {
        self.lines.concat()
    }
}

/// 正文: the only part that passes through Markdown.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// In order.
    pub blocks: Vec<Block>,
}

/// A block of the body or of an annex.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading on a line of its own, with its number as literal text.
    Heading {
        /// Which face it takes.
        level: Level,
        /// Its text.
        inlines: Vec<Inline>,
        /// Its place in the rendered Markdown.
        place: Span,
    },
    /// A paragraph, its first line indented by two cells.
    Paragraph {
        /// Its text.
        inlines: Vec<Inline>,
        /// Its place in the rendered Markdown.
        place: Span,
    },
    /// A table.
    Table(Table),
}

/// Level of a heading (结构层次序数), 7.3.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 一、 in 黑体.
    One,
    /// （一） in 楷体.
    Two,
    /// 1. in 仿宋.
    Three,
    /// （1） in 仿宋.
    Four,
}

/// A table of the body or of an annex.
#[derive(Debug, Clone)]
pub struct Table {
    /// One alignment a column.
    pub alignments: Vec<TableAlignment>,
    /// The head row's cells.
    pub head: Vec<Vec<Inline>>,
    /// The rows' cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Its place in the rendered Markdown.
    pub place: Span,
}

impl Table {
    /// A cell with this text is one with the cell before it.
    pub const MERGED: &str = "←";

    /// Ends a line inside a cell; at its end, it leaves a line for writing by hand.
    pub const LINE_BREAK: char = '⏎';
}

/// How a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableAlignment {
    /// Not said: text left, numbers at the decimal point.
    Unset,
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
}

/// Closing block (落款): sign-off and date of issue as one unit of layout, 7.3.5.
#[derive(Debug, Clone)]
pub struct ClosingBlock {
    /// Sign-offs (发文机关署名), the lead issuer's first; may be empty.
    pub sign_offs: Vec<PlacedText>,
    /// Date of issue (成文日期), 7.3.5.4.
    pub issued_on: Option<Date>,
    /// The date as an original prints it, if not by the standard.
    pub printed_date: Option<PlacedText>,
    /// Whether room is left for a seal.
    pub seal_space: SealSpace,
}

impl ClosingBlock {
    /// The date of issue as it is printed.
    pub fn date(&self) -> Option<String> {
        let own = self.printed_date.as_ref().map(|date| date.text.clone());
        own.or_else(|| self.issued_on.map(chinese_date))
    }
}

/// An annex (附件), 7.3.7.
#[derive(Debug, Clone)]
pub struct Annex {
    /// Its number in the annex note, from 1; absent if there is no other.
    pub number: Option<usize>,
    /// Its title.
    pub title: PlacedText,
    /// Its blocks.
    pub body: Body,
}
