//! Tables: 4号仿宋 between thin rules on the rows of the grid, the head repeated on each page.

mod columns;
mod numbers;
mod widths;

use std::ops::Range;
use std::rc::Rc;

use super::cells::Text;
use super::context::Context;
use super::length::Length;
use super::page::{Color, Role, TableStructure};
use super::paragraph::{Paragraph, SetLine, set};
use super::row::{Row, RowText};
use crate::document::{Inline, Table, TableAlignment};
use crate::source::Span;
use columns::Columns;
pub(super) use columns::is_wide;
use numbers::before_number;
use widths::room;

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

/// A cell's lines as the writer broke them; never empty.
fn broken_lines(cell: &[Inline]) -> Vec<Vec<Inline>> {
    let mut lines = vec![Vec::new()];
    for inline in cell {
        for (number, part) in inline.text.split(Table::LINE_BREAK).enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            let piece = Inline {
                text: part.to_owned(),
                origin: inline.origin.clone(),
            };
            lines.last_mut().into_iter().for_each(|line| {
                line.extend((!piece.text.is_empty()).then(|| piece.clone()));
            });
        }
    }
    lines
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
    let mut elements = Vec::with_capacity(columns.widths.len());
    for column in 0..columns.widths.len() {
        let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
        if is_merged(cell) {
            elements.push(context.new_element());
            continue;
        }
        let after = cells.get(column + 1..).unwrap_or_default();
        let merged = after.iter().take_while(|cell| is_merged(cell)).count();
        let last = column + merged;
        let lines = broken_lines(cell);
        let cell = (lines.as_slice(), place, role);
        elements.push(place_cell(
            context,
            columns,
            column..last + 1,
            cell,
            &mut rows,
        ));
    }
    // What stands beside a cell that the writer broke, and all of a head, is in the middle.
    let is_broken = |cell: &[Inline]| text(cell).contains(Table::LINE_BREAK);
    if role == Role::TableHead || cells.iter().any(|cell| is_broken(cell)) {
        for (element, cell) in elements.iter().zip(cells) {
            if !is_broken(cell) {
                center(&mut rows, *element);
            }
        }
    }
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

/// Places a cell's lines, which the writer may have broken, in the rows; gives its element.
fn place_cell(
    context: &mut Context<'_>,
    columns: &Columns,
    span: Range<usize>,
    (broken, place, role): (&[Vec<Inline>], &Span, Role),
    rows: &mut Vec<Row>,
) -> usize {
    let column = span.start;
    let whole: Length = columns.widths[span].iter().copied().sum();
    let room = whole - context.style.table_padding * 2.0;
    let measure = ((room / columns.r#type.half() + 1e-6).floor() as usize).max(2);
    let r#type = columns.r#type;
    let mut lines = Vec::new();
    for line in broken {
        let set = cell_lines(context, columns, (line, place, role), measure);
        if set.is_empty() && broken.len() > 1 {
            lines.push(None);
        }
        lines.extend(set.into_iter().map(Some));
    }
    let text = &Text::new(&broken.concat(), place);
    let element = context.new_element();
    let left = columns.edges(context.style)[column] + context.style.table_padding;
    let is_single = lines.len() == 1;
    let alignment = if role == Role::TableHead {
        TableAlignment::Center
    } else {
        columns.alignments[column]
    };
    let point = columns.numbers[column].filter(|_| role == Role::TableCell && is_single);
    for (number, line) in lines.into_iter().enumerate() {
        if rows.len() <= number {
            rows.push(Row::blank());
        }
        let Some(line) = line else { continue };
        let left = left
            + point.map_or_else(
                || free(alignment, room, &line),
                |widths| before_number(widths, room, text, r#type),
            );
        let color = Color::Black;
        rows[number].texts.push(RowText {
            line,
            left,
            r#type,
            role,
            element,
            color,
        });
    }
    element
}

/// One line of a cell as the writer broke it, set in so many half cells; lines of a head are alike, so
/// that 答复/日期 stands where 答复日/期 would.
fn cell_lines(
    context: &mut Context<'_>,
    columns: &Columns,
    (line, place, role): (&[Inline], &Span, Role),
    measure: usize,
) -> Vec<SetLine> {
    let words = Text::new(line, place);
    let mut set_in = |measure: usize| {
        let paragraph = Paragraph {
            text: &words,
            r#type: columns.r#type,
            measure,
            first_indent: 0,
            indent: 0,
            is_justified: false,
        };
        set(context, &paragraph)
    };
    let lines = set_in(measure);
    if role != Role::TableHead || lines.len() < 2 {
        return lines;
    }
    let halves = (room(&text(line)) * 2.0).ceil() as usize;
    let alike = halves.div_ceil(lines.len()).next_multiple_of(2);
    let balanced = set_in(alike.min(measure));
    if balanced.len() == lines.len() {
        balanced
    } else {
        lines
    }
}

/// What is left free before a line of a cell.
fn free(alignment: TableAlignment, room: Length, line: &SetLine) -> Length {
    match alignment {
        TableAlignment::Right => room - line.width,
        TableAlignment::Center => (room - line.width) / 2.0,
        TableAlignment::Left | TableAlignment::Unset => Length::ZERO,
    }
}
