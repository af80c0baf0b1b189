//! The workspace of the examples on rule pages: an example replaces some keys of its files.

use fuhan::build::{Progress, check};
use fuhan::diagnostic::Diagnostic;
use fuhan::lint::LintConfig;
use fuhan::project::Project;

use crate::workspace::Workspace;

const FILES: [(&str, &str); 4] = [
    (
        "content/office.yaml",
        "\
name: 甲市乙局
short_name: 乙局
self_name: 我局
units:
  - { name: 市法院, courtesy: 贵院 }
  - { name: 市公安局, full_name: 甲市公安局, courtesy: 贵局 }
fonts: { source: bundled }
",
    ),
    (
        "content/facts/a.yaml",
        "\
evidence: 年报
figures:
  cases: { name: 案件, unit: 件, by_period: { 2021年: { value: 1001 } } }
measures:
  work: { text: \"我局查处案件{{ figure.cases }}。\" }
",
    ),
    (
        "content/letters/a.yaml",
        "\
kind: note
proposal: { body: 市政协, term: 5, session: 2, number: \"7\", subject: 某提案 }
addressees: [某单位]
period: 2021年
sections: [{ measures: [work] }]
issued_on: 2022-05-20
",
    ),
    (
        "templates/note.md",
        "\
---
title: 关于某提案的函
closing: 特此函告。
---
{% if opening %}{{ opening }}{% endif %}

{% for section in sections %}{{ section.markdown }}

{% endfor %}
{% if closing %}{{ closing }}{% endif %}
",
    ),
];

struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn advance(&self) {}
    fn wait(&self) {}
}

/// What `check` finds in the workspace with an example put in.
pub(crate) fn found(example: &str) -> Vec<Diagnostic> {
    let workspace = Workspace::empty();
    for (path, text) in FILES {
        workspace.write(path, text);
    }
    for (path, part) in parts(example) {
        let text = match path.ends_with(".md") {
            true => part,
            false => merged(&workspace.read(path), &part),
        };
        workspace.write(path, text);
    }
    let project = Project::read(workspace.path()).expect("the example is a workspace");
    let report = check::check(&project, &[], &LintConfig::default(), &Silent);
    report.expect("the example can be checked").diagnostics
}

/// The files of an example.
fn parts(example: &str) -> Vec<(&str, String)> {
    let mut parts: Vec<(&str, String)> = Vec::new();
    for line in example.lines() {
        let path = line.strip_prefix("# ").filter(|path| path.contains('/'));
        match (path, parts.last_mut()) {
            (Some(path), _) => parts.push((path, String::new())),
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            (None, None) => panic!("an example begins with a path:\n{example}"),
        }
    }
    parts
}

/// The file with its top-level keys replaced; new figures do not keep the old evidence.
fn merged(base: &str, part: &str) -> String {
    let new = keys(part);
    let is_replaced = |key: &str| {
        let has = |name: &str| new.iter().any(|(key, _)| *key == name);
        has(key) || (key == "evidence" && has("figures"))
    };
    let kept = keys(base).into_iter().filter(|(key, _)| !is_replaced(key));
    let all = kept
        .map(|(_, text)| text)
        .chain(new.iter().map(|(_, text)| text.clone()));
    all.collect()
}

/// Top-level keys with their lines.
fn keys(text: &str) -> Vec<(&str, String)> {
    let mut keys: Vec<(&str, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match (line.split_once(':'), keys.last_mut()) {
            (Some((key, _)), _) if !line.starts_with(' ') => keys.push((key, format!("{line}\n"))),
            (_, Some((_, lines))) => *lines += &format!("{line}\n"),
            _ => panic!("a key is missing before {line:?}"),
        }
    }
    keys
}
