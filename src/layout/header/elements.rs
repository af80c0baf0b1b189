//! What both heads have: the rows at the left, the class mark, the document number.

use super::super::cells::Text;
use super::super::context::Context;
use super::super::font::Face;
use super::super::length::Length;
use super::super::page::{Item, Role};
use super::super::paragraph::{SetLine, set_single};
use super::super::row::body_type;
use super::placing::{line, place, place_right};
use crate::document::{ClassMarkPlace, Classification, Header, PlacedText};

/// Copy number, classification, urgency: flush left, a row each, 7.2.1 to 7.2.3; gives the lower edge.
pub(super) fn place_left_rows(
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
pub(super) fn lower_edge(context: &Context<'_>, first: Length, top: Length) -> Length {
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

pub(super) fn place_top_class_mark(
    context: &mut Context<'_>,
    header: &Header,
    items: &mut Vec<Item>,
) {
    if let Some(text) = class_mark(header, ClassMarkPlace::TopRight) {
        let top = context.style.row_top(0);
        place_right(context, text, Face::Heiti, top, Role::ClassMark, items);
    }
}

pub(super) fn class_mark(header: &Header, place: ClassMarkPlace) -> Option<&PlacedText> {
    header
        .class_mark
        .as_ref()
        .filter(|mark| mark.place == place)
        .and_then(|mark| mark.lines.first())
}

pub(super) fn number_line(context: &mut Context<'_>, header: &Header) -> Option<SetLine> {
    let number = header.document_number.as_ref()?;
    let text = Text::plain(&number.to_string(), &number.place);
    Some(set_single(
        context,
        &text,
        body_type(context.style, Face::Fangsong),
    ))
}
