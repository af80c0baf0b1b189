//! Annexes (附件) as Markdown: the writer's own, or a table of figures.

use std::collections::BTreeSet;

use super::links;
use super::prose::escape;
use super::workspace::Renderer;
use crate::diagnostic::Diagnostic;
use crate::facts::{Amount, Aspect, Figure, FigureColumn, FigureTable, Period, QualifierPosition};
use crate::source::PlacedText;

/// What stands in a cell that has nothing to say, GB/T 15835-2011's habit for tables.
const NOTHING: &str = "—";

/// A table of figures as Markdown; every number is a link to its fact.
///
/// A table that names no figures has a row for each that the texts `before` it print, in their order.
///
/// # Errors
/// `unknown-figure`, `missing-value`: one for each row that cannot be made; `empty-annex` if there is no
/// row.
pub(super) fn figure_table(
    renderer: &Renderer,
    table: &FigureTable,
    letter_period: &Period,
    before: &[&str],
) -> Result<String, Vec<Diagnostic>> {
    let columns = if table.columns.is_empty() {
        &FigureColumn::USUAL[..]
    } else {
        &table.columns
    };
    let subjects = match table.figures.is_empty() {
        true => printed(table, before),
        false => named(table, letter_period),
    };
    if subjects.is_empty() {
        let message = "信里没有印出数据，数据表是空的";
        let fault = Diagnostic::error("empty-annex", table.place.clone(), message);
        return Err(vec![
            fault.with_hint("删去这个附件，或者写“figures: [数据的代号, …]”"),
        ]);
    }
    let rows = subjects.iter().map(|it| row(renderer, it, columns));
    let (rows, faults): (Vec<_>, Vec<_>) = rows.partition(Result::is_ok);
    if !faults.is_empty() {
        return Err(faults
            .into_iter()
            .filter_map(Result::err)
            .map(|fault| *fault)
            .collect());
    }
    let heads: Vec<&str> = columns.iter().map(|column| column.as_chinese()).collect();
    let mut lines = vec![line(heads), line(columns.iter().map(|_| "---"))];
    lines.extend(rows.into_iter().flatten());
    Ok(lines.join("\n"))
}

fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let mut line = "|".to_owned();
    for cell in cells {
        line.push_str(&format!(" {} |", cell.as_ref()));
    }
    line
}

/// What a row of a table is about.
struct Subject {
    id: PlacedText,
    period: Period,
    /// Whether the writer asked for it by name, so that it must have a value.
    is_named: bool,
}

/// The figures that a table names, for its periods or the letter's.
fn named(table: &FigureTable, letter_period: &Period) -> Vec<Subject> {
    let own = table.periods.iter().map(|placed| &placed.period);
    let mut periods: Vec<_> = own.collect();
    if periods.is_empty() {
        periods.push(letter_period);
    }
    let ids = table.figures.iter();
    let subjects = ids.flat_map(|id| {
        periods.iter().map(|period| Subject {
            id: id.clone(),
            period: (*period).clone(),
            is_named: true,
        })
    });
    subjects.collect()
}

/// The figures that texts print, each once for a period, in the order of the texts.
fn printed(table: &FigureTable, texts: &[&str]) -> Vec<Subject> {
    let destinations = texts.iter().flat_map(|text| links::destinations(text));
    let parts = destinations.filter_map(links::figure_parts);
    let mut known = BTreeSet::new();
    let subjects = parts.filter_map(|(id, period, _)| {
        known.insert((id, period)).then_some(Subject {
            id: PlacedText::new(id, table.place.clone()),
            period: Period::new(period).ok()?,
            is_named: false,
        })
    });
    subjects.collect()
}

fn row(
    renderer: &Renderer,
    subject: &Subject,
    columns: &[FigureColumn],
) -> Result<String, Box<Diagnostic>> {
    let (facts, Subject { id, period, .. }) = (renderer.facts(), subject);
    let missing = || Box::new(facts.missing(Aspect::Value, &id.text, period, id.place.clone()));
    let figure = facts.figure(&id.text).ok_or_else(missing)?;
    let amount = facts.amount(&id.text, period);
    if subject.is_named && amount.is_none() {
        return Err(missing());
    }
    let cells = columns
        .iter()
        .map(|column| cell(renderer, figure, amount, period, *column));
    Ok(line(cells))
}

fn cell(
    renderer: &Renderer,
    figure: &Figure,
    amount: Option<&Amount>,
    period: &Period,
    column: FigureColumn,
) -> String {
    let link = |text: &str, aspect: Aspect| {
        let other = renderer.withheld(&figure.id, aspect);
        let text = other.as_deref().unwrap_or(text);
        links::figure(text, &figure.id, period, aspect.name())
    };
    let plain = |text: Option<&PlacedText>| {
        text.map_or_else(
            || NOTHING.to_owned(),
            |text| escape(&text.text).into_owned(),
        )
    };
    match column {
        FigureColumn::Name => plain(Some(&figure.name)),
        FigureColumn::Coverage => plain(figure.coverage.as_ref()),
        FigureColumn::Period => escape(period.as_str()).into_owned(),
        FigureColumn::Value => {
            let aspects = renderer.facts().aspects(period);
            let rank = || aspects.get(Aspect::Rank, &figure.id);
            let amount = amount.map(|amount| link(&value(amount), Aspect::Value));
            let printed = amount.or_else(|| rank().map(|it| link(&it.text, Aspect::Rank)));
            printed.unwrap_or_else(|| NOTHING.to_owned())
        }
        FigureColumn::Unit => plain(figure.unit.as_ref()),
        FigureColumn::Growth => match renderer.facts().growth(&figure.id, period) {
            Some(growth) => link(&growth.to_string(), Aspect::GrowthRate),
            None => NOTHING.to_owned(),
        },
        FigureColumn::Evidence => {
            let entry = figure.by_period.get(period);
            let own = entry.and_then(|entry| entry.evidence.as_ref());
            plain(own.or(figure.evidence.as_ref()))
        }
    }
}

/// A value with its qualifier and without its unit, which has a column of its own: 超过84万.
fn value(amount: &Amount) -> String {
    let quantity = &amount.quantity;
    match &amount.qualifier {
        None => quantity.to_string(),
        Some(qualifier) if qualifier.position == QualifierPosition::Before => {
            format!("{}{quantity}", qualifier.word)
        }
        Some(qualifier) => format!("{quantity}{}", qualifier.word),
    }
}
