//! From nodes to types, key by key.

use std::ops::Range;
use std::sync::Arc;

use super::node::{Content, Node};
use super::shape::{Shape, Words};
use super::slips;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{PlacedText, Source, Span};
use crate::text::nearest;

/// A type that a YAML value can be read as.
pub trait FromYaml: Sized {
    /// What may be written.
    fn shape() -> Shape;

    /// Reads the value; if nothing can be made of it, an error has been reported.
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self>;
}

/// Reads nodes of one file and reports what does not fit.
#[derive(Debug)]
pub struct Decoder<'a> {
    source: &'a Arc<Source>,
    sink: &'a mut Sink,
}

impl<'a> Decoder<'a> {
    /// A decoder for the nodes of `source`.
    pub(super) fn new(source: &'a Arc<Source>, sink: &'a mut Sink) -> Self {
        Self { source, sink }
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        self.source
    }

    /// Reports a diagnostic.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    /// The place to show for a node.
    pub fn place(&self, node: &Node) -> Span {
        self.span(node.shown_range())
    }

    /// The key that the node stands under, or what it is called in a list.
    pub fn name(&self, node: &Node) -> String {
        match &node.key {
            Some(key) => self.source.text()[key.clone()].to_owned(),
            None => "列表中的一项".to_owned(),
        }
    }

    /// A scalar's text as it reads, which may be empty; an error for anything else.
    pub fn scalar(&mut self, node: &Node) -> Option<PlacedText> {
        match &node.content {
            Content::Text(text) => Some(PlacedText::new(text.clone(), self.place(node))),
            Content::Written => {
                let place = self.place(node);
                Some(PlacedText::new(place.text().to_owned(), place))
            }
            Content::Null => {
                self.report_empty(node);
                None
            }
            Content::Sequence(_) | Content::Mapping(_) => {
                self.report_type(node, "一段文字");
                None
            }
        }
    }

    /// A scalar's text, which must not be blank. Line feeds at its end are not part of it.
    pub fn text(&mut self, node: &Node) -> Option<PlacedText> {
        let mut placed = self.scalar(node)?;
        placed.text.truncate(placed.text.trim_end().len());
        if placed.text.trim().is_empty() {
            self.report_empty(node);
            return None;
        }
        Some(placed)
    }

    /// The nodes of a list.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        if let Content::Sequence(items) = &node.content {
            return Some(items);
        }
        self.report_not_a_list(node);
        None
    }

    /// The items of a list, without those that were reported as wrong.
    pub fn items<T: FromYaml>(&mut self, node: &Node) -> Option<Vec<T>> {
        let read = self
            .list(node)?
            .iter()
            .filter_map(|item| T::from_yaml(item, self));
        Some(read.collect())
    }

    /// The keys and values of a mapping with keys of the writer's own.
    pub fn entries<'n>(&mut self, node: &'n Node) -> Option<Vec<(PlacedText, &'n Node)>> {
        let Content::Mapping(entries) = &node.content else {
            self.report_type(node, "一组键和值");
            return None;
        };
        let mut read: Vec<(PlacedText, &Node)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            read.extend(self.key(key).map(|key| (key, value)));
        }
        self.drop_duplicates(&mut read);
        Some(read)
    }

    /// Keeps the first of equal keys and reports the others.
    fn drop_duplicates(&mut self, entries: &mut Vec<(PlacedText, &Node)>) {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by_key(|index| (&entries[*index].0.text, *index));
        let mut duplicates = Vec::new();
        for pair in order.windows(2) {
            let (first, second) = (&entries[pair[0]].0, &entries[pair[1]].0);
            if first.text == second.text {
                self.sink.push(duplicate_key(second, &first.place));
                duplicates.push(pair[1]);
            }
        }
        duplicates.sort_unstable();
        for index in duplicates.into_iter().rev() {
            entries.remove(index);
        }
    }

    /// One of several words.
    pub fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let found = self.text(node)?;
        let chosen = choices.iter().find(|(word, _)| *word == found.text);
        if let Some((_, value)) = chosen {
            return Some(*value);
        }
        let words = choices.iter().map(|(word, _)| *word);
        let message = format!("“{}”不能是“{}”", self.name(node), found.text);
        let hint = format!("只能写{}", nearest::quoted(words));
        self.report(Diagnostic::error("unknown-choice", found.place, message).with_hint(hint));
        None
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    fn key(&mut self, node: &Node) -> Option<PlacedText> {
        let place = self.place(node);
        let text = match &node.content {
            Content::Text(text) => text.clone(),
            Content::Written => place.text().to_owned(),
            _ => {
                let message = format!("键应当是一个词，这里是{}", node.kind());
                self.report(
                    Diagnostic::error("wrong-key", place, message)
                        .with_hint("写成“键: 内容”；以“{{”开头的文字用引号括起来"),
                );
                return None;
            }
        };
        if let Some(slip) = slips::in_key(&place, &text) {
            self.report(slip);
            return None;
        }
        if text == "<<" {
            self.report(super::syntax::anchor(place));
            return None;
        }
        Some(PlacedText::new(text, place))
    }

    /// Reports that nothing is written where something is due.
    pub fn report_empty(&mut self, node: &Node) {
        let message = format!("“{}”后面没有内容", self.name(node));
        let place = self.place(node);
        self.report(
            Diagnostic::error("empty-value", place, message)
                .with_hint("写上内容；没有内容可写时删去这一项"),
        );
    }

    /// Reports that a value is of another kind than `expected`.
    pub fn report_type(&mut self, node: &Node, expected: &str) {
        if node.is_null() {
            self.report_empty(node);
            return;
        }
        let name = self.name(node);
        let message = format!("“{name}”应当是{expected}，这里是{}", node.kind());
        let mut diagnostic = Diagnostic::error("wrong-type", self.place(node), message);
        if matches!(&node.content, Content::Mapping(entries) if entries.iter().any(|(key, _)| key.is_mapping()))
        {
            diagnostic = diagnostic.with_hint("以“{{”开头的文字用引号括起来");
        }
        self.report(diagnostic);
    }

    fn report_not_a_list(&mut self, node: &Node) {
        let Content::Text(text) = &node.content else {
            self.report_type(node, "一个列表");
            return;
        };
        let name = self.name(node);
        let message = format!("“{name}”应当是一个列表，这里是一段文字");
        let hint = format!("写成“{name}: [{}]”", text.trim());
        let place = self.place(node);
        self.report(Diagnostic::error("wrong-type", place, message).with_hint(hint));
    }
}

fn duplicate_key(key: &PlacedText, first: &Span) -> Diagnostic {
    let message = format!("“{}”写了两次", key.text);
    Diagnostic::error("duplicate-key", key.place.clone(), message)
        .with_label(first.clone(), "第一次在这里")
        .with_hint("只留一个")
}

impl<T: Words> FromYaml for T {
    fn shape() -> Shape {
        let words = T::WORDS.iter().map(|(word, _, about)| (*word, *about));
        Shape::words(&words.collect::<Vec<_>>())
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let choices = T::WORDS.iter().map(|(word, value, _)| (*word, *value));
        decoder.choice(node, &choices.collect::<Vec<_>>())
    }
}
