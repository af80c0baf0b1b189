//! `check --format json` is what `src/diagnostic/render/json.schema.json` promises.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::workspace::Workspace;

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/render/json.schema.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the schema")).expect("JSON")
}

/// What is wrong with a value by the few keywords that our schema uses; others are a failure.
fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let keywords = schema.as_object().expect("a schema is an object");
    for (keyword, wanted) in keywords {
        let is_right = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "pattern" => true,
            "$ref" => {
                let pointer = wanted.as_str().expect("a pointer").trim_start_matches('#');
                let target = root.pointer(pointer).expect("the definition");
                found.extend(faults(root, target, value, place));
                true
            }
            "type" => match wanted {
                Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind, value)),
                kind => is_of(kind, value),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().expect("values").contains(value),
            "minimum" => value.as_u64() >= wanted.as_u64(),
            "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
            "minItems" => value.as_array().is_none_or(|items| !items.is_empty()),
            "anyOf" => {
                let mut choices = wanted.as_array().expect("schemas").iter();
                choices.any(|choice| faults(root, choice, value, place).is_empty())
            }
            "required" => {
                let mut names = wanted.as_array().expect("names").iter();
                names.all(|name| value.get(name.as_str().expect("a name")).is_some())
            }
            "properties" => {
                for (name, child) in value.as_object().into_iter().flatten() {
                    let place = format!("{place}/{name}");
                    match wanted.get(name) {
                        Some(schema) => found.extend(faults(root, schema, child, &place)),
                        None => found.push(format!("{place}: not in the schema")),
                    }
                }
                true
            }
            "additionalProperties" => *wanted == Value::Bool(false),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(root, wanted, item, &format!("{place}/{number}")));
                }
                true
            }
            other => panic!("unknown keyword {other}"),
        };
        if !is_right {
            found.push(format!("{place}: {keyword} {wanted} in {value}"));
        }
    }
    found
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    }
}

#[test]
fn the_output_is_what_its_schema_says() {
    let text = "全市建立建立𬭎工作站，收悉,布署工作。关于对张三委员提案的答复\n";
    let folder = Workspace::empty()
        .with("a.md", text)
        .with("b.md", "全市建立工作站。\n")
        .with("c.md", b"\xd6\xd0".as_slice());
    let run = folder.run(&["check", "--format", "json", "--text", "."]);
    let output: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let schema = schema();
    assert_eq!(faults(&schema, &schema, &output, ""), Vec::<String>::new());
    let found = output["diagnostics"].as_array().expect("findings");
    assert!(found.len() > 3 && found.iter().any(|one| one["fix"].is_object()));
    // The schema refuses something.
    let mut wrong = output.clone();
    wrong["diagnostics"][0]["place"]["start"]["line"] = Value::from(0);
    wrong["diagnostics"][0]["colour"] = Value::from("red");
    assert_eq!(faults(&schema, &schema, &wrong, "").len(), 2);
}
