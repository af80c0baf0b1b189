//! 2400O盏: a letter that looks like a digit.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 2400O盏: a letter that looks like a digit.
pub(crate) const LETTER_IN_NUMBER: Rule = Rule {
    name: "letter-in-number",
    title: "数字里夹了字母",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("letter_in_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let (start, end) = (number.digits.start, number.digits.end);
        let letters = (end..end + 3)
            .take_while(|at| matches!(view.char(*at), 'O' | 'o' | 'l' | 'I'))
            .count();
        let after = view.char(end + letters);
        let goes_on = is_han(after) || after.is_ascii_digit() || after == '%';
        // H2O and B2O are words; a digit must open the number.
        let is_number =
            !view.before(start).is_ascii_alphanumeric() && !view.is_any_before(start, "-/.");
        if letters > 0 && goes_on && is_number {
            let text = view.words(start..end + letters);
            findings
                .at(end..end + letters, format!("“{text}”里夹了字母"))
                .hint("字母“O”“l”“I”与数字“0”“1”形近，核对这个数");
        }
    }
}
