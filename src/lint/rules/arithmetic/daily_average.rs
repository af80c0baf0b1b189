//! 2023年全年运送1.46亿人次，日均45万人次: the average of the days of a year.

use super::average_of_total::{judge, total_before};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// The days of a year, and about those of a month.
const DAYS: i64 = 365;
const MONTH: i64 = 30;

/// Reports the daily average at `at` if the clause before tells another total of a whole year or month.
pub(super) fn daily_average(
    view: &TextView<'_>,
    at: usize,
    average: &Number,
    findings: &mut Findings<'_>,
) {
    let Some(total) = total_before(view, at, average) else {
        return;
    };
    let days = match is_of_year(view, total.clause.end) {
        true => Some(DAYS),
        false => is_of_month(view, total.clause).then_some(MONTH),
    };
    if let Some(days) = days {
        judge(view, average, total.number, (days, "天"), findings);
    }
}

/// Whether the sentence up to `end` tells of a whole year and of nothing shorter.
fn is_of_year(view: &TextView<'_>, end: usize) -> bool {
    const SHORTER: [&str; 8] = ["月", "季", "半年", "以来", "截至", "期间", "假", "工作日"];
    let told = view.sentence(end).start..end;
    view.find(told.clone(), "全年").is_some() && !view.has_any(&told, &SHORTER)
}

/// 6月共运送87万人次: the clause tells of one month and of nothing longer or shorter.
fn is_of_month(view: &TextView<'_>, told: std::ops::Range<usize>) -> bool {
    const OTHER: [&str; 10] = [
        "日", "至", "—", "以来", "截至", "个月", "季", "半年", "起", "月均",
    ];
    let is_all = view.has_any(&told, &["共", "累计", "总"]);
    let mut months = view
        .numbers_in(told.clone())
        .iter()
        .filter(|it| view.char(it.digits.end) == '月');
    let is_one = months.next().is_some() && months.next().is_none();
    is_all && is_one && !view.has_any(&told, &OTHER)
}
