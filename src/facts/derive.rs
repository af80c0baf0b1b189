//! Derived values: counts, sums, shares, growth; and whether what was reported agrees with them.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Amount, Definition, Figure};
use super::growth::{Growth, GrowthKind, possible_growth};
use super::interval::Interval;
use super::order::in_order;
use super::period::Period;
use super::quantity::{Quantity, Scale};
use crate::diagnostic::{Diagnostic, Sink};

/// The values of all figures by id.
pub(super) type Values = BTreeMap<String, FigureValues>;

/// The values of one figure.
#[derive(Debug, Clone, Default)]
pub(super) struct FigureValues {
    /// The unit in which they are.
    pub(super) unit: String,
    /// A value that holds for every period.
    pub(super) fixed: Option<Amount>,
    /// Values by period.
    pub(super) by_period: BTreeMap<Period, Amount>,
}

impl FigureValues {
    /// The value for a period.
    pub(super) fn at(&self, period: &Period) -> Option<&Amount> {
        self.by_period.get(period).or(self.fixed.as_ref())
    }

    fn interval_at(&self, period: Option<&Period>) -> Option<Interval> {
        let amount = match period {
            Some(period) => self.at(period)?,
            None => self.fixed.as_ref()?,
        };
        Interval::of(&amount.quantity, &self.unit)
    }
}

/// The values of all figures, derived ones after those that they derive from.
///
/// # Errors
/// `unknown-figure`, `circular-figure`, `mixed-units`, `derived-mismatch`, `derived-inexact`.
///
/// An id of `unread` was written, and is not called unknown.
pub(super) fn values(
    figures: &BTreeMap<String, Figure>,
    unread: &BTreeSet<String>,
    sink: &mut Sink,
) -> Values {
    let mut values = Values::new();
    for figure in in_order(figures, unread, sink) {
        let derived = derived(figure, &values, sink);
        let merged = merge(figure, derived, &values, sink);
        values.insert(figure.id.clone(), merged);
    }
    values
}

/// Checks that every reported growth agrees with the two values, within the rounding of all three.
///
/// # Errors
/// `growth-mismatch`.
pub(super) fn check_growth(figures: &BTreeMap<String, Figure>, values: &Values, sink: &mut Sink) {
    for figure in figures.values() {
        let Some(values) = values.get(&figure.id) else {
            continue;
        };
        for (period, entry) in &figure.by_period {
            if let Some(growth) = &entry.growth {
                sink.extend(growth_mismatch(values, period, growth));
            }
        }
    }
}

/// The growth of a figure over the same period of the year before: as reported, else derived.
pub(super) fn growth(figure: &Figure, values: &FigureValues, period: &Period) -> Option<Growth> {
    let entry = figure.by_period.get(period);
    if let Some(growth) = entry.and_then(|entry| entry.growth.as_ref()) {
        return Some(growth.clone());
    }
    let now = values.by_period.get(period)?;
    let before = values.by_period.get(&period.year_before()?)?;
    if now.qualifier.is_some() || before.qualifier.is_some() {
        return None;
    }
    let kind = match values.unit.as_str() {
        "%" => GrowthKind::Points,
        _ => GrowthKind::Percent,
    };
    let (place, digits) = (now.place.clone(), figure.growth_digits);
    Growth::derive(&now.quantity, &before.quantity, kind, digits, place)
}

fn growth_mismatch(values: &FigureValues, period: &Period, growth: &Growth) -> Option<Diagnostic> {
    let before_period = period.year_before()?;
    let now = values.by_period.get(period)?;
    let before = values.by_period.get(&before_period)?;
    if now.qualifier.is_some() || before.qualifier.is_some() {
        return None;
    }
    let possible = possible_growth(
        values.interval_at(Some(period))?,
        values.interval_at(Some(&before_period))?,
        growth.kind,
    )?;
    let reported = Interval::of(&growth.quantity, growth.kind.unit())?;
    if reported.meets(possible) {
        return None;
    }
    let digits = growth.quantity.number.scale();
    let right = Growth::derive(
        &now.quantity,
        &before.quantity,
        growth.kind,
        Some(digits),
        growth.place.clone(),
    )?;
    let message = format!(
        "增幅“{growth}”与数值不符：{before_period}{}、{period}{}，算得{right}",
        before.quantity, now.quantity
    );
    Some(
        Diagnostic::error("growth-mismatch", growth.place.clone(), message)
            .with_label(before.place.clone(), "上年同期的数值")
            .with_label(now.place.clone(), "本期的数值")
            .with_hint("查对这三个数；删去“growth”则按数值计算"),
    )
}

/// What a figure's definition gives, apart from what was reported.
fn derived(figure: &Figure, known: &Values, sink: &mut Sink) -> FigureValues {
    let unit = figure.unit.as_ref().map_or("%", |unit| unit.text.as_str());
    let mut values = FigureValues {
        unit: unit.to_owned(),
        ..FigureValues::default()
    };
    let ids = figure.definition.parts();
    let Some(parts) = ids
        .iter()
        .map(|id| known.get(&id.text))
        .collect::<Option<Vec<_>>>()
    else {
        return values;
    };
    match &figure.definition {
        Definition::Reported => {}
        Definition::List(items) => {
            values.fixed = Some(Amount {
                quantity: Quantity::whole(items.len() as u64),
                qualifier: None,
                place: figure.place.clone(),
            });
        }
        Definition::SumOf(_) => {
            if has_one_unit(figure, &parts, sink) {
                fill(&mut values, &parts, |amounts| sum(figure, amounts));
            }
        }
        Definition::ShareOf { .. } => {
            fill(&mut values, &parts, |amounts| share(figure, amounts));
        }
    }
    values
}

