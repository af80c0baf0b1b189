//! Header (版头) and title on page 1: GB/T 9704-2012, 7.2 and 10.1.

use super::cells::{Text, Type};
use super::context::Context;
use super::font::Face;
use super::issuer_mark::issuer_mark;
use super::length::{Length, Point};
use super::page::{Color, Item, Role, Separator};
use super::paragraph::{SetLine, set_single};
use super::row::{ASCENDER, RowText, body_type, text_items};
use super::signatories::place_signatories;
use super::title::{Titled, title_rows};
use crate::diagnostic::Diagnostic;
use crate::document::{ClassMarkPlace, Classification, Document, HeadFormat, Header, PlacedText};

/// What stands above the addressees on page 1.
pub(super) struct Head {
    /// In reading order.
    pub(super) items: Vec<Item>,
    /// The upper edge of the first row under the title.
    pub(super) next_top: Length,
}

/// Sets header and title.
pub(super) fn head(context: &mut Context<'_>, document: &Document) -> Head {
    let mut items = Vec::new();
    if document.header.issuer_mark.names.is_empty() {
        // The title of a form begins on the first row.
        let above = context.style.head - context.style.line_pitch() * 2.0;
        let next_top = place_title(context, document, above, &mut items);
        return Head { items, next_top };
    }
    let bottom = match document.header.format {
        HeadFormat::Document => document_head(context, &document.header, &mut items),
        HeadFormat::Letter => letter_head(context, &document.header, &mut items),
    };
    let next_top = place_title(context, document, bottom, &mut items);
    refuse_overflow(context, document, &items);
    Head { items, next_top }
}

/// A head or a title that does not end in the type area of page 1 (5.2.1) would lie on its number.
fn refuse_overflow(context: &mut Context<'_>, document: &Document, items: &[Item]) {
    let foot = context.style.foot();
    let is_under = |item: &Item| matches!(item, Item::Text(run) if run.start.y > foot);
    if items.iter().any(is_under) {
        let message = "版头和标题排不进首页的版心";
        let place = document.main_part.title.place.clone();
        context.sink.push(
            Diagnostic::error("head-too-tall", place, message)
                .with_hint("缩短标题，减少签发人，或者减小发文机关标志的字号（issuer_mark.size）")
                .with_note("GB/T 9704-2012 5.2.1、7.3.3"),
        );
    }
}

/// 文件格式: mark 35 mm under the type area's head, number 2 rows under it, rule 4 mm under that.
fn document_head(context: &mut Context<'_>, header: &Header, items: &mut Vec<Item>) -> Length {
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

/// 信函格式: mark 30 mm under the paper's head, double rule 4 mm under it, number flush right 7/8
/// of a character under the rule, double rule 20 mm above the paper's foot.
fn letter_head(context: &mut Context<'_>, header: &Header, items: &mut Vec<Item>) -> Length {
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

/// Copy number, classification, urgency: flush left, a row each, 7.2.1 to 7.2.3; gives the lower edge.
fn place_left_rows(
    context: &mut Context<'_>,
    header: &Header,
    first: Length,
    items: &mut Vec<Item>,
) -> Length {
    let classification = header.classification.as_ref().map(classification);
    let rows = [
        (header.copy_number.clone(), Face::Fangsong, Role::CopyNumber),
        (classification, Face::Heiti, Role::Classification),
        (header.urgency.clone(), Face::Heiti, Role::Urgency),
    ];
    let mut top = first;
    for (text, face, role) in rows {
        let Some(text) = text else { continue };
        let line = line(context, &text, body_type(context.style, face));
        place(
            context,
            line,
            face,
            (context.style.binding, top),
            role,
            items,
        );
        top += context.style.line_pitch();
    }
    lower_edge(context, first, top)
}

/// The lower edge of the last of the rows that were placed from `first` up to `top`.
fn lower_edge(context: &Context<'_>, first: Length, top: Length) -> Length {
    if top > first {
        top - context.style.leading()
    } else {
        Length::ZERO
    }
}

fn classification(classification: &Classification) -> PlacedText {
    let term = classification
        .term
        .as_ref()
        .map(|term| format!("★{term}"))
        .unwrap_or_default();
    PlacedText::new(
        format!("{}{term}", classification.level.text),
        classification.level.place.clone(),
    )
}

fn place_top_class_mark(context: &mut Context<'_>, header: &Header, items: &mut Vec<Item>) {
    if let Some(text) = class_mark(header, ClassMarkPlace::TopRight) {
        let top = context.style.row_top(0);
        place_right(context, text, Face::Heiti, top, Role::ClassMark, items);
    }
}

fn class_mark(header: &Header, place: ClassMarkPlace) -> Option<&PlacedText> {
    header
        .class_mark
        .as_ref()
        .filter(|mark| mark.place == place)
        .and_then(|mark| mark.lines.first())
}

fn number_line(context: &mut Context<'_>, header: &Header) -> Option<SetLine> {
    let number = header.document_number.as_ref()?;
    let text = Text::plain(&number.to_string(), &number.place);
    Some(set_single(
        context,
        &text,
        body_type(context.style, Face::Fangsong),
    ))
}

/// The title two rows under what is above it; gives the top of the next row but one.
fn place_title(
    context: &mut Context<'_>,
    document: &Document,
    bottom: Length,
    items: &mut Vec<Item>,
) -> Length {
    let style = context.style;
    let title = &document.main_part.title;
    let issuers = document.header.issuer_mark.names.iter();
    let names: Vec<&str> = issuers.map(|name| name.text.as_str()).collect();
    let title = Titled {
        lines: &title.lines,
        names: &names,
        place: &title.place,
        role: Role::Title,
    };
    let rows = title_rows(context, title);
    let mut top = bottom + style.line_pitch() * 2.0;
    for row in &rows {
        for text in &row.texts {
            text_items(text, top, items);
        }
        top += style.sizes.no2 + style.leading();
    }
    let title_bottom = top - style.leading();
    title_bottom + style.line_pitch()
}

/// One line of typed text.
pub(super) fn line(context: &mut Context<'_>, text: &PlacedText, r#type: Type) -> SetLine {
    set_single(context, &Text::plain(&text.text, &text.place), r#type)
}

/// Places a line of 3号 with its em box's upper left corner at `(left, top)`.
pub(super) fn place(
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

fn place_right(
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

fn separator(left: Length, right: Length, y: Length, weight: Length) -> Item {
    let start = Point { x: left, y };
    let end = Point { x: right, y };
    Item::Separator(Separator {
        start,
        end,
        weight,
        color: Color::Red,
    })
}
