//! SARIF 2.1.0 (OASIS) for code scanning services.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::source::Span;

use super::place::start_and_end;
use super::{RuleText, pretty};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Renders diagnostics as a SARIF 2.1.0 log with one run.
///
/// `rules` describes the rules that may be named; a rule that is not among them is described by
/// its name alone. Columns count Unicode code points.
pub fn sarif(diagnostics: &[Diagnostic], rules: &[RuleText<'_>]) -> String {
    let rules = described(diagnostics, rules);
    let results: Vec<Value> = diagnostics.iter().map(|one| result(one, &rules)).collect();
    let descriptors: Vec<Value> = rules.iter().map(descriptor).collect();
    pretty(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "fuhan",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": "zh-CN",
                "rules": descriptors,
            } },
            "columnKind": "unicodeCodePoints",
            "language": "zh-CN",
            "results": results,
        }],
    }))
}

/// The rules that the diagnostics name, by name.
fn described<'a>(diagnostics: &[Diagnostic], rules: &[RuleText<'a>]) -> Vec<RuleText<'a>> {
    let mut names: Vec<&'static str> = diagnostics.iter().map(|one| one.rule).collect();
    names.sort_unstable();
    names.dedup();
    let text = |name: &'static str| {
        let known = rules.iter().find(|rule| rule.name == name).copied();
        known.unwrap_or(RuleText {
            name,
            title: name,
            page: "",
        })
    };
    names.into_iter().map(text).collect()
}

fn descriptor(rule: &RuleText<'_>) -> Value {
    let mut value = json!({ "id": rule.name, "shortDescription": { "text": rule.title } });
    if !rule.page.is_empty() {
        value["help"] = json!({ "text": rule.page, "markdown": rule.page });
    }
    value
}

fn result(diagnostic: &Diagnostic, rules: &[RuleText<'_>]) -> Value {
    let text = match &diagnostic.hint {
        Some(hint) => format!("{}（{hint}）", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let mut value = json!({
        "ruleId": diagnostic.rule,
        "ruleIndex": rules.iter().position(|rule| rule.name == diagnostic.rule),
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(&diagnostic.place) }],
    });
    if !diagnostic.labels.is_empty() {
        let labels = diagnostic.labels.iter().enumerate();
        let related = labels.map(|(id, label)| {
            json!({ "id": id, "message": { "text": label.message }, "physicalLocation": location(&label.span) })
        });
        value["relatedLocations"] = related.collect();
    }
    if let Some(fix) = &diagnostic.fix {
        value["fixes"] = json!([changes(fix, diagnostic.hint.as_deref())]);
    }
    value
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn location(span: &Span) -> Value {
    json!({ "artifactLocation": artifact(span), "region": region(span) })
}

fn artifact(span: &Span) -> Value {
    json!({ "uri": uri(span.source().path()) })
}

fn region(span: &Span) -> Value {
    let (start, end) = start_and_end(span);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn changes(fix: &Fix, hint: Option<&str>) -> Value {
    let replacements: Vec<Value> = fix.edits.iter().map(|edit| {
        json!({ "deletedRegion": region(&edit.span), "insertedContent": { "text": edit.text } })
    }).collect();
    let artifact = fix.edits.first().map(|edit| artifact(&edit.span));
    json!({
        "description": { "text": hint.unwrap_or("修改") },
        "artifactChanges": [{ "artifactLocation": artifact, "replacements": replacements }],
    })
}

/// A path as a URI: what RFC 3986 does not allow is percent-encoded.
///
/// A relative path stays relative; an absolute one gets the scheme of files, because a reference that
/// begins with a slash cannot be resolved against a base (SARIF 2.1.0, 3.4.3 and 3.4.4).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let has_drive = path.get(1..3) == Some(":/");
    let mut uri = match (path.starts_with('/'), has_drive) {
        (true, _) => "file://".to_owned(),
        (_, true) => format!("file:///{}:", &path[..1]),
        _ => String::new(),
    };
    for byte in path.bytes().skip(if has_drive { 2 } else { 0 }) {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn an_absolute_path_has_the_scheme_of_files() {
        assert_eq!(uri("/tmp/甲.md"), "file:///tmp/%E7%94%B2.md");
        assert_eq!(uri("C:\\来函\\a.md"), "file:///C:/%E6%9D%A5%E5%87%BD/a.md");
        assert_eq!(uri("../a.md"), "../a.md");
    }

    #[test]
    fn results_point_to_their_rules_and_places() {
        let source = Source::new("content/甲 乙.md", "查处\n处处");
        let found = [
            Diagnostic::error("b-rule", Span::new(&source, 7..10), "错")
                .with_label(Span::new(&source, 0..3), "先见"),
            Diagnostic::suggestion("a-rule", Span::file(&source), "可疑").with_hint("看一看"),
        ];
        let rules = [RuleText {
            name: "a-rule",
            title: "甲",
            page: "# 甲",
        }];
        let value: Value = serde_json::from_str(&sarif(&found, &rules)).expect("valid JSON");
        let run = &value["runs"][0];
        assert_eq!(value["version"], "2.1.0");
        assert_eq!(
            run["tool"]["driver"]["rules"][0]["shortDescription"]["text"],
            "甲"
        );
        assert_eq!(run["results"][0]["ruleIndex"], 1);
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "content/%E7%94%B2%20%E4%B9%99.md"
        );
        let region = json!({ "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2 });
        assert_eq!(place["region"], region);
        assert_eq!(run["results"][1]["level"], "note");
        assert_eq!(run["results"][1]["message"]["text"], "可疑（看一看）");
    }
}
