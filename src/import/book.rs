//! A workbook (工作簿) as values: sheets, cells with how they are shown, merged areas.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::number_format;

/// A file of tables.
#[derive(Debug)]
pub struct Book {
    /// The path that messages show.
    pub path: String,
    /// In their order.
    pub sheets: Vec<Sheet>,
}

/// One table of rows and columns.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The name on its tab; a text file has none.
    pub name: Option<String>,
    /// Whether a reader of the workbook does not see it.
    pub is_hidden: bool,
    cells: BTreeMap<Address, Cell>,
    /// Rows of merged areas by column: first, last, and where the content stands.
    merged: BTreeMap<u32, BTreeMap<u32, (u32, Address)>>,
}

/// A cell's place; both counts begin at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// From the top.
    pub row: u32,
    /// From the left.
    pub column: u32,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text as typed.
    Text(String),
    /// A number with the format that it is shown in.
    Number {
        /// As stored, at most 15 digits.
        value: Decimal,
        /// The number format's code, such as `0.0%`.
        format: Arc<str>,
    },
    /// A day, without its time, and how much of it is shown.
    Date(Date, DateParts),
    /// `#DIV/0!` and its like.
    Error(String),
    /// A formula whose result is not in the file.
    NotCalculated,
}

/// How much of a day a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateParts {
    /// 2022年.
    Year,
    /// 2022年1月.
    Month,
    /// 2022年1月1日.
    Day,
}

/// A cell's content as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Text or a number as text; blank ends are cut off.
    Text(String),
    /// A day, and how much of it is shown.
    Date(Date, DateParts),
    /// Why there is nothing to read, in Chinese.
    Unreadable(String),
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: Option<String>, is_hidden: bool) -> Self {
        Self {
            name,
            is_hidden,
            ..Self::default()
        }
    }

    /// Puts a cell in its place.
    pub fn put(&mut self, address: Address, cell: Cell) {
        self.cells.insert(address, cell);
    }

    /// Merges the cells from `first` to `last`.
    pub fn merge(&mut self, first: Address, last: Address) {
        for column in first.column..=last.column {
            let rows = self.merged.entry(column).or_default();
            rows.insert(first.row, (last.row, first));
        }
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The last row that holds something.
    pub fn last_row(&self) -> u32 {
        self.cells
            .last_key_value()
            .map_or(0, |(address, _)| address.row)
    }

    /// The last column that holds something in the rows from `first` to `last`.
    pub fn last_column(&self, first: u32, last: u32) -> u32 {
        let start = Address {
            row: first,
            column: 0,
        };
        let end = Address {
            row: last,
            column: u32::MAX,
        };
        let cells = self.cells.range(start..=end);
        cells.map(|(address, _)| address.column).max().unwrap_or(0)
    }

    /// Where the content of a merged area stands; the address itself outside of one.
    pub fn origin(&self, address: Address) -> Address {
        let rows = self.merged.get(&address.column);
        let area = rows.and_then(|rows| rows.range(..=address.row).next_back());
        match area {
            Some((_, (last, origin))) if address.row <= *last => *origin,
            _ => address,
        }
    }

    /// What a person sees in a cell; nothing if it is blank. Of a merged area every cell shows the
    /// content.
    pub fn shown(&self, address: Address) -> Option<Shown> {
        let shown = match self.cells.get(&self.origin(address))? {
            Cell::Text(text) => Shown::Text(text.clone()),
            Cell::Number { value, format } => match number_format::shown(*value, format) {
                Some(text) => Shown::Text(text),
                None => Shown::Unreadable(format!(
                    "数字的显示格式“{format}”不能照录，请改成“常规”“数值”或“百分比”"
                )),
            },
            Cell::Date(date, parts) => Shown::Date(*date, *parts),
            Cell::Error(code) => Shown::Unreadable(format!("是错误值 {code}，请在统计表里改正")),
            Cell::NotCalculated => Shown::Unreadable(
                "是公式，文件里没有它的结果，请用 Excel 或 WPS 打开、保存一次".to_owned(),
            ),
        };
        match shown {
            Shown::Text(text) if text.trim().is_empty() => None,
            Shown::Text(text) => Some(Shown::Text(text.trim().to_owned())),
            other => Some(other),
        }
    }
}

impl DateParts {
    /// As much of a day as is shown.
    pub(super) fn label(self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Year => format!("{year}年"),
            Self::Month => format!("{year}年{month}月"),
            Self::Day => format!("{year}年{month}月{day}日"),
        }
    }
}

impl Address {
    /// A column's number by its letters, such as 2 for `C`; nothing for other texts.
    pub fn column_of(letters: &str) -> Option<u32> {
        let is_name = (1..=3).contains(&letters.len());
        let mut number: u32 = 0;
        for letter in letters.chars() {
            let letter = letter.to_ascii_uppercase();
            if !letter.is_ascii_uppercase() {
                return None;
            }
            number = number * 26 + (letter as u32 - 'A' as u32 + 1);
        }
        is_name.then(|| number - 1)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(formatter, "{letters}{}", u64::from(self.row) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(row: u32, column: u32) -> Address {
        Address { row, column }
    }

    #[test]
    fn addresses_are_those_of_the_sheet() {
        for (column, name) in [
            (0, "A3"),
            (25, "Z3"),
            (26, "AA3"),
            (701, "ZZ3"),
            (702, "AAA3"),
        ] {
            assert_eq!(at(2, column).to_string(), name);
            let letters = name.trim_end_matches('3');
            assert_eq!(Address::column_of(letters), Some(column));
        }
        assert_eq!(Address::column_of("同比"), None);
        assert_eq!(Address::column_of(""), None);
    }

    #[test]
    fn every_cell_of_a_merged_area_shows_its_content() {
        let mut sheet = Sheet::default();
        sheet.put(at(0, 1), Cell::Text(" 2021年 ".to_owned()));
        sheet.merge(at(0, 1), at(1, 2));
        let text = Some(Shown::Text("2021年".to_owned()));
        assert_eq!(sheet.shown(at(1, 2)), text);
        assert_eq!(sheet.shown(at(2, 2)), None);
        assert_eq!(sheet.origin(at(1, 2)), at(0, 1));
    }
}
