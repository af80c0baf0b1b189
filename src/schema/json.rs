//! From shapes to JSON Schema, draft 2020-12, with no keyword outside the standard.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::LetterKind;
use crate::facts::FileKind;
use crate::facts::yaml::shape::{KIND, Word};
use crate::facts::yaml::{Form, Mapping, Rule, Shape};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Digits that are no zero, with a point among them or not.
const ABOVE_ZERO: &str = r"^([0-9]*[1-9][0-9]*(\.[0-9]+)?|[0-9]*\.[0-9]*[1-9][0-9]*)$";

/// The whole schema of a kind of file.
pub(super) fn text(kind: &FileKind, letter_kinds: &[LetterKind]) -> String {
    let mut definitions = Definitions {
        letter_kinds,
        found: BTreeMap::new(),
    };
    let mut schema = definitions.mapping(kind.mapping);
    let parts = definitions.finish(kind.mapping);
    if let Value::Object(entries) = &mut schema {
        entries.insert("$schema".to_owned(), json!(DRAFT));
        entries.insert("title".to_owned(), json!(kind.title));
        entries.insert("description".to_owned(), json!(kind.files));
        entries.insert("$defs".to_owned(), parts);
    }
    // Values of the JSON crate's own cannot fail to be written.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    format!("{text}\n")
}

/// Mappings that a schema refers to by name.
struct Definitions<'a> {
    letter_kinds: &'a [LetterKind],
    found: BTreeMap<&'static str, Option<Value>>,
}

impl Definitions<'_> {
    /// Offices add kinds of their own, so that others than the known ones are allowed too.
    fn kind_of_letter(&self) -> Value {
        let known = self.letter_kinds.iter();
        let known = known.map(|kind| described_word(&kind.id, &kind.name));
        let mut schema = json!({ "type": "string" });
        schema["anyOf"] = known.chain([text_like(KIND.pattern)]).collect();
        schema
    }

    fn finish(self, root: &Mapping) -> Value {
        let named = self
            .found
            .into_iter()
            .filter(|(name, _)| *name != root.name);
        Value::Object(
            named
                .filter_map(|(name, schema)| Some((name.to_owned(), schema?)))
                .collect(),
        )
    }

    /// A reference to a mapping's schema, which is made at the first one.
    fn reference(&mut self, mapping: &'static Mapping) -> Value {
        if !self.found.contains_key(mapping.name) {
            self.found.insert(mapping.name, None);
            let schema = self.mapping(mapping);
            self.found.insert(mapping.name, Some(schema));
        }
        json!({ "$ref": format!("#/$defs/{}", mapping.name) })
    }

    fn mapping(&mut self, mapping: &'static Mapping) -> Value {
        let mut properties = Map::new();
        for key in mapping.keys {
            let schema = described(self.shape(&key.shape()), key.about);
            properties.insert(key.name.to_owned(), schema);
        }
        let mut schema = json!({
            "title": mapping.owner,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        let required = mapping.keys.iter().filter(|key| key.is_required);
        let required: Vec<_> = required.map(|key| key.name).collect();
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        for rule in mapping.rules {
            add_rule(&mut schema, rule);
        }
        schema
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Any => json!({}),
            Shape::Text => json!({ "anyOf": [text_like("\\S"), { "type": "number" }] }),
            Shape::EmptyOrText => {
                json!({ "anyOf": [{ "type": "string" }, { "type": "number" }] })
            }
            Shape::Form(form) if **form == KIND => self.kind_of_letter(),
            Shape::Form(form) => of_form(form),
            Shape::Words(words) => of_words(words),
            Shape::Whole { least, most } => whole(*least, *most),
            Shape::Number => json!({
                "anyOf": [
                    { "type": "number", "exclusiveMinimum": 0 },
                    text_like(ABOVE_ZERO),
                ],
            }),
            Shape::List(item) => json!({ "type": "array", "items": self.shape(item) }),
            Shape::FilledList(item) => {
                json!({ "type": "array", "items": self.shape(item), "minItems": 1 })
            }
            Shape::Labelled(form, value) => json!({
                "type": "object",
                "propertyNames": text_like(form.pattern),
                "additionalProperties": self.shape(value),
            }),
            Shape::Mapping(mapping) => self.reference(mapping),
            Shape::Either(shapes) => {
                let shapes = shapes.iter().map(|shape| self.shape(shape));
                json!({ "anyOf": shapes.collect::<Vec<_>>() })
            }
        }
    }
}

/// Descriptions are plain texts: the marks of code are only for Markdown.
fn described(mut schema: Value, about: &str) -> Value {
    schema["description"] = json!(about.replace('`', ""));
    schema
}

fn text_like(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// Editors put a colon after a key only if they know the type under it.
fn of_words(words: &[Word]) -> Value {
    let each = words
        .iter()
        .map(|word| described_word(word.word, word.about));
    let mut schema = json!({ "oneOf": each.collect::<Vec<_>>() });
    if words.iter().all(|word| truth(word.word).is_none()) {
        schema["type"] = json!("string");
    }
    schema
}

fn described_word(word: &str, about: &str) -> Value {
    let value = truth(word).map_or_else(|| json!(word), Value::from);
    match about {
        "" => json!({ "const": value }),
        about => described(json!({ "const": value }), about),
    }
}

/// What YAML takes a word for that stands for a truth value.
fn truth(word: &str) -> Option<bool> {
    match word {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn of_form(form: &Form) -> Value {
    let text = text_like(form.pattern);
    let mut schema = match form.may_be_number {
        true => json!({ "anyOf": [text, { "type": "number" }] }),
        false => text,
    };
    schema["title"] = json!(form.title);
    schema["examples"] = json!(form.examples);
    schema
}

fn whole(least: u32, most: Option<u32>) -> Value {
    let mut number = json!({ "type": "integer", "minimum": least });
    if let Some(most) = most {
        number["maximum"] = json!(most);
    }
    let digits = if least == 0 {
        "^[0-9]+$"
    } else {
        "^0*[1-9][0-9]*$"
    };
    json!({ "anyOf": [number, text_like(digits)] })
}

/// What holds between keys, put into the schema of their mapping.
fn add_rule(schema: &mut Value, rule: &Rule) {
    match rule {
        Rule::AnyOf(keys) => schema["anyOf"] = any_of(keys),
        Rule::Unless(key, other) => schema["anyOf"] = any_of(&[key, other]),
        Rule::Needs(key, other) => schema["dependentRequired"][*key] = json!([other]),
        Rule::NoTwoOf(keys) => {
            for (at, key) in keys.iter().enumerate() {
                for other in &keys[at + 1..] {
                    schema["dependentSchemas"][*key]["properties"][*other] = json!(false);
                }
            }
        }
    }
}

fn any_of(keys: &[&str]) -> Value {
    let each = keys
        .iter()
        .map(|key| json!({ "properties": { *key: true }, "required": [key] }));
    json!(each.collect::<Vec<_>>())
}
