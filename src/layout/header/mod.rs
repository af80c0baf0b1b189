//! Header (版头) and title on page 1: GB/T 9704-2012, 7.2 and 10.1.

mod document_head;
mod elements;
mod letter_head;
mod placing;

use super::context::Context;
use super::length::Length;
use super::page::{Item, Role};
use super::row::text_items;
use super::title::{Titled, title_rows};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, HeadFormat};
use document_head::document_head;
use letter_head::letter_head;

pub(super) use placing::{line, place};

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
