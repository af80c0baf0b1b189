//! Prose (正文文字) of facts and letters, made ready for Tera and Markdown.
//!
//! A clerk's sentence is text, not markup: every ASCII mark that Markdown could take for its own is
//! escaped before Tera sees the sentence, and every value that Tera prints into it is escaped too.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use super::token::{Stretch, stretches};

/// A prose text with its literal parts escaped, which knows where each byte came from.
#[derive(Debug)]
pub(super) struct EscapedProse {
    /// What Tera gets.
    pub(super) text: String,
    /// Starts of the pieces: in the escaped text and in the text as written.
    pieces: Vec<(usize, usize)>,
}

impl EscapedProse {
    /// Escapes the literal parts of `prose`; its tags stay as they are.
    pub(super) fn new(prose: &str) -> Self {
        let mut text = String::with_capacity(prose.len() + prose.len() / 8);
        let mut pieces = Vec::new();
        for stretch in stretches(prose) {
            let (Stretch::Literal(range) | Stretch::Tag(range)) = &stretch;
            pieces.push((text.len(), range.start));
            match &stretch {
                Stretch::Literal(range) => escape_into(&prose[range.clone()], &mut text),
                Stretch::Tag(range) => text.push_str(&prose[range.clone()]),
            }
        }
        Self { text, pieces }
    }

    /// Escapes `markdown` but for what makes it headings and tables: `#` at a line's start, the
    /// bars of a line that begins with one, and the line under a table's head.
    pub(super) fn with_markup(markdown: &str) -> Self {
        let mut text = String::with_capacity(markdown.len() + markdown.len() / 8);
        let mut pieces = Vec::new();
        for stretch in stretches(markdown) {
            let (Stretch::Literal(range) | Stretch::Tag(range)) = &stretch;
            pieces.push((text.len(), range.start));
            match &stretch {
                Stretch::Tag(range) => text.push_str(&markdown[range.clone()]),
                Stretch::Literal(range) => {
                    for (offset, character) in markdown[range.clone()].char_indices() {
                        if is_markup(character) && !is_structure(markdown, range.start + offset) {
                            text.push('\\');
                        }
                        text.push(character);
                    }
                }
            }
        }
        Self { text, pieces }
    }

    /// Where a range of a tag in the escaped text stands in the text as written.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let index = self
            .pieces
            .partition_point(|(start, _)| *start <= range.start);
        let (escaped, original) = self.pieces[index.saturating_sub(1)];
        let start = original + (range.start - escaped.min(range.start));
        start..start + range.len()
    }
}

/// Whether the mark at `offset` makes a heading or a table.
fn is_structure(markdown: &str, offset: usize) -> bool {
    let start = markdown[..offset].rfind('\n').map_or(0, |end| end + 1);
    let line = markdown[start..].lines().next().unwrap_or_default();
    let before = &markdown[start..offset];
    let is_table = line.trim_start().starts_with('|');
    let is_under_head = is_table && line.chars().all(|it| "|:- ".contains(it));
    let hashes = line.trim_start_matches('#');
    let is_heading = hashes.len() < line.len() && hashes.starts_with(' ');
    is_under_head
        || is_table && markdown[offset..].starts_with('|')
        || is_heading && before.chars().all(|it| it == '#') && markdown[offset..].starts_with('#')
}

/// Escapes a text so that Markdown prints it as it stands.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(is_markup) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    escape_into(text, &mut escaped);
    Cow::Owned(escaped)
}

fn escape_into(text: &str, escaped: &mut String) {
    for character in text.chars() {
        if is_markup(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
}

/// Markdown lets every ASCII punctuation mark be escaped; `,` `:` `;` and the like mean nothing.
fn is_markup(character: char) -> bool {
    character.is_ascii_punctuation()
        && !matches!(character, ',' | ':' | ';' | '%' | '/' | '\'' | '"' | '?')
}

/// [`escape`] in the form in which Tera calls it for printed values.
///
/// Tera prints a value that is not there as nothing, and a list or a map as code. Both would stand
/// in the letter without a word, so they are refused: an error of kind `InvalidData` for nothing, of
/// kind `InvalidInput` for code.
pub(super) fn escape_value(value: &str, output: &mut dyn io::Write) -> io::Result<()> {
    let is_code = |open, close| value.starts_with(open) && value.ends_with(close);
    if value.is_empty() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    if is_code('[', ']') || is_code('{', '}') {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    output.write_all(escape(value).as_bytes())
}

/// Paragraphs of a rendered prose text: blank lines part them, other line ends are joined.
pub(super) fn paragraphs(rendered: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in rendered.lines().map(str::trim) {
        let Some(last) = paragraphs.last_mut() else {
            break;
        };
        match (line.is_empty(), last.is_empty()) {
            (true, true) => {}
            (true, false) => paragraphs.push(String::new()),
            (false, true) => last.push_str(line),
            (false, false) => {
                last.push('\n');
                last.push_str(line);
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_markdown_would_take() {
        assert_eq!(escape("5*3*2，甲_乙"), "5\\*3\\*2，甲\\_乙");
        assert_eq!(escape("1. 甲"), "1\\. 甲");
        assert_eq!(escape("全省41.6%"), "全省41\\.6%");
    }

    #[test]
    fn keeps_headings_and_tables_where_they_are_wanted() {
        let markdown = "## 1.甲|乙\n|a-b|*c*|\n|--|:-:|\n丙#丁";
        assert_eq!(
            EscapedProse::with_markup(markdown).text,
            "## 1\\.甲\\|乙\n|a\\-b|\\*c\\*|\n|--|:-:|\n丙\\#丁"
        );
    }

    #[test]
    fn finds_the_place_as_written() {
        let prose = "1.甲{{ a }}#乙{{ bb }}";
        let escaped = EscapedProse::new(prose);
        let start = escaped.text.find("bb").expect("the tag is kept");
        assert_eq!(&prose[escaped.original(start..start + 2)], "bb");
    }

    #[test]
    fn parts_paragraphs_at_blank_lines() {
        assert_eq!(paragraphs("甲\n乙\n\n\n丙\n"), ["甲\n乙", "丙"]);
        assert_eq!(paragraphs("\n \n"), Vec::<String>::new());
    }
}
