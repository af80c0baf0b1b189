//! Imprint (版记), GB/T 9704-2012, 7.4 and 10.1: at the foot of the last page.

use super::cells::{Text, Type};
use super::closing_block::printed_date;
use super::context::Context;
use super::font::Face;
use super::length::{Length, Point};
use super::page::{Color, Item, Role, Separator};
use super::paragraph::{Paragraph, SetLine, set, set_single};
use super::row::{RowText, solid_type, text_items};
use super::sheet::Sheet;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, HeadFormat, Imprint, PlacedText};

/// Sets the imprint on the last sheet, or on one of its own.
///
/// In document format the sheet is an even one (7.4); a blank sheet before it has no page number, and
/// the imprint's sheet after a blank one has none either (7.5).
pub(super) fn place_imprint(
    context: &mut Context<'_>,
    document: &Document,
    sheets: &mut Vec<Sheet>,
) {
    let is_letter = document.header.format == HeadFormat::Letter;
    let imprint = &document.imprint;
    let has_list = imprint.addressees.is_some() || imprint.copied_to.is_some();
    if imprint.is_empty() || is_letter && !has_list {
        return;
    }
    let block = Block::new(context, imprint, is_letter);
    let top = block.top(context);
    if top < context.style.head {
        let message = "版记排不进一页";
        context.sink.push(
            Diagnostic::error("imprint-too-tall", document.place.clone(), message)
                .with_hint("缩短抄送机关（或主送机关），或者写成统称")
                .with_note("GB/T 9704-2012 7.4"),
        );
    }
    let text = sheets.last().map_or(Length::ZERO, |sheet| sheet.bottom);
    let fits = text + context.style.leading() / 2.0 <= top;
    let is_even = sheets.len().is_multiple_of(2);
    let is_after_blank = !fits && is_even && !is_letter;
    if is_after_blank {
        sheets.push(Sheet::unnumbered());
    }
    if !fits || !is_even && !is_letter {
        sheets.push(Sheet {
            is_numbered: !is_after_blank,
            ..Sheet::unnumbered()
        });
    }
    if let Some(sheet) = sheets.last_mut() {
        block.place(context, top, &mut sheet.items);
    }
}

/// The imprint's lines.
struct Block {
    /// 主送 and 抄送.
    lists: Vec<SetLine>,
    printed_by: Option<SetLine>,
    printed_on: Option<SetLine>,
    is_letter: bool,
    r#type: Type,
}

impl Block {
    /// A letter's imprint has neither printing office nor printing date nor rules (10.1).
    fn new(context: &mut Context<'_>, imprint: &Imprint, is_letter: bool) -> Self {
        let r#type = solid_type(Face::Fangsong, context.style.sizes.no4);
        let mut single = |text: &Text| set_single(context, text, r#type);
        let lists = [imprint.addressees.as_ref(), imprint.copied_to.as_ref()];
        let place = imprint.printed_by.as_ref();
        let place = place.or(lists[0]).or(lists[1]);
        let printed_by = imprint.printed_by.as_ref().filter(|_| !is_letter);
        let printed_by = printed_by.map(|office| single(&Text::plain(&office.text, &office.place)));
        let printed_on = imprint.printed_on.zip(place).filter(|_| !is_letter);
        let printed_on = printed_on.map(|(date, place)| {
            single(&Text::plain(
                &format!("{}印发", printed_date(date)),
                &place.place,
            ))
        });
        // No rule stands between the two (7.4.2).
        let lists = ["主送", "抄送"].into_iter().zip(lists);
        let lists = lists.filter_map(|(label, names)| Some((label, names?)));
        let lists = lists.flat_map(|(label, names)| list_lines(context, label, names, r#type));
        Self {
            lists: lists.collect(),
            printed_by,
            printed_on,
            is_letter,
            r#type,
        }
    }

    fn has_printing_note(&self) -> bool {
        self.printed_by.is_some() || self.printed_on.is_some()
    }

    /// The upper edge: the last rule lies on the type area's foot (7.4.1); without rules, the last
    /// line's em box ends there.
    fn top(&self, context: &Context<'_>) -> Length {
        let rows = self.lists.len() + usize::from(self.has_printing_note());
        let row = context.style.imprint.row;
        let blank = if self.is_letter {
            row - self.r#type.size
        } else {
            Length::ZERO
        };
        context.style.foot() - row * rows as f64 + blank
    }

    fn place(self, context: &mut Context<'_>, top: Length, items: &mut Vec<Item>) {
        let style = context.style;
        let row = style.imprint.row;
        let inset = if self.is_letter {
            Length::ZERO
        } else {
            (row - self.r#type.size) / 2.0
        };
        let left = style.binding + self.r#type.cell * style.imprint.indent as f64;
        let right = style.right() - self.r#type.cell * style.imprint.indent as f64;
        let count = self.lists.len();
        if !self.is_letter {
            let inner = (count > 0 && self.has_printing_note()).then(|| top + row * count as f64);
            place_rules(context, top, inner, items);
        }
        let mut placer = Placer {
            context,
            r#type: self.r#type,
            items,
        };
        let element = placer.context.new_element();
        for (number, line) in self.lists.into_iter().enumerate() {
            let at = Point {
                x: left + line.indent,
                y: top + row * number as f64 + inset,
            };
            placer.place(line, at, Role::CopiedTo, element);
        }
        let y = top + row * count as f64 + inset;
        let element = placer.context.new_element();
        if let Some(line) = self.printed_by {
            placer.place(line, Point { x: left, y }, Role::PrintingNote, element);
        }
        if let Some(line) = self.printed_on {
            let x = right - line.width;
            placer.place(line, Point { x, y }, Role::PrintingNote, element);
        }
    }
}

/// 抄送： with the bodies hanging under the first one, 。 at the end (7.4.2); 主送： likewise.
fn list_lines(
    context: &mut Context<'_>,
    label: &str,
    names: &PlacedText,
    r#type: Type,
) -> Vec<SetLine> {
    let text = Text::plain(&format!("{label}：{}。", names.text), &names.place);
    let blank = r#type.cell * (context.style.imprint.indent * 2) as f64;
    let cells = ((context.style.type_area.width - blank) / r#type.cell).floor() as usize;
    let paragraph = Paragraph {
        text: &text,
        r#type,
        measure: cells * 2,
        first_indent: 0,
        indent: 6,
        is_justified: true,
    };
    set(context, &paragraph)
}

/// The first rule lies under `top`, the last one's lower edge on the type area's foot (7.4.1).
fn place_rules(context: &Context<'_>, top: Length, inner: Option<Length>, items: &mut Vec<Item>) {
    let style = context.style;
    let thick = style.imprint.thick;
    let mut rule = |y: Length, weight: Length| {
        let start = Point {
            x: style.binding,
            y,
        };
        let end = Point {
            x: style.right(),
            y,
        };
        items.push(Item::Separator(Separator {
            start,
            end,
            weight,
            color: Color::Black,
        }));
    };
    rule(top + thick / 2.0, thick);
    if let Some(inner) = inner {
        rule(inner, style.imprint.thin);
    }
    rule(style.foot() - thick / 2.0, thick);
}

struct Placer<'a, 'c> {
    context: &'a mut Context<'c>,
    r#type: Type,
    items: &'a mut Vec<Item>,
}

impl Placer<'_, '_> {
    fn place(&mut self, line: SetLine, at: Point, role: Role, element: usize) {
        let (r#type, color) = (self.r#type, Color::Black);
        let text = RowText {
            line,
            left: at.x,
            r#type,
            role,
            element,
            color,
        };
        text_items(&text, at.y, self.items);
    }
}
