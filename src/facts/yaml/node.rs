//! A YAML file as a tree with places, before it means anything.

use std::ops::Range;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where a scalar was written, with its quotes; of a list or mapping only the first byte.
    pub(super) range: Range<usize>,
    /// The key that it stands under, if it is the value of a mapping.
    pub(super) key: Option<Range<usize>>,
    /// What it is.
    pub(super) content: Content,
}

/// What a [`Node`] is.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// Nothing, or `~`, or `null`.
    Null,
    /// A scalar's text.
    Text(String),
    /// A scalar that YAML takes for a number or a truth value: its text is as written.
    Written,
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in their order; a key may come twice.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// Whether it is keys with values.
    pub fn is_mapping(&self) -> bool {
        matches!(self.content, Content::Mapping(_))
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.content, Content::Sequence(_))
    }

    /// Whether nothing is written.
    pub(super) fn is_null(&self) -> bool {
        matches!(self.content, Content::Null)
    }

    /// What a clerk calls this kind of value.
    pub(super) fn kind(&self) -> &'static str {
        match self.content {
            Content::Null => "空的",
            Content::Text(_) | Content::Written => "一段文字",
            Content::Sequence(_) => "一个列表",
            Content::Mapping(_) => "一组键和值",
        }
    }

    /// The range to show for it: a scalar's own, else the key's, else the first key's inside.
    pub(super) fn shown_range(&self) -> Range<usize> {
        let inside = match &self.content {
            Content::Text(_) | Content::Written => return self.range.clone(),
            Content::Mapping(entries) => entries.first().map(|(key, _)| key.range.clone()),
            Content::Sequence(_) | Content::Null => None,
        };
        self.key
            .clone()
            .or(inside)
            .unwrap_or_else(|| self.range.clone())
    }
}
