//! 320名学生每人补助500元，共发放18万元: so many times so much is another total.

use rust_decimal::Decimal;

use super::yearly_total::yearly_total;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_misprint, plain};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 320名学生每人补助500元，共发放18万元: so many times so much is another total.
pub(crate) const PRODUCT_MISMATCH: Rule = Rule {
    name: "product-mismatch",
    title: "单价乘数量不是合计",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("product_mismatch.md"),
};

const WORDS: &[&str] = &[
    "每人",
    "每名",
    "每户",
    "每亩",
    "每期",
    "每场",
    "每个",
    "每家",
    "每所",
    "每公里",
    "每批",
    "每套",
    "每台",
    "每辆",
    "每座",
    "每村",
    "每校",
    "每镇",
    "每乡镇",
    "每社区",
    "每县",
    "每站",
    "每点",
    "每处",
    "每栋",
    "每张",
    "每年",
    "每月",
];

/// The units that the words count by.
const UNITS: [&[&str]; 28] = [
    &["人", "名", "位"],
    &["名", "人", "位"],
    &["户"],
    &["亩"],
    &["期"],
    &["场"],
    &["个"],
    &["家"],
    &["所"],
    &["公里"],
    &["批"],
    &["套"],
    &["台"],
    &["辆"],
    &["座"],
    &["个"],
    &["所"],
    &["个"],
    &["个"],
    &["个"],
    &["个"],
    &["个"],
    &["个"],
    &["处"],
    &["栋"],
    &["张"],
    &[],
    &[],
];

/// More characters than stand between what is counted and what each of them gets.
const NEAR: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let chars = view.chars();
    let unit = |number: &Number| view.text(number.unit.clone());
    let Some(each) = view.numbers_in(word.end..word.end + 8).first() else {
        return;
    };
    if WORDS[word.number] == "每月" {
        yearly_for_all(view, word, each, findings);
        return monthly_and_yearly(view, each, findings);
    }
    if WORDS[word.number] == "每年" {
        return yearly_total(view, each, findings);
    }
    counted_later(view, word, each, findings);
    let counted = view.numbers_in(sentence.start..word.start);
    let is_count = |it: &&Number| {
        it.is_exact_amount()
            && UNITS[word.number].contains(&unit(it).as_str())
            && is_named(view, word, it)
    };
    let is_near = |it: &&Number| word.start - it.unit.end <= NEAR;
    let mut all = counted.iter().filter(is_count);
    let only = all.next().filter(|_| all.next().is_none());
    let last = counted.last().filter(is_count).filter(is_near);
    let Some(count) = last.or(only).filter(|_| each.is_exact_amount()) else {
        return;
    };
    let later = view.numbers_in(each.unit.end..sentence.end);
    let mut totals = later.iter().filter(|it| it.unit(chars) == each.unit(chars));
    let total = totals
        .next()
        .filter(|it| totals.next().is_none() && is_total(view, each, it));
    if let Some((total, should)) = total.and_then(|it| Some((it, product(view, count, each, it)?)))
    {
        report(view, [count, each, total], should, findings);
    }
}

/// 每亩150元，面积为20万亩，需要资金300万元: the three told one after the other, the last ten times off.
fn counted_later(view: &TextView<'_>, word: Word, each: &Number, findings: &mut Findings<'_>) {
    let Some((count, total)) = count_and_total(view, word, each) else {
        return;
    };
    let chars = view.chars();
    let product = count
        .value(chars)
        .zip(each.value(chars))
        .and_then(|(count, each)| count.checked_mul(each));
    let Some((should, printed)) = product.zip(total.value(chars)) else {
        return;
    };
    if is_shifted(should, printed) {
        let should = should / total.factor(chars);
        report(view, [each, count, total], should, findings);
    }
}

/// Whether one number is ten, a hundred or a thousand times the other.
fn is_shifted(one: Decimal, other: Decimal) -> bool {
    let mut powers = [10, 100, 1000].map(Decimal::from).into_iter();
    powers.any(|it| other.checked_mul(it) == Some(one) || one.checked_mul(it) == Some(other))
}

/// The count and the total that follow what each gets in its sentence, years left out.
fn count_and_total<'v>(
    view: &'v TextView<'_>,
    word: Word,
    each: &Number,
) -> Option<(&'v Number, &'v Number)> {
    const LEADS: [&str; 6] = ["资金", "需", "共", "补助", "发放", "投入"];
    let chars = view.chars();
    let rest = each.unit.end..view.sentence(word.start).end;
    let mut numbers = view.numbers_in(rest).iter().filter(|it| !it.is_year(chars));
    let (count, total) = (numbers.next()?, numbers.next()?);
    let unit = view.words(count.unit.clone());
    let are_alike = UNITS[word.number].contains(&unit) && total.unit(chars) == each.unit(chars);
    let are_exact = [count, each, total].iter().all(|it| it.is_exact_amount());
    let lead = total.digits.start.saturating_sub(5)..total.digits.start;
    (are_alike && are_exact && view.has_any(&lead, &LEADS)).then_some((count, total))
}

