//! 2023年全年运送1.46亿人次，日均45万人次: the average of the days of a year.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// The days of a year, and about those of a month.
const DAYS: i64 = 365;
const MONTH: i64 = 30;

/// How much of itself a daily average may be off: both numbers are rounded, and some days are none of work.
const ROUGH: Decimal = Decimal::from_parts(8, 0, 0, false, 2);

/// Reports the daily average at `at` if the clause before tells another total of a whole year.
pub(super) fn daily_average(
    view: &TextView<'_>,
    at: usize,
    average: &Number,
    findings: &mut Findings<'_>,
) {
    const LEADS: [&str; 3] = ["折合", "相当于", "平均"];
    let chars = view.chars();
    let clause = view.clause(at);
    let lead = view.one_of_at(clause.start, &LEADS);
    let begins = clause.start + lead.map_or(0, |lead| lead.chars().count()) == at;
    let Some(before) = clause.start.checked_sub(1).filter(|_| begins) else {
        return;
    };
    let told = view.clause(before);
    let same = |it: &&Number| it.unit(chars) == average.unit(chars) && it.is_exact_amount();
    let mut totals = view.numbers_in(told.clone()).iter().filter(same);
    let total = totals.next().filter(|_| totals.next().is_none());
    let days = match is_of_year(view, told.end) {
        true => Some(DAYS),
        false => is_of_month(view, told.clone()).then_some(MONTH),
    };
    let should = total
        .zip(days)
        .and_then(|(it, days)| it.value(chars)?.checked_div(Decimal::from(days)));
    let Some((should, printed)) = should.zip(average.value(chars)) else {
        return;
    };
    let is_amount = !average.unit(chars).is_empty() && !average.is_percent(chars);
    let is_off = is_amount && (should - printed).abs() > printed * ROUGH;
    if is_off {
        let text = view.words(average.range());
        let right = plain(should / average.factor(chars), 2);
        let scale = view.words(average.multiplier.start..average.unit.end);
        findings
            .warn(average.range(), format!("日均“{text}”与总数不符"))
            .hint(format!(
                "总数除以{}天约是{right}{scale}",
                days.unwrap_or(DAYS)
            ));
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
