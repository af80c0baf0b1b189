//! 持续s推进: a Latin letter that was left between Chinese characters.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 持续s推进: a Latin letter that was left between Chinese characters.
pub(crate) const STRAY_LETTER: Rule = Rule {
    name: "stray-letter",
    title: "汉字之间夹了一个字母",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("stray_letter.md"),
};

/// Small letters that mean nothing between Chinese characters; x光, e站, i厦门 and the like do.
const STRAY: [char; 11] = ['f', 'h', 'j', 'l', 'o', 'q', 'r', 's', 'u', 'w', 'z'];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&STRAY) {
        let letter = view.char(at);
        let is_within = is_han(view.before(at)) && is_han(view.char(at + 1));
        if is_within && !view.in_quotes(at) && !view.in_title(at) {
            findings
                .at(at..at + 1, format!("汉字之间夹了一个字母“{letter}”"))
                .hint("删去，或者核对这一处")
                .suggest(at..at + 1, "");
        }
    }
}
