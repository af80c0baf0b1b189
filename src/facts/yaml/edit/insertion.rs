//! Adding keys in the manner of those that stand beside them.

use super::Editor;
use crate::facts::yaml::node::{Content, Node};
use crate::facts::yaml::written::Written;

impl Editor {
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
}
