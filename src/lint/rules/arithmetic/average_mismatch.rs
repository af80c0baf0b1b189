//! 投入4800万元，改造1.2万户，户均400元: ten times too little.

use std::ops::Range;

use rust_decimal::Decimal;

use super::daily_average::daily_average;
use super::monthly_average::monthly_average;
use super::part_of_whole::are_of_one_unit;
use super::yearly_average::yearly_average;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_misprint, plain};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule, Word};

/// 投入4800万元，改造1.2万户，户均400元: ten times too little.
pub(crate) const AVERAGE_MISMATCH: Rule = Rule {
    name: "average-mismatch",
    title: "平均数与总数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("average_mismatch.md"),
};

const WORDS: &[&str] = &[
    "户均",
    "人均",
    "村均",
    "亩均",
    "校均",
    "平均每个",
    "平均每户",
    "平均每人",
    "平均每亩",
    "平均每所",
    "平均每名",
    "亩产",
    "单产",
    "平均每校",
    "平均每村",
    "平均每家",
    "平均每座",
    "平均每处",
    "平均每台",
    "平均每辆",
    "平均每件",
    "平均每条",
    "平均每栋",
    "平均每部",
    "平均每公里",
    "每户平均",
    "每人平均",
    "每所平均",
    "每亩平均",
    "平均每张",
    "平均每场",
    "平均每项",
    "平均每株",
    "每村平均",
    "每校平均",
    "每家平均",
    "每公里造价",
    "每公里投资",
    "每公里成本",
    "每亩成本",
    "每亩投资",
    "每平方米造价",
    "日均",
    "平均每天",
    "年均",
    "平均每年",
    "每年平均",
    "月均",
    "平均每月",
    "每月平均",
];

/// How many of the words tell of each day, behind those that tell of each of many things.
const DAILY: usize = 2;

/// How many of the words tell of each year, before those that tell of each month.
const YEARLY: usize = 3;

/// How many of the words tell of each month, at their end.
const MONTHLY: usize = 3;

/// The units that the words count by.
const UNITS: [&[&str]; 42] = [
    &["户"],
    &["人", "名", "人次"],
    &["个村", "村", "个"],
    &["亩"],
    &["所"],
    &["个"],
    &["户"],
    &["人", "名"],
    &["亩"],
    &["所"],
    &["人", "名"],
    &["亩"],
    &["亩"],
    &["所"],
    &["个村", "村", "个"],
    &["家"],
    &["座"],
    &["处"],
    &["台"],
    &["辆"],
    &["件"],
    &["条"],
    &["栋"],
    &["部"],
    &["公里"],
    &["户"],
    &["人", "名"],
    &["所"],
    &["亩"],
    &["张"],
    &["场"],
    &["项"],
    &["株"],
    &["个村", "村", "个"],
    &["所"],
    &["家"],
    &["公里"],
    &["公里"],
    &["公里"],
    &["亩"],
    &["亩"],
    &["平方米"],
];

/// 15层、每层4户，户均70元: how many there are is told by each of something else.
fn is_counted_by_each(view: &TextView<'_>, word: Word) -> bool {
    let lead = view.sentence(word.start).start..word.start;
    view.has_any(&lead, &["每层", "每栋", "每幢", "每单元", "每个单元"])
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if is_counted_by_each(view, word) {
        return;
    }
    let clause = view.clause(word.start);
    let Some(average) = view
        .numbers_in(word.end..clause.end.min(word.end + 12))
        .first()
    else {
        return;
    };
    if word.number >= UNITS.len() && word.number < UNITS.len() + DAILY {
        return daily_average(view, word.start, average, findings);
    }
    if word.number + MONTHLY >= WORDS.len() {
        return monthly_average(view, word.start, average, findings);
    }
    if word.number + YEARLY + MONTHLY >= WORDS.len() {
        return yearly_average(view, word.start, average, findings);
    }
    let sentence = view.sentence(word.start);
    let before = view.numbers_in(sentence.start..word.start);
    let unit = |number: &Number| view.text(number.unit.clone());
    let is_exact = |number: &&Number| number.kind == NumberKind::Plain && !number.unit.is_empty();
    let only = |is_sought: &dyn Fn(&Number) -> bool| {
        let mut found = before.iter().filter(is_exact).filter(|it| is_sought(it));
        found.next().filter(|_| found.next().is_none())
    };
    // 亩产456公斤 of so many 吨.
    let is_of_weight = |number: &Number| weight(&unit(number)).is_some();
    // 户均4.6万元，比上年的户均3.8万元…: another average is no total.
    let is_average = |number: &Number| {
        let start = number.digits.start;
        view.has_any(&(view.clause(start).start..start), WORDS)
    };
    let total = only(&|number| {
        (are_of_one_unit(view, number, average) || is_of_weight(number) && is_of_weight(average))
            && !is_average(number)
    });
    let count = only(&|number| UNITS[word.number].contains(&unit(number).as_str()));
    if (total.is_none() || count.is_none()) && WORDS[word.number] == "平均每个" {
        return of_the_named(view, word, average, findings);
    }
    let (Some(total), Some(count)) = (total, count) else {
        return;
    };
    // 社会组织2410个，平均每个社区12个: how many there are of what is counted by is not told.
    if total.digits == count.digits {
        return;
    }
    // 综合产值9.8亿元，户均增收5600元: what each has more is no part of what all make.
    let is_gain = |range: Range<usize>| view.words(range).contains('增');
    let gains = is_gain(word.start..average.digits.start);
    if gains && !is_gain(view.clause(total.digits.start).start..total.digits.start) {
        return;
    }
    // 45个社区 and 平均每个社区 speak of the same: then any difference is one.
    let noun = view.words(word.end..word.end + 2);
    let is_same = word.number == 5
        && (view.is_at(count.unit.end, noun) || view.ends_at(count.digits.start, noun))
        || is_next(view, word, total, count);
    if let Some(should) = should_be(view, (average, is_same), total, count) {
        let range = total.digits.start.min(average.digits.start)..average.unit.end;
        let text = view.words(average.range());
        let (total, count) = (view.text(total.range()), view.text(count.range()));
        findings
            .at(range, format!("“{text}”与“{total}”“{count}”不符"))
            .hint(format!("{total}除以{count}约是{}", plain(should, 2)));
    }
}

