//! 在这些床位中，…9150张; 260公顷，其中4200亩; 512名，其中547名: parts that exceed a whole which stands beside them.

use rust_decimal::Decimal;

use super::part_exceeds_whole::{is_count, is_of_each, is_threshold};
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Areas and lengths that are told in two units, and how many of the second the first one has.
const UNITS: [(&str, &str, i64); 3] = [
    ("公顷", "亩", 15),
    ("平方公里", "亩", 1500),
    ("公里", "米", 1000),
];

/// 养老床位8400张。在这些床位中，护理型床位有9150张: more of what the sentence before told.
pub(super) fn among_these(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    let clause = view.clause(word.end);
    let Some(before) = sentence.start.checked_sub(1) else {
        return;
    };
    let whole = view.numbers_in(view.sentence(before).start..before).last();
    let part = view.numbers_in(clause.end..sentence.end).first();
    let Some((whole, part)) = whole.zip(part) else {
        return;
    };
    let is_named = view.ends_at(clause.end, "中") && view.before(word.start) == '。';
    let same = whole.unit(chars) == part.unit(chars) && whole.is_exact_amount();
    let exceeds = part.is_exact_amount() && part.value(chars) > whole.value(chars);
    if is_named && same && exceeds && is_count(view, part) {
        let (text, whole) = (view.text(part.range()), view.text(whole.range()));
        findings
            .at(part.range(), format!("“{whole}”中的“{text}”比它还多"))
            .hint("核对两个数");
    }
}

/// 受灾面积260公顷，其中水稻4200亩: the part in a smaller unit than the whole right before 其中.
pub(super) fn in_other_unit(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let before = view.numbers_in(view.clause(word.start.saturating_sub(1)).start..word.start);
    let part = view.numbers_in(word.end..view.clause(word.end).end).first();
    let Some((whole, part)) = before.last().zip(part) else {
        return;
    };
    let unit = |it: &Number| view.words(it.unit.clone());
    let factor = UNITS
        .iter()
        .find(|it| it.0 == unit(whole) && it.1 == unit(part));
    let value = |it: &Number| it.value(view.chars()).filter(|_| it.is_exact_amount());
    let Some(((_, _, factor), (whole_value, part_value))) =
        factor.zip(value(whole).zip(value(part)))
    else {
        return;
    };
    if part_value > whole_value * Decimal::from(*factor) {
        let (text, whole) = (view.text(part.range()), view.text(whole.range()));
        findings
            .at(part.range(), format!("“其中”的“{text}”大于前面的“{whole}”"))
            .hint("换算成同一个单位再核对两个数");
    }
}

/// 836名…，获得贷款的有512名，其中贴息的547名: the number right before 其中 is the whole.
pub(super) fn beside(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let clause = view.clause(word.start.saturating_sub(1));
    let whole = view.numbers_in(clause.start..word.start).last();
    let whole = whole.filter(|it| it.unit.end + 1 == word.start && it.is_exact_amount());
    let part = view.numbers_in(word.end..view.clause(word.end).end).first();
    let Some((whole, part)) = whole.zip(part) else {
        return;
    };
    let is_alike = whole.unit(chars) == part.unit(chars) && part.is_exact_amount();
    let exceeds = part.value(chars) > whole.value(chars);
    // Where no number before is greater, the comparison below tells it.
    let before = view.sentence(word.start).start..whole.digits.start;
    let mut before = view.numbers_in(before).iter();
    let has_greater =
        before.any(|it| it.unit(chars) == part.unit(chars) && it.value(chars) >= part.value(chars));
    let is_count = is_count(view, part) && !is_of_each(view, whole) && !is_threshold(view, part);
    if is_alike && exceeds && has_greater && is_count && view.is_any_before(word.start, "，（") {
        let (text, whole) = (view.text(part.range()), view.text(whole.range()));
        findings
            .warn(part.range(), format!("“其中”的“{text}”大于前面的“{whole}”"))
            .hint("核对两个数，或者调换总数与部分");
    }
}
