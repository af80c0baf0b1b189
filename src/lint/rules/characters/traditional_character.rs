//! A traditional character (繁体字) among standard ones.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};
use crate::text::traditional::traditional;

/// A traditional character (繁体字) among standard ones.
pub(crate) const TRADITIONAL_CHARACTER: Rule = Rule {
    name: "traditional-character",
    title: "夹用繁体字",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("traditional_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (at, standard) in traditional(view.chars()) {
        let found = view.char(at);
        let message = format!("“{found}”不是规范汉字");
        let finding = match view.in_title(at) {
            // An old book's title may be kept as it is.
            true => findings.hint(at..at + 1, message),
            false => findings.at(at..at + 1, message),
        };
        finding
            .hint(format!("改为“{standard}”"))
            .suggest(at..at + 1, standard.to_string());
    }
}
