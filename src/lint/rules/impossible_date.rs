//! 2月30日, 13月, 2021年2月29日.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 2月30日, 13月, 2021年2月29日.
pub(crate) const IMPOSSIBLE_DATE: Rule = Rule {
    name: "impossible-date",
    title: "没有这一天",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("impossible_date.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for date in view.dates() {
        if is_possible(date.year, date.month, date.day) {
            continue;
        }
        // 超过12的“月”与百分比一样，可能是“个月”漏字，一样要改。
        let text = view.words(date.range.clone());
        findings
            .at(date.range.clone(), format!("没有“{text}”这一天"))
            .hint("核对日期");
    }
}

fn is_possible(year: Option<u16>, month: u32, day: Option<u32>) -> bool {
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => year.map_or(29, |year| if is_leap(year) { 29 } else { 28 }),
        _ => return false,
    };
    day.is_none_or(|day| (1..=days).contains(&day))
}

fn is_leap(year: u16) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}
