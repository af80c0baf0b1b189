//! 比上年同期的1.85万户多0.31万户，同比增长8.4%; 6270件，同比多结570件，增长9.1%: a rate that the difference does not make.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::claim_verb;
use crate::lint::view::numbers::{Number, NumberKind};

/// What tells how much more or less there is.
const MORE: [&str; 8] = ["多", "增加", "增长", "新增", "多办", "多结", "多收", "高"];
const LESS: [&str; 4] = ["少", "减少", "下降", "降低"];

/// What the difference is counted from, before the verb.
const COMPARED: [&str; 8] = [
    "，同比",
    "，比上年",
    "，较上年",
    "，比去年",
    "，较去年",
    "，比上年同期",
    "，较上年同期",
    "，比去年同期",
];

/// How many percentage points a rate may be off for being rounded.
const ROUGH: Decimal = Decimal::from_parts(6, 0, 0, false, 1);

/// Reports a rate behind a difference and what it is the difference of or from.
pub(super) fn growth_of_difference(
    view: &TextView<'_>,
    triple: &[Number],
    findings: &mut Findings<'_>,
) {
    let [amount, difference, rate] = triple else {
        return;
    };
    // Few numbers stand so near to each other.
    if difference.digits.start - amount.unit.end > 12 || rate.digits.start - difference.unit.end > 8
    {
        return;
    }
    let chars = view.chars();
    // 2万户多0.4万户 is no rough number: a difference follows 多.
    let is_led = amount.kind == NumberKind::Plain && view.is_any_at(amount.unit.end, "多");
    let exact = (amount.is_exact_amount() || is_led)
        && difference.is_exact_amount()
        && rate.is_exact_amount();
    let same = amount.unit(chars) == difference.unit(chars) && !amount.is_percent(chars);
    if !exact || !same || !rate.is_percent(chars) {
        return;
    }
    let Some((base, direction)) = base(view, amount, difference) else {
        return;
    };
    let is_claim = claim_verb(view.words(difference.unit.end..rate.digits.start)).is_some();
    let should = difference
        .value(chars)
        .and_then(|it| it.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(base));
    let Some((should, said)) = should.zip(rate.decimal(chars)).filter(|_| is_claim) else {
        return;
    };
    let slack = ROUGH.max(should * rounding(view, amount, difference));
    if (should - said).abs() > slack {
        let (text, difference) = (view.words(rate.range()), view.words(difference.range()));
        findings
            .at(rate.range(), format!("“{text}”与“{difference}”不符"))
            .hint(format!(
                "{direction}{difference}是{}%",
                plain(should, said.scale().max(1))
            ));
    }
}

/// What the difference is reckoned from: the amount itself, or what it was before.
fn base(
    view: &TextView<'_>,
    amount: &Number,
    difference: &Number,
) -> Option<(Decimal, &'static str)> {
    let chars = view.chars();
    let between = view.words(amount.unit.end..difference.digits.start);
    let (value, change) = (amount.value(chars)?, difference.value(chars)?);
    let verb = COMPARED.iter().find_map(|it| between.strip_prefix(it));
    let is = |verbs: &[&str], verb: &str| verbs.contains(&verb);
    match verb {
        Some(verb) if is(&MORE, verb) => Some((value.checked_sub(change)?, "增加")),
        Some(verb) if is(&LESS, verb) => Some((value.checked_add(change)?, "减少")),
        Some(_) => None,
        // 比上年同期的1.85万户多0.31万户
        None => {
            let clause = view.clause(amount.digits.start);
            let is_base = view.has_any(&(clause.start..amount.digits.start), &["比", "较"])
                && view.before(amount.digits.start) == '的';
            let is_more = is(&MORE, between);
            let is_known = is_base && (is_more || is(&LESS, between));
            is_known.then_some((value, if is_more { "增加" } else { "减少" }))
        }
    }
    .filter(|(base, _)| *base > Decimal::ZERO)
}

/// By how much of itself rounding may change the rate.
fn rounding(view: &TextView<'_>, amount: &Number, difference: &Number) -> Decimal {
    let chars = view.chars();
    let part = |number: &Number| {
        let rounding = number.rounding(chars)?;
        rounding.checked_div(number.value(chars)?)
    };
    part(amount).unwrap_or_default() + part(difference).unwrap_or_default()
}
