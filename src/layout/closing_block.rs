//! Closing block (落款): sign-offs and date of issue, GB/T 9704-2012, 7.3.5.

use jiff::civil::Date;

use super::cells::Text;
use super::context::Context;
use super::font::Face;
use super::length::Length;
use super::page::{Color, Role};
use super::paragraph::{SetLine, set_single};
use super::row::{Row, RowText, body_type};
use crate::document::{ClosingBlock, PlacedText, SealSpace};
use crate::source::Span;

/// The rows of a closing block, blank ones above it included; they stay together.
pub(super) fn closing_rows(
    context: &mut Context<'_>,
    block: &ClosingBlock,
    place: &Span,
) -> Vec<Row> {
    let date = block
        .issued_on
        .map(|date| Text::plain(&printed_date(date), place));
    let r#type = body_type(context.style, Face::Fangsong);
    let date = date.map(|date| set_single(context, &date, r#type));
    let sign_offs: Vec<SetLine> = block
        .sign_offs
        .iter()
        .map(|sign_off| sign_off_line(context, sign_off))
        .collect();
    let mut rows = match block.seal_space {
        SealSpace::None => unsealed(context, sign_offs, date),
        SealSpace::Seal => sealed(context, sign_offs, date),
        SealSpace::NameStamp => stamped(context, sign_offs, date),
    };
    let last = rows.len().saturating_sub(1);
    for row in &mut rows[..last] {
        row.keeps_with_next = true;
    }
    rows
}

fn sign_off_line(context: &mut Context<'_>, sign_off: &PlacedText) -> SetLine {
    let r#type = body_type(context.style, Face::Fangsong);
    set_single(
        context,
        &Text::plain(&sign_off.text, &sign_off.place),
        r#type,
    )
}

/// 7.3.5.2: sign-off 2 cells from the right, the date begins 2 cells after its first character;
/// a longer date stands 2 cells from the right and the sign-off moves left.
fn unsealed(context: &mut Context<'_>, sign_offs: Vec<SetLine>, date: Option<SetLine>) -> Vec<Row> {
    let style = context.style;
    let cells = |count: usize| style.cell() * count as f64;
    let right = style.right() - cells(style.closing_block.sign_off_right);
    let lead = sign_offs.first().map_or(Length::ZERO, |line| line.width);
    let date_width = date.as_ref().map_or(Length::ZERO, |line| line.width);
    let indent = cells(style.closing_block.date_indent);
    let (first, date_left) = if sign_offs.is_empty() || date_width > lead {
        let left = right - date_width;
        (Some(left - indent), left)
    } else {
        (None, right - lead + indent)
    };
    let mut rows = blanks(style.closing_block.rows_above);
    for (number, line) in sign_offs.into_iter().enumerate() {
        let flush = right - line.width;
        let left = first.filter(|_| number == 0).unwrap_or(flush).min(flush);
        rows.push(row(context, line, left, Role::SignOff));
    }
    rows.extend(date.map(|line| row(context, line, date_left, Role::Date)));
    rows
}

/// 7.3.5.1: date 4 cells from the right, sign-offs centred above it.
fn sealed(context: &mut Context<'_>, sign_offs: Vec<SetLine>, date: Option<SetLine>) -> Vec<Row> {
    let style = context.style;
    let right = style.right() - style.cell() * style.closing_block.sealed_date_right as f64;
    let lead = sign_offs.first().map_or(Length::ZERO, |line| line.width);
    let date_width = date.as_ref().map_or(lead, |line| line.width);
    let middle = right - date_width / 2.0;
    let mut rows = blanks(style.closing_block.sealed_rows_above);
    for line in sign_offs {
        let left = (middle - line.width / 2.0).min(style.right() - line.width);
        rows.push(row(context, line, left, Role::SignOff));
    }
    rows.extend(date.map(|line| row(context, line, right - date_width, Role::Date)));
    rows
}

/// 7.3.5.3: the stamp 4 cells from the right, the post 2 cells before it, the date a row below.
fn stamped(context: &mut Context<'_>, posts: Vec<SetLine>, date: Option<SetLine>) -> Vec<Row> {
    let style = context.style;
    let block = style.closing_block;
    let right = style.right() - style.cell() * block.sealed_date_right as f64;
    let stamp = style.cell() * (block.stamp_cells + block.stamp_left) as f64;
    let mut rows = blanks(block.sealed_rows_above);
    for line in posts {
        let left = right - stamp - line.width;
        rows.push(row(context, line, left, Role::SignOff));
    }
    rows.extend(blanks(block.rows_under_stamp));
    rows.extend(date.map(|line| {
        let left = right - line.width;
        row(context, line, left, Role::Date)
    }));
    rows
}

fn blanks(count: usize) -> Vec<Row> {
    vec![Row::blank(); count]
}

fn row(context: &mut Context<'_>, line: SetLine, left: Length, role: Role) -> Row {
    let r#type = body_type(context.style, Face::Fangsong);
    let left = left.max(context.style.binding);
    let element = context.new_element();
    Row::of(RowText {
        line,
        left,
        r#type,
        role,
        element,
        color: Color::Black,
    })
}

/// A date as documents print it, without leading zeros; 7.3.5.4.
pub(super) fn printed_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
