//! Characters of the private use areas.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Characters of the private use areas.
pub(crate) const PRIVATE_USE_CHARACTER: Rule = Rule {
    name: "private-use-character",
    title: "自造字符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("private_use_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        if matches!(found, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}') {
            findings
                .at(
                    at..at + 1,
                    format!("自造字符（U+{:04X}）在别的机器上显示不出来", found as u32),
                )
                .hint("换成标准编码的字");
        }
    }
}
