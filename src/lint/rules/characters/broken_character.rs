//! U+FFFD and control characters.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// U+FFFD and control characters.
pub(crate) const BROKEN_CHARACTER: Rule = Rule {
    name: "broken-character",
    title: "乱码",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("broken_character.md"),
};

/// What bytes of one encoding look like when they are read in another.
const GARBLED: [&str; 3] = ["锟斤拷", "烫烫烫", "屯屯屯"];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view
        .places('锟')
        .chain(view.places('烫'))
        .chain(view.places('屯'))
    {
        if let Some(text) = view.one_of_at(at, &GARBLED) {
            findings
                .at(at..at + text.chars().count(), format!("“{text}”是乱码"))
                .hint("对照原稿补上正确的字");
        }
    }
    for at in view.odd_marks() {
        let found = view.char(at);
        let is_control = found.is_control() && !matches!(found, '\n' | '\t' | '\r');
        if found == '\u{fffd}' || is_control || matches!(found, '\u{2028}' | '\u{2029}') {
            findings
                .at(at..at + 1, format!("这里有乱码（U+{:04X}）", found as u32))
                .hint("对照原稿补上正确的字");
        }
    }
}
