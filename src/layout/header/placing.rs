//! A line of type or a red rule, put at its place.

use super::super::cells::{Text, Type};
use super::super::context::Context;
use super::super::font::Face;
use super::super::length::{Length, Point};
use super::super::page::{Color, Item, Role, Separator};
use super::super::paragraph::{SetLine, set_single};
use super::super::row::{RowText, body_type, text_items};
use crate::document::PlacedText;

/// One line of typed text.
pub(in crate::layout) fn line(
    context: &mut Context<'_>,
    text: &PlacedText,
    r#type: Type,
) -> SetLine {
    set_single(context, &Text::plain(&text.text, &text.place), r#type)
}

/// Places a line of 3号 with its em box's upper left corner at `(left, top)`.
pub(in crate::layout) fn place(
    context: &mut Context<'_>,
    line: SetLine,
    face: Face,
    (left, top): (Length, Length),
    role: Role,
    items: &mut Vec<Item>,
) {
    let r#type = body_type(context.style, face);
    let element = context.new_element();
    let text = RowText {
        line,
        left,
        r#type,
        role,
        element,
        color: Color::Black,
    };
    text_items(&text, top, items);
}

pub(super) fn place_right(
    context: &mut Context<'_>,
    text: &PlacedText,
    face: Face,
    top: Length,
    role: Role,
    items: &mut Vec<Item>,
) {
    let line = line(context, text, body_type(context.style, face));
    // A letter is narrower than its cells: its own edge stands on the type area's.
    let left = context.style.right() - line.width + line.blank_after;
    place(context, line, face, (left, top), role, items);
}

pub(super) fn separator(left: Length, right: Length, y: Length, weight: Length) -> Item {
    let start = Point { x: left, y };
    let end = Point { x: right, y };
    Item::Separator(Separator {
        start,
        end,
        weight,
        color: Color::Red,
    })
}
