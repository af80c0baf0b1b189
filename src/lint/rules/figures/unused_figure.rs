//! A figure that no letter prints.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::lint::{Check, Rule, WorkspaceFindings, WorkspaceView};

/// A figure that no letter prints.
pub(crate) const UNUSED_FIGURE: Rule = Rule {
    name: "unused-figure",
    title: "没有信件用到的数据",
    severity: Severity::Hint,
    check: Check::Workspace(check),
    page: include_str!("unused_figure.md"),
};

fn check(view: &WorkspaceView<'_>, findings: &mut WorkspaceFindings<'_>) {
    if !view.is_complete || view.letters.is_empty() {
        return;
    }
    let parts = view
        .facts
        .figures()
        .flat_map(|figure| figure.definition.parts());
    let parts: BTreeSet<&str> = parts.map(|part| part.as_str()).collect();
    for figure in view.facts.figures() {
        let is_printed = view
            .letters
            .iter()
            .any(|letter| letter.figures.contains(&figure.id));
        if !is_printed && !parts.contains(figure.id.as_str()) {
            let message = format!(
                "没有信件用到数据“{}”（{}）",
                figure.name.as_str(),
                figure.id
            );
            findings.at(
                figure.place.clone(),
                message,
                "留作以后用就不必管，不用了可以删去",
            );
        }
    }
}