/// 每人每月200元……共650人，全年需资金15.6万元: twelve months of all of them, ten times off.
fn yearly_for_all(view: &TextView<'_>, word: Word, each: &Number, findings: &mut Findings<'_>) {
    const REACH: usize = 120;
    const LEADS: [&str; 6] = [
        "全年需",
        "全年共需",
        "每年需",
        "年需",
        "全年约需",
        "全年发放",
    ];
    let chars = view.chars();
    if !view.ends_at(word.start, "每人") || !each.is_exact_amount() {
        return;
    }
    let end = view.passage(word.end).end.min(word.end + REACH);
    let mut later = view.numbers_in(each.unit.end..end).iter();
    let is_person =
        |it: &&Number| it.is_exact_amount() && matches!(it.unit(chars), ['人' | '名' | '位']);
    let Some(count) = later.find(is_person) else {
        return;
    };
    let Some(total) = later.next().filter(|it| it.unit(chars) == each.unit(chars)) else {
        return;
    };
    let lead = view.clause(total.digits.start).start..total.digits.start;
    let product = || {
        let months = each.value(chars)?.checked_mul(Decimal::from(12))?;
        months.checked_mul(count.value(chars)?)
    };
    let Some((should, printed)) = product().zip(total.value(chars)) else {
        return;
    };
    if view.has_any(&lead, &LEADS) && is_shifted(should, printed) {
        let (text, right) = (
            view.text(total.range()),
            plain(should / total.factor(chars), 4),
        );
        let scale = view.words(total.multiplier.start..total.unit.end);
        findings
            .at(total.range(), format!("“{text}”与每人每月的数和人数不符"))
            .hint(format!(
                "{}人十二个月是{right}{scale}",
                view.words(count.digits.clone())
            ));
    }
}

/// 每月600元、全年6200元: what twelve months make.
fn monthly_and_yearly(view: &TextView<'_>, month: &Number, findings: &mut Findings<'_>) {
    const LEADS: [&str; 7] = [
        "全年",
        "每年",
        "一年",
        "每人每年",
        "全年共减免",
        "全年共补贴",
        "全年共发放",
    ];
    let chars = view.chars();
    let end = month.unit.end;
    let lead = view
        .one_of_at(end + 1, &LEADS)
        .filter(|_| view.is_any_at(end, "、，（"));
    let start = end + 1 + lead.map_or(0, |it| it.chars().count());
    let year = view.numbers_in(start..start + 1).first();
    let year = year.filter(|it| lead.is_some() && it.digits.start == start);
    let Some(year) = year.filter(|it| it.unit(chars) == month.unit(chars) && it.is_exact_amount())
    else {
        return;
    };
    let Some((monthly, yearly)) = month.value(chars).zip(year.value(chars)) else {
        return;
    };
    // Ten months a year may be paid for, no part of a month.
    let months = yearly.checked_div(monthly).unwrap_or(Decimal::TEN);
    if !months.fract().is_zero() || months > Decimal::from(12) {
        let (text, month) = (view.text(year.range()), view.text(month.range()));
        let right = plain(monthly * Decimal::from(12) / year.factor(chars), 2);
        findings
            .at(year.range(), format!("“{text}”不是每月{month}的十二倍"))
            .hint(format!("十二个月是{right}；核对两个数"));
    }
}

/// Whether what is counted by a general word is what 每村 tells of: 120个行政村，每村.
fn is_named(view: &TextView<'_>, word: Word, count: &Number) -> bool {
    const GENERAL: [&str; 1] = ["个"];
    const LONGEST: usize = 12;
    let noun = view.words(word.start + 1..word.end);
    let tail = count.unit.end..word.start.min(count.unit.end + LONGEST);
    !GENERAL.contains(&UNITS[word.number][0]) || noun == "个" || view.find(tail, noun).is_some()
}

/// 共发放18万元: the clause right behind tells the total of what was told.
fn is_total(view: &TextView<'_>, each: &Number, total: &Number) -> bool {
    let clause = view.clause(total.digits.start);
    let told = ["共", "合计", "总计", "累计", "一共", "总共"];
    total.is_exact_amount()
        && clause.start == view.clause(each.unit.end).end + 1
        && view.one_of_at(clause.start, &told).is_some()
}

/// What the total should be, if a slip makes the printed one of it.
fn product(view: &TextView<'_>, count: &Number, each: &Number, total: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let should = count.value(chars)?.checked_mul(each.value(chars)?)?;
    let scaled = should.checked_div(total.factor(chars))?;
    let printed = total.decimal(chars)?;
    // A total that is rounded is right.
    let is_right = scaled.round_dp(printed.scale()) == printed;
    let powers = [100, 1000, 10_000].map(Decimal::from);
    let is_shifted = powers
        .into_iter()
        .any(|it| printed == scaled * it || printed * it == scaled);
    (!is_right && (is_shifted || is_misprint(printed, scaled))).then_some(scaled)
}

fn report(
    view: &TextView<'_>,
    numbers: [&Number; 3],
    should: Decimal,
    findings: &mut Findings<'_>,
) {
    let [count, each, total] = numbers.map(|it| view.text(it.range()));
    let range = numbers[0].digits.start..numbers[2].unit.end;
    let scale = view.words(numbers[2].multiplier.start..numbers[2].unit.end);
    findings
        .at(range, format!("“{total}”与“{count}”“{each}”不符"))
        .hint(format!("{count}乘{each}是{}{scale}", plain(should, 4)));
}
