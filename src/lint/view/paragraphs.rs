//! Paragraphs and what they are.

use std::ops::Range;

/// A line of the source as a reader sees it, or a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Visible characters, without the line feed, white space at both ends removed.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: ParagraphKind,
    /// Whether an empty line, a table, a code block or the text's end follows.
    pub(crate) is_last_of_block: bool,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParagraphKind {
    /// A Markdown heading.
    Heading,
    /// Any other line.
    Text,
    /// A cell of a table.
    Cell,
}
