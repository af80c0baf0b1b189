//! Rows: what stands on one line of the page's grid, before it has a page.

use std::rc::Rc;

use super::cells::{Text, Type};
use super::context::Context;
use super::font::Face;
use super::length::{Length, Point};
use super::page::{Color, Glyph, Item, Role, Separator, TextRun};
use super::paragraph::{Paragraph, SetGlyph, SetLine, set};
use super::style::PageStyle;
use crate::document::Level;

/// The share of the em above the baseline, the same for every face so that fonts do not move lines.
pub(super) const ASCENDER: f64 = 0.88;

/// One row of the grid.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Its texts, from left to right.
    pub(super) texts: Vec<RowText>,
    /// Its rules, measured from the paper's left edge and the row's upper edge.
    pub(super) separators: Vec<Separator>,
    /// Whether it stays on the page of the row after it.
    pub(super) keeps_with_next: bool,
    /// Whether it begins a page.
    pub(super) begins_page: bool,
    /// Whether its page is set across.
    pub(super) is_turned: bool,
    /// Whether it is of the closing block or of what follows it before the annexes.
    pub(super) is_closing: bool,
    /// The heading that begins here.
    pub(super) heading: Option<(Level, String)>,
    /// For a table's row: the rows to repeat at the head of a page.
    pub(super) table_head: Option<Rc<[Self]>>,
    /// For a table's row: the rule under it where the table is broken.
    pub(super) table_foot: Option<Separator>,
}

/// A line of text in a row.
#[derive(Debug, Clone)]
pub(super) struct RowText {
    /// The line.
    pub(super) line: SetLine,
    /// The left edge of its first character's room, from the paper's left edge.
    pub(super) left: Length,
    /// Face, em and cell.
    pub(super) r#type: Type,
    /// What it is.
    pub(super) role: Role,
    /// The element it belongs to.
    pub(super) element: usize,
    /// Its ink.
    pub(super) color: Color,
}

impl Row {
    /// An empty row (空一行).
    pub(super) fn blank() -> Self {
        Self::default()
    }

    /// A row of one text.
    pub(super) fn of(text: RowText) -> Self {
        Self {
            texts: vec![text],
            ..Self::default()
        }
    }

    /// Whether nothing is printed in it.
    pub(super) fn is_blank(&self) -> bool {
        self.texts.is_empty() && self.separators.is_empty()
    }

    /// Whether it is text of the body, which page 1 must show (7.3.3).
    pub(super) fn is_text(&self) -> bool {
        let is_body = |role| {
            matches!(
                role,
                Role::Paragraph | Role::Heading(_) | Role::TableHead | Role::TableCell
            )
        };
        self.texts.iter().any(|text| is_body(text.role))
    }

    /// Whether it belongs to a table.
    pub(super) fn is_of_table(&self) -> bool {
        self.table_head.is_some()
    }
}

/// 3号 on the grid of cells, the type of everything without another.
pub(super) fn body_type(style: &PageStyle, face: Face) -> Type {
    Type {
        face,
        size: style.sizes.no3,
        cell: style.cell(),
    }
}

/// Type whose cell is its em: title, imprint, tables.
pub(super) fn solid_type(face: Face, size: Length) -> Type {
    Type {
        face,
        size,
        cell: size,
    }
}

/// How a paragraph stands in the type area.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The face.
    pub(super) face: Face,
    /// What it is.
    pub(super) role: Role,
    /// Half cells before the first line.
    pub(super) first_indent: usize,
    /// Half cells before the other lines.
    pub(super) indent: usize,
}

/// Sets a paragraph of 3号 over the whole width, a row for each line.
pub(super) fn paragraph_rows(context: &mut Context<'_>, text: &Text, place: Place) -> Vec<Row> {
    let r#type = body_type(context.style, place.face);
    let paragraph = Paragraph {
        text,
        r#type,
        measure: context.style.cells * 2,
        first_indent: place.first_indent,
        indent: place.indent,
        is_justified: true,
    };
    let lines = set(context, &paragraph);
    let element = context.new_element();
    let binding = context.style.binding;
    let row = |line: SetLine| {
        let left = binding + line.indent;
        let (role, color) = (place.role, Color::Black);
        Row::of(RowText {
            line,
            left,
            r#type,
            role,
            element,
            color,
        })
    };
    lines.into_iter().map(row).collect()
}

/// The runs of a row whose em box of 3号 begins at `top`.
pub(super) fn row_items(row: &Row, top: Length, style: &PageStyle, items: &mut Vec<Item>) {
    for text in &row.texts {
        let top = top + (style.sizes.no3 - text.r#type.size) / 2.0;
        text_items(text, top, items);
    }
    let shifted = row
        .separators
        .iter()
        .map(|separator| shifted(*separator, top));
    items.extend(shifted.map(Item::Separator));
}

fn shifted(separator: Separator, top: Length) -> Separator {
    let move_down = |point: Point| Point {
        x: point.x,
        y: point.y + top,
    };
    Separator {
        start: move_down(separator.start),
        end: move_down(separator.end),
        ..separator
    }
}

/// The runs of a line whose em box begins at `top`: one for each font and fact.
pub(super) fn text_items(text: &RowText, top: Length, items: &mut Vec<Item>) {
    let baseline = top + text.r#type.size * ASCENDER;
    let same =
        |one: &SetGlyph, other: &SetGlyph| one.font == other.font && one.origin == other.origin;
    for glyphs in text.line.glyphs.chunk_by(same) {
        let start = Point {
            x: text.left + glyphs[0].pen,
            y: baseline,
        };
        items.push(Item::Text(TextRun {
            font: glyphs[0].font,
            size: text.r#type.size,
            color: text.color,
            start,
            glyphs: glyphs
                .iter()
                .map(|glyph| placed(glyph, glyphs[0].pen))
                .collect(),
            is_turned: false,
            role: text.role,
            element: text.element,
            origin: glyphs[0].origin.clone(),
        }));
    }
}

fn placed(glyph: &SetGlyph, start: Length) -> Glyph {
    Glyph {
        character: glyph.character,
        offset: glyph.pen - start,
        advance: glyph.room,
    }
}
