//! Tables: 4号仿宋 between thin rules on the rows of the grid, the head repeated on each page.

mod cell;
mod columns;
mod numbers;
mod widths;

use std::rc::Rc;

use super::context::Context;
use super::length::Length;
use super::page::{Role, TableStructure};
use super::row::{Row, RowText};
use crate::document::{Inline, Table};
use crate::source::Span;
use cell::place_cell;
use columns::Columns;
pub(super) use columns::is_wide;

/// The rows of a table, as wide as the type area.
///
/// # Errors
/// `table-too-wide` if a column would be narrower than one character.
pub(super) fn table_rows(context: &mut Context<'_>, table: &Table) -> Vec<Row> {
    let Some(columns) = Columns::new(context, table) else {
        return Vec::new();
    };
    context.tables.push(TableStructure::default());
    let head = table_row(
        context,
        &columns,
        &table.head,
        &table.place,
        Role::TableHead,
    );
    let head: Rc<[Row]> = head.into();
    let mut rows: Vec<Row> = head.iter().cloned().collect();
    for cells in &table.rows {
        rows.extend(table_row(
            context,
            &columns,
            cells,
            &table.place,
            Role::TableCell,
        ));
    }
    let foot = columns.horizontal(context.style, context.style.line_pitch());
    if let Some(last) = rows.last_mut() {
        last.separators.push(foot);
    }
    for row in &mut rows {
        row.table_head = Some(Rc::clone(&head));
        row.table_foot = Some(foot);
    }
    for row in &mut rows[..head.len()] {
        row.keeps_with_next = true;
    }
    rows
}

/// Whether a cell is one with the cell before it.
fn is_merged(cell: &[Inline]) -> bool {
    matches!(cell, [only] if only.text == Table::MERGED)
}

fn text(inlines: &[Inline]) -> String {
    crate::document::inline::plain_text(inlines)
}

/// One row of a table: as many rows of the grid as its tallest cell needs.
fn table_row(
    context: &mut Context<'_>,
    columns: &Columns,
    cells: &[Vec<Inline>],
    place: &Span,
    role: Role,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let elements = place_cells(context, columns, cells, (place, role), &mut rows);
    center_beside_broken(&mut rows, &elements, cells, role);
    if let Some(table) = context.tables.last_mut() {
        table.rows.push(elements);
    }
    if rows.is_empty() {
        rows.push(Row::blank());
    }
    let last = rows.len() - 1;
    for (number, row) in rows.iter_mut().enumerate() {
        row.separators
            .extend(columns.vertical(context.style, cells));
        row.keeps_with_next = number < last;
    }
    rows[0]
        .separators
        .push(columns.horizontal(context.style, Length::ZERO));
    rows
}

/// Places the cells of a row, each over the columns that are merged with it; gives their elements.
fn place_cells(
    context: &mut Context<'_>,
    columns: &Columns,
    cells: &[Vec<Inline>],
    (place, role): (&Span, Role),
    rows: &mut Vec<Row>,
) -> Vec<usize> {
    let mut elements = Vec::with_capacity(columns.widths.len());
    for column in 0..columns.widths.len() {
        let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
        if is_merged(cell) {
            elements.push(context.new_element());
            continue;
        }
        let after = cells.get(column + 1..).unwrap_or_default();
        let merged = after.iter().take_while(|cell| is_merged(cell)).count();
        let span = column..column + merged + 1;
        elements.push(place_cell(
            context,
            columns,
            span,
            (cell, place, role),
            rows,
        ));
    }
    elements
}

/// What stands beside a cell that the writer broke, and all of a head, is in the middle.
fn center_beside_broken(rows: &mut [Row], elements: &[usize], cells: &[Vec<Inline>], role: Role) {
    let is_broken = |cell: &[Inline]| text(cell).contains(Table::LINE_BREAK);
    if role == Role::TableHead || cells.iter().any(|cell| is_broken(cell)) {
        for (element, cell) in elements.iter().zip(cells) {
            if !is_broken(cell) {
                center(rows, *element);
            }
        }
    }
}

/// Moves a cell's lines to the middle of the rows.
fn center(rows: &mut [Row], element: usize) {
    let is_own = |text: &RowText| text.element == element;
    let count = rows
        .iter()
        .filter(|row| row.texts.iter().any(is_own))
        .count();
    let shift = (rows.len() - count) / 2;
    for number in (0..count).rev() {
        let texts = std::mem::take(&mut rows[number].texts);
        let (own, others): (Vec<_>, Vec<_>) = texts.into_iter().partition(is_own);
        rows[number].texts = others;
        rows[number + shift].texts.extend(own);
    }
}
