//! 由82件增加到65件.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::{Change, Direction, before_each};
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 由82件增加到65件.
pub(crate) const DIRECTION_MISMATCH: Rule = Rule {
    name: "direction-mismatch",
    title: "增减方向与数字不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("direction_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for change in view.changes() {
        told_otherwise(view, change, findings);
        if is_backward(view, change)
            && !change.counts_down(view)
            && are_alike(view, change)
            && !is_average(view, change)
            && !is_last_part(view, change)
        {
            report(view, change, findings);
        }
    }
}

/// 由12.6%降至8.3%，上升4.3个百分点: what is said of the change behind it turns the other way.
fn told_otherwise(view: &TextView<'_>, change: &Change, findings: &mut Findings<'_>) {
    const UP: [&str; 5] = ["上升", "提高", "提升", "增加", "增长"];
    const DOWN: [&str; 5] = ["下降", "降低", "减少", "回落", "下滑"];
    let end = change.to.unit.end;
    let others = match change.direction {
        Direction::Up => &DOWN,
        Direction::Down => &UP,
    };
    let follows = change.from.digits.start < change.to.digits.start && view.char(end) == '，';
    let Some(verb) = view
        .one_of_at(end + 1, others)
        .filter(|_| follows && !is_backward(view, change))
    else {
        return;
    };
    let start = end + 1;
    let said = view.numbers_in(start + 2..start + 4).first();
    let is_difference = said
        .and_then(|it| it.value(view.chars()))
        .is_some_and(|it| Some(it) == change.difference(view));
    if is_difference && !change.counts_down(view) {
        findings
            .at(start..start + 2, format!("“{verb}”和前面两个数的方向相反"))
            .hint("核对两个数，或者改动词");
    }
}

/// Whether the later number is less where the verb says more, or the other way round.
fn is_backward(view: &TextView<'_>, change: &Change) -> bool {
    let chars = view.chars();
    let values = change.from.value(chars).zip(change.to.value(chars));
    values.is_some_and(|(from, to)| match change.direction {
        Direction::Up => to < from,
        Direction::Down => to > from,
    })
}

/// 由每年4次增至每月1次 tells of two spans of time, which are not alike.
fn are_alike(view: &TextView<'_>, change: &Change) -> bool {
    let each = |number: &Number| {
        let at = number.digits.start;
        let words = view.words(before_each(view, at)..at);
        // 由2021年的92.4%下降到去年的98.1%: a time tells of nothing else.
        if words.ends_with('的') { "" } else { words }
    };
    each(&change.from) == each(&change.to)
}

/// 1560万人次，平均每处130万人次，比2023年的1300万人次: an average between is not what is compared.
fn is_average(view: &TextView<'_>, change: &Change) -> bool {
    const LEADS: [&str; 4] = ["平均每", "平均", "日均", "人均"];
    let start = change.to.digits.start;
    let is_led = view.one_of_at(view.clause(start).start, &LEADS).is_some();
    is_led && change.from.digits.start > start
}

fn report(view: &TextView<'_>, change: &Change, findings: &mut Findings<'_>) {
    // 36微克，较上年的40微克上升 tells the later number first.
    let (first, last) = match change.from.digits.start < change.to.digits.start {
        true => (&change.from, &change.to),
        false => (&change.to, &change.from),
    };
    let range = first.digits.start..last.unit.end;
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”的方向与数字不符"))
        .hint("核对两个数，或者改动词");
}

/// 共420所，其中小学252所、初中126所、高中42所，比2023年的350所增加70所: the whole is compared, not its last part.
fn is_last_part(view: &TextView<'_>, change: &Change) -> bool {
    let chars = view.chars();
    let start = change.to.digits.start;
    let before = view.sentence(start).start..start;
    let Some(among) = view.find(before.clone(), "其中") else {
        return false;
    };
    let mut wholes = view.numbers_in(before.start..among).iter();
    let is_right = |whole: &Number| match change.direction {
        Direction::Up => whole.value(chars) > change.from.value(chars),
        Direction::Down => whole.value(chars) < change.from.value(chars),
    };
    let is_later = change.from.digits.start > start;
    is_later && wholes.any(|it| it.unit(chars) == change.to.unit(chars) && is_right(it))
}
