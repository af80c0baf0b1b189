//! 2400O盏: a letter that looks like a digit.

use std::ops::Range;

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
        in_telephone(view, number.digits.clone(), findings);
        before_digits(view, number.digits.clone(), findings);
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

/// 联系电话：0731-8456123b: a letter is no part of a telephone number.
fn in_telephone(view: &TextView<'_>, digits: Range<usize>, findings: &mut Findings<'_>) {
    const LEAST: usize = 6;
    const LABELS: [&str; 5] = ["电话", "手机", "热线", "传真", "号码"];
    let end = digits.end;
    let is_letter =
        view.char(end).is_ascii_alphabetic() && !view.char(end + 1).is_ascii_alphabetic();
    if !is_letter || digits.len() < LEAST {
        return;
    }
    let is_part = |at: &usize| view.char(*at).is_ascii_digit() || view.is_any_at(*at, "-—－");
    let start = (digits.start.saturating_sub(6)..digits.start)
        .rev()
        .take_while(is_part);
    let start = start.last().unwrap_or(digits.start);
    let label = start - usize::from(view.is_any_before(start, "：:"));
    if view.one_of_before(label, &LABELS).is_some() {
        let text = view.words(start..end + 1);
        findings
            .at(start..end + 1, format!("电话号码“{text}”里夹了字母"))
            .hint("核对电话号码");
    }
}

/// 服务站l2个: a letter for the first digit.
fn before_digits(view: &TextView<'_>, digits: Range<usize>, findings: &mut Findings<'_>) {
    let Some(letter) = digits.start.checked_sub(1) else {
        return;
    };
    let is_letter = view.is_any_at(letter, "lIO") && is_han(view.before(letter));
    let is_counted = view.is_any_at(digits.end, "个家人名所座处户件项条万亿亩元公平吨台辆次");
    if is_letter && is_counted && !view.in_title(letter) {
        let text = view.words(letter..digits.end);
        findings
            .at(letter..letter + 1, format!("“{text}”里夹了字母"))
            .hint("字母“O”“l”“I”与数字“0”“1”形近，核对这个数");
    }
}