fn has_one_unit(figure: &Figure, parts: &[&FigureValues], sink: &mut Sink) -> bool {
    let Some(unit) = &figure.unit else {
        return false;
    };
    let ids = figure.definition.parts();
    let other = parts
        .iter()
        .zip(ids)
        .find(|(part, _)| part.unit != unit.text);
    let Some((part, id)) = other else { return true };
    let message = format!(
        "“{}”的单位是“{}”，不能加进单位是“{}”的合计",
        id.text, part.unit, unit.text
    );
    sink.push(
        Diagnostic::error("mixed-units", id.place.clone(), message).with_hint("把单位改成一致"),
    );
    false
}

/// Fills in the value that holds for every period, or those of the periods that all parts have.
fn fill(
    values: &mut FigureValues,
    parts: &[&FigureValues],
    derive: impl Fn(&[&Amount]) -> Option<Amount>,
) {
    let fixed: Option<Vec<&Amount>> = parts.iter().map(|part| part.fixed.as_ref()).collect();
    values.fixed = fixed.and_then(|amounts| derive(&amounts));
    let Some(periods) = parts.iter().find(|part| !part.by_period.is_empty()) else {
        return;
    };
    for period in periods.by_period.keys() {
        let amounts: Option<Vec<&Amount>> = parts.iter().map(|part| part.at(period)).collect();
        if let Some(amount) = amounts.and_then(|amounts| derive(&amounts)) {
            values.by_period.insert(period.clone(), amount);
        }
    }
}

/// A sum in the largest scale of its parts, every digit kept.
fn sum(figure: &Figure, amounts: &[&Amount]) -> Option<Amount> {
    let scale = amounts.iter().map(|amount| amount.quantity.scale).max()?;
    let mut number = rust_decimal::Decimal::ZERO;
    for amount in amounts {
        number = number.checked_add(amount.quantity.in_scale(scale)?.number)?;
    }
    let quantity = Quantity { number, scale };
    Some(Amount {
        quantity: figure
            .digits
            .map_or(quantity, |digits| quantity.rounded(digits)),
        qualifier: amounts.iter().find_map(|amount| amount.qualifier.clone()),
        place: figure.place.clone(),
    })
}

/// A share in percent with two digits, or as many as the figure asks for.
///
/// Nothing if a part is only known as “more than” or “about”: the share would claim too much.
fn share(figure: &Figure, amounts: &[&Amount]) -> Option<Amount> {
    let [part, whole] = amounts else { return None };
    if part.qualifier.is_some() || whole.qualifier.is_some() {
        return None;
    }
    let number = part
        .quantity
        .value()?
        .checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?
        .checked_div(whole.quantity.value()?)?;
    let scale = Scale::One;
    Some(Amount {
        quantity: Quantity { number, scale }.rounded(figure.digits.unwrap_or(2)),
        qualifier: None,
        place: figure.place.clone(),
    })
}

/// Reported values go before derived ones, with which they must agree.
fn merge(figure: &Figure, derived: FigureValues, known: &Values, sink: &mut Sink) -> FigureValues {
    let mut values = derived;
    for (period, entry) in &figure.by_period {
        let Some(amount) = &entry.amount else {
            continue;
        };
        if let Some(derived) = values.at(period) {
            let possible = possible_value(figure, known, period);
            let reported = Interval::of(&amount.quantity, &values.unit);
            let agrees = possible
                .zip(reported)
                .is_none_or(|(possible, reported)| possible.meets(reported));
            if !agrees && amount.qualifier.is_none() && derived.qualifier.is_none() {
                sink.push(derived_mismatch(figure, period, amount, derived, known));
            }
        }
        values.by_period.insert(period.clone(), amount.clone());
    }
    values
}

fn possible_value(figure: &Figure, known: &Values, period: &Period) -> Option<Interval> {
    let parts = figure.definition.parts();
    let mut intervals = parts
        .iter()
        .map(|id| known.get(&id.text)?.interval_at(Some(period)));
    match &figure.definition {
        Definition::SumOf(_) => {
            let first = intervals.next()??;
            intervals.try_fold(first, |sum, interval| sum.plus(interval?))
        }
        Definition::ShareOf { .. } => intervals.next()??.percent_of(intervals.next()??),
        Definition::Reported | Definition::List(_) => None,
    }
}

fn derived_mismatch(
    figure: &Figure,
    period: &Period,
    reported: &Amount,
    derived: &Amount,
    known: &Values,
) -> Diagnostic {
    let message = format!(
        "“{}”{period}写的是{}，按定义算得{}",
        figure.id, reported.quantity, derived.quantity
    );
    let mut diagnostic = Diagnostic::error("derived-mismatch", reported.place.clone(), message)
        .with_hint("查对这些数；删去“value”则按定义计算");
    for id in figure.definition.parts() {
        let amount = known.get(&id.text).and_then(|values| values.at(period));
        if let Some(amount) = amount {
            let label = format!("“{}”是{}", id.text, amount.quantity);
            diagnostic = diagnostic.with_label(amount.place.clone(), label);
        }
    }
    diagnostic
}
