//! Page number (页码), GB/T 9704-2012, 7.5: 4号半角宋体 between two dashes, 7 mm under the type
//! area, at the outer side.

use super::cells::{Text, shapes};
use super::context::Context;
use super::font::{Face, FontId};
use super::length::{Length, Point};
use super::page::{Color, Glyph, Item, Role, TextRun};
use super::row::solid_type;
use super::sheet::Sheet;
use crate::document::{Document, HeadFormat};

/// Numbers the sheets; the first page of a letter shows none (10.1).
pub(super) fn number_sheets(context: &mut Context<'_>, document: &Document, sheets: &mut [Sheet]) {
    let is_letter = document.header.format == HeadFormat::Letter;
    for (index, sheet) in sheets.iter_mut().enumerate() {
        if sheet.is_numbered && !(is_letter && index == 0) {
            let text = Text::plain(&format!("— {} —", index + 1), &document.place);
            place_number(context, &text, index + 1, &mut sheet.items);
        }
    }
}

fn place_number(context: &mut Context<'_>, text: &Text, number: usize, items: &mut Vec<Item>) {
    let size = context.style.sizes.no4;
    let (glyphs, width) = set_number(context, text, size);
    let start = Point {
        x: left_edge(context, width, number),
        y: baseline(context, size),
    };
    let element = context.new_element();
    let runs = glyphs.chunk_by(|one, other| one.0 == other.0);
    let runs = runs.filter_map(|same_font| text_run(same_font, start, size, element));
    items.extend(runs.map(Item::Text));
}

/// The number's glyphs with their fonts, and how wide they are together.
fn set_number(
    context: &mut Context<'_>,
    text: &Text,
    size: Length,
) -> (Vec<(Option<FontId>, Glyph)>, Length) {
    let shapes = shapes(context, text, solid_type(Face::Songti, size));
    let mut left = Length::ZERO;
    let mut glyphs = Vec::new();
    for (character, shape) in text.characters.iter().zip(&shapes) {
        let advance = room(*character, size, shape.advance);
        let offset = left + (advance - shape.advance) / 2.0;
        glyphs.push((
            shape.font,
            Glyph {
                character: *character,
                offset,
                advance,
            },
        ));
        left += advance;
    }
    (glyphs, left)
}
/// Glyphs beside each other of one font; nothing if no font has them.
fn text_run(
    same_font: &[(Option<FontId>, Glyph)],
    start: Point,
    size: Length,
    element: usize,
) -> Option<TextRun> {
    let (font, first) = same_font.first()?;
    let shift = |glyph: &Glyph| Glyph {
        offset: glyph.offset - first.offset,
        ..*glyph
    };
    Some(TextRun {
        font: (*font)?,
        size,
        color: Color::Black,
        start: Point {
            x: start.x + first.offset,
            y: start.y,
        },
        glyphs: same_font.iter().map(|(_, glyph)| shift(glyph)).collect(),
        is_turned: false,
        role: Role::PageNumber,
        element,
        origin: None,
    })
}

/// Digits take half an em, the blanks a quarter, the dashes what their font gives them.
fn room(character: char, size: Length, advance: Length) -> Length {
    match character {
        '—' => advance,
        ' ' => size / 4.0,
        _ => size / 2.0,
    }
}

/// Odd pages: 1 character from the right; even pages: 1 from the left.
fn left_edge(context: &Context<'_>, width: Length, number: usize) -> Length {
    let style = context.style;
    let blank = style.sizes.no4 * style.page_number.indent as f64;
    if number.is_multiple_of(2) {
        style.binding + blank
    } else {
        style.right() - blank - width
    }
}

/// The dash's own outline says how far its upper edge is above the baseline.
fn baseline(context: &Context<'_>, size: Length) -> Length {
    let ink = context
        .lookup
        .ink(Face::Songti, '—')
        .map_or(0.0, |ink| ink.top);
    context.style.foot() + context.style.page_number.drop + size * ink
}
