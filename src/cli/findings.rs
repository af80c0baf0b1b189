//! Findings in the format that was asked for: the result of `check`, on the standard output.

use std::io::{self, IsTerminal};

use super::args::FindingFormat;
use super::terminal;
use crate::diagnostic::render::{self, RuleText};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RULES;

/// Prints findings; `paths` are the files that were checked, in order.
pub(super) fn print(format: FindingFormat, findings: &[Diagnostic], paths: &[&str]) {
    match format {
        FindingFormat::Full => full(findings),
        FindingFormat::Concise => each(findings, render::concise),
        FindingFormat::Github => each(findings, render::github),
        FindingFormat::Json => terminal::line(&render::json(findings)),
        FindingFormat::Sarif => terminal::line(&render::sarif(findings, &rule_texts())),
        FindingFormat::Junit => terminal::line(render::junit(findings, paths).trim_end()),
    }
}

fn each(findings: &[Diagnostic], render: fn(&Diagnostic) -> String) {
    for finding in findings {
        terminal::line(&render(finding));
    }
}

fn full(findings: &[Diagnostic]) {
    let color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for finding in findings {
        terminal::line(&render::full(finding, color));
        terminal::line("");
    }
    if let Some(counts) = counts(findings) {
        terminal::line(&counts);
    }
}

/// How many findings there are of each severity; nothing if there are none.
pub(super) fn counts(findings: &[Diagnostic]) -> Option<String> {
    let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (severity, count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{}{count}处", severity.as_chinese()))
        .collect();
    (!counts.is_empty()).then(|| format!("共有{}", counts.join("、")))
}

fn rule_texts() -> Vec<RuleText<'static>> {
    let rules = RULES.iter().map(|rule| RuleText {
        name: rule.name,
        title: rule.title,
        page: rule.page,
    });
    rules.collect()
}
