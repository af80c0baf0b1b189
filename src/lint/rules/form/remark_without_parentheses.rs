//! 此件公开发布 without parentheses: a remark (附注) stands in them.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 此件公开发布 without parentheses: a remark (附注) stands in them.
pub(crate) const REMARK_WITHOUT_PARENTHESES: Rule = Rule {
    name: "remark-without-parentheses",
    title: "附注没有加圆括号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("remark_without_parentheses.md"),
};

/// What a remark says.
const REMARKS: [&str; 8] = [
    "此件公开发布",
    "此件主动公开",
    "此件依申请公开",
    "此件不予公开",
    "此件不公开",
    "此件删减后公开",
    "此件全文公开",
    "此件可公开",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let range = paragraph.range.clone();
        let Some(remark) = view.one_of_at(range.start, &REMARKS) else {
            continue;
        };
        let end = range.start + remark.chars().count();
        if end == range.end || end + 1 == range.end && view.is_any_at(end, "。") {
            findings
                .at(range.clone(), format!("附注“{remark}”没有加圆括号"))
                .hint(format!("写成“（{remark}）”"))
                .suggest(range, format!("（{remark}）"));
        }
    }
}
