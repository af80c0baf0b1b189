//! 发挥了发挥: a verb of two characters again behind 了.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 发挥了发挥: a verb of two characters again behind 了.
pub(crate) const VERB_AROUND_LE: Rule = Rule {
    name: "verb-around-le",
    title: "动词在“了”后面又写一次",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("verb_around_le.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('了') {
        let Some(start) = at.checked_sub(2) else {
            continue;
        };
        let verb = view.words(start..at);
        let is_doubled = verb.chars().all(is_han) && view.is_at(at + 1, verb);
        // 讨论了讨论，研究了研究 is said of doing so for a while, where no object follows.
        let has_object = is_han(view.char(at + 3));
        if is_doubled && has_object && !view.in_quotes(start) {
            let text = view.words(start..at + 3);
            findings
                .at(start..at + 3, format!("“{text}”重复"))
                .hint(format!("只留一个“{verb}”"));
        }
    }
}
