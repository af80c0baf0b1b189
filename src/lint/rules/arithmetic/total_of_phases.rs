//! 一、二期分别处理2万吨、3万吨，全部建成后达到6万吨: what all phases come to, recomputed.

use rust_decimal::Decimal;

use super::added_items::items;
use super::total_mismatch::report;
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// 一、二、三期工程分别新增处理能力2万吨、3万吨和5万吨，全部建成后日处理达到12万吨: from the first phase on, nothing
/// was there before.
pub(super) fn total_of_phases(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const REACHES: [&str; 5] = ["达到", "达", "可达", "可达到", "为"];
    let clause = view.clause(word.end);
    let Some(total) = view.numbers_in(word.end..clause.end).first() else {
        return;
    };
    let sentence = view.sentence(word.start);
    let lead = sentence.start..word.start;
    let is_told =
        total.is_exact_amount() && view.one_of_before(total.digits.start, &REACHES).is_some();
    let is_of_all = view.has_any(&lead, &["一、二", "一期"])
        && view.has_any(&lead, &["分别"])
        && !view.has_any(&lead, &["现有", "原有", "已有"]);
    let items = items(view, sentence.start, word.start, total);
    if !is_told || !is_of_all || items.len() < 2 {
        return;
    }
    let chars = view.chars();
    let sum: Option<Decimal> = items.iter().map(|number| number.value(chars)).sum();
    if let Some(sum) = sum.filter(|sum| Some(*sum) != total.value(chars)) {
        report(view, total.range(), total, sum, findings);
    }
}
