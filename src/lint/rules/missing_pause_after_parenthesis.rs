//! “甲”（一）“乙”: something stands between, so the 、 is needed.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// “甲”（一）“乙”: something stands between, so the 、 is needed.
pub(crate) const MISSING_PAUSE_AFTER_PARENTHESIS: Rule = Rule {
    name: "missing-pause-after-parenthesis",
    title: "并列项之间可能缺顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("missing_pause_after_parenthesis.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        let is_parenthesis = view.char(pair.open) == '（';
        let around = (view.before(pair.open), view.char(pair.close + 1));
        // “…。”（3）“…” quotes whole sentences.
        let ends = view.is_any_before(pair.open.saturating_sub(1), "。！？");
        if is_parenthesis && !ends && matches!(around, ('》', '《') | ('”', '“')) {
            findings
                .at(
                    pair.close..pair.close + 2,
                    "括号之后、下一个并列项之前没有顿号",
                )
                .hint("两个名称并列时补上“、”");
        }
    }
}
