//! Importing (导入): a statistics sheet becomes changes of the facts, by a mapping.
//!
//! Values in, values out: a [`Book`] of cells and a [`Mapping`] give a [`Plan`] with every change, old
//! and new, and the new texts of the files. Numbers keep the digits that the sheet shows.

mod book;
mod cell_text;
mod change;
mod columns;
mod edit;
mod keys;
mod mapping;
mod mapping_values;
mod number_format;
mod plan;
mod records;
mod rows;
mod unit;
mod value;

pub use book::{Address, Book, Cell, DateParts, Sheet, Shown};
pub use change::Change;
pub use keys::IMPORT_FILE;
pub use mapping::{Column, Encoding, Head, MappedFigure, Mapping, Role, Table};
pub use plan::{Plan, plan};

/// Keys of a period, in the order in which they are written.
const KEYS: [&str; 7] = [
    "value",
    "at_least",
    "approximate",
    "growth",
    "rank",
    "as_of",
    "evidence",
];

/// What a key is called in Chinese.
pub fn key_name(key: &str) -> &'static str {
    match key {
        "value" => "数值",
        "growth" => "增长",
        "rank" => "位次",
        "as_of" => "截至日期",
        "evidence" => "出处",
        "at_least" => "“超过”一类的词",
        _ => "“约”一类的词",
    }
}

/// What a figure that is not there yet is called.
fn new_name(figure: &MappedFigure) -> String {
    let rows: Vec<&str> = figure.row.iter().map(|it| it.text.as_str()).collect();
    let name = figure.name.as_ref().map(|it| it.text.clone());
    name.unwrap_or_else(|| rows.concat())
}
