//! 分别新增30公顷、36公顷和42公顷，年均新增38公顷: the average of all that is listed.

use rust_decimal::Decimal;

use super::average_of_total::{judge, total_before};
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// More numbers than a sentence lists year by year.
const MOST: usize = 10;

/// Reports the yearly average at `at` if each year's number is listed before it and they give another.
pub(super) fn yearly_average(
    view: &TextView<'_>,
    at: usize,
    average: &Number,
    findings: &mut Findings<'_>,
) {
    let Some(listed) = listed(view, at, average) else {
        return of_total(view, at, average, findings);
    };
    let chars = view.chars();
    let sum: Option<Decimal> = listed.iter().map(|it| it.value(chars)).sum();
    let count = Decimal::from(listed.len());
    let told = sum
        .and_then(|sum| sum.checked_div(count))
        .zip(average.value(chars));
    let Some((should, printed)) = told else {
        return;
    };
    let rounding = listed.iter().filter_map(|it| it.rounding(chars)).max();
    // The average may be rounded or cut off at its last digit.
    let places = average.decimal(chars).map_or(0, |it| it.scale());
    let digit = Decimal::new(1, places) * average.factor(chars);
    if (should - printed).abs() >= digit + rounding.unwrap_or_default() {
        let text = view.words(average.range());
        let right = plain(should / average.factor(chars), 2);
        let scale = view.words(average.multiplier.start..average.unit.end);
        findings
            .at(average.range(), format!("“{text}”不是前面各年的平均数"))
            .hint(format!("前面{count}个数平均是{right}{scale}"));
    }
}

/// 5年累计投入6.5亿元，年均1.5亿元: the total of so many years stands in the clause right before.
fn of_total(view: &TextView<'_>, at: usize, average: &Number, findings: &mut Findings<'_>) {
    let Some(total) = total_before(view, at, average) else {
        return;
    };
    let years = years_added_up(view, total.clause.clone())
        .or_else(|| years_before(view, total.clause.start));
    if let Some(years) = years.and_then(|years| i64::try_from(years).ok()) {
        judge(view, average, total.number, (years, "年"), findings);
    }
}

/// 三年来，我市共投入6600万元: the clause before tells of how many years.
fn years_before(view: &TextView<'_>, start: usize) -> Option<usize> {
    const LEADS: [&str; 6] = ["年来，", "年间，", "年以来，", "年里，", "年中，", "年，"];
    const LONGEST: usize = 3;
    let lead = view.one_of_before(start, &LEADS)?;
    let end = start - lead.chars().count();
    let from = view.clause(end).start.max(end.saturating_sub(LONGEST));
    let (count, after) = (from..end).find_map(|at| number_at(view, at))?;
    let adds_up = view.has_any(&view.clause(start), &["共", "累计", "合计"]);
    (after == end && adds_up && (2..=10).contains(&count)).then_some(count)
}

/// How many years 5年累计 and 三年共 add up.
fn years_added_up(view: &TextView<'_>, told: std::ops::Range<usize>) -> Option<usize> {
    const ALL: [&str; 4] = ["年累计", "年来累计", "年共", "年间累计"];
    ALL.iter().find_map(|all| {
        let end = view.find(told.clone(), all)?;
        let (count, after) = (told.start..end).rev().find_map(|at| number_at(view, at))?;
        (after == end).then_some(count)
    })
}

/// The numbers behind 分别, of which each is of a year that is told before.
fn listed<'v>(view: &'v TextView<'_>, at: usize, average: &Number) -> Option<Vec<&'v Number>> {
    let chars = view.chars();
    let sentence = view.sentence(at);
    let respectively = view.find(sentence.start..at, "分别")?;
    let numbers = view.numbers_in(respectively..at);
    let (years, listed): (Vec<&Number>, Vec<&Number>) =
        numbers.iter().partition(|it| it.is_year(chars));
    // 30、36和42公顷 has its unit behind the last one only.
    let last = listed.last()?;
    let is_of_unit = |it: &&Number| it.unit.is_empty() || it.unit(chars) == last.unit(chars);
    let adjoins = view.clause(last.digits.start).end + 1 == view.clause(at).start;
    let is_list = (2..=MOST).contains(&listed.len())
        && years.is_empty()
        && listed.iter().all(is_of_unit)
        && listed.iter().all(|it| !it.is_approximate)
        && listed
            .iter()
            .all(|it| it.factor(chars) == average.factor(chars))
        && !last.is_percent(chars)
        && last.unit(chars) == average.unit(chars)
        && average.is_exact_amount()
        && adjoins;
    let counted = years_told(view, sentence.start..respectively)?;
    (is_list && counted == listed.len()).then_some(listed)
}

/// How many years 近三年, 2022年至2024年 or 2022年、2023年、2024年 are.
fn years_told(view: &TextView<'_>, range: std::ops::Range<usize>) -> Option<usize> {
    let lately = ["近", "过去"].iter().find_map(|lead| {
        let at = view.find(range.clone(), lead)? + lead.chars().count();
        let (count, end) = number_at(view, at)?;
        (view.char(end) == '年').then_some(count)
    });
    let numbers = view.numbers_in(range);
    if lately.is_some() && numbers.is_empty() {
        return lately;
    }
    let year = |it: &Number| -> Option<usize> {
        let year = view.words(it.digits.clone()).parse().ok()?;
        (2000..2100).contains(&year).then_some(year)
    };
    let years: Option<Vec<usize>> = numbers.iter().map(year).collect();
    match years?.as_slice() {
        [first, last] if first < last => {
            let mark = numbers[0].unit.end;
            let is_span = view.is_any_at(mark, "至到—-－～");
            Some(if is_span { last - first + 1 } else { 2 })
        }
        years if years.len() > 2 => Some(years.len()),
        _ => None,
    }
}
