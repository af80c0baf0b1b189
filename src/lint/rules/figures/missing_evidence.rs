//! A figure without evidence.

use crate::diagnostic::Severity;
use crate::facts::Definition;
use crate::lint::{Check, Rule, WorkspaceFindings, WorkspaceView};

/// A figure without evidence.
pub(crate) const MISSING_EVIDENCE: Rule = Rule {
    name: "missing-evidence",
    title: "数据没有出处",
    severity: Severity::Warning,
    check: Check::Workspace(check),
    page: include_str!("missing_evidence.md"),
};

fn check(view: &WorkspaceView<'_>, findings: &mut WorkspaceFindings<'_>) {
    for figure in view.facts.figures() {
        let is_reported = matches!(figure.definition, Definition::Reported);
        if !is_reported || figure.evidence.is_some() {
            continue;
        }
        for (period, entry) in &figure.by_period {
            if entry.evidence.is_none() {
                let message = format!("“{}”{period}的数据没有出处", figure.name.as_str());
                findings.at(
                    entry.place.clone(),
                    message,
                    "写 evidence：文件、报表或系统的名称；全文件同一出处的，写在文件开头",
                );
            }
        }
    }
}
