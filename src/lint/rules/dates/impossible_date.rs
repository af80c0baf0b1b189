//! 2月30日, 13月, 2021年2月29日.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
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
    far_year(view, findings);
    long_year(view, findings);
    lost_unit(view, findings);
    quarters(view, findings);
    day_for_month(view, findings);
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

/// 20024年: a digit too many.
fn long_year(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers().iter().filter(|it| it.digits.len() == 5) {
        let digits = view.words(number.digits.clone());
        let is_long = ["20", "19"].iter().any(|it| digits.starts_with(it));
        let is_told =
            view.char(number.digits.end) == '年' && !view.is_any_at(number.digits.end + 1, "期限");
        if is_long && is_told {
            let range = number.digits.start..number.digits.end + 1;
            findings
                .at(range.clone(), format!("没有“{}”这一年", view.words(range)))
                .hint("核对年份，多了一个数字");
        }
    }
}

/// 2024年6底, 2023年5，: 月 is lost; 自2022以来: 年 is.
fn lost_unit(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const ENDS: [&str; 6] = ["底", "初", "末", "上旬", "中旬", "下旬"];
    for pair in view.numbers().windows(2) {
        let [year, month] = pair else {
            continue;
        };
        let end = month.digits.end;
        if year.digits.end + 1 != month.digits.start || month.digits.len() > 2 {
            continue;
        }
        let adjoins = year.is_year(view.chars());
        let is_month = view
            .words(month.digits.clone())
            .parse::<u8>()
            .is_ok_and(|month| (1..=12).contains(&month));
        let is_cut = view.one_of_at(end, &ENDS).is_some() || view.char(end) == '，';
        if adjoins && is_month && is_cut && view.char(year.digits.end) == '年' {
            lost(view, year.digits.start..end, "月", findings);
        }
    }
    let bare = |it: &&Number| it.digits.len() == 4 && view.char(it.digits.end) != '年';
    for number in view.numbers().iter().filter(bare) {
        let (start, end) = (number.digits.start, number.digits.end);
        let is_led = view
            .one_of_before(start, &["自", "从", "截至", "自从"])
            .is_some();
        let is_time = view
            .one_of_at(end, &["以来", "年以来", "底", "末", "起"])
            .is_some();
        if view.is_at(start, "20") && is_led && is_time {
            lost(view, start..end, "年", findings);
        }
    }
}

fn lost(
    view: &TextView<'_>,
    range: std::ops::Range<usize>,
    unit: &'static str,
    findings: &mut Findings<'_>,
) {
    findings
        .at(
            range.clone(),
            format!("“{}”后面缺“{unit}”", view.words(range.clone())),
        )
        .hint(format!("补上“{unit}”"))
        .suggest(range.end..range.end, unit);
}

/// 2202年，我县启动…: two digits swapped; 2500年前 and 2202年历史 are lengths of time.
fn far_year(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let end = number.digits.end;
        if number.digits.len() != 4 || view.char(number.digits.start) != '2' {
            continue;
        }
        let is_far = ("2101".."3000").contains(&view.words(number.digits.clone()));
        let opens = view.is_any_before(number.digits.start, "\n。；，自于至在到从《（");
        let goes_on = view.is_any_at(end + 1, "，度底初末") || view.char(end + 1).is_ascii_digit();
        if is_far && opens && goes_on && view.char(end) == '年' {
            findings
                .at(
                    number.digits.start..end + 1,
                    format!(
                        "“{}”不像是这里说的年份",
                        view.words(number.digits.start..end + 1)
                    ),
                )
                .hint("核对年份，可能有两个数字写颠倒了");
        }
    }
}

/// 2023年12日5日: 日 where 月 belongs.
fn day_for_month(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        let [year, month, day] = triple else {
            continue;
        };
        if view.char(month.digits.end) != '日' {
            continue;
        }
        let adjoins = |one: &Number, other: &Number| one.unit.end == other.digits.start;
        let is_day = |it: &Number| view.char(it.digits.end) == '日' && it.digits.len() <= 2;
        if year.is_year(view.chars())
            && adjoins(year, month)
            && adjoins(month, day)
            && is_day(month)
            && is_day(day)
        {
            let range = month.digits.end..month.digits.end + 1;
            let text = view.words(year.digits.start..day.unit.end);
            findings
                .at(range.clone(), format!("“{text}”里的“日”应当是“月”"))
                .hint("改为“月”")
                .suggest(range, "月");
        }
    }
}

/// 2025年第5季度, 今年五季度, 第五季度: a year has four.
fn quarters(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let is_quarter = number.digits.len() == 1 && view.is_at(number.digits.end, "季度");
        // 连续5季度 counts quarters.
        if is_quarter && view.is_any_before(start, "第年") {
            quarter(view, start, findings);
        }
    }
    for at in view.places('年') {
        let start = at + 1 + usize::from(view.char(at + 1) == '第');
        let is_year = view.before(at).is_ascii_digit() || view.is_any_before(at, "今明去本当");
        if is_year && is_chinese_digit(view.char(start)) && view.is_at(start + 1, "季度") {
            quarter(view, start, findings);
        }
    }
}

/// Reports the quarter whose number is at `at`, if it is behind the fourth or before the first.
fn quarter(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    if !view.is_any_at(at, "1234一二三四") {
        let from = at - usize::from(view.before(at) == '第');
        let text = view.words(from..at + 3);
        findings
            .at(from..at + 3, format!("一年没有“{text}”"))
            .hint("核对季度");
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
