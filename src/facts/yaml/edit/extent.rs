//! Where in the text a key and its value begin and end.

use std::ops::Range;

use super::Editor;
use crate::facts::yaml::node::{Content, Node};

impl Editor {
    pub(super) fn is_flow(&self, node: &Node) -> bool {
        node.is_mapping() && self.source.text()[node.range.start..].starts_with('{')
    }

    /// The bytes before `at` on its line.
    pub(super) fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.source.text()[..at]
            .rfind('\n')
            .map_or(0, |feed| feed + 1)
    }

    /// Whether the key stands in curly brackets and not on a line of its own.
    pub(super) fn is_in_braces(&self, key: &Node) -> bool {
        let before = &self.source.text()[self.line_start(key.range.start)..key.range.start];
        !before.trim_start_matches("- ").trim().is_empty()
    }

    /// From the key to behind its value: whole lines, or in curly brackets the comma too.
    pub(super) fn extent(&self, entries: &[(Node, Node)], index: usize) -> Range<usize> {
        let (key, value) = &entries[index];
        if self.is_in_braces(key) {
            return match (index.checked_sub(1), entries.get(index + 1)) {
                (_, Some((next, _))) => key.range.start..next.range.start,
                (Some(before), None) => self.end_of(&entries[before].1)..self.end_of(value),
                (None, None) => key.range.start..self.end_of(value),
            };
        }
        let start = key.range.start;
        self.line_start(start)..self.block_end(start)
    }

    /// Behind the last line that belongs to the block key at `start`.
    fn block_end(&self, start: usize) -> usize {
        let text = self.source.text();
        let indent = self.column(start);
        let mut end = None;
        let mut position = start;
        for line in text[start..].split_inclusive('\n') {
            let is_first = position == start;
            let content = line.trim_start_matches(' ');
            let depth = line.len() - content.len();
            let content = content.trim_end();
            let is_item = depth == indent && (content.starts_with("- ") || content == "-");
            let is_comment = content.starts_with('#');
            let is_inside = is_first || content.is_empty() || depth > indent || is_item;
            if !is_inside && !is_comment {
                break;
            }
            position += line.len();
            if is_first || (!content.is_empty() && is_inside) {
                end = Some(position);
            }
        }
        end.unwrap_or(position)
    }

    /// Behind a value: of lists and mappings in brackets behind the closing one.
    pub(super) fn end_of(&self, node: &Node) -> usize {
        let inside = match &node.content {
            Content::Text(_) | Content::Written => return node.range.end,
            Content::Null => return node.range.end,
            Content::Sequence(items) => items.last().map(|item| self.end_of(item)),
            Content::Mapping(entries) => entries.last().map(|(_, value)| self.end_of(value)),
        };
        let text = self.source.text();
        let opening = text[node.range.start..].chars().next();
        let from = inside.unwrap_or(node.range.start + 1);
        match opening {
            Some('{') => closing(text, from, '}'),
            Some('[') => closing(text, from, ']'),
            _ => from,
        }
    }
}

/// Behind the next `bracket`; only blanks, commas and comments stand before it.
fn closing(text: &str, from: usize, bracket: char) -> usize {
    let found = text[from..].find(bracket);
    found.map_or(text.len(), |offset| from + offset + bracket.len_utf8())
}
