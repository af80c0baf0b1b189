//! 1.86万户，同比增长24%，比上年增加3000户: the rate and the difference of one growth.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What leads the rate, and what leads the difference behind it.
const RATES: [&str; 4] = ["，同比增长", "，比上年增长", "，较上年增长", "，增长"];
const DIFFERENCES: [&str; 8] = [
    "，比上年增加",
    "，较上年增加",
    "，同比增加",
    "，增加",
    "，净增",
    "，比上年多",
    "，较上年多",
    "，比上年净增",
];

/// How much of itself a difference may be off for being rounded.
const ROUGH: Decimal = Decimal::from_parts(8, 0, 0, false, 2);

/// Reports a difference behind an amount and its rate of growth, if they make another one.
pub(super) fn growth_and_difference(
    view: &TextView<'_>,
    triple: &[Number],
    findings: &mut Findings<'_>,
) {
    let [amount, rate, difference] = triple else {
        return;
    };
    let chars = view.chars();
    let are_told = view.words(amount.unit.end..rate.digits.start.min(amount.unit.end + 8));
    if !rate.is_percent(chars) || !RATES.contains(&are_told) {
        return;
    }
    let lead = view.words(rate.unit.end..difference.digits.start.min(rate.unit.end + 8));
    let alike = amount.unit(chars) == difference.unit(chars) && !amount.unit.is_empty();
    let are_exact = triple.iter().all(Number::is_exact_amount);
    if !alike || !are_exact || !DIFFERENCES.contains(&lead) {
        return;
    }
    let values = amount.value(chars).zip(rate.decimal(chars));
    let should = values.and_then(|(amount, rate)| {
        let grown = rate.checked_add(Decimal::ONE_HUNDRED)?;
        amount.checked_mul(rate)?.checked_div(grown)
    });
    let Some((should, said)) = should.zip(difference.value(chars)) else {
        return;
    };
    if (should - said).abs() > should * ROUGH {
        let text = view.words(difference.range());
        let right = plain((should / difference.factor(chars)).round_dp(2), 2);
        findings
            .at(
                difference.range(),
                format!(
                    "“{text}”与“{}”“{}”不符",
                    view.words(amount.range()),
                    view.words(rate.range())
                ),
            )
            .hint(format!("按这个增幅，增加的约是{right}；核对三个数"));
    }
}
