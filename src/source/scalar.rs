//! Where the characters of a YAML scalar's text stand in the scalar as written.

use std::ops::Range;

/// How a scalar was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Plain, or the content of a literal or folded block.
    Unquoted,
    SingleQuoted,
    DoubleQuoted,
}

/// Where each character of a text was written.
pub(super) enum Characters {
    /// The text stands there as it is.
    AsWritten,
    Pieces(Vec<Piece>),
    /// The text is not what the scalar says.
    Unknown,
}

/// Compares a text with the scalar that it was read from.
pub(super) fn characters(written: &str, text: &str) -> Characters {
    if written == text {
        return Characters::AsWritten;
    }
    let found = pieces(style(written), written, text);
    let found = found.or_else(|| pieces(Style::Unquoted, written, text));
    found.map_or(Characters::Unknown, Characters::Pieces)
}

/// The range of the scalar as written that gave the bytes `range` of its text.
///
/// Nothing if that is not known.
pub(super) fn written_range(characters: &Characters, range: &Range<usize>) -> Option<Range<usize>> {
    let pieces = match characters {
        Characters::AsWritten => return Some(range.clone()),
        Characters::Pieces(pieces) => pieces,
        Characters::Unknown => return None,
    };
    let first = pieces.partition_point(|piece| piece.text_end <= range.start);
    let last = pieces.partition_point(|piece| piece.text_end < range.end);
    let start = pieces.get(first).or(pieces.last())?.written.start;
    let end = pieces.get(last).or(pieces.last())?.written.end;
    Some(start..end.max(start))
}

/// One character of the text.
pub(super) struct Piece {
    text_end: usize,
    written: Range<usize>,
}

fn pieces(style: Style, written: &str, text: &str) -> Option<Vec<Piece>> {
    let mut cursor = usize::from(style != Style::Unquoted);
    let mut pieces = Vec::with_capacity(text.len() / 2);
    for (offset, character) in text.char_indices() {
        let found = if is_blank(character) && !starts_escape(style, &written[cursor..]) {
            blank(written, cursor, character)
        } else {
            visible(style, written, cursor, character)?
        };
        cursor = found.end;
        pieces.push(Piece {
            text_end: offset + character.len_utf8(),
            written: found,
        });
    }
    Some(pieces)
}

/// The style that the first character stands for; a block's first line may begin like a quoted one.
fn style(written: &str) -> Style {
    match written.chars().next() {
        Some('\'') => Style::SingleQuoted,
        Some('"') => Style::DoubleQuoted,
        _ => Style::Unquoted,
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\r' | '\n')
}

fn blank_length(written: &str) -> usize {
    written.len() - written.trim_start_matches(is_blank).len()
}

fn starts_escape(style: Style, rest: &str) -> bool {
    style == Style::DoubleQuoted && rest.starts_with('\\')
}

/// A space stands for itself; a line end takes the indentation of the next line with it.
fn blank(written: &str, cursor: usize, character: char) -> Range<usize> {
    let rest = &written[cursor..];
    let length = if rest.starts_with(character) && character != '\n' {
        1
    } else {
        blank_length(rest)
    };
    cursor..cursor + length
}

fn visible(style: Style, written: &str, cursor: usize, character: char) -> Option<Range<usize>> {
    let start = cursor + blank_length(&written[cursor..]);
    let rest = &written[start..];
    if style == Style::SingleQuoted && character == '\'' {
        return rest.starts_with("''").then_some(start..start + 2);
    }
    if starts_escape(style, rest) {
        return escape(written, start, character);
    }
    rest.starts_with(character)
        .then(|| start..start + character.len_utf8())
}

/// An escape of a double-quoted scalar; an escaped line end gives no character.
fn escape(written: &str, start: usize, character: char) -> Option<Range<usize>> {
    let kind = written[start + 1..].chars().next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\n' | '\r' => {
            let next = start + 1 + blank_length(&written[start + 1..]);
            return visible(Style::DoubleQuoted, written, next, character);
        }
        _ => 0,
    };
    let end = start + 1 + kind.len_utf8() + digits;
    written.is_char_boundary(end).then_some(start..end)
}
