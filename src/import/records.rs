//! What the sheets say of each figure and period.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::columns::PlacedColumn;
use super::mapping::{MappedFigure, Table};
use crate::facts::Period;
use crate::source::PlacedText;

/// What the sheets say of one figure in one period.
#[derive(Debug)]
pub(super) struct Incoming<'m> {
    pub(super) figure: &'m MappedFigure,
    pub(super) period: Period,
    /// By the key of the facts that it is written under.
    pub(super) given: BTreeMap<&'static str, Given>,
    /// The day that the mapping names for these values.
    pub(super) as_of: Option<Date>,
    /// The evidence that the mapping names for these values.
    pub(super) evidence: Option<PlacedText>,
}

/// A text for one key, and the cell that it comes from.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) text: String,
    /// Such as 主要指标!B3.
    pub(super) cell: String,
}

/// Everything that was read from the sheets.
#[derive(Debug, Default)]
pub(super) struct Records<'m> {
    /// In the order of the rows.
    pub(super) incoming: Vec<Incoming<'m>>,
    by_figure: HashMap<(String, Period), usize>,
    /// The units of figures that are not there yet, by id.
    pub(super) units: BTreeMap<String, String>,
    /// Cells that hold no value.
    pub(super) blanks: Vec<String>,
    /// Rows that no figure is mapped to, with their names.
    pub(super) unmapped: Vec<String>,
    /// Notes in cells, which are left out.
    pub(super) notes: Vec<String>,
}

impl<'m> Records<'m> {
    /// The index of what is known of a figure in a period.
    pub(super) fn add(
        &mut self,
        figure: &'m MappedFigure,
        period: &Period,
        placed: &PlacedColumn<'m>,
        table: &Table,
    ) -> usize {
        let id = (figure.id.text.clone(), period.clone());
        let next = self.incoming.len();
        let index = *self.by_figure.entry(id).or_insert(next);
        if index == next {
            self.incoming.push(Incoming {
                figure,
                period: period.clone(),
                given: BTreeMap::new(),
                as_of: None,
                evidence: None,
            });
        }
        let known = &mut self.incoming[index];
        let of_table = table
            .as_of
            .filter(|_| table.period.as_ref() == Some(period));
        known.as_of = known.as_of.or(placed.column.as_of).or(of_table);
        let evidence = placed.column.evidence.as_ref();
        known.evidence = known.evidence.take().or_else(|| evidence.cloned());
        index
    }

    /// Adds what a cell gives; the cell that gave something else, if there is one.
    pub(super) fn give(&mut self, index: usize, key: &'static str, given: Given) -> Option<String> {
        let known = &mut self.incoming[index].given;
        match known.get(key) {
            Some(other) if other.text != given.text => Some(other.cell.clone()),
            Some(_) => None,
            None => {
                known.insert(key, given);
                None
            }
        }
    }
}
