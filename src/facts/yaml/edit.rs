//! Edits of a YAML file that leave everything else as its writer wrote it: order, comments, blanks.

use std::ops::Range;
use std::sync::Arc;

use super::node::{Content, Node};
use super::parse;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A YAML file whose values can be replaced, removed and added.
///
/// Paths are keys from the top; every edit is of the file as it was read, and no two may overlap.
#[derive(Debug)]
pub struct Editor {
    source: Arc<Source>,
    root: Node,
    edits: Vec<(Range<usize>, String)>,
}

impl Editor {
    /// Reads a file.
    ///
    /// # Errors
    /// The first mistake of the YAML.
    pub fn new(source: &Arc<Source>) -> Result<Self, Box<Diagnostic>> {
        Ok(Self {
            source: Arc::clone(source),
            root: parse::parse(source)?,
            edits: Vec::new(),
        })
    }

    /// Whether something is written under a path.
    pub fn has(&self, path: &[&str]) -> bool {
        self.find(path).is_some()
    }

    /// The text under a path, if it is a scalar.
    pub fn text(&self, path: &[&str]) -> Option<String> {
        let node = self.find(path)?;
        match &node.content {
            Content::Text(text) => Some(text.clone()),
            Content::Written => Some(self.source.text()[node.range.clone()].to_owned()),
            _ => None,
        }
    }

    /// The keys under a path, in their order.
    pub fn keys(&self, path: &[&str]) -> Vec<String> {
        let Some(Content::Mapping(entries)) = self.find(path).map(|node| &node.content) else {
            return Vec::new();
        };
        let keys = entries.iter();
        keys.map(|(key, _)| self.source.text()[key.range.clone()].to_owned())
            .collect()
    }

    /// Replaces a scalar by `yaml`; false if there is none.
    pub fn set(&mut self, path: &[&str], yaml: &str) -> bool {
        let range = match self.find(path) {
            Some(node) if matches!(node.content, Content::Text(_) | Content::Written) => {
                node.range.clone()
            }
            _ => return false,
        };
        self.edits.push((range, yaml.to_owned()));
        true
    }

    /// Empties the value under a block key, lists and mappings included; `comment` stands in its
    /// place. False if there is none.
    pub fn clear(&mut self, path: &[&str], comment: &str) -> bool {
        let Some((parent, index)) = self.entry(path) else {
            return false;
        };
        let Content::Mapping(entries) = &parent.content else {
            return false;
        };
        let key = &entries[index].0;
        let extent = self.extent(entries, index);
        if self.is_in_braces(key) {
            return false;
        }
        let start = key.range.end;
        self.edits
            .push((start..extent.end, format!(":{comment}\n")));
        true
    }

    /// Removes a key and its value; false if there is none.
    pub fn remove(&mut self, path: &[&str]) -> bool {
        let Some((parent, index)) = self.entry(path) else {
            return false;
        };
        let Content::Mapping(entries) = &parent.content else {
            return false;
        };
        let extent = self.extent(entries, index);
        self.edits.push((extent, String::new()));
        true
    }

    /// Adds `key: yaml` behind the last key under a path; false if that is not a mapping with keys.
    pub fn add(&mut self, path: &[&str], key: &str, yaml: &str) -> bool {
        let Some(Content::Mapping(entries)) = self.find(path).map(|node| &node.content) else {
            return false;
        };
        let Some((last_key, last)) = entries.last() else {
            return false;
        };
        let (at, text) = if self.is_in_braces(last_key) {
            (self.end_of(last), format!(", {key}: {yaml}"))
        } else {
            let end = self.extent(entries, entries.len() - 1).end;
            let indent = " ".repeat(self.column(last_key.range.start));
            let ends_line = self.source.text()[..end].ends_with('\n');
            let before = if ends_line { "" } else { "\n" };
            (end, format!("{before}{indent}{key}: {yaml}\n"))
        };
        self.edits.push((at..at, text));
        true
    }

    /// The file with all edits.
    pub fn finish(mut self) -> String {
        self.edits
            .sort_by_key(|(range, _)| (range.start, range.end));
        let text = self.source.text();
        let mut edited = String::with_capacity(text.len() + 64 * self.edits.len());
        let mut position = 0;
        for (range, replacement) in &self.edits {
            edited.push_str(&text[position..range.start.max(position)]);
            edited.push_str(replacement);
            position = range.end.max(position);
        }
        edited.push_str(&text[position..]);
        edited
    }

