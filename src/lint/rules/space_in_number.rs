//! 68. 5%, 2 024年: a space inside a number.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 68. 5%, 2 024年: a space inside a number.
pub(crate) const SPACE_IN_NUMBER: Rule = Rule {
    name: "space-in-number",
    title: "数字中间有空格",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("space_in_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let space = second.digits.start - 1;
        if view.char(space) != ' ' {
            continue;
        }
        if is_decimal(view, first, second) || is_year(view, first, second) {
            let range = first.digits.start..second.range().end;
            let text = view.text(range.clone());
            findings
                .at(range, format!("“{text}”数字中间有空格"))
                .hint("删去空格")
                .replace(space..space + 1, "");
        }
    }
}

/// 68. 5%: only a decimal has its point before a digit and a per cent sign behind it.
fn is_decimal(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let is_item = view
        .paragraph(first.digits.start)
        .is_some_and(|it| it.range.start == first.digits.start);
    view.is_at(first.digits.end, ". ")
        && second.digits.start == first.digits.end + 2
        && second.is_percent(view.chars())
        && !is_item
}

/// 2 024年, 202 4年: four digits in all, the first ones those of a year.
fn is_year(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let digits = first.digits.len() + second.digits.len();
    let is_near = first.digits.end + 1 == second.digits.start;
    let text = view.text(first.digits.clone());
    is_near
        && digits == 4
        && view.char(second.digits.end) == '年'
        && ("20".starts_with(&text) || "19".starts_with(&text) || text.starts_with("20"))
}
