//! 甲、乙、和丙: 、 and a conjunction in one place.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 甲、乙、和丙: 、 and a conjunction in one place.
pub(crate) const PAUSE_MARK_BEFORE_CONJUNCTION: Rule = Rule {
    name: "pause-mark-before-conjunction",
    title: "“和”“及”前面多了顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("pause_mark_before_conjunction.md"),
};

/// Conjunctions, each with the characters after it that make it a part of another word.
const CONJUNCTIONS: [(&str, &str); 4] = [
    ("以及", ""),
    ("及其", ""),
    ("及", "时早格第笄腰物"),
    (
        "和",
        "平谐县睦解声政气顺硕龙静林布田顿弦而合善美为山药面服睿风乐会约好议盘尚亲悦",
    ),
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('、') {
        if !is_han(view.before(at)) {
            continue;
        }
        let found = CONJUNCTIONS.iter().find(|(word, other)| {
            let after = || view.char(at + 1 + word.chars().count());
            view.is_at(at + 1, word) && is_han(after()) && !other.contains(after())
        });
        // 岩温、和丽华委员: 和 is a surname as well.
        let is_name = view.has_any(&(at + 2..at + 12), &["委员：", "代表："]);
        if let Some((word, _)) = found.filter(|_| !view.in_title(at) && !is_name) {
            let end = at + 1 + word.chars().count();
            findings
                .at(at..end, format!("“{word}”前面不用顿号"))
                .hint(format!("删去“、”，或者删去“{word}”"))
                .suggest(at..at + 1, "");
        }
    }
}
