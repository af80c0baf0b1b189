//! What a letter reads (所读内容), told from its text and its template without rendering them.
//!
//! Every name that a text could print is counted, whether or not its condition holds, so that a letter
//! whose inputs are all as they were would come out as it did. What cannot be told from the text, such
//! as `say` with a computed id, counts as everything.

mod digest;
mod inputs;
mod named;
mod office;

pub use digest::{Digest, NoDigest, digest_of};
pub use inputs::{Closure, Inputs};

use std::collections::BTreeSet;

use self::named::named;
use super::input::Input;
use super::proposal::PROPOSER_COUNTER;
use super::template::FEEDBACK_FORM;
use super::token::{Stretch, stretches};
use super::workspace::Renderer;
use crate::facts::{AnnexContent, Aspect, FigureColumn, FigureTable, FormPlace, Letter, Period};

impl Renderer {
    /// What a letter reads by itself; what that reads in turn is added by [`Inputs`].
    pub fn reads(&self, letter: &Letter, inputs: &Inputs<'_>) -> BTreeSet<Input> {
        let text = letter.place.source().text();
        let period = &letter.period.period;
        let mut reads: BTreeSet<_> = named(text, period).into_iter().collect();
        reads.insert(Input::Template(letter.kind.text.clone()));
        reads.extend(self.listed_in(text));
        let office_form = self.office.feedback.as_ref().map(|it| it.form);
        let place = letter.feedback.or(office_form).unwrap_or_default();
        if place != FormPlace::None {
            reads.insert(Input::Template(FEEDBACK_FORM.to_owned()));
        }
        for table in tables(letter) {
            reads.extend(table_inputs(table, period));
            for id in &table.figures {
                reads.remove(&Input::WholeFigure(id.text.clone()));
            }
        }
        if let (Some(id), Some(source)) = (&letter.body_from, &letter.body_source) {
            reads.insert(Input::Letter(id.text.clone()));
            reads.extend(named(source.text(), period));
            reads.extend(self.listed_in(source.text()));
        }
        if letter.proposal.proposer_count.is_some() {
            reads.insert(Input::Term(PROPOSER_COUNTER.to_owned()));
        }
        let listed = letter.measures().into_iter();
        reads.extend(listed.map(|id| Input::Measure(id.text.clone())));
        let keys = self.office_entries_of(letter);
        reads.extend(keys.into_iter().map(|key| Input::Office(key.to_owned())));
        for table in tables(letter).filter(|table| table.figures.is_empty()) {
            reads.extend(rows_of(table, &reads, inputs, period));
        }
        reads
    }

    /// Measures and figures whose ids stand as words in a text, outside of its tags.
    ///
    /// However a letter lists them, they are read; a figure in a list is read as a whole.
    fn listed_in(&self, text: &str) -> Vec<Input> {
        let literals = stretches(text).into_iter().filter_map(|it| match it {
            Stretch::Literal(range) => Some(&text[range]),
            Stretch::Tag(_) => None,
        });
        let literals = literals.collect::<Vec<_>>().join(" ");
        let words: BTreeSet<_> = possible_ids(&literals).collect();
        let inputs = words.into_iter().flat_map(|id| {
            let measure = self.measure(id).map(|_| Input::Measure(id.to_owned()));
            let figure = self.facts.figure(id);
            let figure = figure.map(|_| Input::WholeFigure(id.to_owned()));
            let named = measure.into_iter().chain(figure);
            // A key of the letter's own, such as `opening:`, is no id.
            named
                .filter(|_| !is_only_key(&literals, id))
                .collect::<Vec<_>>()
        });
        inputs.collect()
    }
}

fn tables(letter: &Letter) -> impl Iterator<Item = &FigureTable> {
    letter
        .annexes
        .iter()
        .filter_map(|annex| match &annex.content {
            AnnexContent::Table(table) => Some(table),
            AnnexContent::Text(_) | AnnexContent::Separate => None,
        })
}

/// What a table prints that names its figures.
fn table_inputs(table: &FigureTable, period: &Period) -> Vec<Input> {
    let own = table.periods.iter().map(|placed| &placed.period);
    let mut periods: Vec<_> = own.collect();
    if periods.is_empty() {
        periods.push(period);
    }
    let ids = table.figures.iter();
    let row = |id: &str, period: &Period| row_inputs(table, id, period);
    let rows = ids.flat_map(|id| periods.iter().map(move |period| row(&id.text, period)));
    rows.flatten().collect()
}

/// The rows of a table that has one for every figure that a letter prints.
fn rows_of(
    table: &FigureTable,
    reads: &BTreeSet<Input>,
    inputs: &Inputs<'_>,
    period: &Period,
) -> Vec<Input> {
    let closures = reads.iter().map(|input| inputs.closure(input, period));
    let rows = closures.flat_map(|closure| {
        let figures = closure.values.keys().filter_map(|input| match input {
            Input::Figure { id, period, .. } => Some(row_inputs(table, id, period)),
            _ => None,
        });
        figures.flatten().collect::<Vec<_>>()
    });
    rows.collect()
}

/// What a row of a table prints, by its columns.
fn row_inputs(table: &FigureTable, id: &str, period: &Period) -> Vec<Input> {
    let has = |column| table.columns.is_empty() || table.columns.contains(&column);
    // A rank stands for a value that is not known, and a unit that the value does not name is printed.
    let aspects = [
        (Aspect::Figure, true),
        (Aspect::Rank, true),
        (Aspect::Name, has(FigureColumn::Name)),
        (Aspect::Unit, has(FigureColumn::Unit)),
        (Aspect::Coverage, has(FigureColumn::Coverage)),
        (Aspect::GrowthRate, has(FigureColumn::Growth)),
    ];
    let printed = aspects.into_iter().filter(|(_, is_printed)| *is_printed);
    let figures = printed.map(|(aspect, _)| Input::Figure {
        aspect,
        id: id.to_owned(),
        period: period.clone(),
    });
    let evidence = has(FigureColumn::Evidence).then(|| Input::Evidence {
        id: id.to_owned(),
        period: period.clone(),
    });
    figures.chain(evidence).collect()
}

fn is_part_of_id(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// The words of a text that could be ids of measures or figures.
pub(super) fn possible_ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character| !is_part_of_id(character))
}

/// Whether a word stands in a text only as a key, with a colon behind it.
fn is_only_key(text: &str, word: &str) -> bool {
    let is_part = is_part_of_id;
    let whole = text.match_indices(word).filter(|(offset, _)| {
        let before = text[..*offset].chars().next_back();
        let after = text[offset + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    });
    let mut whole = whole.map(|(offset, _)| &text[offset + word.len()..]);
    whole.all(|rest| rest.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_no_measure() {
        assert!(is_only_key("opening: 甲\n", "opening"));
        assert!(!is_only_key(
            "measures: [opening]\nopening: 甲\n",
            "opening"
        ));
        assert!(is_only_key("reopening: x", "opening"));
    }
}
