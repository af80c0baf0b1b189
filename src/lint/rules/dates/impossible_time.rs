//! 23:75, 25时: no such time of the day.

use std::ops::Range;

use super::hours::hours;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 23:75, 25时: no such time of the day.
pub(crate) const IMPOSSIBLE_TIME: Rule = Rule {
    name: "impossible-time",
    title: "没有这个时刻",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("impossible_time.md"),
};

/// What tells a time of the day from a ratio or a score.
const WORDS: &[&str] = &[
    "上午",
    "下午",
    "早上",
    "晚上",
    "夜间",
    "凌晨",
    "中午",
    "时间",
    "班车",
    "首班",
    "末班",
    "每天",
    "每日",
    "工作日",
    "开馆",
    "闭馆",
    "营业",
    "次日",
    "当日",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    hours(view, findings);
    for colon in view.places_of_any(&[':', '：', '∶']) {
        let Some((range, hour, minute)) = time(view, colon) else {
            continue;
        };
        reversed(view, &range, hour * 60 + minute, findings);
        let is_impossible = hour > 24 || minute > 59 || hour == 24 && minute > 0;
        if is_impossible && is_told_as_time(view, colon) {
            let text = view.words(range.clone());
            findings
                .at(range, format!("没有“{text}”这个时刻"))
                .hint("核对时间");
        }
    }
}

/// 上午11:30—8:30: the earlier time stands behind the later one.
fn reversed(view: &TextView<'_>, later: &Range<usize>, until: u32, findings: &mut Findings<'_>) {
    let joint = view.before(later.start);
    let colon = later
        .start
        .checked_sub(4)
        .filter(|_| "—～~-－至".contains(joint));
    let Some((earlier, hour, minute)) = colon.and_then(|colon| time(view, colon)) else {
        return;
    };
    let is_of_half = ["上午", "下午"]
        .iter()
        .any(|half| view.ends_at(earlier.start, half));
    // 22:00至6:00 runs through the night; nothing runs through nearly the whole day.
    const LONGEST_NIGHT: u32 = 18 * 60;
    let from = hour * 60 + minute;
    let is_night = until + 24 * 60 <= from + LONGEST_NIGHT;
    let is_told = is_of_half || !is_night && is_told_as_time(view, later.start);
    if is_told && from > until {
        let range = earlier.start..later.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("时间“{text}”前大后小"))
            .hint("核对时间");
    }
}

/// Hours of one or two digits, minutes of two, and nothing more on either side.
pub(super) fn time(view: &TextView<'_>, colon: usize) -> Option<(Range<usize>, u32, u32)> {
    let digits = |at: usize| view.char(at).to_digit(10);
    let minute = digits(colon + 1)? * 10 + digits(colon + 2)?;
    let ones = digits(colon.checked_sub(1)?)?;
    let tens = colon.checked_sub(2).and_then(digits);
    let start = colon - 1 - usize::from(tens.is_some());
    let is_whole = !view.before(start).is_ascii_alphanumeric()
        && !view.is_any_before(start, ":：.")
        && digits(colon + 3).is_none()
        && !view.is_any_at(colon + 3, ":：.%");
    is_whole.then_some((start..colon + 3, tens.unwrap_or(0) * 10 + ones, minute))
}

fn is_told_as_time(view: &TextView<'_>, at: usize) -> bool {
    let sentence = view.sentence(at);
    let from = sentence.start.max(at.saturating_sub(30));
    let lead = view.words(from..at);
    WORDS.iter().any(|word| lead.contains(word))
}
