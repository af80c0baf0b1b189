//! Annexes (附件) as Markdown: the writer's own, or a table of figures.

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
/// # Errors
/// `unknown-figure`, `missing-value`: one for each row that cannot be made.
pub(super) fn figure_table(
    renderer: &Renderer,
    table: &FigureTable,
    letter_period: &Period,
) -> Result<String, Vec<Diagnostic>> {
    let columns = if table.columns.is_empty() {
        &FigureColumn::USUAL[..]
    } else {
        &table.columns
    };
    let own = [letter_period];
    let periods: Vec<&Period> = table.periods.iter().map(|placed| &placed.period).collect();
    let periods = if periods.is_empty() {
        &own[..]
    } else {
        &periods
    };
    let rows = table.figures.iter().flat_map(|id| {
        periods
            .iter()
            .map(move |period| row(renderer, id, period, columns))
    });
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

fn row(
    renderer: &Renderer,
    id: &PlacedText,
    period: &Period,
    columns: &[FigureColumn],
) -> Result<String, Box<Diagnostic>> {
    let facts = renderer.facts();
    let missing = || Box::new(facts.missing(Aspect::Value, &id.text, period, id.place.clone()));
    let figure = facts.figure(&id.text).ok_or_else(missing)?;
    let amount = facts.amount(&id.text, period).ok_or_else(missing)?;
    let cells = columns
        .iter()
        .map(|column| cell(renderer, figure, amount, period, *column));
    Ok(line(cells))
}

fn cell(
    renderer: &Renderer,
    figure: &Figure,
    amount: &Amount,
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
        FigureColumn::Value => link(&value(amount), Aspect::Value),
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
