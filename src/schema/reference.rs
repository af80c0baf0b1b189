//! The reference of all keys (键) in Markdown, for the README and for reading in a terminal.

use std::fmt::Write;

use super::kinds;
use crate::facts::FileKind;
use crate::facts::yaml::{Key, Mapping, Shape};

/// Every key of every kind of file: a heading for each kind, a table row for each key.
pub fn reference() -> String {
    let mut printed: Vec<(&'static Mapping, &'static FileKind)> = Vec::new();
    let mut text = String::new();
    for kind in kinds() {
        let mut rows = Rows {
            kind,
            printed: &mut printed,
            text: String::new(),
        };
        rows.mapping(kind.mapping, "");
        let title = format!("### {}：`{}`", kind.title, kind.files);
        let head = "| 键 | 怎么写 | 内容 |\n|---|---|---|";
        let separator = if text.is_empty() { "" } else { "\n" };
        text += &format!("{separator}{title}\n\n{head}\n{}", rows.text);
    }
    text
}

/// The rows of one table.
struct Rows<'a> {
    kind: &'static FileKind,
    /// Mappings that have their rows already, with the kind of file where they stand.
    printed: &'a mut Vec<(&'static Mapping, &'static FileKind)>,
    text: String,
}

impl Rows<'_> {
    fn mapping(&mut self, mapping: &'static Mapping, path: &str) {
        self.printed.push((mapping, self.kind));
        for key in mapping.keys {
            self.key(key, path);
        }
    }

    fn key(&mut self, key: &'static Key, path: &str) {
        let path = format!("{path}{}", key.name);
        let shape = key.shape();
        let nested = nested(&shape, &path);
        let seen = nested.as_ref().and_then(|(mapping, _)| {
            let mut printed = self.printed.iter();
            printed.find(|(other, _)| other == mapping).map(|it| it.1)
        });
        let must = if key.is_required { "必填，" } else { "" };
        let also = match seen {
            Some(kind) if kind.name == self.kind.name => "；键同上一级",
            Some(kind) => &format!("；键同 `{}`", kind.files),
            None => "",
        };
        let (how, about) = (in_words(&shape), key.about);
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "| `{path}` | {must}{how} | {about}{also} |");
        if let (Some((mapping, path)), None) = (nested, seen) {
            self.mapping(mapping, &path);
        }
    }
}

/// The mapping somewhere under a key, with the path to its own keys.
fn nested(shape: &Shape, path: &str) -> Option<(&'static Mapping, String)> {
    match shape {
        Shape::Mapping(mapping) => Some((mapping, format!("{path}."))),
        Shape::List(item) | Shape::FilledList(item) => nested(item, &format!("{path}[]")),
        Shape::Labelled(label, value) => nested(value, &format!("{path}.{}", label.title)),
        Shape::Either(shapes) => shapes.iter().find_map(|shape| nested(shape, path)),
        _ => None,
    }
}

/// How a value is written, in a few Chinese words.
fn in_words(shape: &Shape) -> String {
    match shape {
        Shape::Any => "任意".to_owned(),
        Shape::Text => "文字".to_owned(),
        Shape::EmptyOrText => "文字，可空".to_owned(),
        Shape::Form(form) => form.title.to_owned(),
        Shape::Words(words) => {
            let words = words.iter().map(|word| match word.about {
                "" => format!("`{}`", word.word),
                about => format!("`{}` {about}", word.word),
            });
            words.collect::<Vec<_>>().join("；")
        }
        Shape::Whole { least, most } => match most {
            Some(most) => format!("整数，{least} 到 {most}"),
            None if *least == 0 => "整数".to_owned(),
            None => format!("整数，从 {least} 起"),
        },
        Shape::Number => "数字".to_owned(),
        Shape::List(item) | Shape::FilledList(item) => format!("列表：{}", in_words(item)),
        Shape::Labelled(label, value) => format!("{}: {}", label.title, in_words(value)),
        Shape::Mapping(_) => "一组键".to_owned(),
        Shape::Either(shapes) => {
            let shapes = shapes.iter().map(in_words);
            shapes.collect::<Vec<_>>().join("；或")
        }
    }
}
