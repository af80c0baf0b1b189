//! 4个月累计接待2.4万人次，月均8000人次: the average of the months that the sentence tells.

use super::average_of_total::{judge, total_before};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports the monthly average at `at` if the one total of the clause before and the months give another.
pub(super) fn monthly_average(
    view: &TextView<'_>,
    at: usize,
    average: &Number,
    findings: &mut Findings<'_>,
) {
    const ALL: [&str; 4] = ["共", "累计", "全年", "总计"];
    let total = total_before(view, at, average);
    let total = total.filter(|it| view.has_any(&(it.clause.start..it.number.digits.start), &ALL));
    if let Some((total, months)) = total.zip(months(view, at))
        && let Ok(months) = i64::try_from(months)
    {
        judge(view, average, total.number, (months, "个月"), findings);
    }
}

/// How many months the sentence tells of: 4个月, or the twelve of 2023年全年.
fn months(view: &TextView<'_>, at: usize) -> Option<usize> {
    let sentence = view.sentence(at);
    let before = sentence.start..at;
    let spans = ["以来", "至", "起", "底前", "上半年", "季度", "截至", "每"];
    if let Some(months) = months_of_range(view, &before) {
        return Some(months);
    }
    if let Some(months) = months_of_part(view, &before) {
        return Some(months);
    }
    if view.has_any(&before, &spans) {
        return months_counted(view, &before);
    }
    let is_year = view.find(before.clone(), "年全年").is_some();
    match months_counted(view, &before) {
        None if is_year && view.find(before, "个月").is_none() => Some(12),
        Some(months) if !is_year => Some(months),
        _ => None,
    }
}

/// 今年1—8月 are eight months.
fn months_of_range(view: &TextView<'_>, before: &std::ops::Range<usize>) -> Option<usize> {
    let value = |digits: std::ops::Range<usize>| view.words(digits).parse::<usize>().ok();
    view.numbers_in(before.clone()).windows(2).find_map(|pair| {
        let [from, to] = pair else {
            return None;
        };
        let mark = view.words(from.digits.end..to.digits.start);
        let is_range = matches!(mark, "—" | "至" | "月至" | "到" | "月—");
        let is_month = view.char(to.digits.end) == '月';
        let (first, last) = (value(from.digits.clone())?, value(to.digits.clone())?);
        let are_months = (1..=12).contains(&first) && (first..=12).contains(&last);
        (is_range && is_month && are_months).then(|| last + 1 - first)
    })
}

/// The months of 第一季度, 上半年 or 前三季度, if that is the only part of a year that is told.
fn months_of_part(view: &TextView<'_>, before: &std::ops::Range<usize>) -> Option<usize> {
    const PARTS: [(&str, usize); 10] = [
        ("前三季度", 9),
        ("一季度", 3),
        ("二季度", 3),
        ("三季度", 3),
        ("四季度", 3),
        ("1季度", 3),
        ("2季度", 3),
        ("4季度", 3),
        ("上半年", 6),
        ("下半年", 6),
    ];
    const LONGER: [&str; 6] = ["以来", "至", "起", "底前", "截至", "每"];
    let mut parts = PARTS
        .iter()
        .filter(|(name, _)| view.find(before.clone(), name).is_some());
    let (name, months) = parts.next()?;
    // 前三季度 holds 三季度.
    let is_only = parts.all(|(other, _)| name.ends_with(other));
    (is_only && !view.has_any(before, &LONGER)).then_some(*months)
}

/// 在4个月的试运行期内.
fn months_counted(view: &TextView<'_>, before: &std::ops::Range<usize>) -> Option<usize> {
    let chars = view.chars();
    let mut counts = view
        .numbers_in(before.clone())
        .iter()
        .filter(|it| view.is_at(it.digits.end, "个月"));
    let months = counts.next().filter(|_| counts.next().is_none())?;
    let is_within = view
        .one_of_at(
            months.digits.end + 2,
            &["的试运行期内", "内", "中", "里", "时间", "共", "累计"],
        )
        .is_some();
    let value = view.text(months.digits.clone()).parse().ok();
    value.filter(|it| is_within && (2..=36).contains(it) && months.value(chars).is_some())
}
