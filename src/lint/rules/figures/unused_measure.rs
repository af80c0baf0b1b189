//! A measure that no letter names.

use crate::diagnostic::Severity;
use crate::lint::{Check, Rule, WorkspaceFindings, WorkspaceView};

/// A measure that no letter names.
pub(crate) const UNUSED_MEASURE: Rule = Rule {
    name: "unused-measure",
    title: "没有信件用到的举措",
    severity: Severity::Hint,
    check: Check::Workspace(check),
    page: include_str!("unused_measure.md"),
};

fn check(view: &WorkspaceView<'_>, findings: &mut WorkspaceFindings<'_>) {
    if !view.is_complete || view.letters.is_empty() {
        return;
    }
    for measure in view.facts.measures() {
        let is_used = view
            .letters
            .iter()
            .any(|letter| letter.measures.contains(&measure.id));
        if !is_used {
            let message = format!("没有信件用到举措“{}”", measure.id);
            findings.at(
                measure.place.clone(),
                message,
                "留作以后用就不必管，不用了可以删去",
            );
        }
    }
}
