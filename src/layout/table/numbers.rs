//! Columns of numbers, which stand with their decimal points under each other.

use super::super::cells::{Text, Type};
use super::super::length::Length;
use super::text;
use super::widths::room;
use crate::document::{Table, TableAlignment};

/// The cells before and after the decimal point that a column of numbers needs; absent if it has
/// other texts.
pub(super) fn numbers(table: &Table, column: usize) -> Option<(f64, f64)> {
    let is_unset = table
        .alignments
        .get(column)
        .is_none_or(|alignment| *alignment == TableAlignment::Unset);
    if !is_unset || !is_numeric(table, column) {
        return None;
    }
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let widths = cells.map(|cell| {
        let text = text(cell);
        let (before, after) = at_point(&text).unwrap_or_default();
        (room(before), room(after))
    });
    Some(
        widths.fold((0.0, 0.0), |most: (f64, f64), (before, after)| {
            (most.0.max(before), most.1.max(after))
        }),
    )
}

/// A number's text before and from its decimal point; absent if it holds no number.
fn at_point(text: &str) -> Option<(&str, &str)> {
    let first = text.find(|character: char| character.is_ascii_digit())?;
    let is_of_whole = |character: char| character.is_ascii_digit() || character == ',';
    let whole = text[first..].find(|character| !is_of_whole(character));
    Some(text.split_at(whole.map_or(text.len(), |whole| first + whole)))
}

fn is_numeric(table: &Table, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let texts: Vec<String> = cells.map(|cell| text(cell)).collect();
    let is_blank = |text: &str| text.is_empty() || text == "—" || text == "-";
    texts.iter().any(|text| !is_blank(text))
        && texts.iter().all(|text| is_blank(text) || is_number(text))
}

/// Whether a text is a number with a word before it and a unit after it at most; a year is none.
fn is_number(text: &str) -> bool {
    let Some(first) = text.find(|character: char| character.is_ascii_digit()) else {
        return false;
    };
    let before = text[..first].chars().count();
    let rest =
        text[first..].trim_start_matches(|it: char| it.is_ascii_digit() || ".,".contains(it));
    before <= 3 && rest.chars().count() <= 5 && !rest.starts_with('年')
}

/// What is left free before a number so that the points of its column stand under each other and
/// the widest number in the middle of the column.
pub(super) fn before_number(
    (before, after): (f64, f64),
    inner: Length,
    text: &Text,
    r#type: Type,
) -> Length {
    let characters: String = text.characters.iter().collect();
    let width = r#type.cell * (before + after);
    let block = (inner - width) / 2.0;
    let blank = inner - r#type.cell * room(&characters);
    let Some((whole, _)) = at_point(&characters) else {
        return (blank / 2.0).max(Length::ZERO);
    };
    let indent = r#type.cell * (before - room(whole));
    // In a column too narrow for its numbers the points give way, not the cell's edge.
    (block + indent).min(blank).max(Length::ZERO)
}
