//! The smallest files that hold a certain key, made from the tables of keys.

use fuhan::facts::yaml::{Key, Mapping, Rule, Shape};
use serde_json::{Map, Value, json};

/// One key at its place in a kind of file, with what it takes to write it there.
pub(super) struct Site {
    pub(super) mapping: &'static Mapping,
    pub(super) key: &'static Key,
    wrap: Vec<(&'static Mapping, &'static Key)>,
}

impl Site {
    /// Where it is, for messages.
    pub(super) fn path(&self) -> String {
        let above = self.wrap.iter().map(|(_, key)| key.name);
        above.chain([self.key.name]).collect::<Vec<_>>().join(".")
    }

    /// The smallest file whose mapping at this place is `inner`.
    pub(super) fn file_around(&self, inner: Value) -> Value {
        self.wrap.iter().rev().fold(inner, |inner, (mapping, key)| {
            let mut around = smallest(mapping, Some(key));
            around.insert(key.name.to_owned(), embedded(&key.shape(), inner));
            Value::Object(around)
        })
    }

    /// The smallest mapping with this key, and `value` under it.
    pub(super) fn with_value(&self, value: Value) -> Value {
        let mut inner = smallest(self.mapping, Some(self.key));
        inner.insert(self.key.name.to_owned(), value);
        self.file_around(Value::Object(inner))
    }

    /// The smallest mapping with this key.
    pub(super) fn inner(&self) -> Map<String, Value> {
        smallest(self.mapping, Some(self.key))
    }
}

/// Every key of every mapping of a kind of file, each mapping once.
pub(super) fn sites(root: &'static Mapping) -> Vec<Site> {
    let mut sites = Vec::new();
    let mut seen: Vec<&'static Mapping> = Vec::new();
    collect(root, &[], &mut seen, &mut sites);
    sites
}

fn collect(
    mapping: &'static Mapping,
    above: &[(&'static Mapping, &'static Key)],
    seen: &mut Vec<&'static Mapping>,
    sites: &mut Vec<Site>,
) {
    if seen.contains(&mapping) {
        return;
    }
    seen.push(mapping);
    for key in mapping.keys {
        let wrap = above.to_vec();
        sites.push(Site { mapping, key, wrap });
        if let Some(inner) = nested(&key.shape()) {
            let above = [above, &[(mapping, key)]].concat();
            collect(inner, &above, seen, sites);
        }
    }
}

fn nested(shape: &Shape) -> Option<&'static Mapping> {
    match shape {
        Shape::Mapping(mapping) => Some(mapping),
        Shape::List(item) | Shape::FilledList(item) | Shape::Labelled(_, item) => nested(item),
        Shape::Either(shapes) => shapes.iter().find_map(nested),
        _ => None,
    }
}

/// `inner` where a shape has its mapping.
fn embedded(shape: &Shape, inner: Value) -> Value {
    match shape {
        Shape::List(item) | Shape::FilledList(item) => json!([embedded(item, inner)]),
        Shape::Labelled(form, item) => json!({ form.examples[0]: embedded(item, inner) }),
        Shape::Either(shapes) => {
            let shape = shapes.iter().find(|shape| nested(shape).is_some());
            embedded(shape.expect("a shape with a mapping"), inner)
        }
        _ => inner,
    }
}

/// The fewest keys that a mapping can have, one of them `key`.
fn smallest(mapping: &'static Mapping, key: Option<&Key>) -> Map<String, Value> {
    let required = mapping.keys.iter().filter(|key| key.is_required);
    let mut names: Vec<&str> = required.map(|key| key.name).collect();
    names.extend(key.map(|key| key.name));
    let excluded = |names: &[&str], name: &str| {
        mapping.rules.iter().any(|rule| match rule {
            Rule::NoTwoOf(keys) => keys.contains(&name) && keys.iter().any(|it| names.contains(it)),
            _ => false,
        })
    };
    for rule in mapping.rules {
        let more = match rule {
            Rule::AnyOf(keys) if !keys.iter().any(|key| names.contains(key)) => {
                keys.iter().find(|key| !excluded(&names, key))
            }
            Rule::Needs(key, other) if names.contains(key) => Some(other),
            Rule::Unless(key, other) if !names.contains(key) => Some(other),
            _ => None,
        };
        names.extend(more);
    }
    let entries = names.into_iter().map(|name| {
        let shape = mapping.key(name).expect("a key of the table").shape();
        (name.to_owned(), sample(&shape))
    });
    entries.collect()
}

/// A right value of a shape.
pub(super) fn sample(shape: &Shape) -> Value {
    match shape {
        Shape::Any | Shape::Text | Shape::EmptyOrText => json!("文字"),
        Shape::Form(form) => json!(form.examples[0]),
        Shape::Words(words) => word(words[0].word),
        Shape::Whole { .. } | Shape::Number => json!(5),
        Shape::List(item) | Shape::FilledList(item) => json!([sample(item)]),
        Shape::Labelled(form, item) => json!({ form.examples[0]: sample(item) }),
        Shape::Mapping(mapping) => Value::Object(smallest(mapping, None)),
        Shape::Either(shapes) => sample(&shapes[0]),
    }
}

/// Right values of a shape: every word, every example, every way to write it.
pub(super) fn samples(shape: &Shape) -> Vec<Value> {
    match shape {
        Shape::Words(words) => words.iter().map(|it| word(it.word)).collect(),
        Shape::Form(form) => form.examples.iter().map(|text| json!(text)).collect(),
        Shape::Whole { .. } => vec![json!(1), json!("5"), json!(7)],
        Shape::Number => vec![json!(22), json!(22.5), json!("22.5")],
        Shape::Text => vec![json!("文字"), json!(430071), json!("两段\n\n文字")],
        Shape::EmptyOrText => vec![json!(""), json!("文字")],
        Shape::List(item) => vec![json!([]), Value::from(samples(item))],
        Shape::FilledList(item) => vec![Value::from(samples(item))],
        Shape::Either(shapes) => shapes.iter().flat_map(samples).collect(),
        shape => vec![sample(shape)],
    }
}

fn word(word: &str) -> Value {
    match word {
        "true" => json!(true),
        "false" => json!(false),
        word => json!(word),
    }
}