    fn find(&self, path: &[&str]) -> Option<&Node> {
        let mut node = &self.root;
        for key in path {
            node = &self.child(node, key)?.1;
        }
        Some(node)
    }

    /// The mapping that holds the last key of a path, and the key's index in it.
    fn entry(&self, path: &[&str]) -> Option<(&Node, usize)> {
        let (last, above) = path.split_last()?;
        let parent = self.find(above)?;
        let Content::Mapping(entries) = &parent.content else {
            return None;
        };
        let index = entries.iter().position(|(key, _)| self.is_key(key, last))?;
        Some((parent, index))
    }

    fn child<'n>(&self, node: &'n Node, name: &str) -> Option<&'n (Node, Node)> {
        let Content::Mapping(entries) = &node.content else {
            return None;
        };
        entries.iter().find(|(key, _)| self.is_key(key, name))
    }

    fn is_key(&self, key: &Node, name: &str) -> bool {
        match &key.content {
            Content::Text(text) => text == name,
            _ => &self.source.text()[key.range.clone()] == name,
        }
    }

    /// The bytes before `at` on its line.
    fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    fn line_start(&self, at: usize) -> usize {
        self.source.text()[..at]
            .rfind('\n')
            .map_or(0, |feed| feed + 1)
    }

    /// Whether the key stands in curly brackets and not on a line of its own.
    fn is_in_braces(&self, key: &Node) -> bool {
        let before = &self.source.text()[self.line_start(key.range.start)..key.range.start];
        !before.trim_start_matches("- ").trim().is_empty()
    }

    /// From the key to behind its value: whole lines, or in curly brackets the comma too.
    fn extent(&self, entries: &[(Node, Node)], index: usize) -> Range<usize> {
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
    fn end_of(&self, node: &Node) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# 数据
figures:
  cases:            # 执法
    name: 案件
    by_period:
      2021年: { value: 1001, growth: 41.6% }   # 年报

  # 专利
  patents: { name: 专利, by_period: { 2021年: { value: 15.5万 } } }
list:
- 甲
- 乙
last: 丙
";

    fn editor() -> Editor {
        Editor::new(&Source::new("a.yaml", FILE)).expect("the file is right")
    }

    #[test]
    fn values_are_replaced_where_they_stand() {
        let mut editor = editor();
        assert!(editor.set(
            &["figures", "cases", "by_period", "2021年", "value"],
            "1002"
        ));
        assert!(!editor.set(&["figures", "case"], "1"));
        let text = editor.finish();
        assert_eq!(text, FILE.replace("1001", "1002"));
    }

    #[test]
    fn keys_are_added_behind_the_last_one() {
        let mut editor = editor();
        let value = "{ value: 2 }";
        assert!(editor.add(&["figures", "cases", "by_period"], "2022年", value));
        assert!(editor.add(&["figures", "patents", "by_period"], "2022年", value));
        assert!(editor.add(
            &["figures", "cases", "by_period", "2021年"],
            "as_of",
            "2021-12-31"
        ));
        let expected = FILE
            .replace(
                "41.6% }   # 年报\n",
                "41.6%, as_of: 2021-12-31 }   # 年报\n      2022年: { value: 2 }\n",
            )
            .replace("15.5万 } }", "15.5万 }, 2022年: { value: 2 } }");
        assert_eq!(editor.finish(), expected);
    }

    #[test]
    fn keys_are_removed_with_their_values() {
        let mut editor = editor();
        assert!(editor.remove(&["figures", "cases", "by_period", "2021年", "value"]));
        assert!(editor.remove(&["figures", "patents"]));
        assert!(editor.remove(&["list"]));
        let text = editor.finish();
        let expected = FILE
            .replace("value: 1001, ", "")
            .replace(
                "  patents: { name: 专利, by_period: { 2021年: { value: 15.5万 } } }\n",
                "",
            )
            .replace("list:\n- 甲\n- 乙\n", "");
        assert_eq!(text, expected);
    }

    #[test]
    fn values_are_cleared_with_a_comment() {
        let mut editor = editor();
        assert!(editor.clear(&["list"], "   # 填"));
        assert_eq!(
            editor.finish(),
            FILE.replace("list:\n- 甲\n- 乙\n", "list:   # 填\n")
        );
    }
}
