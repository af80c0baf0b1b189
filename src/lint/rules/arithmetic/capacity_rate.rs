//! 设计日处理能力5万吨，目前日均处理4.6万吨，负荷率96%: what is done of what could be.

use super::part_of_whole::{count_the_same, fits, report};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What the rate of use is called.
const NAMES: [&str; 4] = ["负荷率", "产能利用率", "使用率", "利用率"];

/// What tells how much could be done.
const CAPACITY: [&str; 5] = ["设计", "能力", "核定", "总规模", "核载"];

/// What tells how much is done.
const ACTUAL: [&str; 5] = ["实际", "目前", "日均", "现", "年均"];

/// Reports a rate of use that the capacity and what is done, told in the two clauses before, do not make.
pub(super) fn capacity_rate(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    const LINKS: [&str; 6] = ["高达", "达到", "已达", "达", "仅为", "为"];
    let start = said.digits.start;
    let link = view.one_of_before(start, &LINKS);
    let end = start - link.map_or(0, |link| link.chars().count());
    if view.one_of_before(end, &NAMES).is_none() {
        return;
    }
    let chars = view.chars();
    let sentence = view.sentence(start);
    let amounts = view.numbers_in(sentence.start..end).iter();
    let mut amounts = amounts.filter(|it| !it.is_year(chars));
    let (Some(whole), Some(part), None) = (amounts.next(), amounts.next(), amounts.next()) else {
        return;
    };
    let lead = |number: &Number, words: &[&str]| {
        let clause = view.clause(number.digits.start);
        view.has_any(&(clause.start..number.digits.start), words)
    };
    let is_pair = count_the_same(view, whole, part)
        && whole.is_exact_amount()
        && lead(whole, &CAPACITY)
        && lead(part, &ACTUAL);
    if is_pair && said.is_exact_amount() && !fits(view, said, part, whole) {
        report(view, "比率", said, (part, whole), findings);
    }
}
