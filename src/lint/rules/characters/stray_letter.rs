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

/// What a small letter between Chinese characters may be: 用户x, x光, e站, i厦门.
const MEANT: &str = "xyeitkmgvdnpabc";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (at, characters) in view.chars().windows(3).enumerate() {
        let [before, letter, after] = [characters[0], characters[1], characters[2]];
        let is_stray = letter.is_ascii_lowercase() && !MEANT.contains(letter);
        let is_within = is_han(before) && is_han(after);
        if is_stray && is_within && !view.in_quotes(at + 1) && !view.in_title(at + 1) {
            findings
                .at(at + 1..at + 2, format!("汉字之间夹了一个字母“{letter}”"))
                .hint("删去，或者核对这一处")
                .suggest(at + 1..at + 2, "");
        }
    }
}
