//! Signatories (签发人), GB/T 9704-2012, 7.2.6: documents to a superior only.

use super::cells::Text;
use super::context::Context;
use super::font::Face;
use super::header::{line, place};
use super::length::Length;
use super::page::{Item, Role};
use super::paragraph::set_single;
use super::row::body_type;
use crate::document::PlacedText;

/// Names in a row.
const NAMES_IN_ROW: usize = 2;

/// Cells from a name to the one right of it, if they are short enough for a cell between them.
const NAME_CELLS: usize = 4;

/// Sets 签发人： in 仿宋 and the names in 楷体, 1 cell from the right, two in a row under each other.
///
/// The first row's upper edge is `top`; gives the last row's, on which the number stands.
pub(super) fn place_signatories(
    context: &mut Context<'_>,
    signatories: &[PlacedText],
    top: Length,
    items: &mut Vec<Item>,
) -> Length {
    let Some(first) = signatories.first() else {
        return top;
    };
    let in_row = signatories.len().min(NAMES_IN_ROW);
    let label = Text::plain("签发人：", &first.place);
    let r#type = body_type(context.style, Face::Fangsong);
    let label = set_single(context, &label, r#type);
    let (names_left, pitch) = columns(context, signatories, in_row);
    let at = (names_left - label.width, top);
    place(context, label, Face::Fangsong, at, Role::Signatory, items);
    for (number, name) in signatories.iter().enumerate() {
        let line = line(context, name, body_type(context.style, Face::Kaiti));
        let column = pitch * (number % in_row) as f64;
        let row = context.style.line_pitch() * (number / in_row) as f64;
        let at = (names_left + column, top + row);
        place(context, line, Face::Kaiti, at, Role::Signatory, items);
    }
    top + context.style.line_pitch() * ((signatories.len() - 1) / in_row) as f64
}

/// The left edge of the first column of names, and the distance of the second from it.
fn columns(context: &Context<'_>, signatories: &[PlacedText], in_row: usize) -> (Length, Length) {
    let longest = |column: usize| {
        let names = signatories.iter().skip(column).step_by(in_row);
        let lengths = names.map(|name| name.text.chars().count());
        lengths.max().unwrap_or(0)
    };
    let pitch = NAME_CELLS.max(longest(0) + 1);
    let cells = pitch * (in_row - 1) + longest(in_row - 1) + 1;
    let cell = context.style.cell();
    (
        context.style.right() - cell * cells as f64,
        cell * pitch as f64,
    )
}
