//! The rows of a table, read cell by cell.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::book::{Address, Sheet, Shown};
use super::cell_text::{self, comparable, is_blank};
use super::columns::{Heads, PlacedColumn};
use super::mapping::{MappedFigure, Role, Table};
use super::records::{Given, Records};
use super::value::{self, CellValue, Context, Problem, Read};
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::{Facts, Period};
use crate::source::{Source, Span};
use crate::text::nearest;

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

    fn unmapped(&self, row: u32, names: &[String], records: &mut Records<'m>) {
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

    fn report_missing(&self, found: &[&str], sink: &mut Sink) {
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

    fn row(&self, row: u32, figure: &'m MappedFigure, records: &mut Records<'m>, sink: &mut Sink) {
        let row_unit = self.text_of(Role::Unit, row);
        let row_unit = row_unit.map(|text| comparable(&text));
        let columns = self.columns.iter();
        for placed in columns.filter(|it| !it.column.aspect.is_of_row()) {
            let column = placed.index;
            let address = Address { row, column };
            let Some(shown) = self.filled(address, placed, records) else {
                continue;
            };
            let context = Context {
                figure,
                placed,
                row_unit: row_unit.as_deref(),
                default_unit: self.default_unit(),
                facts: self.facts,
            };
            let read = self.cell_value(address, &shown, &context, records);
            let taken = read
                .and_then(|(period, value)| self.take(address, &context, &period, value, records));
            if let Err(problem) = taken {
                sink.push(self.at(address, &problem.message).with_hint(problem.hint));
            }
        }
    }

    /// What a cell shows; a blank one is noted.
    fn filled(
        &self,
        address: Address,
        placed: &PlacedColumn<'_>,
        records: &mut Records<'_>,
    ) -> Option<Shown> {
        let shown = self.sheet.shown(address);
        let is_mark = matches!(&shown, Some(Shown::Text(text)) if is_blank(text));
        let is_due = placed.column.aspect == Role::Value;
        if is_mark || (shown.is_none() && is_due) {
            records.blanks.push(self.cell(address));
        }
        shown.filter(|_| !is_mark)
    }

    fn cell_value(
        &self,
        address: Address,
        shown: &Shown,
        context: &Context<'_, '_>,
        records: &mut Records<'_>,
    ) -> Read<(Period, CellValue)> {
        let period = self.period(address.row, context.placed)?;
        self.check_merged(address, context.placed)?;
        let value = value::read(shown, context, &mut records.units)?;
        Ok((period, value))
    }

    /// Keeps what a cell gives, which must not be other than what another cell gave.
    fn take(
        &self,
        address: Address,
        context: &Context<'_, 'm>,
        period: &Period,
        value: CellValue,
        records: &mut Records<'m>,
    ) -> Read<()> {
        let cell = self.cell(address);
        if let Some(note) = value.note {
            records.notes.push(format!("{cell}“{note}”"));
        }
        let index = records.add(context.figure, period, context.placed, self.table);
        for (key, text) in value.given {
            let cell = cell.clone();
            if let Some(other) = records.give(index, key, Given { text, cell }) {
                let id = &context.figure.id.text;
                let key = super::key_name(key);
                let message = format!("给“{id}”{period}的{key}和 {other} 的不同");
                let hint = "统计表里同一项、同一期间只能有一个数；查对行名和表头";
                return Err(Problem::new(message, hint));
            }
        }
        Ok(())
    }

    /// A value that several rows or columns share belongs to nobody knows which.
    fn check_merged(&self, address: Address, placed: &PlacedColumn<'_>) -> Read<()> {
        let is_own = self.sheet.origin(address) == address;
        let is_number = matches!(
            placed.column.aspect,
            Role::Value | Role::Growth | Role::Rank
        );
        if is_own || !is_number {
            return Ok(());
        }
        let origin = self.sheet.origin(address);
        Err(Problem::new(
            format!("和 {origin} 合并了，不知道数值属于哪一项"),
            "在统计表里取消合并，把数值写在它自己的一格",
        ))
    }

    fn period(&self, row: u32, placed: &PlacedColumn<'_>) -> Read<Period> {
        if let Some(period) = &placed.period {
            return Ok(period.clone());
        }
        let Some(text) = self.text_of(Role::Period, row) else {
            let table = self.table.period.clone();
            return table.ok_or_else(|| {
                Problem::new("不知道是哪个期间：期间一列是空的", "在统计表里填上期间")
            });
        };
        let label = cell_text::period(&text);
        Period::new(&label).map_err(|_| {
            Problem::new(
                format!("的期间“{text}”不合写法"),
                "写成“2021年”“2021年上半年”“2021年1—6月”的样子",
            )
        })
    }

    fn text_of(&self, role: Role, row: u32) -> Option<String> {
        let column = self.column_of(role)?.index;
        match self.sheet.shown(Address { row, column })? {
            Shown::Text(text) if !is_blank(&text) => Some(text),
            Shown::Date(date, parts) if role == Role::Period => Some(parts.label(date)),
            _ => None,
        }
    }

    fn default_unit(&self) -> Option<&str> {
        let mapped = self.table.sheet_unit.as_ref();
        let mapped = mapped.map(|unit| unit.text.as_str());
        mapped.or(self.unit_above.as_deref())
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
