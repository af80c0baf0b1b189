//! 2022年5月20日（星期四）: it was a Friday.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule, Word};

/// 2022年5月20日（星期四）: it was a Friday.
pub(crate) const WEEKDAY_MISMATCH: Rule = Rule {
    name: "weekday-mismatch",
    title: "日期与星期不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("weekday_mismatch.md"),
};

const WORDS: &[&str] = &[
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "星期天",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(date) = date_before(view, word.start) else {
        return;
    };
    let Some(right) = weekday(date) else {
        return;
    };
    let text = view.text(word.start..word.end);
    let found = text.chars().last().unwrap_or('一');
    let found = if found == '天' { '日' } else { found };
    if found != right {
        let name = text.trim_end_matches(|c| c != '期' && c != '周');
        let hint = format!("{}是{name}{right}", view.text(date.range.clone()));
        findings
            .at(
                date.range.start..word.end,
                format!("“{}”与“{text}”不符", view.text(date.range.clone())),
            )
            .hint(hint);
    }
}

/// The full date that ends right before the weekday, a bracket or a comma between.
fn date_before<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v DateMention> {
    let gap = usize::from(view.is_any_before(at, "（(，"));
    let end = at - gap;
    let index = view.dates().partition_point(|date| date.range.end < end);
    view.dates().get(index).filter(|date| date.range.end == end)
}

fn weekday(date: &DateMention) -> Option<char> {
    let (year, month, day) = (date.year?, date.month, date.day?);
    let date = Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()?;
    let index = date.weekday().to_monday_zero_offset();
    "一二三四五六日".chars().nth(usize::try_from(index).ok()?)
}
