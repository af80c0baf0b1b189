//! 68. 5%, 2 024年: a space inside a number.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
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
        let is_one_number = is_decimal(view, first, second) || is_year(view, first, second);
        if !is_one_number && !is_amount(view, first, second) {
            continue;
        }
        let range = first.digits.start..second.range().end;
        let text = view.words(range.clone());
        let finding = findings.at(range, format!("“{text}”数字中间有空格"));
        // 46 2亿元 may be 46.2亿元 as well as 462亿元: only who has the figure can tell.
        if is_one_number {
            finding.hint("删去空格").replace(space..space + 1, "");
        } else {
            finding.hint("核对这个数：可能漏了小数点，也可能多了空格");
        }
    }
}

/// 68. 5%: only a decimal has its point before a digit and a per cent sign behind it.
fn is_decimal(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    // 1. 5%的资金用于… numbers an item.
    let is_item = view.is_any_before(first.digits.start, "\n。；：，、（( ");
    view.is_at(first.digits.end, ". ")
        && second.digits.start == first.digits.end + 2
        && second.is_percent(view.chars())
        && !is_item
}

/// 46 2亿元: a number, and what multiplies it behind the space only.
fn is_amount(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let adjoins = first.digits.end + 1 == second.digits.start && first.multiplier.is_empty();
    let is_led = is_han(view.before(first.digits.start));
    adjoins && is_led && !second.multiplier.is_empty() && second.digits.len() <= 2
}

/// 2 024年, 202 4年: four digits in all, the first ones those of a year.
fn is_year(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let is_whole = first.digits.end + 1 == second.digits.start
        && first.digits.len() + second.digits.len() == 4
        && view.char(second.digits.end) == '年';
    let begins = || {
        let text = view.words(first.digits.clone());
        "20".starts_with(text) || "19".starts_with(text) || text.starts_with("20")
    };
    is_whole && begins()
}
