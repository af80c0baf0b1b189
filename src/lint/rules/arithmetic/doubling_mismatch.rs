//! 由3.6万吨到7.2万吨，翻两番: once.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::changes::Change;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// 由3.6万吨到7.2万吨，翻两番: once.
pub(crate) const DOUBLING_MISMATCH: Rule = Rule {
    name: "doubling-mismatch",
    title: "翻番数与前后两个数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubling_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for change in view.changes() {
        multiple(view, change, findings);
        let from = change.claims_from;
        let sentence = view.sentence(from);
        let told = doublings(view, from..sentence.end).or_else(|| told_first(view, change));
        let Some((place, said)) = told else {
            continue;
        };
        judge(view, &change.from, &change.to, place, said, findings);
    }
    for to in view.numbers().iter().filter(|it| is_near(view, it)) {
        told_before(view, to, findings);
        compared(view, to, findings);
        reached(view, to, findings);
        of_multiple(view, to, findings);
    }
}

/// Whether 翻 stands near a number, as it does near few.
fn is_near(view: &TextView<'_>, number: &Number) -> bool {
    const NEAR: usize = 40;
    let near = number.digits.start.saturating_sub(NEAR)..number.unit.end + NEAR;
    view.places_in('翻', near).next().is_some()
}

/// 人数翻了两番，从30万人增加到60万人: told in the clause right before the change.
fn told_first(view: &TextView<'_>, change: &Change) -> Option<(Range<usize>, usize)> {
    let clause = view.clause(change.from.digits.start);
    let comma = clause.start.checked_sub(1)?;
    let before = view.clause(comma);
    let begins = view.is_any_at(clause.start, "从由") && view.char(comma) == '，';
    let start = view.find(before, "翻").filter(|_| begins)?;
    doubling_at(view, start).filter(|(place, _)| place.end == comma)
}

/// 由1500万元增加到4500万元，是2021年的4倍: how many times the first number the second one is.
fn multiple(view: &TextView<'_>, change: &Change, findings: &mut Findings<'_>) {
    const LONGEST_LEAD: usize = 14;
    let end = change.to.unit.end;
    if view.one_of_at(end, &["，是", "，为", "，相当于"]).is_none() {
        return;
    }
    let mut numbers = view.numbers_in(end..end + LONGEST_LEAD).iter();
    let said = numbers.rfind(|it| view.is_at(it.unit.start, "倍"));
    let Some(said) = said.filter(|it| view.before(it.digits.start) == '的') else {
        return;
    };
    let chars = view.chars();
    let values = change.to.value(chars).zip(change.from.value(chars));
    let ratio = values.and_then(|(to, from)| to.checked_div(from));
    let Some((ratio, multiple)) = ratio.zip(said.value(chars)) else {
        return;
    };
    // 3倍 is said of 2.5 to 3.5 times as much.
    let slack = Decimal::new(5, said.decimal(chars).map_or(1, |it| it.scale() + 1));
    if !said.is_approximate && (ratio - multiple).abs() > slack {
        let (from, to) = (view.text(change.from.range()), view.text(change.to.range()));
        findings
            .at(
                said.range(),
                format!("“{}”与“{from}”到“{to}”不符", view.words(said.range())),
            )
            .hint(format!("后一个数是前一个数的{}倍", plain(ratio, 2)));
    }
}

fn judge(
    view: &TextView<'_>,
    from: &Number,
    to: &Number,
    place: Range<usize>,
    said: usize,
    findings: &mut Findings<'_>,
) {
    let values = to.value(view.chars()).zip(from.value(view.chars()));
    let Some(ratio) = values.and_then(|(to, from)| to.checked_div(from)) else {
        return;
    };
    let expected = Decimal::from(1_u64 << said.min(16));
    // A doubling is often said of a little less or a good deal more.
    let is_right = ratio * Decimal::TWO > expected * Decimal::new(19, 1)
        && ratio < expected * Decimal::new(14, 1);
    if is_right {
        return;
    }
    let text = view.words(place.clone());
    let (from, to) = (view.text(from.range()), view.text(to.range()));
    findings
        .at(place, format!("“{text}”与“{from}”到“{to}”不符"))
        .hint(format!(
            "后一个数是前一个数的{}倍；翻一番是2倍，翻两番是4倍",
            plain(ratio, 2)
        ));
}

/// 120家；到2025年底，已发展到480家，实现了翻四番: what it was stands in the clause or the sentence before.
fn reached(view: &TextView<'_>, to: &Number, findings: &mut Findings<'_>) {
    const VERBS: [&str; 8] = [
        "发展到",
        "增加到",
        "增长到",
        "扩大到",
        "提高到",
        "达到",
        "增至",
        "突破",
    ];
    let chars = view.chars();
    let start = to.digits.start;
    let is_told = to.is_exact_amount() && view.one_of_before(start, &VERBS).is_some();
    let clause = view.clause(to.unit.end + 1);
    let Some(at) = view
        .places_in('翻', clause.clone())
        .next()
        .filter(|_| is_told)
    else {
        return;
    };
    // 由A增加到B is a change, and compared as one.
    if view.has_any(&(view.sentence(start).start..start), &["由", "从"]) {
        return;
    }
    let before = view.passage(start).start..start;
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == to.unit(chars);
    let from = view.numbers_in(before).iter().rfind(alike);
    let told = doubling_at(view, at).filter(|_| is_own(view.words(clause.start..at)));
    if let Some((from, (place, said))) = from.zip(told)
        && is_power_of_two(from, to, chars)
    {
        judge(view, from, to, place, said, findings);
    }
}

