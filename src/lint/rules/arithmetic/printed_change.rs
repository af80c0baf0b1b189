//! What the printed numbers of a change say beyond what rounding leaves open.

use rust_decimal::Decimal;

use crate::lint::arithmetic::{Interval, is_misprint};
use crate::lint::view::TextView;
use crate::lint::view::changes::{Change, Claim};
use crate::lint::view::numbers::Number;

/// 2.5万亩增加到4万亩，增长62.5%: the rate is exactly the difference or the earlier number divided by
/// the later one, and rounding alone would hardly make that of the right one.
pub(super) fn is_of_wrong_base(view: &TextView<'_>, change: &Change, claimed: &Number) -> bool {
    let chars = view.chars();
    let ends = change.from.value(chars).zip(change.to.value(chars));
    let told = ends.zip(claimed.decimal(chars).zip(change.difference(view)));
    let Some(((from, to), (said, difference))) = told else {
        return false;
    };
    let rate = |part: Decimal, whole: Decimal| {
        let rate = part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(rate.round_dp(said.scale()))
    };
    let wrong = [rate(difference, to), rate(from, to)];
    let is_far = rate(difference, from).is_some_and(|it| (it - said).abs() >= Decimal::TWO);
    let has_digits = |number: &Number| number.digits.len() >= 2;
    claimed.is_percent(chars)
        && !change.from.is_percent(chars)
        && is_far
        && (has_digits(&change.from) || has_digits(&change.to))
        && wrong.contains(&Some(said))
}

/// 从5000亩扩大到2万亩，增长了4倍: four times as much is three times more.
pub(super) fn is_whole_multiple(view: &TextView<'_>, change: &Change, claimed: &Number) -> bool {
    let chars = view.chars();
    let ratio = change.to.value(chars).zip(change.from.value(chars));
    let ratio = ratio.and_then(|(to, from)| to.checked_div(from));
    claimed.unit(chars) == ['倍'] && ratio.is_some() && ratio == claimed.value(chars)
}

/// 由2.8亿元提高到3.5亿元，增加6000万元: rounding leaves it open, but what is printed gives 7000.
pub(super) fn is_off_by_a_digit(view: &TextView<'_>, change: &Change, claimed: &Number) -> bool {
    let chars = view.chars();
    if is_off_by_half_a_point(view, change, claimed) {
        return true;
    }
    let is_difference = claimed.unit(chars) == change.to.unit(chars) && !claimed.is_percent(chars);
    let roundings = [&change.from, &change.to].map(|it| it.rounding(chars).unwrap_or_default());
    let digit = roundings[0].max(roundings[1]) * Decimal::TWO;
    let off = claimed.value(chars).zip(change.difference(view));
    let is_off =
        |(said, should): (Decimal, Decimal)| (said - should).abs() >= digit && said != should;
    is_difference && off.is_some_and(is_off)
}

/// 由48.5%提高到52%，提高3个百分点: beside a decimal the whole per cent is 52.0.
fn is_off_by_half_a_point(view: &TextView<'_>, change: &Change, claimed: &Number) -> bool {
    const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
    let chars = view.chars();
    let (from, to) = (&change.from, &change.to);
    if !from.is_percent(chars)
        || !to.is_percent(chars)
        || !claimed.unit(chars).ends_with(&['百', '分', '点'])
    {
        return false;
    }
    let values = from.decimal(chars).zip(to.decimal(chars));
    let off = claimed.decimal(chars).zip(values);
    off.is_some_and(|(said, (from, to))| {
        let is_mixed = (from.scale() == 0) != (to.scale() == 0);
        is_mixed && ((to - from).abs() - said).abs() >= HALF
    })
}

/// 由5亿元增加到8亿元，增长40%: as they are printed the numbers give exactly 60%, and a rate
/// without decimals would hardly have been worked out from finer ones.
pub(super) fn is_off_as_printed(
    view: &TextView<'_>,
    change: &Change,
    claim: &Claim,
    is_far: bool,
) -> bool {
    // A rate that is half as great again is another one, whatever was rounded.
    const HALF: Decimal = Decimal::from_parts(15, 0, 0, false, 1);
    const NEAR: Decimal = Decimal::TEN;
    let chars = view.chars();
    let is_round = |number: &Number| number.decimal(chars).is_some_and(|it| it.scale() == 0);
    let values = change.from.value(chars).zip(change.difference(view));
    let printed = values.and_then(|(from, difference)| difference.checked_div(from));
    let printed = printed.and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED));
    let claimed = claim.number.value(chars);
    let is_rate = claim.number.is_percent(chars) && !change.from.is_percent(chars);
    is_rate
        && [&change.from, &change.to].into_iter().all(is_round)
        && printed.zip(claimed).is_some_and(|(printed, claimed)| {
            let off = (printed - claimed).abs();
            // 标准由8000元提高到1万元 is exact to the yuan.
            let is_of_money = change.to.unit(chars) == ['元']
                && change.to.value(chars) <= Some(Decimal::from(100_000));
            let is_off = match is_far {
                true if is_of_money => off >= Decimal::TWO,
                true => off > NEAR || claimed >= printed * HALF,
                false => off >= Decimal::TWO,
            };
            printed.fract().is_zero() && is_off
        })
}

/// 由1.2万例增加到1.8万例，增长60%: as printed it is exactly 50%, one digit of the rate is another, and rounding
/// would have had to push both numbers to their very ends.
pub(super) fn is_at_the_edge(
    view: &TextView<'_>,
    change: &Change,
    claimed: &Number,
    should: Interval,
) -> bool {
    const EDGE: Decimal = Decimal::TEN;
    let chars = view.chars();
    let values = change.from.value(chars).zip(change.difference(view));
    let printed = values.and_then(|(from, difference)| difference.checked_div(from));
    let printed = printed.and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED));
    let Some((printed, said)) = printed.zip(claimed.decimal(chars)) else {
        return false;
    };
    let (low, high) = (
        should.low.abs().min(should.high.abs()),
        should.low.abs().max(should.high.abs()),
    );
    let edge = (high - low) / EDGE;
    let is_rate = claimed.is_percent(chars) && !change.from.is_percent(chars);
    let is_exact = printed.fract().is_zero() && said.scale() == 0;
    is_rate && is_exact && is_misprint(said, printed) && (said < low + edge || said > high - edge)
}
