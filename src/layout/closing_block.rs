//! Closing block (落款): sign-offs and date of issue, GB/T 9704-2012, 7.3.5.

use jiff::civil::Date;

use super::cells::Text;
use super::context::Context;
use super::font::Face;
use super::length::Length;
use super::page::{Color, Role};
use super::paragraph::{Paragraph, SetLine, set, set_single};
use super::row::{Row, RowText, body_type};
use super::style::PageStyle;
use crate::document::{ClosingBlock, PlacedText, SealSpace};
use crate::source::Span;

/// The rows of a closing block, blank ones above it included.
pub(super) fn closing_rows(
    context: &mut Context<'_>,
    block: &ClosingBlock,
    place: &Span,
) -> Vec<Row> {
    let date = block.date().map(|date| Text::plain(&date, place));
    let r#type = body_type(context.style, Face::Fangsong);
    let date = date.map(|date| set_single(context, &date, r#type));
    let sign_offs: Vec<Vec<SetLine>> = block
        .sign_offs
        .iter()
        .map(|sign_off| sign_off_lines(context, sign_off))
        .collect();
    match block.seal_space {
        SealSpace::None => unsealed(context, sign_offs, date),
        SealSpace::Seal => sealed(context, sign_offs, date),
        SealSpace::NameStamp => stamped(context, sign_offs, date),
    }
}

/// A sign-off; one that is wider than the type area without its blank right cells takes more lines.
fn sign_off_lines(context: &mut Context<'_>, sign_off: &PlacedText) -> Vec<SetLine> {
    let blank = context.style.closing_block.sign_off_right;
    let text = Text::plain(&sign_off.text, &sign_off.place);
    let paragraph = Paragraph {
        text: &text,
        r#type: body_type(context.style, Face::Fangsong),
        measure: (context.style.cells - blank) * 2,
        first_indent: 0,
        indent: 0,
        is_justified: false,
    };
    set(context, &paragraph)
}

/// 7.3.5.2: sign-off 2 cells from the right, the date begins 2 cells after its first character;
/// a longer date stands 2 cells from the right and the sign-off moves left. The lead issuer's
/// sign-off comes first, the others below it, all of them flush at the lead's right edge: the clause
/// moves 署名, and a column of which one line alone moved would be no column.
fn unsealed(
    context: &mut Context<'_>,
    sign_offs: Vec<Vec<SetLine>>,
    date: Option<SetLine>,
) -> Vec<Row> {
    let style = context.style;
    let cells = |count: usize| style.cell() * count as f64;
    let right = style.right() - cells(style.closing_block.sign_off_right);
    let lead = sign_offs.first().map_or(Length::ZERO, |lines| width(lines));
    let date_width = date.as_ref().map_or(Length::ZERO, |line| line.width);
    let indent = cells(style.closing_block.date_indent);
    let (edge, date_left) = if sign_offs.is_empty() || date_width > lead {
        let left = right - date_width;
        ((left - indent + lead).min(right), left)
    } else {
        let left = right - lead + indent;
        (right, left.min(style.right() - date_width))
    };
    let mut rows = blanks(style.closing_block.rows_above);
    for line in sign_offs.into_iter().flatten() {
        let left = edge - line.width;
        rows.push(row(context, vec![(line, left)], Role::SignOff));
    }
    rows.extend(date.map(|line| row(context, vec![(line, date_left)], Role::Date)));
    rows
}

fn width(lines: &[SetLine]) -> Length {
    let widths = lines.iter().map(|line| line.width);
    widths.fold(Length::ZERO, Length::max)
}

/// 7.3.5.1: date 4 cells from the right, the last sign-off centred above it; the sign-offs of a
/// joint letter in rows, each with room for its seal.
fn sealed(
    context: &mut Context<'_>,
    sign_offs: Vec<Vec<SetLine>>,
    date: Option<SetLine>,
) -> Vec<Row> {
    let style = context.style;
    let block = style.closing_block;
    let right = style.right() - style.cell() * block.sealed_date_right as f64;
    let last = sign_offs.last().map_or(Length::ZERO, |lines| width(lines));
    let date_width = date.as_ref().map_or(last, |line| line.width);
    let middle = right - date_width / 2.0;
    let mut rows = blanks(block.sealed_rows_above);
    rows.extend(seal_rows(context, sign_offs, middle));
    rows.extend(date.map(|line| row(context, vec![(line, right - date_width)], Role::Date)));
    rows
}

/// Rows of sign-offs; the last one stands in the middle of the date at `middle`, the others in
/// columns left of it, and rows are as far apart as their seals ask for.
fn seal_rows(context: &mut Context<'_>, sign_offs: Vec<Vec<SetLine>>, middle: Length) -> Vec<Row> {
    let style = context.style;
    let columns = Columns::new(style, &sign_offs, middle);
    let count = sign_offs.len();
    let apart = (style.closing_block.seal + style.closing_block.seal_gap) / style.line_pitch();
    let mut rows = Vec::new();
    let mut sign_offs = sign_offs.into_iter();
    // The last row may hold fewer; it ends above the date all the same.
    for first in (0..count).step_by(columns.count) {
        let in_row = columns.count.min(count - first);
        if first > 0 {
            rows.extend(blanks(apart.ceil() as usize - 1));
        }
        let names: Vec<Vec<SetLine>> = sign_offs.by_ref().take(in_row).collect();
        let height = names.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..height {
            let lines = names.iter().enumerate().filter_map(|(column, lines)| {
                let middle = middle - columns.pitch * (in_row - 1 - column) as f64;
                let line = lines.get(line)?.clone();
                let left = middle - line.width / 2.0;
                let left = left.min(style.right() - line.width);
                Some((line, left))
            });
            rows.push(row(context, lines.collect(), Role::SignOff));
        }
    }
    rows
}

/// The columns of the sign-offs of a sealed joint letter.
struct Columns {
    count: usize,
    pitch: Length,
}

impl Columns {
    /// As many as the standard allows and as names and seals find room left of `middle`.
    fn new(style: &PageStyle, sign_offs: &[Vec<SetLine>], middle: Length) -> Self {
        let block = style.closing_block;
        let widest = sign_offs.iter().map(|lines| width(lines));
        let widest = widest.fold(Length::ZERO, Length::max);
        let least = (block.seal + block.seal_gap).max(widest + style.cell() / 2.0);
        let room = middle - style.binding - widest.max(block.seal) / 2.0;
        let fitting = (room / least + 1e-6).max(0.0).floor() as usize + 1;
        let count = fitting
            .min(block.sign_offs_in_row)
            .min(sign_offs.len())
            .max(1);
        // Neighbours stand a cell further apart where there is room for it.
        let pitch = match count {
            1 => Length::ZERO,
            _ => (least + style.cell()).min(room / (count - 1) as f64),
        };
        Self { count, pitch }
    }
}

/// 7.3.5.3: the stamp 4 cells from the right, the post 2 cells before it, the date a row below; the
/// posts of a joint letter under each other, one a row.
fn stamped(context: &mut Context<'_>, posts: Vec<Vec<SetLine>>, date: Option<SetLine>) -> Vec<Row> {
    let style = context.style;
    let block = style.closing_block;
    let right = style.right() - style.cell() * block.sealed_date_right as f64;
    let stamp = style.cell() * (block.stamp_cells + block.stamp_left) as f64;
    let mut rows = blanks(block.sealed_rows_above);
    for (number, lines) in posts.into_iter().enumerate() {
        if number > 0 {
            rows.extend(blanks(block.stamp_rows - 1));
        }
        for line in lines {
            let left = right - stamp - line.width;
            rows.push(row(context, vec![(line, left)], Role::SignOff));
        }
    }
    rows.extend(blanks(block.rows_under_stamp));
    rows.extend(date.map(|line| {
        let left = right - line.width;
        row(context, vec![(line, left)], Role::Date)
    }));
    rows
}

fn blanks(count: usize) -> Vec<Row> {
    vec![Row::blank(); count]
}

/// A row of lines with their left edges, each an element of its own.
fn row(context: &mut Context<'_>, lines: Vec<(SetLine, Length)>, role: Role) -> Row {
    let r#type = body_type(context.style, Face::Fangsong);
    let binding = context.style.binding;
    let text = |(line, left): (SetLine, Length)| RowText {
        line,
        left: left.max(binding),
        r#type,
        role,
        element: context.new_element(),
        color: Color::Black,
    };
    Row {
        texts: lines.into_iter().map(text).collect(),
        ..Row::default()
    }
}

/// A date as documents print it, without leading zeros; 7.3.5.4.
pub(super) fn printed_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
