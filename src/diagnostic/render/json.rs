//! JSON for programs; the fields are a promise.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Fix, Label, Severity};

use super::place::place;
use super::pretty;

/// Renders diagnostics as one JSON object.
///
/// ```text
/// version      1; grows when a field changes its meaning
/// diagnostics  array, in reading order:
///   rule       name of the rule
///   severity   error, warning or hint
///   message    what is wrong, Chinese
///   place      path, start and end: line and column from 1 (characters), byte from 0; end is exclusive
///   labels     array of { message, place }
///   hint       what to do, Chinese, or null
///   note       what asks for it, Chinese, or null
///   fix        null, or { safe: bool, edits: array of { place, text } }
/// summary      { error, warning, hint }: how many of each
/// ```
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|one| one.severity == severity)
            .count()
    };
    pretty(&json!({
        "version": 1,
        "diagnostics": diagnostics.iter().map(diagnostic).collect::<Vec<_>>(),
        "summary": {
            "error": count(Severity::Error),
            "warning": count(Severity::Warning),
            "hint": count(Severity::Hint),
        },
    }))
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "rule": diagnostic.rule,
        "severity": severity(diagnostic.severity),
        "message": diagnostic.message,
        "place": place(&diagnostic.place),
        "labels": diagnostic.labels.iter().map(label).collect::<Vec<_>>(),
        "hint": diagnostic.hint,
        "note": diagnostic.note,
        "fix": diagnostic.fix.as_ref().map(fix),
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

fn label(label: &Label) -> Value {
    json!({ "message": label.message, "place": place(&label.span) })
}

fn fix(fix: &Fix) -> Value {
    let edits = fix.edits.iter();
    let edits: Vec<Value> = edits
        .map(|edit| json!({ "place": place(&edit.span), "text": edit.text }))
        .collect();
    json!({ "safe": fix.is_safe, "edits": edits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Edit;
    use crate::source::{Source, Span};

    #[test]
    fn every_field_can_be_read_back() {
        let source = Source::new("甲\\乙.md", "查“处”\n处");
        let span = Span::new(&source, 3..9);
        let mut diagnostic = Diagnostic::error("r", span.clone(), "“处\"”重复")
            .with_hint("删去")
            .with_label(Span::new(&source, 0..3), "先见");
        diagnostic.fix = Some(Fix {
            edits: vec![Edit {
                span,
                text: String::new(),
            }],
            is_safe: true,
        });
        let value: Value = serde_json::from_str(&json(&[diagnostic])).expect("valid JSON");
        let one = &value["diagnostics"][0];
        assert_eq!(one["place"]["path"], "甲\\乙.md");
        assert_eq!(
            one["place"]["start"],
            json!({ "line": 1, "column": 2, "byte": 3 })
        );
        assert_eq!(
            one["place"]["end"],
            json!({ "line": 1, "column": 4, "byte": 9 })
        );
        assert_eq!(one["message"], "“处\"”重复");
        assert_eq!(one["note"], Value::Null);
        assert_eq!(one["fix"]["safe"], true);
        assert_eq!(one["labels"][0]["message"], "先见");
        assert_eq!(
            value["summary"],
            json!({ "error": 1, "warning": 0, "hint": 0 })
        );
    }
}
