//! Slips of Chinese keyboards that YAML takes for something else: full-width colons and spaces, tabs.

use std::sync::Arc;

use super::node::{Content, Node};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Source, Span};

/// Full-width space, U+3000.
const WIDE_SPACE: char = '\u{3000}';

/// Full-width colon, U+FF1A.
const WIDE_COLON: char = '：';

/// Looks at every line of a file that could not be read, but not into literal and folded text.
pub(super) fn in_lines(source: &Arc<Source>, sink: &mut Sink) {
    let mut block_indent = None;
    for line in 1..=source.line_count() {
        let text = source.line_text(line);
        let indent = text.len() - text.trim_start_matches(' ').len();
        if block_indent.is_some_and(|block| indent > block || text.trim().is_empty()) {
            continue;
        }
        block_indent = opens_block(text).then_some(indent);
        in_line(&Span::line(source, line), text, sink);
    }
}

/// Looks into plain text that goes on over several lines or begins with a full-width space.
pub(super) fn in_tree(source: &Arc<Source>, node: &Node, sink: &mut Sink) {
    match &node.content {
        Content::Text(_) => in_plain_text(source, node, sink),
        Content::Sequence(items) => {
            for item in items {
                in_tree(source, item, sink);
            }
        }
        Content::Mapping(entries) => {
            for (_, value) in entries {
                in_tree(source, value, sink);
            }
        }
        Content::Null | Content::Written => {}
    }
}

/// A slip in a key, such as `value：1001` in curly brackets, where YAML takes it all for the key.
pub(super) fn in_key(place: &Span, key: &str) -> Option<Diagnostic> {
    if let Some(at) = key.find(WIDE_COLON) {
        return Some(wide_colon(place.clone(), &key[..at]));
    }
    if key.contains(WIDE_SPACE) {
        return Some(wide_space(place.clone()));
    }
    let (name, value) = key.split_once(':')?;
    let hint = format!("写成“{name}: {value}”");
    let message = format!("“{name}”的冒号后面没有空格");
    Some(Diagnostic::error("missing-space", place.clone(), message).with_hint(hint))
}

fn in_plain_text(source: &Arc<Source>, node: &Node, sink: &mut Sink) {
    let span = Span::new(source, node.range.clone());
    let written = span.text();
    let may_slip = written.starts_with(WIDE_SPACE) || written.contains('\n');
    if !may_slip || written.starts_with(['"', '\'']) || is_block(source, node.range.start) {
        return;
    }
    let mut start = 0;
    for text in written.split_inclusive('\n') {
        let place = span.part(start..start + text.trim_end().len());
        let is_slip = start > 0 || text.starts_with(WIDE_SPACE);
        if is_slip {
            in_line(&place, text.trim_end(), sink);
        }
        start += text.len();
    }
}

/// Whether the text that begins at `start` stands under a `|` or `>`.
fn is_block(source: &Source, start: usize) -> bool {
    let before = &source.text()[..start];
    let lines_end = before.trim_end_matches([' ', '\t', '\r', '\n']);
    lines_end.len() < before.rfind('\n').unwrap_or(0) + 1
        && lines_end.lines().next_back().is_some_and(opens_block)
}

fn opens_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    let header = line.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    header.ends_with(": |")
        || header.ends_with(": >")
        || header.ends_with("- |")
        || header.ends_with("- >")
}

/// `place` is the line's; its text begins at the line's start or at the text's.
fn in_line(place: &Span, text: &str, sink: &mut Sink) {
    let content = text.trim_start_matches([' ', '\t', WIDE_SPACE]);
    let indent = &text[..text.len() - content.len()];
    if let Some(at) = indent.find('\t') {
        sink.push(tab(place.part(at..at + 1)));
    }
    if let Some(at) = indent.find(WIDE_SPACE) {
        sink.push(wide_space(place.part(at..at + WIDE_SPACE.len_utf8())));
    }
    let content = content.trim_start_matches("- ");
    let key_start = text.len() - content.len();
    let key_length = content
        .find(|character: char| !is_key_character(character))
        .unwrap_or(content.len());
    let key = &content[..key_length];
    let after = &content[key_length..];
    let at = key_start + key_length;
    if !key.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return;
    }
    if after.starts_with(WIDE_COLON) {
        let colon = place.part(at..at + WIDE_COLON.len_utf8());
        sink.push(wide_colon(colon, key));
    } else if let Some(value) = after.strip_prefix(':') {
        in_value(place, at + 1, value, sink);
    }
}

fn in_value(place: &Span, at: usize, value: &str, sink: &mut Sink) {
    if value.starts_with(WIDE_SPACE) {
        sink.push(wide_space(place.part(at..at + WIDE_SPACE.len_utf8())));
    }
    let trimmed = value.trim_start();
    if trimmed.starts_with("{{") || trimmed.starts_with("{%") {
        let start = at + value.len() - trimmed.len();
        sink.push(unquoted_template(place.part(start..at + value.len())));
    }
}

/// Keys are ids, or labels of periods such as 2021年.
fn is_key_character(character: char) -> bool {
    character.is_ascii_lowercase()
        || character.is_ascii_digit()
        || character == '_'
        || "年月日上下半季度".contains(character)
}

fn wide_colon(place: Span, key: &str) -> Diagnostic {
    let message = format!("“{key}”后面用了全角冒号“：”");
    Diagnostic::error("full-width-colon", place, message)
        .with_hint(format!("改成半角冒号加一个空格：“{key}: ”"))
}

fn wide_space(place: Span) -> Diagnostic {
    Diagnostic::error("full-width-space", place, "这里用了全角空格")
        .with_hint("缩进和冒号后面只能用半角空格；段首空两字由程序排版，不用写")
}

fn tab(place: Span) -> Diagnostic {
    Diagnostic::error("tab-indent", place, "缩进里有制表符（Tab）").with_hint("缩进只能用空格")
}

fn unquoted_template(place: Span) -> Diagnostic {
    Diagnostic::error(
        "unquoted-template",
        place,
        "以“{{”或“{%”开头的文字没有加引号",
    )
    .with_hint("把整段文字用单引号括起来")
}
