//! Edits of a YAML file that leave everything else as its writer wrote it: order, comments, blanks.

mod extent;
mod insertion;
mod lookup;
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
}

#[cfg(test)]
mod tests;
