//! 投入4800万元，改造1.2万户，户均400元: the average of each of many things, held against their total and their count.

use std::ops::Range;

use rust_decimal::Decimal;

use super::average_words::AVERAGES;
use super::part_of_whole::are_of_one_unit;
use crate::lint::Word;
use crate::lint::arithmetic::{is_misprint, plain};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};

/// What an average divides.
#[derive(Clone, Copy)]
struct Divided<'v> {
    total: &'v Number,
    count: &'v Number,
}

/// Reports an average of each that is not the one total before it divided by the one count in its `units`.
pub(super) fn average_of_each(
    view: &TextView<'_>,
    (word, units): (Word, &[&str]),
    average: &Number,
    findings: &mut Findings<'_>,
) {
    let Some(divided) = divided(view, (word, units), average) else {
        if AVERAGES[word.number].0 == "平均每个" {
            of_the_named(view, word, average, findings);
        }
        return;
    };
    let Divided { total, count } = divided;
    // 社会组织2410个，平均每个社区12个: how many there are of what is counted by is not told.
    if total.digits == count.digits || is_of_gains_only(view, word, average, total) {
        return;
    }
    let is_same =
        is_of_the_counted(view, word, divided) || names_the_total(view, word, average, total);
    if let Some(should) = should_be(view, (average, is_same), divided) {
        let range = total.digits.start.min(average.digits.start)..average.unit.end;
        report(view, (range, average), divided, should, findings);
    }
}

/// The only total and the only count that the sentence tells before the average.
fn divided<'v>(
    view: &'v TextView<'_>,
    (word, units): (Word, &[&str]),
    average: &Number,
) -> Option<Divided<'v>> {
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
    let is_of_kind = |number: &Number| {
        are_of_one_unit(view, number, average) || is_of_weight(number) && is_of_weight(average)
    };
    let total = only(&|number| is_of_kind(number) && !is_average(view, number))?;
    let count = only(&|number| units.contains(&unit(number).as_str()))?;
    Some(Divided { total, count })
}

/// 户均4.6万元，比上年的户均3.8万元…: another average is no total.
fn is_average(view: &TextView<'_>, number: &Number) -> bool {
    let start = number.digits.start;
    let lead = view.clause(start).start..start;
    // Each of the words has one of these characters.
    let may_stand = |it: &char| matches!(it, '均' | '每' | '产');
    if !view.chars()[lead.clone()].iter().any(may_stand) {
        return false;
    }
    AVERAGES
        .iter()
        .any(|(word, _)| view.find(lead.clone(), word).is_some())
}

/// 综合产值9.8亿元，户均增收5600元: what each has more is no part of what all make.
fn is_of_gains_only(view: &TextView<'_>, word: Word, average: &Number, total: &Number) -> bool {
    let is_gain = |range: Range<usize>| view.words(range).contains('增');
    let start = total.digits.start;
    is_gain(word.start..average.digits.start) && !is_gain(view.clause(start).start..start)
}

/// 45个社区 and 平均每个社区 speak of the same: then any difference is one.
fn is_of_the_counted(view: &TextView<'_>, word: Word, divided: Divided<'_>) -> bool {
    let count = divided.count;
    let noun = view.words(word.end..word.end + 2);
    let is_named = view.is_at(count.unit.end, noun) || view.ends_at(count.digits.start, noun);
    AVERAGES[word.number].0 == "平均每个" && is_named || is_next(view, word, divided)
}

/// 公园绿地588万平方米，人均公园绿地面积12.8平方米: the average is of what the total is called.
fn names_the_total(view: &TextView<'_>, word: Word, average: &Number, total: &Number) -> bool {
    const SHORTEST: usize = 4;
    let end = word.end + SHORTEST;
    let start = total.digits.start;
    let called = view.clause(start).start..start;
    end <= average.digits.start && view.has_any(&called, &[view.words(word.end..end)])
}