/// 财政统筹1050万元，支持35个村建设冷库，每村平均25万元: the total, the count and the average follow each other.
fn is_next(view: &TextView<'_>, word: Word, total: &Number, count: &Number) -> bool {
    // Who is paid and what is sown may be others than those that were counted.
    let is_open =
        ["人均", "亩均", "亩产", "单产", "平均每人", "平均每亩"].contains(&WORDS[word.number]);
    let own = view.clause(word.start).start;
    let counted = view.clause(count.digits.start);
    let told = view.clause(total.digits.start);
    let adjoins = own == counted.start || own == counted.end + 1;
    let follows = told.start == counted.start || told.end + 1 == counted.start;
    // 全长45公里，总投资5.4亿元，每公里造价1200万元.
    let leads = counted.end + 1 == told.start && told.end + 1 == own;
    !is_open && (adjoins && follows || leads)
}

/// How many 公斤 a unit of weight has.
fn weight(unit: &str) -> Option<Decimal> {
    match unit {
        "吨" => Some(Decimal::ONE_THOUSAND),
        "公斤" | "千克" => Some(Decimal::ONE),
        _ => None,
    }
}

/// What the average is, if the printed one is another although the count `is_same`, or if it is ten, a hundred or more times too much or too little: then
/// the two numbers are surely its total and its count.
fn should_be(
    view: &TextView<'_>,
    (average, is_same): (&Number, bool),
    total: &Number,
    count: &Number,
) -> Option<Decimal> {
    let chars = view.chars();
    let printed = average.value(chars)?;
    let weights = [total, average].map(|it| weight(view.words(it.unit.clone())));
    let scale = match weights {
        [Some(total), Some(average)] => total / average,
        _ => Decimal::ONE,
    };
    let should = total.value(chars)?.checked_mul(scale)?;
    let should = should.checked_div(count.value(chars)?)?;
    let ratio = should.checked_div(printed)?;
    let powers = [10, 100, 1000, 10_000].map(Decimal::from);
    let is_near = |power: Decimal| {
        let off = (ratio / power - Decimal::ONE).abs();
        let inverse = (ratio * power - Decimal::ONE).abs();
        off.min(inverse) < Decimal::new(2, 2)
    };
    let rough = if average.is_approximate { 15 } else { 5 };
    let is_off = is_same && (ratio - Decimal::ONE).abs() > Decimal::new(rough, 2);
    // 户均15万元左右 is no misprint of 17.
    let is_misprint = !average.is_approximate
        && is_misprint(
            average.decimal(chars)?,
            should.checked_div(average.factor(chars))?,
        );
    let fits = (ratio - Decimal::ONE).abs() < Decimal::new(1, 2);
    (!fits && (is_off || is_misprint || powers.into_iter().any(is_near))).then_some(should)
}

/// 15个乡镇累计建成农家书屋345个，平均每个乡镇25个: two counts of one unit, of which the noun tells one.
fn of_the_named(view: &TextView<'_>, word: Word, average: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let clause = view.clause(word.start);
    let before = view.clause(clause.start.saturating_sub(1));
    let noun = view.words(word.end..word.end + 2);
    let [count, total] = view.numbers_in(before) else {
        return;
    };
    let same = |it: &Number| it.unit(chars) == average.unit(chars) && it.is_exact_amount();
    let is_named = view.is_at(count.unit.end, noun) && average.is_exact_amount();
    if is_named
        && same(count)
        && same(total)
        && let Some(should) = should_be(view, (average, true), total, count)
    {
        let range = average.range();
        let (text, all, of) = (
            view.text(range.clone()),
            view.text(total.range()),
            view.text(count.range()),
        );
        findings
            .at(range, format!("“{text}”与“{all}”“{of}”不符"))
            .hint(format!("{all}除以{of}约是{}", plain(should, 2)));
    }
}
