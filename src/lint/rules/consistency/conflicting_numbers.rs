//! The same thing has two numbers.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;
use crate::facts::{Period, Quantity};
use crate::lint::TypedNumber;
use crate::lint::{Check, Rule, WorkspaceFindings, WorkspaceView};
use crate::source::Span;

/// The same thing has two numbers.
pub(crate) const CONFLICTING_NUMBERS: Rule = Rule {
    name: "conflicting-numbers",
    title: "同一项数据有两个数",
    severity: Severity::Warning,
    check: Check::Workspace(check),
    page: include_str!("conflicting_numbers.md"),
};

/// Shorter phrases may mean different things.
const SHORTEST: usize = 6;

fn check(view: &WorkspaceView<'_>, findings: &mut WorkspaceFindings<'_>) {
    let all = view.letters.iter().flat_map(|letter| &letter.typed);
    let mut seen: BTreeMap<(&str, &str, &Period), &TypedNumber> = BTreeMap::new();
    for typed in all {
        let against_figure = figure_conflict(view, typed);
        if let Some((value, place)) = against_figure {
            let message = format!(
                "“{}{}{}”与数据里的{value}不一致",
                typed.phrase, typed.number, typed.unit
            );
            findings.beside(typed.place.clone(), message, HINT, (place, "数据里的值"));
            continue;
        }
        if typed.phrase.chars().count() < SHORTEST {
            continue;
        }
        let first = *seen
            .entry((&typed.phrase, &typed.unit, &typed.period))
            .or_insert(typed);
        if first.number != typed.number {
            let message = format!(
                "“{}”在这里是{}{}，在别处是{}{}",
                typed.phrase, typed.number, typed.unit, first.number, first.unit
            );
            findings.beside(
                typed.place.clone(),
                message,
                HINT,
                (first.place.clone(), "别处的数"),
            );
        }
    }
}

const HINT: &str = "核对哪一个对；写成一项数据，各信就不会不同";

/// The value of the figure whose name ends the phrase, if the number is none of its values.
fn figure_conflict(view: &WorkspaceView<'_>, typed: &TypedNumber) -> Option<(String, Span)> {
    let figures = view.facts.figures().filter(|figure| {
        let name = figure.name.as_str();
        name.chars().count() >= 4 && typed.phrase.ends_with(name)
    });
    let figure = figures.max_by_key(|figure| figure.name.as_str().len())?;
    if figure.unit.as_ref().map(|unit| unit.as_str()) != Some(typed.unit.as_str()) {
        return None;
    }
    let typed_value = Quantity::parse(&typed.number)?.value()?;
    let periods = view.facts.periods(&figure.id).into_iter();
    let amounts: Vec<_> = periods
        .filter_map(|period| view.facts.amount(&figure.id, period))
        .collect();
    if amounts
        .iter()
        .any(|it| it.quantity.value() == Some(typed_value))
    {
        return None;
    }
    let amount = view.facts.amount(&figure.id, &typed.period)?;
    Some((
        format!("{}{}", amount.quantity, typed.unit),
        amount.place.clone(),
    ))
}
