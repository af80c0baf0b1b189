//! Rates and shares that are right of other numbers than the two right before: of a sum, of what is left, of
//! all parts together.

use rust_decimal::Decimal;

use super::part_of_whole::count_the_same;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Whether a part is the printed share of a whole, as rounding allows.
fn makes(part: Decimal, whole: Decimal, said: Decimal) -> bool {
    let share = part
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|it| it.checked_div(whole));
    let slack = Decimal::new(5, said.scale() + 1);
    share.is_some_and(|share| (share - said).abs() <= slack)
}

/// 整车68批次、蓄电池42批次，不合格的9批次，不合格率为8.2%: the whole is told in parts, the last ones before it.
pub(super) fn is_of_sum(
    view: &TextView<'_>,
    said: &Number,
    part: &Number,
    amounts: &[&Number],
) -> bool {
    let chars = view.chars();
    let Some((part_value, said)) = part.value(chars).zip(said.decimal(chars)) else {
        return false;
    };
    let told = amounts.iter().rev();
    let told = told.skip_while(|it| it.digits.start >= part.digits.start);
    let mut sum = Decimal::ZERO;
    let mut sums = told.filter_map(|it| {
        sum += it.value(chars)?;
        Some(sum)
    });
    sums.any(|sum| makes(part_value, sum, said))
}

/// 发电2.46亿千瓦时，除厂用电外上网2.07亿千瓦时，厂用电率15.9%: the rate of what 除 leaves out of the part.
pub(super) fn is_of_rest(
    view: &TextView<'_>,
    said: &Number,
    left: &Number,
    wholes: &[&Number],
) -> bool {
    let chars = view.chars();
    let Some((part, said)) = left.value(chars).zip(said.decimal(chars)) else {
        return false;
    };
    let clause = view.clause(left.digits.start).start..left.digits.start;
    let is_left = view.has_any(&clause, &["除"]);
    let mut wholes = wholes.iter().filter_map(|it| it.value(chars));
    is_left && wholes.any(|whole| makes(whole - part, whole, said))
}

/// 已开工21个，开工率为70%；其中建成9个，建成率为30%: the whole is the one of the rate before.
pub(super) fn is_of_same_whole(
    view: &TextView<'_>,
    said: &Number,
    part: &Number,
    before: &[Number],
) -> bool {
    let chars = view.chars();
    let Some((value, said)) = part.value(chars).zip(said.decimal(chars)) else {
        return false;
    };
    // 100亿元，增长20% tells of no whole, nor do things counted otherwise.
    let grows = |it: &Number| view.is_any_before(it.digits.start, "长加降少升高增减");
    let mut rates = before.windows(2).filter(|pair| {
        pair[1].is_percent(chars) && !grows(&pair[1]) && count_the_same(view, &pair[0], part)
    });
    rates.any(|pair| {
        let known = pair[0].value(chars).zip(pair[1].decimal(chars));
        let whole = known
            .and_then(|(amount, rate)| amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(rate));
        whole.is_some_and(|whole| makes(value, whole, said))
    })
}

/// 反馈46份，其中满意45份、基本满意1份，满意率为100%: the parts together are meant.
pub(super) fn is_of_parts(
    view: &TextView<'_>,
    said: &Number,
    amounts: &[&Number],
    wholes: &[&Number],
) -> bool {
    let chars = view.chars();
    let whole = wholes.first().and_then(|it| Some((it, it.value(chars)?)));
    let Some(((whole, all), said)) = whole.zip(said.decimal(chars)) else {
        return false;
    };
    let parts = amounts
        .iter()
        .filter(|it| it.digits.start > whole.digits.start);
    let sum: Decimal = parts.filter_map(|it| it.value(chars)).sum();
    makes(sum, all, said)
}

/// 博士60人、硕士180人；…144人，占招生总数的60%: the whole is told in two parts.
pub(super) fn is_of_two(view: &TextView<'_>, said: &Number, part: &Number, end: usize) -> bool {
    let chars = view.chars();
    let Some((part_value, said)) = part.value(chars).zip(said.decimal(chars)) else {
        return false;
    };
    const NEAR: usize = 120;
    // The parts may be told in the sentence before.
    let from = view
        .passage(end)
        .start
        .max(part.digits.start.saturating_sub(NEAR));
    let numbers = view.numbers_in(from..part.digits.start);
    let mut pairs = numbers.windows(2).filter(|pair| {
        let is_joined = view.char(pair[0].unit.end) == '、';
        is_joined && pair.iter().all(|it| count_the_same(view, it, part))
    });
    pairs.any(|pair| {
        let both = pair[0].value(chars).zip(pair[1].value(chars));
        both.is_some_and(|(one, other)| makes(part_value, one + other, said))
    })
}

/// 1480万元、1720万元、800万元，占比为37%、43%和20%: a share each, in the order of the parts.
pub(super) fn is_first_of_list(view: &TextView<'_>, share: &Number) -> bool {
    let end = share.unit.end;
    let next = view.numbers_in(end..end + 2).first();
    view.is_any_at(end, "、和")
        && next.is_some_and(|it| it.digits.start == end + 1 && it.is_percent(view.chars()))
}
