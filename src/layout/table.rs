//! Tables: 4号仿宋 between thin rules on the rows of the grid, the head repeated on each page.

use std::rc::Rc;

use super::cells::{Text, Type};
use super::context::Context;
use super::font::Face;
use super::length::{Length, Point};
use super::page::{Color, Role, Separator};
use super::paragraph::{Paragraph, SetLine, set};
use super::row::{Row, RowText, solid_type};
use super::style::PageStyle;
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, Table, TableAlignment};
use crate::source::Span;

/// The rows of a table, as wide as the type area.
///
/// # Errors
/// `table-too-wide` if a column would be narrower than one character.
pub(super) fn table_rows(context: &mut Context<'_>, table: &Table) -> Vec<Row> {
    let Some(columns) = Columns::new(context, table) else {
        return Vec::new();
    };
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

/// A table's columns.
struct Columns {
    widths: Vec<Length>,
    alignments: Vec<TableAlignment>,
    r#type: Type,
}

impl Columns {
    fn new(context: &mut Context<'_>, table: &Table) -> Option<Self> {
        let r#type = solid_type(Face::Fangsong, context.style.sizes.no4);
        let padding = context.style.table_padding * 2.0;
        let whole = context.style.type_area.width;
        let count = table.head.len();
        let narrowest = r#type.size + padding;
        if count == 0 || narrowest * count as f64 > whole {
            let message = format!("表格有{count}栏，每栏窄得放不下一个字");
            context.sink.push(
                Diagnostic::error("table-too-wide", table.place.clone(), message)
                    .with_hint("把表格拆成几个，或者把行和列对调"),
            );
            return None;
        }
        let wanted = (0..count)
            .map(|column| (wanted(table, column, r#type) + padding).max(narrowest))
            .collect();
        let widths = shared(wanted, narrowest, whole);
        let alignments = (0..count).map(|column| alignment(table, column)).collect();
        Some(Self {
            widths,
            alignments,
            r#type,
        })
    }

    /// A rule over the whole width at `y` under the upper edge of a row's room.
    fn horizontal(&self, style: &PageStyle, y: Length) -> Separator {
        let y = y - style.leading() / 2.0;
        let start = Point {
            x: style.binding,
            y,
        };
        let end = Point {
            x: style.right(),
            y,
        };
        Separator {
            start,
            end,
            weight: style.table_rule,
            color: Color::Black,
        }
    }

    /// The rules between the columns beside one row.
    fn vertical(&self, style: &PageStyle) -> Vec<Separator> {
        let top = -(style.leading() / 2.0);
        let bottom = top + style.line_pitch();
        let rule = |x: Length| Separator {
            start: Point { x, y: top },
            end: Point { x, y: bottom },
            weight: style.table_rule,
            color: Color::Black,
        };
        self.edges(style).into_iter().map(rule).collect()
    }

    /// The columns' edges, one more than there are columns.
    fn edges(&self, style: &PageStyle) -> Vec<Length> {
        let mut x = style.binding;
        let mut edges = vec![x];
        for width in &self.widths {
            x += *width;
            edges.push(x);
        }
        edges
    }
}

/// The width of a column's longest text.
fn wanted(table: &Table, column: usize, r#type: Type) -> Length {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    rows.filter_map(|row| row.get(column))
        .map(|cell| r#type.cell * super::title_break::cells(&text(cell)))
        .fold(Length::ZERO, Length::max)
}

fn text(inlines: &[Inline]) -> String {
    crate::document::inline::plain_text(inlines)
}

/// Shares the width: columns that want little get it, the others share the rest by their wants.
fn shared(wanted: Vec<Length>, narrowest: Length, whole: Length) -> Vec<Length> {
    let sum: Length = wanted.iter().copied().sum();
    if sum <= whole {
        let extra = (whole - sum) / wanted.len() as f64;
        return wanted.into_iter().map(|width| width + extra).collect();
    }
    let fair = whole / wanted.len() as f64;
    let (small, large): (Vec<Length>, Vec<Length>) =
        wanted.iter().partition(|width| **width <= fair);
    let rest = whole - small.into_iter().sum();
    let least = narrowest * large.len() as f64;
    let demand: Length = large.iter().copied().sum();
    let share = |width: Length| narrowest + (rest - least) * (width / demand);
    wanted
        .into_iter()
        .map(|width| if width <= fair { width } else { share(width) })
        .collect()
}

/// Columns of numbers stand right, columns of text left, if the writer said nothing.
fn alignment(table: &Table, column: usize) -> TableAlignment {
    match table
        .alignments
        .get(column)
        .copied()
        .unwrap_or(TableAlignment::Unset)
    {
        TableAlignment::Unset if is_numeric(table, column) => TableAlignment::Right,
        TableAlignment::Unset => TableAlignment::Left,
        alignment => alignment,
    }
}

fn is_numeric(table: &Table, column: usize) -> bool {
    let begins_with_digit = |cell: &Vec<Inline>| {
        text(cell)
            .trim_start_matches(['-', '+'])
            .starts_with(|first: char| first.is_ascii_digit())
    };
    let cells: Vec<_> = table
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .collect();
    !cells.is_empty() && cells.into_iter().all(begins_with_digit)
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
    for column in 0..columns.widths.len() {
        let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
        place_cell(
            context,
            columns,
            column,
            (&Text::new(cell, place), role),
            &mut rows,
        );
    }
    if rows.is_empty() {
        rows.push(Row::blank());
    }
    let last = rows.len() - 1;
    for (number, row) in rows.iter_mut().enumerate() {
        row.separators.extend(columns.vertical(context.style));
        row.keeps_with_next = number < last;
    }
    rows[0]
        .separators
        .push(columns.horizontal(context.style, Length::ZERO));
    rows
}

fn place_cell(
    context: &mut Context<'_>,
    columns: &Columns,
    column: usize,
    (text, role): (&Text, Role),
    rows: &mut Vec<Row>,
) {
    let room = columns.widths[column] - context.style.table_padding * 2.0;
    let measure = ((room / columns.r#type.half() + 1e-6).floor() as usize).max(2);
    let r#type = columns.r#type;
    let paragraph = Paragraph {
        text,
        r#type,
        measure,
        first_indent: 0,
        indent: 0,
        is_justified: false,
    };
    let lines = set(context, &paragraph);
    let element = context.new_element();
    let left = columns.edges(context.style)[column] + context.style.table_padding;
    let alignment = if role == Role::TableHead {
        TableAlignment::Center
    } else {
        columns.alignments[column]
    };
    for (number, line) in lines.into_iter().enumerate() {
        if rows.len() <= number {
            rows.push(Row::blank());
        }
        let left = left + free(alignment, room, &line);
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
}

/// What is left free before a line of a cell.
fn free(alignment: TableAlignment, room: Length, line: &SetLine) -> Length {
    match alignment {
        TableAlignment::Right => room - line.width,
        TableAlignment::Center => (room - line.width) / 2.0,
        TableAlignment::Left | TableAlignment::Unset => Length::ZERO,
    }
}
