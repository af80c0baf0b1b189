//! ……标准。”。: a full stop on both sides of the closing mark.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// ……标准。”。: a full stop on both sides of the closing mark.
pub(crate) const STOP_ON_BOTH_SIDES: Rule = Rule {
    name: "stop-on-both-sides",
    title: "引号内外都有句末点号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("stop_on_both_sides.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&['”', '’']) {
        if view.before(at) == '。' && view.is_any_at(at + 1, "。，；、") {
            let text = view.words(at - 1..at + 2);
            findings
                .at(at - 1..at + 2, format!("“{text}”里两个点号重复"))
                .hint("引文独立成句，句号放在引号里面；引文是句子的一部分，点号放在引号外面");
        }
    }
}
