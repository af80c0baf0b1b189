//! Zero-width characters and soft hyphens.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Zero-width characters and soft hyphens.
pub(crate) const ZERO_WIDTH_CHARACTER: Rule = Rule {
    name: "zero-width-character",
    title: "看不见的字符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("zero_width_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        let is_joiner = found == '\u{200d}' && view.before(at) as u32 > 0x1_f000;
        if matches!(
            found,
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{180e}'
        ) && !is_joiner
        {
            findings
                .at(
                    at..at + 1,
                    format!("这里有看不见的字符（U+{:04X}）", found as u32),
                )
                .hint("删去")
                .replace(at..at + 1, "");
        }
    }
}
