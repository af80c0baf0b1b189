//! Edits of a YAML file that leave everything else as its writer wrote it: order, comments, blanks.

mod removal;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::node::{Content, Node};
use super::parse;
use super::written::Written;
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
    /// Where the keys of long mappings are in them, by the first byte of the mapping.
    index: HashMap<usize, HashMap<String, usize>>,
    /// How the file ends its lines.
    line_end: &'static str,
}

/// Mappings with more keys have an index.
const SHORT: usize = 32;

impl Editor {
    /// Reads a file.
    ///
    /// # Errors
    /// The first mistake of the YAML.
    pub fn new(source: &Arc<Source>) -> Result<Self, Box<Diagnostic>> {
        let mut editor = Self {
            source: Arc::clone(source),
            root: parse::parse(source)?,
            edits: Vec::new(),
            index: HashMap::new(),
            line_end: match source.text().contains("\r\n") {
                true => "\r\n",
                false => "\n",
            },
        };
        let mut index = HashMap::new();
        editor.fill_index(&editor.root, &mut index);
        editor.index = index;
        Ok(editor)
    }

    fn fill_index(&self, node: &Node, index: &mut HashMap<usize, HashMap<String, usize>>) {
        let Content::Mapping(entries) = &node.content else {
            return;
        };
        if entries.len() > SHORT {
            let keys = entries.iter().enumerate().rev();
            let keys = keys.map(|(at, (key, _))| (self.key_text(key).to_owned(), at));
            index.insert(node.range.start, keys.collect());
        }
        for (_, value) in entries {
            self.fill_index(value, index);
        }
    }

    /// How the file ends its lines.
    pub fn line_end(&self) -> &'static str {
        self.line_end
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
        keys.map(|(key, _)| self.key_text(key).to_owned()).collect()
    }

    /// Whether the value under a path is a mapping in curly brackets.
    pub fn is_in_brackets(&self, path: &[&str]) -> bool {
        self.find(path).is_some_and(|node| self.is_flow(node))
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

    /// Replaces a scalar's text and keeps its quotes; false if there is none, or if it stands on
    /// lines of its own.
    pub fn set_text(&mut self, path: &[&str], text: &str) -> bool {
        let Some(node) = self.find(path) else {
            return false;
        };
        let written = &self.source.text()[node.range.clone()];
        if written.contains('\n') {
            return false;
        }
        let yaml = match written.chars().next() {
            Some('"') => Written::double_quoted(text),
            Some('\'') => Written::single_quoted(text),
            _ => Written::plain(text),
        };
        self.set(path, &yaml)
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
        let text = format!(":{comment}{}", self.line_end);
        self.edits.push((start..extent.end, text));
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
        self.insert(path, key, &Written::Yaml(yaml.to_owned()), None)
    }

    /// Adds a key before another one, or behind the last one; false if there is no mapping under
    /// the path, or nothing in it that shows how it is written.
    pub fn insert(
        &mut self,
        path: &[&str],
        key: &str,
        value: &Written,
        before: Option<&str>,
    ) -> bool {
        let Some(node) = self.find(path) else {
            return false;
        };
        let Content::Mapping(entries) = &node.content else {
            return false;
        };
        let next = before.and_then(|name| self.index_of(node, entries, name));
        let is_flow = self.is_flow(node);
        let insertion = match entries.last() {
            None if is_flow => Some((node.range.start + 1, format!(" {key}: {} ", value.flow()))),
            None => None,
            Some((last_key, _)) if is_flow || self.is_in_braces(last_key) => {
                Some(self.flow_insertion(entries, next, key, value))
            }
            Some(_) => Some(self.block_insertion(node, entries, next, key, value)),
        };
        let Some((at, text)) = insertion else {
            return false;
        };
        self.edits.push((at..at, text));
        true
    }

    /// In curly brackets: before the key at `next`, or behind the last value.
    fn flow_insertion(
        &self,
        entries: &[(Node, Node)],
        next: Option<usize>,
        key: &str,
        value: &Written,
    ) -> (usize, String) {
        let value = value.flow();
        match (next, entries.last()) {
            (Some(next), _) => (entries[next].0.range.start, format!("{key}: {value}, ")),
            (None, last) => {
                let end = last.map_or(0, |(_, last)| self.end_of(last));
                (end, format!(", {key}: {value}"))
            }
        }
    }

    /// On lines of its own: before the key at `next` and its comments, or behind the last value.
    fn block_insertion(
        &self,
        node: &Node,
        entries: &[(Node, Node)],
        next: Option<usize>,
        key: &str,
        value: &Written,
    ) -> (usize, String) {
        let first = entries[0].0.range.start;
        let at = match next {
            Some(0) => self.line_start(first),
            Some(next) => self.extent(entries, next - 1).end,
            None => self.extent(entries, entries.len() - 1).end,
        };
        let indent = self.column(first);
        let above = node.key.as_ref().map(|key| self.column(key.start));
        let step = above.map_or(2, |above| indent.saturating_sub(above).max(1));
        (at, value.block(key, indent, step, self.line_end))
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
            let is_line = range.is_empty() && replacement.ends_with('\n');
            if is_line && !edited.is_empty() && !edited.ends_with('\n') {
                edited.push_str(self.line_end);
            }
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
        let index = self.index_of(parent, entries, last)?;
        Some((parent, index))
    }

    fn index_of(&self, node: &Node, entries: &[(Node, Node)], name: &str) -> Option<usize> {
        match self.index.get(&node.range.start) {
            Some(index) if entries.len() > SHORT => index.get(name).copied(),
            _ => entries
                .iter()
                .position(|(key, _)| self.key_text(key) == name),
        }
    }

    fn child<'n>(&self, node: &'n Node, name: &str) -> Option<&'n (Node, Node)> {
        let Content::Mapping(entries) = &node.content else {
            return None;
        };
        entries.get(self.index_of(node, entries, name)?)
    }

    fn key_text<'n>(&'n self, key: &'n Node) -> &'n str {
        match &key.content {
            Content::Text(text) => text,
            _ => &self.source.text()[key.range.clone()],
        }
    }

    fn is_flow(&self, node: &Node) -> bool {
        node.is_mapping() && self.source.text()[node.range.start..].starts_with('{')
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
