//! The rows of a table, read cell by cell.

mod cells;
mod unmatched;

use std::collections::HashMap;
use std::sync::Arc;

use super::book::{Address, Sheet, Shown};
use super::cell_text::{self, comparable};
use super::columns::{Heads, PlacedColumn};
use super::mapping::{MappedFigure, Role, Table};
use super::records::Records;
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::Facts;
use crate::source::{Source, Span};

/// More mistakes in cells than anyone reads.
const MOST_MISTAKES: usize = 50;

/// Reads one table of a sheet.
pub(super) struct Reader<'a, 'm> {
    pub(super) table: &'m Table,
    pub(super) sheet: &'a Sheet,
    /// The workbook, for messages.
    pub(super) book: &'a Arc<Source>,
    pub(super) facts: &'a Facts,
    /// The unit that stands above the table.
    unit_above: Option<String>,
    key: Vec<u32>,
    columns: Vec<PlacedColumn<'m>>,
}

impl<'a, 'm> Reader<'a, 'm> {
    /// Finds the columns; nothing if one of them was reported.
    pub(super) fn new(
        table: &'m Table,
        sheet: &'a Sheet,
        (book, facts): (&'a Arc<Source>, &'a Facts),
        sink: &mut Sink,
    ) -> Option<Self> {
        let heads = Heads::new(sheet, table, &sheet_name(sheet));
        let before = sink.len();
        let key = table.key.iter().filter_map(|head| heads.one(head, sink));
        let key: Vec<u32> = key.collect();
        let placed = table.columns.iter();
        let columns: Vec<_> = placed.flat_map(|it| heads.placed(it, sink)).collect();
        let reader = Self {
            unit_above: unit_above(sheet, table),
            table,
            sheet,
            book,
            facts,
            key,
            columns,
        };
        reader.check_periods(sink);
        (sink.len() == before).then_some(reader)
    }

    fn check_periods(&self, sink: &mut Sink) {
        let has_column = self.column_of(Role::Period).is_some() || self.table.period.is_some();
        let without = self.columns.iter().find(|placed| {
            !placed.column.aspect.is_of_row() && placed.period.is_none() && !has_column
        });
        if let Some(placed) = without {
            let place = placed.column.head.texts[0].place.clone();
            let diagnostic = Diagnostic::error("missing-period", place, "不知道这一列是哪个期间的")
                .with_hint("写上 period: 2022年；或者写哪一列是期间：aspect: period");
            sink.push(diagnostic);
        }
    }

    fn column_of(&self, role: Role) -> Option<&PlacedColumn<'m>> {
        self.columns.iter().find(|it| it.column.aspect == role)
    }

    /// Reads every row below the head.
    pub(super) fn read(&self, records: &mut Records<'m>, sink: &mut Sink) {
        let figures = self.figures_by_row();
        let mut found: Vec<&str> = Vec::new();
        let last = self.sheet.last_row();
        let last = self
            .table
            .last_row
            .map_or(last, |row| last.min(row.saturating_sub(1)));
        for row in self.table.head_rows.1..=last {
            if sink.len() > MOST_MISTAKES {
                sink.push(self.at(Address { row, column: 0 }, "起没有再读：错误太多"));
                return;
            }
            let names = self.names(row);
            match figures.get(&names) {
                Some(mapped) => {
                    for figure in mapped {
                        found.push(&figure.id.text);
                        self.row(row, figure, records, sink);
                    }
                }
                None => self.unmapped(row, &names, records),
            }
        }
        self.report_missing(&found, sink);
    }

    fn figures_by_row(&self) -> HashMap<Vec<String>, Vec<&'m MappedFigure>> {
        let mut figures: HashMap<Vec<String>, Vec<&MappedFigure>> = HashMap::new();
        for figure in &self.table.figures {
            let names = figure.row.iter().map(|it| comparable(&it.text));
            figures.entry(names.collect()).or_default().push(figure);
        }
        figures
    }

    /// The texts of the key columns; merged cells count for every row that they span.
    fn names(&self, row: u32) -> Vec<String> {
        let columns = self.key.iter().copied();
        let shown = columns.map(|column| self.sheet.shown(Address { row, column }));
        let names = shown.map(|shown| match shown {
            Some(Shown::Text(text)) => comparable(&text),
            Some(Shown::Date(date, parts)) => parts.label(date),
            _ => String::new(),
        });
        names.collect()
    }

    /// What messages call a cell: 主要指标!B3.
    fn cell(&self, address: Address) -> String {
        match &self.sheet.name {
            Some(name) => format!("{name}!{address}"),
            None => address.to_string(),
        }
    }

    fn at(&self, address: Address, message: &str) -> Diagnostic {
        let message = format!("{} {message}", self.cell(address));
        Diagnostic::error("import-cell", Span::file(self.book), message)
    }
}

/// What messages call a sheet.
pub(super) fn sheet_name(sheet: &Sheet) -> String {
    match &sheet.name {
        Some(name) => format!("工作表“{name}”"),
        None => "文件".to_owned(),
    }
}

/// The unit that a line at or above the head names, such as 单位：万元.
fn unit_above(sheet: &Sheet, table: &Table) -> Option<String> {
    let last = table.head_rows.1 - 1;
    let end = sheet.last_column(0, last);
    let cells = (0..=last).flat_map(|row| (0..=end).map(move |column| Address { row, column }));
    cells
        .filter_map(|address| match sheet.shown(address)? {
            Shown::Text(text) => cell_text::unit_in_note(&text),
            _ => None,
        })
        .next()
}
