//! One cell of a table: its lines set in the width of its columns, and placed in the rows.

use std::ops::Range;

use super::super::cells::{Text, Type};
use super::super::context::Context;
use super::super::length::Length;
use super::super::page::{Color, Role};
use super::super::paragraph::{Paragraph, SetLine, set};
use super::super::row::{Row, RowText};
use super::columns::Columns;
use super::numbers::before_number;
use super::text;
use super::widths::room;
use crate::document::{Inline, Table, TableAlignment};
use crate::source::Span;

/// Places a cell's lines, which the writer may have broken, in the rows; gives its element.
pub(super) fn place_cell(
    context: &mut Context<'_>,
    columns: &Columns,
    span: Range<usize>,
    (cell, place, role): (&[Inline], &Span, Role),
    rows: &mut Vec<Row>,
) -> usize {
    let column = span.start;
    let whole: Length = columns.widths[span].iter().copied().sum();
    let room = whole - context.style.table_padding * 2.0;
    let broken = broken_lines(cell);
    let lines = set_lines(context, columns, (&broken, place, role), room);
    let text = Text::new(&broken.concat(), place);
    let element = context.new_element();
    let left = columns.edges(context.style)[column] + context.style.table_padding;
    let is_single = lines.len() == 1;
    let stand = Stand {
        alignment: match role {
            Role::TableHead => TableAlignment::Center,
            _ => columns.alignments[column],
        },
        point: columns.numbers[column].filter(|_| role == Role::TableCell && is_single),
        room,
    };
    for (number, line) in lines.into_iter().enumerate() {
        if rows.len() <= number {
            rows.push(Row::blank());
        }
        let Some(line) = line else { continue };
        let left = left + stand.free(&line, &text, columns.r#type);
        rows[number].texts.push(RowText {
            line,
            left,
            r#type: columns.r#type,
            role,
            element,
            color: Color::Black,
        });
    }
    element
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

/// A cell's lines set in a width; nothing for a line that the writer left blank.
fn set_lines(
    context: &mut Context<'_>,
    columns: &Columns,
    (broken, place, role): (&[Vec<Inline>], &Span, Role),
    room: Length,
) -> Vec<Option<SetLine>> {
    let measure = ((room / columns.r#type.half() + 1e-6).floor() as usize).max(2);
    let mut lines = Vec::new();
    for line in broken {
        let set = cell_lines(context, columns, (line, place, role), measure);
        if set.is_empty() && broken.len() > 1 {
            lines.push(None);
        }
        lines.extend(set.into_iter().map(Some));
    }
    lines
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

/// How the lines of a cell stand in it.
struct Stand {
    alignment: TableAlignment,
    /// Of a number, the cells before and after the decimal point that its column needs.
    point: Option<(f64, f64)>,
    room: Length,
}

impl Stand {
    /// What is left free before a line of a cell.
    fn free(&self, line: &SetLine, text: &Text, r#type: Type) -> Length {
        if let Some(widths) = self.point {
            return before_number(widths, self.room, text, r#type);
        }
        match self.alignment {
            TableAlignment::Right => self.room - line.width,
            TableAlignment::Center => (self.room - line.width) / 2.0,
            TableAlignment::Left | TableAlignment::Unset => Length::ZERO,
        }
    }
}
