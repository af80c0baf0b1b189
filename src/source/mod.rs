//! A file that a person wrote, and places in it.

mod placed;
mod scalar;

pub use placed::{PlacedText, Places};

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How the paths of files begin that are compiled in and in no workspace.
pub const BUILT_IN_FOLDER: &str = "内置模板/";

/// What some editors put at the start of a file in UTF-8; no character of its text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// One input file: a YAML file, a template, or a text that was rendered from them.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    line_starts: Vec<usize>,
    /// Whether the file begins with a byte order mark, which is not in the text.
    is_marked: bool,
}

/// The name of a YAML file without folder and ending; `path` is written with `/`.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".yaml").unwrap_or(name)
}

/// A position in a [`Source`] as a person counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes, not terminal cells), from 1.
    pub column: usize,
}

impl Source {
    /// Takes a file's text under the path that messages shall show, relative to the workspace.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::with_mark(path.into(), text.into(), false))
    }

    /// Takes what a file holds. A byte order mark at its start is left out of the text, so that
    /// columns are those of an editor and no letter prints it.
    pub fn of_file(path: impl Into<String>, held: impl Into<String>) -> Arc<Self> {
        let mut text = held.into();
        let is_marked = text.starts_with(BYTE_ORDER_MARK);
        if is_marked {
            text.remove(0);
        }
        Arc::new(Self::with_mark(path.into(), text, is_marked))
    }

    fn with_mark(path: String, text: String, is_marked: bool) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(offset, _)| offset + 1))
            .collect();
        Self {
            path,
            text,
            line_starts,
            is_marked,
        }
    }

    /// What the file shall hold if `text` becomes its text: a byte order mark stays.
    pub fn file_with(&self, text: &str) -> String {
        match self.is_marked {
            true => format!("{BYTE_ORDER_MARK}{text}"),
            false => text.to_owned(),
        }
    }

    /// The file's name without folder and ending, which is a letter's id.
    pub fn stem(&self) -> &str {
        stem(&self.path)
    }

    /// The path that messages show.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether it is compiled in, so that the office did not write it.
    pub fn is_built_in(&self) -> bool {
        self.path.starts_with(BUILT_IN_FOLDER)
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines the text has; a text that ends in a line feed has an empty last one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The line, from 1, that holds the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The byte at which a line begins; `line` counts from 1.
    pub fn line_start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1).min(self.line_starts.len() - 1);
        self.line_starts[index]
    }

    /// A line's text without its line end; `line` counts from 1.
    pub fn line_text(&self, line: usize) -> &str {
        let start = self.line_start(line);
        let end = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        self.text[start..end.max(start)].trim_end_matches('\r')
    }

    /// The position of the byte at `offset`, which is moved back to the start of its character.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor(offset);
        let line = self.line(offset);
        let before = &self.text[self.line_start(line)..offset];
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    fn floor(&self, offset: usize) -> usize {
        (0..=offset.min(self.text.len()))
            .rev()
            .find(|offset| self.text.is_char_boundary(*offset))
            .unwrap_or(0)
    }
}

/// A range of bytes in a [`Source`].
#[derive(Clone)]
pub struct Span {
    source: Arc<Source>,
    start: usize,
    end: usize,
}

impl Span {
    /// A span of `range`, which is cut to the text and to whole characters.
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        let start = source.floor(range.start);
        Self {
            source: Arc::clone(source),
            start,
            end: source.floor(range.end).max(start),
        }
    }

    /// The empty span at the start of a file, for what concerns the file as a whole.
    pub fn file(source: &Arc<Source>) -> Self {
        Self::new(source, 0..0)
    }

    /// The span of a line's text; `line` counts from 1.
    pub fn line(source: &Arc<Source>, line: usize) -> Self {
        let start = source.line_start(line);
        Self::new(source, start..start + source.line_text(line).len())
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The range in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The text that the span covers.
    pub fn text(&self) -> &str {
        &self.source.text[self.start..self.end]
    }

    /// Where the span begins.
    pub fn position(&self) -> Position {
        self.source.position(self.start)
    }

    /// A part of this span; `range` counts bytes from its start.
    pub fn part(&self, range: Range<usize>) -> Self {
        let end = (self.start + range.end).min(self.end);
        Self::new(&self.source, self.start + range.start..end)
    }
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        self.source.path == other.source.path && self.range() == other.range()
    }
}

impl Eq for Span {}

impl fmt::Debug for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position();
        write!(formatter, "{}:{line}:{column}", self.source.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters() {
        let source = Source::new("a.yaml", "name: 查处\r\n值: 1\n");
        let offset = source.text().find('处').expect("the text holds it");
        assert_eq!(source.position(offset), Position { line: 1, column: 8 });
        assert_eq!(source.line_text(1), "name: 查处");
        assert_eq!(source.line_text(2), "值: 1");
        assert_eq!(source.line_count(), 3);
    }

    #[test]
    fn a_byte_order_mark_is_no_character_and_stays_in_the_file() {
        let source = Source::of_file("a.yaml", "\u{feff}查处");
        assert_eq!(source.position(3), Position { line: 1, column: 2 });
        assert_eq!(source.file_with("查办"), "\u{feff}查办");
        assert_eq!(Source::of_file("a.yaml", "查").file_with("办"), "办");
    }

    #[test]
    fn spans_keep_to_whole_characters() {
        let source = Source::new("a.yaml", "查处");
        assert_eq!(Span::new(&source, 1..5).text(), "查");
        assert_eq!(Span::new(&source, 0..99).text(), "查处");
        assert_eq!(Span::new(&source, 0..6).part(3..6).text(), "处");
    }
}
