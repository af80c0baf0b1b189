//! The head of a document (文件格式), 7.2: mark, number, signatories and the red rule under them.

use super::super::context::Context;
use super::super::font::Face;
use super::super::issuer_mark::issuer_mark;
use super::super::length::Length;
use super::super::page::{Item, Role};
use super::super::row::{ASCENDER, body_type};
use super::super::signatories::place_signatories;
use super::elements::{class_mark, number_line, place_left_rows, place_top_class_mark};
use super::placing::{line, place, place_right, separator};
use crate::document::{ClassMarkPlace, Header, PlacedText};

/// 文件格式: mark 35 mm under the type area's head, number 2 rows under it, rule 4 mm under that.
pub(super) fn document_head(
    context: &mut Context<'_>,
    header: &Header,
    items: &mut Vec<Item>,
) -> Length {
    let style = context.style;
    place_left_rows(context, header, style.row_top(0), items);
    place_top_class_mark(context, header, items);
    let top = style.head + style.document_head.mark_drop;
    let mark_bottom = issuer_mark(context, header, top, items);
    let rows = style.document_head.rows_under_mark as f64;
    let number_top = mark_bottom + style.line_pitch() * rows;
    let number_top = place_signatories(context, &header.signatories, number_top, items);
    place_document_number(context, header, number_top, items);
    let weight = style.document_head.separator;
    let rule_top = number_top + style.sizes.no3 + style.document_head.separator_drop;
    let (left, right) = (style.binding, style.right());
    items.push(separator(left, right, rule_top + weight / 2.0, weight));
    rule_top + weight
}

/// The number centred, or 1 cell in if there are signatories (7.2.5), the class mark beside it.
fn place_document_number(
    context: &mut Context<'_>,
    header: &Header,
    top: Length,
    items: &mut Vec<Item>,
) {
    let style = context.style;
    let mut number_right = style.binding;
    if let Some(line) = number_line(context, header) {
        let left = if header.signatories.is_empty() {
            style.binding + (style.type_area.width - line.width) / 2.0
        } else {
            style.binding + style.cell()
        };
        number_right = left + line.width;
        place(
            context,
            line,
            Face::Fangsong,
            (left, top),
            Role::DocumentNumber,
            items,
        );
    }
    let Some(text) = class_mark(header, ClassMarkPlace::BesideNumber) else {
        return;
    };
    if header.signatories.is_empty() {
        place_right(context, text, Face::Heiti, top, Role::ClassMark, items);
    } else {
        place_beside_signatories(context, text, (number_right, top), items);
    }
}

/// The class mark between number and signatories; where they leave no room, a row above them.
fn place_beside_signatories(
    context: &mut Context<'_>,
    text: &PlacedText,
    (number_right, top): (Length, Length),
    items: &mut Vec<Item>,
) {
    let style = context.style;
    let signatories = items.iter().filter_map(|item| match item {
        Item::Text(run) if run.role == Role::Signatory => Some(run.start),
        _ => None,
    });
    let [first_left, first_top] = signatories.fold([style.right(); 2], |[x, y], start| {
        [x.min(start.x), y.min(start.y)]
    });
    let line = line(context, text, body_type(style, Face::Heiti));
    let left = number_right + style.cell() * 2.0;
    let at = if left + line.width + style.cell() <= first_left {
        (left, top)
    } else {
        let above = first_top - style.sizes.no3 * ASCENDER - style.line_pitch();
        (style.right() - style.cell() - line.width, above)
    };
    place(context, line, Face::Heiti, at, Role::ClassMark, items);
}
