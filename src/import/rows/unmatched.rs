//! Rows that the mapping has no figure for, and figures that the sheet has no row for.

use std::collections::HashSet;

use super::{MOST_MISTAKES, Reader, sheet_name};
use crate::diagnostic::{Diagnostic, Sink};
use crate::import::book::Address;
use crate::import::cell_text::comparable;
use crate::import::records::Records;
use crate::text::nearest;

impl<'m> Reader<'_, 'm> {
    /// Notes a row with something in it that is neither mapped nor ignored.
    pub(super) fn unmapped(&self, row: u32, names: &[String], records: &mut Records<'m>) {
        let columns = self.columns.iter().map(|it| it.index);
        let mut used = columns.filter(|column| {
            let address = Address {
                row,
                column: *column,
            };
            self.sheet.shown(address).is_some()
        });
        let is_empty = names.iter().all(String::is_empty) && used.next().is_none();
        let name = names.join("／");
        let mut ignored = self.table.ignore.iter().map(|it| comparable(&it.text));
        if is_empty || ignored.any(|it| it == name || names.contains(&it)) {
            return;
        }
        let column = self.key.first().copied().unwrap_or(0);
        let cell = self.cell(Address { row, column });
        records.unmapped.push(format!("{cell}“{name}”"));
    }

    /// Reports the figures whose rows were not found.
    pub(super) fn report_missing(&self, found: &[&str], sink: &mut Sink) {
        let found: HashSet<&str> = found.iter().copied().collect();
        let missing = self.table.figures.iter();
        let missing = missing.filter(|figure| !found.contains(figure.id.text.as_str()));
        let rows = self.table.head_rows.1..=self.sheet.last_row();
        let mut names = None;
        for figure in missing.take(MOST_MISTAKES) {
            let names = names.get_or_insert_with(|| {
                let names = rows.clone().map(|row| self.names(row).join("／"));
                names.take(2000).collect::<Vec<_>>()
            });
            let wanted = figure.row.iter().map(|it| comparable(&it.text));
            let wanted = wanted.collect::<Vec<_>>().join("／");
            let message = format!("{}里没有“{wanted}”这一行", sheet_name(self.sheet));
            let place = figure.row[0].place.clone();
            let hint = nearest::suggestion(&wanted, names.iter().map(String::as_str));
            let hint =
                hint.unwrap_or_else(|| "查对行名；表里已经没有这一行，就删去这一项".to_owned());
            sink.push(Diagnostic::error("unknown-row", place, message).with_hint(hint));
        }
    }
}
