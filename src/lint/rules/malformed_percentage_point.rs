//! 5%个百分点, 2.3个百分比.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 5%个百分点, 2.3个百分比.
pub(crate) const MALFORMED_PERCENTAGE_POINT: Rule = Rule {
    name: "malformed-percentage-point",
    title: "“百分点”写法不对",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("malformed_percentage_point.md"),
};

const WORDS: &[&str] = &["%百分点", "%个百分点", "％个百分点", "个百分比"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if !view.char(word.start.saturating_sub(1)).is_ascii_digit() {
        return;
    }
    let text = view.text(word.start..word.end);
    findings
        .at(word.start..word.end, format!("“{text}”不是单位"))
        .hint("写成“个百分点”")
        .suggest(word.start..word.end, "个百分点");
}
