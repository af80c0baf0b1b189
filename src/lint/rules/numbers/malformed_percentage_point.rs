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

const WORDS: &[&str] = &[
    "%百分点",
    "%个百分点",
    "％个百分点",
    "个%",
    "个％",
    "个百分比",
    "百分比",
    "百分点",
    "个分点",
    "个百点",
    "个百分",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    let is_counted = view.before(word.start).is_ascii_digit();
    // 百分点 alone is counted with 个; 个百分 may go on.
    let goes_on = text == "个百分" && view.is_any_at(word.end, "点比制位");
    if !is_counted || goes_on {
        return;
    }
    findings
        .at(word.start..word.end, format!("“{text}”不是单位"))
        .hint("写成“个百分点”")
        .suggest(word.start..word.end, "个百分点");
}
