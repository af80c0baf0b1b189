//! The tags of a template text, as tokens with their places.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name or keyword.
    Word,
    /// A quoted text; its token holds the text between the quotes.
    Text,
    /// A number.
    Number,
    /// One or two signs.
    Sign,
}

/// A token inside a tag.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    /// Its bytes in the template text, quotes included.
    pub(super) range: Range<usize>,
}

impl Token<'_> {
    /// The token as a word or sign; nothing for quoted text, which is never a keyword.
    pub(super) fn word(&self) -> &str {
        match self.kind {
            TokenKind::Text => "",
            _ => self.text,
        }
    }
}

/// A stretch of a template text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stretch {
    /// Text that is printed as it stands.
    Literal(Range<usize>),
    /// A tag, with its delimiters.
    Tag(Range<usize>),
}

/// Cuts a template text into literal text and tags; a tag without an end runs to the end.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut literal_start = 0;
    let mut position = 0;
    while let Some(offset) = text[position..].find('{') {
        let start = position + offset;
        let Some(end) = tag_end(text, start) else {
            position = start + 1;
            continue;
        };
        if literal_start < start {
            stretches.push(Stretch::Literal(literal_start..start));
        }
        stretches.push(Stretch::Tag(start..end));
        literal_start = end;
        position = end;
    }
    if literal_start < text.len() {
        stretches.push(Stretch::Literal(literal_start..text.len()));
    }
    stretches
}

/// The end of the tag, comment or raw block that begins at `start`, if one does.
fn tag_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    if rest.starts_with("{#") {
        return Some(start + find_or_end(rest, "#}"));
    }
    let close = match rest.as_bytes().get(1) {
        Some(b'{') => "}}",
        Some(b'%') => "%}",
        _ => return None,
    };
    let length = closing(rest, close);
    let inner = rest[2..length].trim_start_matches('-').trim_start();
    if close == "%}" && inner.starts_with("raw") && !inner.starts_with("raw_") {
        let raw_end = find_or_end(&rest[length..], "endraw");
        return Some(start + length + raw_end + find_or_end(&rest[length + raw_end..], "%}"));
    }
    Some(start + length)
}

fn find_or_end(text: &str, mark: &str) -> usize {
    text.find(mark)
        .map_or(text.len(), |offset| offset + mark.len())
}

/// The length of a tag up to and with its closing mark, which may stand in quotes before.
fn closing(tag: &str, close: &str) -> usize {
    let mut quote = None;
    let mut is_escaped = false;
    for (offset, character) in tag.char_indices().skip(2) {
        match quote {
            Some(_) if is_escaped => is_escaped = false,
            Some(_) if character == '\\' => is_escaped = true,
            Some(open) if character == open => quote = None,
            Some(_) => {}
            None if matches!(character, '"' | '\'' | '`') => quote = Some(character),
            None if tag[offset..].starts_with(close) => return offset + close.len(),
            None => {}
        }
    }
    tag.len()
}

/// The tokens of every tag of a template text; comments and raw blocks have none.
pub(super) fn tags(text: &str) -> Vec<Vec<Token<'_>>> {
    stretches(text)
        .into_iter()
        .filter_map(|stretch| match stretch {
            Stretch::Tag(range) => tag_tokens(text, range),
            Stretch::Literal(_) => None,
        })
        .collect()
}

fn tag_tokens(text: &str, range: Range<usize>) -> Option<Vec<Token<'_>>> {
    let tag = &text[range.clone()];
    if tag.starts_with("{#") {
        return None;
    }
    let is_closed = tag.len() >= 4 && (tag.ends_with("}}") || tag.ends_with("%}"));
    let end = if is_closed { range.end - 2 } else { range.end };
    let tokens = tokens(text, range.start + 2..end);
    let first = tokens.iter().find(|token| token.text != "-");
    if first.is_some_and(|token| token.word() == "raw") {
        return None;
    }
    let skip = usize::from(tokens.first().is_some_and(|token| token.text == "-"));
    Some(tokens.into_iter().skip(skip).collect())
}

fn tokens(text: &str, range: Range<usize>) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut position = range.start;
    while position < range.end {
        let rest = &text[position..range.end];
        let Some(first) = rest.chars().next() else {
            break;
        };
        let (kind, length) = token_length(rest, first);
        if let Some(kind) = kind {
            let end = position + length;
            let inner = if kind == TokenKind::Text {
                text[position + 1..end].trim_end_matches(first)
            } else {
                &text[position..end]
            };
            tokens.push(Token {
                kind,
                text: inner,
                range: position..end,
            });
        }
        position += length;
    }
    tokens
}

fn token_length(rest: &str, first: char) -> (Option<TokenKind>, usize) {
    let run = |is_part: fn(char) -> bool| rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    if first.is_whitespace() {
        (None, first.len_utf8())
    } else if first.is_ascii_digit() {
        (
            Some(TokenKind::Number),
            run(|c| c.is_ascii_digit() || c == '.'),
        )
    } else if first.is_ascii_alphabetic() || first == '_' {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        (Some(TokenKind::Word), run(is_part))
    } else if matches!(first, '"' | '\'' | '`') {
        (Some(TokenKind::Text), text_length(rest, first))
    } else {
        let pair = ["==", "!=", "<=", ">=", "//", "**", "?.", "?["];
        let is_pair = pair.iter().any(|sign| rest.starts_with(sign));
        let length = if is_pair { 2 } else { first.len_utf8() };
        (Some(TokenKind::Sign), length)
    }
}

/// The length of a quoted text with its quotes; a quote behind a backslash does not end it.
fn text_length(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (offset, character) in rest.char_indices().skip(1) {
        if character == quote && !is_escaped {
            return offset + 1;
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_literals_from_tags() {
        let text = "甲{{ a }}乙{% if \"%}\" %}丙{# {{ #}丁 { 戊";
        let literals: Vec<_> = stretches(text)
            .into_iter()
            .filter_map(|stretch| match stretch {
                Stretch::Literal(range) => Some(&text[range]),
                Stretch::Tag(_) => None,
            })
            .collect();
        assert_eq!(literals, ["甲", "乙", "丙", "丁 { 戊"]);
    }

    #[test]
    fn unfinished_tags_do_not_panic() {
        for text in ["{{", "{%", "{{ a", "{% raw", "{#", "{{ \"查", "{"] {
            let _ = tags(text);
        }
    }
}
