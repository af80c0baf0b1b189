//! 就诊率从85.7%升至91.2%，升幅为5.5%: the difference of two shares is told in per cent.

use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What leads a difference.
const LEADS: [&str; 34] = [
    "升幅为",
    "升幅",
    "降幅为",
    "降幅",
    "增幅为",
    "增幅",
    "净升",
    "净增",
    "净降",
    "提高",
    "提升",
    "上升",
    "下降",
    "降低",
    "回落",
    "增加",
    "增长",
    "减少",
    "加快",
    "放缓",
    "高出",
    "高",
    "低",
    "缩小",
    "扩大",
    "相差",
    "平均水平",
    "平均水平的",
    "攀升",
    "上涨",
    "下调",
    "上调",
    "调低",
    "减缓",
];

/// What tells how much faster or slower something grew.
const SPEED: [&str; 4] = ["加快", "放缓", "回落", "减缓"];

/// What leads a rate of change.
const CHANGES: [&str; 10] = [
    "增长", "上涨", "下降", "减少", "增加", "提高", "上升", "下跌", "降低", "提升",
];

/// Whether a percentage is the difference of the only two that its sentence tells before it.
pub(super) fn is_difference_of_shares(view: &TextView<'_>, said: &Number) -> bool {
    let chars = view.chars();
    let start = said.digits.start;
    let end = start - usize::from(view.is_any_before(start, "了达"));
    if !said.is_exact_amount() || view.one_of_before(end, &LEADS).is_none() {
        return false;
    }
    let sentence = view.sentence(start);
    let is_of_speed = view.one_of_before(end, &SPEED).is_some();
    let shares = view.numbers_in(sentence.start..start).iter();
    let shares = shares.filter(|it| it.is_percent(chars) && it.is_exact_amount());
    // 食品价格下降0.6%，非食品价格上涨0.4%: rates of change are no shares.
    let is_share = |it: &Number| {
        let end = it.digits.start - usize::from(view.before(it.digits.start) == '了');
        is_of_speed || view.one_of_before(end, &CHANGES).is_none()
    };
    // ；由每日1000吨增加到1100吨，增长10%: the growth of other numbers.
    let change = view
        .change_before(start)
        .map(|it| (it.to.unit.end, it.to.is_percent(chars)));
    if change.is_some_and(|(end, is_share)| end + 1 >= view.clause(start).start && !is_share) {
        return false;
    }
    let shares: Vec<&Number> = shares.collect();
    if !shares.iter().all(|it| is_share(it)) {
        return false;
    }
    let shares = shares.into_iter();
    let mut values = shares.map(|it| it.value(chars));
    let (Some(Some(one)), Some(Some(other)), None) = (values.next(), values.next(), values.next())
    else {
        return false;
    };
    let is_other = |said| said != one && said != other;
    let difference = one.checked_sub(other).map(|it| it.abs());
    said.value(chars).filter(|it| is_other(*it)) == difference && difference.is_some()
}
