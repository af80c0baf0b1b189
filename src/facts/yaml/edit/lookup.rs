//! Finding what stands under a path of keys.

use std::collections::HashMap;

use super::Editor;
use crate::facts::yaml::node::{Content, Node};

/// Mappings with more keys have an index.
const SHORT: usize = 32;

impl Editor {
    pub(super) fn fill_index(
        &self,
        node: &Node,
        index: &mut HashMap<usize, HashMap<String, usize>>,
    ) {
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

    pub(super) fn find(&self, path: &[&str]) -> Option<&Node> {
        let mut node = &self.root;
        for key in path {
            node = &self.child(node, key)?.1;
        }
        Some(node)
    }

    /// The mapping that holds the last key of a path, and the key's index in it.
    pub(super) fn entry(&self, path: &[&str]) -> Option<(&Node, usize)> {
        let (last, above) = path.split_last()?;
        let parent = self.find(above)?;
        let Content::Mapping(entries) = &parent.content else {
            return None;
        };
        let index = self.index_of(parent, entries, last)?;
        Some((parent, index))
    }

    pub(super) fn index_of(
        &self,
        node: &Node,
        entries: &[(Node, Node)],
        name: &str,
    ) -> Option<usize> {
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

    pub(super) fn key_text<'n>(&'n self, key: &'n Node) -> &'n str {
        match &key.content {
            Content::Text(text) => text,
            _ => &self.source.text()[key.range.clone()],
        }
    }
}
