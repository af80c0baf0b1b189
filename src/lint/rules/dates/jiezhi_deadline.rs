//! 截至日期 for 截止日期.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 截至日期 for 截止日期.
pub(crate) const JIEZHI_DEADLINE: Rule = Rule {
    name: "jiezhi-deadline",
    title: "“截止”写成“截至”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("jiezhi_deadline.md"),
};

const WORDS: &[&str] = &[
    "截至日期",
    "截至时间",
    "截至期限",
    "报名截至",
    "截至日：",
    "截至，",
    "截至。",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    // 截至日期 without what ends on it may be the day that data hold for.
    let ends = [
        "报名", "申请", "申报", "投标", "缴费", "征集", "受理", "提交", "活动",
    ];
    if text == "截至日期" && view.one_of_before(word.start, &ends).is_none() {
        return;
    }
    // 报名截至， is found as 报名截至.
    let is_found = text.ends_with(['，', '。']) && view.ends_at(word.start, "报名");
    if is_found {
        return;
    }
    let end = word.start + text.trim_end_matches(['，', '。']).chars().count();
    let text = view.words(word.start..end);
    let at = if text.starts_with('截') {
        word.start
    } else {
        word.start + 2
    };
    findings
        .at(word.start..end, format!("“{text}”应当用“截止”"))
        .hint("停止的日期用“截止”")
        .replace(at + 1..at + 2, "止");
}
