//! The head of a letter (信函格式), 10.1: mark, double rules, and the rows under the first one.

use super::super::context::Context;
use super::super::font::Face;
use super::super::issuer_mark::issuer_mark;
use super::super::length::Length;
use super::super::page::{Item, Role};
use super::super::signatories::place_signatories;
use super::elements::{class_mark, lower_edge, number_line, place_left_rows, place_top_class_mark};
use super::placing::{place, place_right, separator};
use crate::document::{ClassMarkPlace, Header};

/// 信函格式: mark 30 mm under the paper's head, double rule 4 mm under it, number flush right 7/8
/// of a character under the rule, double rule 20 mm above the paper's foot.
pub(super) fn letter_head(
    context: &mut Context<'_>,
    header: &Header,
    items: &mut Vec<Item>,
) -> Length {
    let letter = context.style.letter_head;
    place_top_class_mark(context, header, items);
    let mark_bottom = issuer_mark(context, header, letter.mark_top, items);
    let rule_top = mark_bottom + letter.separator_drop;
    let rule_bottom = double_rule(context, rule_top, [letter.thick, letter.thin], items);
    let height = letter.thick + letter.gap + letter.thin;
    let foot = context.style.paper.height - letter.foot - height;
    double_rule(context, foot, [letter.thin, letter.thick], items);
    let first = rule_bottom + letter.number_drop;
    let left_bottom = place_left_rows(context, header, first, items);
    let right_bottom = place_right_rows(context, header, first, items);
    rule_bottom.max(left_bottom).max(right_bottom)
}

/// The letter's number and the class mark under it; gives the lower edge.
fn place_right_rows(
    context: &mut Context<'_>,
    header: &Header,
    first: Length,
    items: &mut Vec<Item>,
) -> Length {
    let style = context.style;
    let mut top = first;
    if let Some(line) = number_line(context, header) {
        let left = style.right() - line.width;
        place(
            context,
            line,
            Face::Fangsong,
            (left, top),
            Role::DocumentNumber,
            items,
        );
        top += style.line_pitch();
    }
    if !header.signatories.is_empty() {
        // 10.1 has no signatories; local rules for replies ask for them, so they stand under the number.
        top = place_signatories(context, &header.signatories, top, items) + style.line_pitch();
    }
    if let Some(text) = class_mark(header, ClassMarkPlace::BesideNumber) {
        place_right(context, text, Face::Heiti, top, Role::ClassMark, items);
        top += style.line_pitch();
    }
    lower_edge(context, first, top)
}

/// Two red rules centred on the paper, the first one's upper edge at `top`; gives the lower edge.
fn double_rule(
    context: &Context<'_>,
    top: Length,
    [upper, lower]: [Length; 2],
    items: &mut Vec<Item>,
) -> Length {
    let letter = context.style.letter_head;
    let left = (context.style.paper.width - letter.separator_length) / 2.0;
    let right = left + letter.separator_length;
    let second = top + upper + letter.gap;
    items.push(separator(left, right, top + upper / 2.0, upper));
    items.push(separator(left, right, second + lower / 2.0, lower));
    second + lower
}
