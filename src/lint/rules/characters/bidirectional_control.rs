//! Bidirectional controls.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Bidirectional controls.
pub(crate) const BIDIRECTIONAL_CONTROL: Rule = Rule {
    name: "bidirectional-control",
    title: "改变书写方向的字符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("bidirectional_control.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        if matches!(found, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
        {
            findings
                .at(
                    at..at + 1,
                    format!("这里有改变书写方向的字符（U+{:04X}）", found as u32),
                )
                .hint("删去")
                .replace(at..at + 1, "");
        }
    }
}
