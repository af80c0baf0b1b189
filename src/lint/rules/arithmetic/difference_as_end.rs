//! 原有68座，减少至21座，现保留47座; 由3200个增加到5000个，增加到1800个: the difference told as what was reached.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::Change;
use crate::lint::view::numbers::Number;

/// What leads to what was reached, less its last character.
const VERBS: [&str; 8] = [
    "减少", "下降", "压减", "增加", "增长", "提高", "降低", "扩大",
];

/// What leads to what is left.
const LEFT: [&str; 9] = [
    "仅保留",
    "保留",
    "还剩",
    "仅剩",
    "剩余",
    "尚余",
    "仅有",
    "还有",
    "现有",
];

/// Reports the difference of two numbers that 到 or 至 makes the end of a change.
pub(crate) fn difference_as_end(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        if let [whole, taken, left] = triple
            && is_reached(view, taken)
            && (is_told_with_rest(view, whole, taken, left) || is_told_with_sum(view, triple))
        {
            report(view, taken, findings);
        }
    }
    for change in view.changes() {
        if let Some(again) = told_again(view, change) {
            report(view, again, findings);
        }
    }
}

/// 68座，…减少至21座，现仅保留47座.
fn is_told_with_rest(view: &TextView<'_>, whole: &Number, taken: &Number, left: &Number) -> bool {
    const LONGEST: usize = 8;
    let chars = view.chars();
    let alike = [whole, taken, left].iter().all(|it| {
        it.is_exact_amount() && it.unit(chars) == whole.unit(chars) && !it.is_percent(chars)
    });
    let near = left.digits.start <= taken.unit.end + LONGEST;
    let is_left = near && view.one_of_before(left.digits.start, &LEFT).is_some();
    let values = whole
        .value(chars)
        .zip(taken.value(chars))
        .zip(left.value(chars));
    alike
        && is_left
        && values.is_some_and(|((whole, taken), left)| whole - taken == left && taken != left)
}

/// 已有200辆，增加到60辆，总数达到260辆.
fn is_told_with_sum(view: &TextView<'_>, triple: &[Number]) -> bool {
    const TOTALS: [&str; 6] = [
        "，总数达到",
        "，总数达",
        "，总量达到",
        "，达到",
        "，总计",
        "，共",
    ];
    let [whole, added, sum] = triple else {
        return false;
    };
    let chars = view.chars();
    let alike = triple
        .iter()
        .all(|it| it.is_exact_amount() && it.unit(chars) == whole.unit(chars));
    let is_led = view.one_of_before(sum.digits.start, &TOTALS).is_some();
    let values = whole
        .value(chars)
        .zip(added.value(chars))
        .zip(sum.value(chars));
    alike && is_led && values.is_some_and(|((whole, added), sum)| whole + added == sum)
}

/// 由3200个增加到5000个，增加到1800个.
fn told_again<'v>(view: &'v TextView<'_>, change: &Change) -> Option<&'v Number> {
    const NEAR: usize = 5;
    let end = change.claims_from;
    let again = view.numbers_in(end..end + NEAR).first()?;
    let is_alike = again.unit(view.chars()) == change.to.unit(view.chars());
    let is_difference = again.value(view.chars()) == change.difference(view);
    let is_next = view.char(end) == '，' && change.to.digits.start > change.from.digits.start;
    (is_next && is_alike && is_difference && is_reached(view, again)).then_some(again)
}

/// Whether 减少至 or 增加到 stands right before the number.
fn is_reached(view: &TextView<'_>, number: &Number) -> bool {
    let start = number.digits.start;
    view.is_any_before(start, "到至") && view.one_of_before(start - 1, &VERBS).is_some()
}

fn report(view: &TextView<'_>, difference: &Number, findings: &mut Findings<'_>) {
    let start = difference.digits.start;
    let text = view.words(start - 3..difference.unit.end);
    findings
        .at(
            start - 3..difference.unit.end,
            format!("“{text}”是增减的数，不是到达的数"),
        )
        .hint("说增加、减少了多少，不用“到”“至”");
}
