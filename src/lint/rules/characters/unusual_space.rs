//! No-break and typographic spaces.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// No-break and typographic spaces.
pub(crate) const UNUSUAL_SPACE: Rule = Rule {
    name: "unusual-space",
    title: "特殊空格",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("unusual_space.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        let is_unusual = matches!(
            found,
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{1680}'
        );
        let in_chinese = is_han(view.before(at)) || is_han(view.char(at + 1));
        let is_first = view.before(at) != found;
        // Between two Han characters any space is reported by another rule.
        if is_unusual
            && in_chinese
            && is_first
            && !(found == '\u{a0}' && is_han(view.before(at)) && is_han(view.char(at + 1)))
        {
            findings
                .at(
                    at..at + 1,
                    format!("这里有特殊空格（U+{:04X}）", found as u32),
                )
                .hint("删去，或者改为普通空格")
                .suggest(at..at + 1, "");
        }
    }
}
