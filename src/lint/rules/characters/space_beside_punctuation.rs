//! A space before a full-width stop or after one.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// A space before a full-width stop or after one.
pub(crate) const SPACE_BESIDE_PUNCTUATION: Rule = Rule {
    name: "space-beside-punctuation",
    title: "标点旁边有空格",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("space_beside_punctuation.md"),
};

/// Whether a character may end what a stop follows: 《条例》 ， and 12% 。 are as wrong as 收悉 ，.
fn ends_word(character: char) -> bool {
    is_han(character) || character.is_ascii_alphanumeric() || "》）”%％".contains(character)
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places(' ') {
        if view.before(at) == '\n' || view.char(at + 1) == '\n' {
            continue;
        }
        let before_stop =
            view.is_any_at(at + 1, "，。；：、！？）》”") && ends_word(view.before(at));
        let after_stop =
            view.is_any_before(at, "，。；、！？（《“”》%％") && is_han(view.char(at + 1));
        if (before_stop || after_stop) && !view.touches_markup(at..at + 1) {
            let finding = findings.at(at..at + 1, "标点旁边有空格");
            // 达到85% 有效遏制: a comma may have been lost there.
            match view.is_any_before(at, "%％") && after_stop {
                true => finding
                    .hint("删去空格，或者补上标点")
                    .suggest(at..at + 1, ""),
                false => finding.hint("删去空格").replace(at..at + 1, ""),
            };
        }
    }
}