/// 财政统筹1050万元，支持35个村建设冷库，每村平均25万元: the total, the count and the average follow each other.
fn is_next(view: &TextView<'_>, word: Word, divided: Divided<'_>) -> bool {
    // Who is paid and what is sown may be others than those that were counted.
    const OPEN: [&str; 6] = ["人均", "亩均", "亩产", "单产", "平均每人", "平均每亩"];
    let own = view.clause(word.start).start;
    let counted = view.clause(divided.count.digits.start);
    let told = view.clause(divided.total.digits.start);
    let adjoins = own == counted.start || own == counted.end + 1;
    let follows = told.start == counted.start || told.end + 1 == counted.start;
    // 全长45公里，总投资5.4亿元，每公里造价1200万元.
    let leads = counted.end + 1 == told.start && told.end + 1 == own;
    !OPEN.contains(&AVERAGES[word.number].0) && (adjoins && follows || leads)
}

/// How many 公斤 a unit of weight has.
fn weight(unit: &str) -> Option<Decimal> {
    match unit {
        "吨" => Some(Decimal::ONE_THOUSAND),
        "公斤" | "千克" => Some(Decimal::ONE),
        _ => None,
    }
}

/// What the average is, if the printed one is another although the count `is_same`, or if it is ten, a hundred
/// or more times too much or too little: then the two numbers are surely its total and its count.
fn should_be(
    view: &TextView<'_>,
    (average, is_same): (&Number, bool),
    divided: Divided<'_>,
) -> Option<Decimal> {
    let chars = view.chars();
    let should = quotient(view, average, divided)?;
    let ratio = should.checked_div(average.value(chars)?)?;
    let off = (ratio - Decimal::ONE).abs();
    let rough = if average.is_approximate { 15 } else { 5 };
    let is_off = is_same && off > Decimal::new(rough, 2);
    // 户均15万元左右 is no misprint of 17.
    let scaled = should.checked_div(average.factor(chars))?;
    let is_misprint = !average.is_approximate && is_misprint(average.decimal(chars)?, scaled);
    let fits = off < Decimal::new(1, 2);
    (!fits && (is_off || is_misprint || is_power_of_ten(ratio))).then_some(should)
}

/// The total divided by the count, in the average's unit of weight if it has one.
fn quotient(view: &TextView<'_>, average: &Number, divided: Divided<'_>) -> Option<Decimal> {
    let Divided { total, count } = divided;
    let weights = [total, average].map(|it| weight(view.words(it.unit.clone())));
    let scale = match weights {
        [Some(total), Some(average)] => total / average,
        _ => Decimal::ONE,
    };
    let chars = view.chars();
    let all = total.value(chars)?.checked_mul(scale)?;
    all.checked_div(count.value(chars)?)
}

/// Whether a ratio is about 10 to 10,000 or one part of that.
fn is_power_of_ten(ratio: Decimal) -> bool {
    [10, 100, 1000, 10_000]
        .map(Decimal::from)
        .iter()
        .any(|power| {
            let off = (ratio / power - Decimal::ONE).abs();
            let inverse = (ratio * power - Decimal::ONE).abs();
            off.min(inverse) < Decimal::new(2, 2)
        })
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
    let divided = Divided { total, count };
    let same = |it: &Number| it.unit(chars) == average.unit(chars) && it.is_exact_amount();
    let is_named = view.is_at(count.unit.end, noun) && average.is_exact_amount();
    if is_named
        && same(count)
        && same(total)
        && let Some(should) = should_be(view, (average, true), divided)
    {
        report(view, (average.range(), average), divided, should, findings);
    }
}

fn report(
    view: &TextView<'_>,
    (range, average): (Range<usize>, &Number),
    divided: Divided<'_>,
    should: Decimal,
    findings: &mut Findings<'_>,
) {
    let text = view.words(average.range());
    let (total, count) = (
        view.text(divided.total.range()),
        view.text(divided.count.range()),
    );
    findings
        .at(range, format!("“{text}”与“{total}”“{count}”不符"))
        .hint(format!("{total}除以{count}约是{}", plain(should, 2)));
}
