//! 2022年5月至2021年3月, 2035—2021年.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 2022年5月至2021年3月, 2035—2021年.
pub(crate) const REVERSED_DATES: Rule = Rule {
    name: "reversed-dates",
    title: "起止时间颠倒",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("reversed_dates.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.dates().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let joined =
            to.range.start == from.range.end + 1 && view.is_any_at(from.range.end, "至到—～-");
        let link = view.text(from.range.end..to.range.start.min(from.range.end + 4));
        let links = [
            "起至",
            "起到",
            "起，至",
            "持续到",
            "持续至",
            "延续到",
            "一直到",
            "起持续至",
        ];
        let joined = joined || links.contains(&link.as_str()) || is_term(view, from, to);
        if joined && is_reversed(from, to) {
            report(view, from.range.start..to.range.end, findings);
        }
    }
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let mark = from.unit.end;
        let joined = to.digits.start == mark + 1 && view.is_any_at(mark, "至到—～");
        if joined
            && is_year(view, from)
            && to.is_year(view.chars())
            && from.decimal(view.chars()) > to.decimal(view.chars())
            && !has_month(view, to.unit.end)
        {
            report(view, from.digits.start..to.unit.end, findings);
        }
    }
}

/// 自2023年3月1日起施行，有效期至2028年2月28日.
fn is_term(view: &TextView<'_>, from: &DateMention, to: &DateMention) -> bool {
    const LONGEST: usize = 16;
    let between = from.range.end..to.range.start;
    // 起施行，有效期五年，至2022年6月30日止.
    let is_until = view.ends_at(to.range.start, "，至") && view.is_at(to.range.end, "止");
    between.len() <= LONGEST
        && view.char(from.range.end) == '起'
        && (is_until
            || view
                .one_of_before(
                    to.range.start,
                    &["有效期至", "有效期到", "试行至", "期限至", "执行至"],
                )
                .is_some())
}

/// A month follows, so that the dates were compared already.
fn has_month(view: &TextView<'_>, at: usize) -> bool {
    view.char(at).is_ascii_digit()
}

fn is_year(view: &TextView<'_>, number: &Number) -> bool {
    let digits = view.words(number.digits.clone());
    digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && (number.unit.is_empty() || number.is_year(view.chars()))
}

fn is_reversed(from: &DateMention, to: &DateMention) -> bool {
    match (from.year, to.year) {
        (Some(a), Some(b)) => {
            (a, from.month, from.day.unwrap_or(1)) > (b, to.month, to.day.unwrap_or(31))
        }
        // 11月20日至次年3月 has its year said; without one only days of one month can be compared.
        (_, None) => {
            let same_month = from.month == to.month;
            let is_past = matches!((from.day, to.day), (Some(a), Some(b)) if same_month && a > b);
            // 2022年11月5日至3月20日 may run into the next year; from September to August it cannot.
            let is_alike = to.day.is_some() || from.day.is_none();
            let is_close = from.year.is_some() && is_alike && from.month > to.month;
            // 2025年8月至4月: months alone of one year; 11月至3月 is a winter.
            let are_months = from.day.is_none() && to.day.is_none() && to.month > 3;
            is_past || is_close && (from.month - to.month <= 3 || are_months)
        }
        (None, Some(_)) => false,
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”的结束时间早于开始时间"))
        .hint("核对起止时间");
}
