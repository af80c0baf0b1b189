//! A JSON Schema validator for the keywords that our schemas use; any other keyword is a failure.
//!
//! A crate for this brings fifty others, so that the suite has its own. Python's `jsonschema` and
//! Ajv in strict mode accept the same schemas.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;
use serde_json::{Map, Value};

/// Everything that is wrong with `value`, as path and keyword.
pub(super) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Check { root: schema }.check(schema, value, "", &mut faults);
    faults
}

struct Check<'a> {
    root: &'a Value,
}

impl Check<'_> {
    fn holds(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", &mut faults);
        faults.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
        let keywords = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => return faults.push(format!("{path}: not allowed")),
            Value::Object(keywords) => keywords,
            other => panic!("{other} is no schema"),
        };
        for (keyword, argument) in keywords {
            if !self.keyword(keyword, argument, keywords, value, path, faults) {
                faults.push(format!("{path}: {keyword}"));
            }
        }
    }

    /// Whether one keyword holds; faults further down are pushed instead.
    fn keyword(
        &self,
        keyword: &str,
        argument: &Value,
        keywords: &Map<String, Value>,
        value: &Value,
        path: &str,
        faults: &mut Vec<String>,
    ) -> bool {
        let object = value.as_object();
        let each = || argument.as_array().expect("a list");
        match keyword {
            "$schema" | "$defs" | "title" | "description" | "examples" => true,
            "$ref" => {
                let address = argument.as_str().expect("an address");
                let schema = self.root.pointer(&address[1..]).expect("a definition");
                self.check(schema, value, path, faults);
                true
            }
            "type" => has_type(argument.as_str().expect("one type"), value),
            "const" => argument == value,
            "pattern" => value
                .as_str()
                .is_none_or(|text| is_match(argument.as_str().expect("a pattern"), text)),
            "minimum" => value
                .as_f64()
                .is_none_or(|it| it >= argument.as_f64().expect("a number")),
            "exclusiveMinimum" => value
                .as_f64()
                .is_none_or(|it| it > argument.as_f64().expect("a number")),
            "maximum" => value
                .as_f64()
                .is_none_or(|it| it <= argument.as_f64().expect("a number")),
            "minItems" => value
                .as_array()
                .is_none_or(|it| it.len() as u64 >= argument.as_u64().expect("a number")),
            "anyOf" => each().iter().any(|schema| self.holds(schema, value)),
            "oneOf" => {
                each()
                    .iter()
                    .filter(|schema| self.holds(schema, value))
                    .count()
                    == 1
            }
            "required" => {
                object.is_none_or(|it| each().iter().all(|key| it.contains_key(text(key))))
            }
            "dependentRequired" => object.is_none_or(|it| {
                let needs = argument.as_object().expect("keys").iter();
                needs
                    .filter(|(key, _)| it.contains_key(*key))
                    .all(|(_, others)| {
                        let mut others = others.as_array().expect("a list").iter();
                        others.all(|key| it.contains_key(text(key)))
                    })
            }),
            "dependentSchemas" => {
                for (key, schema) in argument.as_object().expect("keys") {
                    if object.is_some_and(|it| it.contains_key(key)) {
                        self.check(schema, value, path, faults);
                    }
                }
                true
            }
            "properties" => {
                for (key, schema) in argument.as_object().expect("keys") {
                    if let Some(value) = object.and_then(|it| it.get(key)) {
                        self.check(schema, value, &format!("{path}/{key}"), faults);
                    }
                }
                true
            }
            "propertyNames" => {
                for key in object.into_iter().flat_map(Map::keys) {
                    self.check(
                        argument,
                        &Value::from(key.as_str()),
                        &format!("{path}/{key}"),
                        faults,
                    );
                }
                true
            }
            "additionalProperties" => {
                let named = keywords.get("properties").and_then(Value::as_object);
                for (key, value) in object.into_iter().flatten() {
                    if named.is_none_or(|named| !named.contains_key(key)) {
                        self.check(argument, value, &format!("{path}/{key}"), faults);
                    }
                }
                true
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.check(argument, item, &format!("{path}/{at}"), faults);
                }
                true
            }
            other => panic!("the schemas do not use {other}"),
        }
    }
}

thread_local! {
    /// Patterns are few and are asked of thousands of texts.
    static PATTERNS: RefCell<HashMap<String, Regex>> = RefCell::default();
}

fn is_match(pattern: &str, text: &str) -> bool {
    PATTERNS.with_borrow_mut(|patterns| {
        let pattern = patterns
            .entry(pattern.to_owned())
            .or_insert_with(|| Regex::new(pattern).expect("a right pattern"));
        pattern.is_match(text)
    })
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn has_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the schemas do not use the type {other}"),
    }
}
