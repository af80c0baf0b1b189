//! The cells of a mapped row: which period and unit they have, and that nothing is given twice.

use super::Reader;
use crate::diagnostic::Sink;
use crate::facts::Period;
use crate::import::book::{Address, Shown};
use crate::import::cell_text::{self, comparable, is_blank};
use crate::import::columns::PlacedColumn;
use crate::import::key_name;
use crate::import::mapping::{MappedFigure, Role};
use crate::import::records::{Given, Records};
use crate::import::value::{self, CellValue, Context, Problem, Read};

impl<'m> Reader<'_, 'm> {
    pub(super) fn row(
        &self,
        row: u32,
        figure: &'m MappedFigure,
        records: &mut Records<'m>,
        sink: &mut Sink,
    ) {
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
                let key = key_name(key);
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
}
