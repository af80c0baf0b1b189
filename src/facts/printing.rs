//! How a figure is printed, in all its aspects. The one place where this is decided.

use super::aspects::{Aspect, Printed};
use super::derive::{self, FigureValues};
use super::figure::{Amount, Definition, Entry, Figure, QualifierPosition};
use super::period::Period;
use super::quantity::Quantity;
use crate::text::date::chinese_date;
use crate::text::numerals::chinese_numeral;

/// Greater whole values are not printed as a count in Chinese numerals.
pub(super) const GREATEST_COUNT: u64 = 99;

/// What there is to print of a figure for a period.
pub(super) fn every_aspect(
    figure: &Figure,
    values: &FigureValues,
    period: &Period,
) -> Vec<(Aspect, Printed)> {
    let mut printed = of_every_period(figure);
    if let Some(amount) = values.at(period) {
        of_amount(amount, &values.unit, &mut printed);
    }
    if let Some(growth) = derive::growth(figure, values, period) {
        let rate = Printed::new(growth.to_string(), &growth.place);
        printed.push((Aspect::Growth, Printed::new(growth.phrase(), &growth.place)));
        printed.push((Aspect::GrowthRate, rate));
    }
    if let Some(entry) = figure.by_period.get(period) {
        of_entry(entry, &mut printed);
    }
    printed
}

fn of_every_period(figure: &Figure) -> Vec<(Aspect, Printed)> {
    let texts = [
        (Aspect::Name, Some(&figure.name)),
        (Aspect::Unit, figure.unit.as_ref()),
        (Aspect::Coverage, figure.coverage.as_ref()),
    ];
    let mut printed: Vec<(Aspect, Printed)> = texts
        .into_iter()
        .filter_map(|(aspect, text)| text.map(|it| (aspect, Printed::new(&it.text, &it.place))))
        .collect();
    if let Definition::List(items) = &figure.definition {
        let names: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        printed.push((Aspect::List, Printed::new(names.join("、"), &figure.place)));
    }
    printed
}

fn of_amount(amount: &Amount, unit: &str, printed: &mut Vec<(Aspect, Printed)>) {
    let place = &amount.place;
    printed.push((Aspect::Figure, Printed::new(phrase(amount, unit), place)));
    printed.push((
        Aspect::Value,
        Printed::new(amount.quantity.to_string(), place),
    ));
    let Some(whole) = whole_value(&amount.quantity) else {
        return;
    };
    let numeral = chinese_numeral(whole);
    if whole <= GREATEST_COUNT && unit != "%" {
        let counted = if whole == 2 { "两" } else { &numeral };
        printed.push((
            Aspect::Count,
            Printed::new(format!("{counted}{unit}"), place),
        ));
    }
    printed.push((Aspect::Numeral, Printed::new(numeral, place)));
}

fn of_entry(entry: &Entry, printed: &mut Vec<(Aspect, Printed)>) {
    if let Some(rank) = &entry.rank {
        printed.push((Aspect::Rank, Printed::new(&rank.text, &rank.place)));
        printed.push((Aspect::Ordinal, Printed::new(&rank.ordinal, &rank.place)));
    }
    if let Some(date) = entry.as_of {
        printed.push((Aspect::AsOf, Printed::new(chinese_date(date), &entry.place)));
    }
}

/// A value with its unit and its qualifier: 1001件, 超过84万件, 84万余件, 70%以上.
pub(super) fn phrase(amount: &Amount, unit: &str) -> String {
    let quantity = &amount.quantity;
    let Some(qualifier) = &amount.qualifier else {
        return format!("{quantity}{unit}");
    };
    let word = &qualifier.word;
    match qualifier.position {
        QualifierPosition::Before => format!("{word}{quantity}{unit}"),
        QualifierPosition::BeforeUnit => format!("{quantity}{word}{unit}"),
        QualifierPosition::After => format!("{quantity}{unit}{word}"),
    }
}

/// The value, if it is a whole number and was written as one.
pub(super) fn whole_value(quantity: &Quantity) -> Option<u64> {
    quantity
        .is_whole()
        .then(|| u64::try_from(quantity.number.mantissa()).ok())
        .flatten()
}
