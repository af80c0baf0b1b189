//! 省法院、省公安厅等部门: courts are not 部门.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 省法院、省公安厅等部门: courts are not 部门.
pub(crate) const COURTS_AS_DEPARTMENTS: Rule = Rule {
    name: "courts-as-departments",
    title: "“部门”前面列有法院、检察院",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("courts_as_departments.md"),
};

const WORDS: &[&str] = &["等部门", "等多个部门", "等有关部门", "等相关部门"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.start);
    let list = clause.start..word.start;
    // 部门和单位 covers them.
    let covers = "和、及与单".contains(view.char(word.end));
    let court = ["法院", "检察院"]
        .into_iter()
        .find(|court| is_listed(view, list.clone(), court));
    if let Some(court) = court.filter(|_| !covers) {
        let text = view.text(word.start..word.end);
        findings
            .at(word.start..word.end, format!("“{text}”前面列有{court}"))
            .hint("法院、检察院不是政府部门，改为“等单位”")
            .suggest(word.end - 2..word.end, "单位");
    }
}

/// Whether the body's name ends right before a pause mark or the list's end.
fn is_listed(view: &TextView<'_>, list: Range<usize>, court: &str) -> bool {
    let end = list.end;
    let length = court.chars().count();
    list.rev().take(80).any(|at| {
        view.is_at(at, court) && (at + length == end || "、和".contains(view.char(at + length)))
    })
}