/// Whether the second number is exactly two, four, eight or sixteen times the first one.
fn is_power_of_two(from: &Number, to: &Number, chars: &[char]) -> bool {
    let values = to.value(chars).zip(from.value(chars));
    let ratio = values.and_then(|(to, from)| to.checked_div(from));
    ratio.is_some_and(|ratio| [2, 4, 8, 16].map(Decimal::from).contains(&ratio))
}

/// 8.8亿元，是2020年1.1亿元的8倍，五年翻了八番: so many times as much are not so many doublings.
fn of_multiple(view: &TextView<'_>, multiple: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let times = multiple
        .value(chars)
        .filter(|_| multiple.unit(chars) == ['倍']);
    let clause = view.clause(multiple.unit.end + 1);
    let at = view.places_in('翻', clause).next();
    let told = times.zip(at.and_then(|at| doubling_at(view, at)));
    if let Some((times, (place, said))) = told
        && said > 2
        && times == Decimal::from(said)
    {
        let text = view.words(place.clone());
        findings
            .at(
                place,
                format!("“{text}”与“{}”不符", view.words(multiple.range())),
            )
            .hint("翻一番是2倍，翻两番是4倍，翻三番是8倍");
    }
}

/// 达到48000个，与2022年底的12000个相比翻了一番: the number before stands behind.
fn compared(view: &TextView<'_>, from: &Number, findings: &mut Findings<'_>) {
    const LINKS: [&str; 4] = ["相比，", "相比", "，", ""];
    let chars = view.chars();
    let clause = view.clause(from.digits.start);
    let is_led = view.is_any_at(clause.start, "与较比同") && view.before(from.digits.start) == '的';
    let link = view.one_of_at(from.unit.end, &LINKS).unwrap_or_default();
    let start = from.unit.end + link.chars().count();
    if !is_led || view.char(start) != '翻' || !from.is_exact_amount() {
        return;
    }
    let earlier = view.numbers_in(view.sentence(clause.start).start..clause.start);
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == from.unit(chars);
    if let Some(to) = earlier.iter().rfind(alike)
        && let Some((place, said)) = doubling_at(view, start)
    {
        judge(view, from, to, place, said, findings);
    }
}

/// 2023年30万人次，2024年翻了一番，达到90万人次: told before the second number.
fn told_before(view: &TextView<'_>, to: &Number, findings: &mut Findings<'_>) {
    let end = to.digits.start;
    let link = view.one_of_before(end, &["，达到", "，达", "，增至", "达到"]);
    let Some(end) = link.map(|link| end - link.chars().count()) else {
        return;
    };
    let chars = view.chars();
    let sentence = view.sentence(to.digits.start);
    let earlier = view.numbers_in(sentence.start..to.digits.start);
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == to.unit(chars);
    let Some(from) = earlier.iter().rfind(alike).filter(|_| to.is_exact_amount()) else {
        return;
    };
    let start = end.saturating_sub(4).max(from.unit.end);
    let Some((place, said)) = view
        .find(start..end, "翻")
        .and_then(|start| doubling_at(view, start))
        .filter(|(place, _)| place.end == end)
    else {
        return;
    };
    judge(view, from, to, place, said, findings);
}

/// 翻一番, 翻了两番 with the count, if it is said of the change itself.
fn doublings(view: &TextView<'_>, range: Range<usize>) -> Option<(Range<usize>, usize)> {
    let start = view.find(range.clone(), "翻")?;
    doubling_at(view, start).filter(|_| is_own(view.words(range.start..start)))
}

fn doubling_at(view: &TextView<'_>, start: usize) -> Option<(Range<usize>, usize)> {
    let count = start + 1 + usize::from(view.char(start + 1) == '了');
    let said = chinese_number(view.char(count))?;
    (view.char(count + 1) == '番').then_some((start..count + 2, said))
}

/// Whether what stands between the change and 翻 has no subject of its own, as in “，五年翻两番”.
fn is_own(lead: &str) -> bool {
    let lead = lead.trim_start_matches(['，', '、', '（', '；']);
    let is_of_years = |character: char| character.is_ascii_digit() || is_chinese_digit(character);
    let lead = lead.trim_start_matches(is_of_years);
    let lead = ["年间", "年来", "年内", "年时间", "年"]
        .iter()
        .find_map(|years| lead.strip_prefix(years))
        .unwrap_or(lead);
    let own = [
        "",
        "实现",
        "实现了",
        "整整",
        "累计",
        "共",
        "已",
        "数量",
        "总数",
        "总量",
        "规模",
        "总规模",
    ];
    own.contains(&lead)
}
