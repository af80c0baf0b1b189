//! The keys of one mapping, asked for one by one and held against its table.

use super::decode::{Decoder, FromYaml};
use super::node::Node;
use super::shape::{Key, Mapping, Shape};
use crate::diagnostic::Diagnostic;
use crate::source::{PlacedText, Span};
use crate::text::nearest;

impl<'a> Decoder<'a> {
    /// The keys and values of a mapping with fixed keys.
    pub fn fields<'d, 'n>(
        &'d mut self,
        node: &'n Node,
        mapping: &'static Mapping,
    ) -> Option<Fields<'d, 'a, 'n>> {
        let entries = self.entries(node)?;
        Some(Fields {
            place: self.place(node),
            decoder: self,
            mapping,
            entries,
            asked: Vec::new(),
        })
    }
}

/// The keys and values of a mapping with fixed keys.
///
/// Ask for every key of the table, then call [`Fields::finish`], which reports those that are not in
/// it. Debug builds stop at a key that is asked for and not in the table, or the other way round.
#[derive(Debug)]
pub struct Fields<'d, 'a, 'n> {
    decoder: &'d mut Decoder<'a>,
    mapping: &'static Mapping,
    place: Span,
    entries: Vec<(PlacedText, &'n Node)>,
    asked: Vec<&'static str>,
}

impl<'d, 'a, 'n> Fields<'d, 'a, 'n> {
    /// The place of the mapping: the key that it stands under, or its first key.
    pub fn place(&self) -> &Span {
        &self.place
    }

    /// The place of a key; that of the mapping if the key is absent.
    pub fn place_of(&self, key: &str) -> Span {
        let entry = self.entries.iter().find(|(found, _)| found.text == key);
        entry.map_or_else(|| self.place.clone(), |(key, _)| key.place.clone())
    }

    /// The decoder, to report what concerns several keys together.
    pub fn decoder(&mut self) -> &mut Decoder<'a> {
        self.decoder
    }

    /// The value under `key`, as it is.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.ask(key);
        let entry = self.entries.iter().find(|(found, _)| found.text == key);
        entry.map(|(_, node)| *node)
    }

    fn ask(&mut self, key: &'static str) {
        let name = self.mapping.name;
        debug_assert!(self.mapping.key(key).is_some(), "{name} has no key {key}");
        self.asked.push(key);
    }

    /// Whether `key` is written, rightly or not.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(found, _)| found.text == key)
    }

    /// The value under `key`; nothing if it is absent or was reported as wrong.
    pub fn optional<T: FromYaml>(&mut self, key: &'static str) -> Option<T> {
        debug_assert!(
            self.is_read_as(key, &T::shape()),
            "{}: {key}",
            self.mapping.name
        );
        let node = self.node(key)?;
        T::from_yaml(node, self.decoder)
    }

    /// Whether what the table allows under `key` is what the type takes.
    fn is_read_as(&self, key: &str, read_as: &Shape) -> bool {
        let key = self.mapping.key(key);
        key.is_some_and(|key| key.shape().fits(read_as))
    }

    /// The value under `key`, which must be there.
    pub fn required<T: FromYaml>(&mut self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.ask(key);
            let message = format!("{}缺少“{key}”", self.mapping.owner);
            let place = self.place.clone();
            self.decoder.report(
                Diagnostic::error("missing-key", place, message)
                    .with_hint(format!("补上“{key}: …”")),
            );
            return None;
        }
        self.optional(key)
    }

    /// The list under `key`; empty if it is absent or was reported as wrong.
    pub fn list<T: FromYaml>(&mut self, key: &'static str) -> Vec<T> {
        self.optional::<Vec<T>>(key).unwrap_or_default()
    }

    /// The text under `key`, which may be empty.
    pub fn empty_or_text(&mut self, key: &'static str) -> Option<PlacedText> {
        let node = self.node(key)?;
        self.decoder.scalar(node)
    }

    /// One of several words under `key`, as its text with its place.
    pub fn word(&mut self, key: &'static str) -> Option<PlacedText> {
        let node = self.node(key)?;
        let Some(Shape::Words(words)) = self.mapping.key(key).map(Key::shape) else {
            return self.decoder.text(node);
        };
        let words: Vec<_> = words.iter().map(|it| (it.word, it.word)).collect();
        let word = self.decoder.choice(node, &words)?;
        Some(PlacedText::new(word, self.decoder.place(node)))
    }

    /// Reports the keys that are not in the table.
    pub fn finish(self) {
        for key in self.mapping.keys {
            let (mapping, name) = (self.mapping.name, key.name);
            debug_assert!(self.asked.contains(&name), "{mapping}: {name} is not read");
        }
        for (index, (key, _)) in self.entries.iter().enumerate() {
            if self.mapping.key(&key.text).is_some() {
                continue;
            }
            match self.parted_number(index) {
                Some(Parted::Here(place, number)) => {
                    self.decoder.report(thousands_comma(place, &number));
                }
                Some(Parted::Before) => {}
                None => self.decoder.report(unknown_key(self.mapping, key)),
            }
        }
    }

    /// The number of which an entry is the part behind a comma: curly brackets part entries there, so
    /// `{ value: 1,001,234 }` has the keys `value`, `001` and `234`.
    fn parted_number(&self, index: usize) -> Option<Parted> {
        let is_part = |(key, node): &&(PlacedText, &Node)| node.is_null() && is_number(&key.text);
        let (before, rest) = self.entries.split_at(index);
        let parts = rest.iter().take_while(is_part);
        let parts: Vec<_> = parts.map(|(key, _)| key).collect();
        let (last, (_, previous)) = (parts.last()?, before.last()?);
        if before.last().as_ref().is_some_and(is_part) && self.parted_number(index - 1).is_some() {
            return Some(Parted::Before);
        }
        let first = self.decoder.place(previous);
        if !is_number(first.text()) {
            return None;
        }
        let tail: String = parts.iter().map(|part| part.text.as_str()).collect();
        let number = first.text().to_owned() + &tail;
        let range = first.range().start..last.place.range().end;
        Some(Parted::Here(Span::new(first.source(), range), number))
    }
}

/// Where the number begins of which a key is a part.
enum Parted {
    /// In the value before it: its place, and the number as a whole.
    Here(Span, String),
    /// Before another such key, at which it is told.
    Before,
}

fn is_number(text: &str) -> bool {
    let is_part = |it: char| it.is_ascii_digit() || it == '.';
    text.starts_with(|it: char| it.is_ascii_digit()) && text.chars().all(is_part)
}

fn thousands_comma(place: Span, number: &str) -> Diagnostic {
    let message = format!("数里写了千分位的逗号“{}”", place.text());
    Diagnostic::error("thousands-comma", place, message)
        .with_hint(format!("写成“{number}”；在花括号里，逗号隔开的是两项"))
}

fn unknown_key(mapping: &Mapping, key: &PlacedText) -> Diagnostic {
    let message = format!("{}里没有“{}”这个键", mapping.owner, key.text);
    let known = mapping.keys.iter().map(|key| key.name);
    let all = format!("可用的键有{}", nearest::quoted(known.clone()));
    let hint = match nearest::suggestion(&key.text, known) {
        Some(suggestion) => format!("{suggestion}；{all}"),
        None => all,
    };
    Diagnostic::error("unknown-key", key.place.clone(), message).with_hint(hint)
}
