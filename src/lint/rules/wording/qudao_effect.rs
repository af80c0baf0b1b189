//! 取到…作用 for 起到…作用.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 取到…作用 for 起到…作用.
pub(crate) const QUDAO_EFFECT: Rule = Rule {
    name: "qudao-effect",
    title: "“起到”写成“取到”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("qudao_effect.md"),
};

const WORDS: &[&str] = &["取到"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.end);
    let effect = view.find(word.end..clause.end.min(word.end + 16), "作用");
    if effect.is_some() && !view.is_any_before(word.start, "领提换获收") {
        findings
            .at(word.start..word.end, "“取到……作用”应当是“起到……作用”")
            .hint("改为“起到”，或者“取得……效果”")
            .replace(word.start..word.start + 1, "起");
    }
}
