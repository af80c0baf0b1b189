//! The main part under the title as rows, GB/T 9704-2012, 7.3.2 to 7.3.7.

use super::annex::annex_rows;
use super::cells::Text;
use super::closing_block::closing_rows;
use super::context::Context;
use super::font::Face;
use super::page::Role;
use super::row::{Place, Row, paragraph_rows};
use super::table::table_rows;
use crate::document::{Block, ClassMarkPlace, Document, Level, PlacedText};

/// Half cells before a paragraph's first line: 2 cells, 7.3.3.
const INDENT: usize = 4;

/// The rows from the addressees to the annexes, in order.
pub(super) fn main_rows(context: &mut Context<'_>, document: &Document) -> Vec<Row> {
    let main_part = &document.main_part;
    let mut rows = class_mark_rows(context, document, ClassMarkPlace::AboveAddressee);
    if let Some(addressees) = &main_part.addressees {
        rows.extend(typed_rows(
            context,
            addressees,
            FLUSH.role(Role::Addressees),
        ));
    }
    for block in &main_part.body.blocks {
        rows.extend(block_rows(context, block));
    }
    rows.extend(end_rows(context, document));
    for annex in &main_part.annexes {
        rows.extend(annex_rows(context, annex, annex.number));
    }
    rows
}

/// 仿宋 from edge to edge.
const FLUSH: Place = Place {
    face: Face::Fangsong,
    role: Role::Paragraph,
    first_indent: 0,
    indent: 0,
};

/// 仿宋, the first line indented by 2 cells.
const INDENTED: Place = Place {
    first_indent: INDENT,
    ..FLUSH
};

impl Place {
    fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }
}

fn typed_rows(context: &mut Context<'_>, text: &PlacedText, place: Place) -> Vec<Row> {
    paragraph_rows(context, &Text::plain(&text.text, &text.place), place)
}

/// The rows of a block of the body or of an annex.
pub(super) fn block_rows(context: &mut Context<'_>, block: &Block) -> Vec<Row> {
    match block {
        Block::Heading {
            level,
            inlines,
            place,
        } => heading_rows(context, *level, &Text::new(inlines, place)),
        Block::Paragraph { inlines, place } => {
            paragraph_rows(context, &Text::new(inlines, place), INDENTED)
        }
        Block::Table(table) => table_rows(context, table),
    }
}

/// A heading: a line of its own, never the last one on a page.
fn heading_rows(context: &mut Context<'_>, level: Level, text: &Text) -> Vec<Row> {
    let place = Place {
        face: heading_face(level),
        role: Role::Heading(level),
        ..INDENTED
    };
    let mut rows = paragraph_rows(context, text, place);
    for row in &mut rows {
        row.keeps_with_next = true;
    }
    if let Some(first) = rows.first_mut() {
        first.heading = Some((level, text.characters.iter().collect()));
    }
    rows
}

/// The faces of the four levels, 7.3.3.
fn heading_face(level: Level) -> Face {
    match level {
        Level::One => Face::Heiti,
        Level::Two => Face::Kaiti,
        Level::Three | Level::Four => Face::Fangsong,
    }
}

/// Annex note (附件说明), 7.3.4: a blank row, 附件：, names that hang under their first character.
fn annex_note_rows(context: &mut Context<'_>, notes: &[PlacedText]) -> Vec<Row> {
    const LABEL: usize = INDENT + 6;
    let mut rows = Vec::new();
    for (number, note) in notes.iter().enumerate() {
        let label = if number == 0 { "附件：" } else { "" };
        let count = if notes.len() > 1 {
            format!("{}.", number + 1)
        } else {
            String::new()
        };
        let text = Text::labelled(&format!("{label}{count}"), &note.text, &note.place);
        let place = Place {
            role: Role::AnnexNote,
            first_indent: if number == 0 { INDENT } else { LABEL },
            indent: LABEL + count.len(),
            ..FLUSH
        };
        rows.extend(paragraph_rows(context, &text, place));
    }
    if !rows.is_empty() {
        rows.insert(
            0,
            Row {
                keeps_with_next: true,
                ..Row::blank()
            },
        );
    }
    rows
}

/// An annex note of more rows may begin on the page before the closing block.
const LONGEST_NOTE: usize = 8;

/// Annex note, closing block, remarks and class mark: one unit that is never parted or without text
/// on a page (7.3.5.5), unless the annex note is long.
fn end_rows(context: &mut Context<'_>, document: &Document) -> Vec<Row> {
    let main_part = &document.main_part;
    let mut rows = annex_note_rows(context, &main_part.annex_notes);
    let parted = if rows.len() > LONGEST_NOTE {
        rows.len()
    } else {
        0
    };
    if let Some(block) = &main_part.closing_block {
        rows.extend(closing_rows(context, block, &document.place));
    }
    for remark in &main_part.remarks {
        rows.extend(typed_rows(context, remark, INDENTED.role(Role::Remark)));
    }
    rows.extend(class_mark_rows(context, document, ClassMarkPlace::End));
    for row in &mut rows[parted..] {
        row.is_closing = true;
    }
    rows
}

/// The class mark, if it stands at `place`: above the addressees or after the remark.
fn class_mark_rows(
    context: &mut Context<'_>,
    document: &Document,
    place: ClassMarkPlace,
) -> Vec<Row> {
    let Some(mark) = document
        .header
        .class_mark
        .as_ref()
        .filter(|mark| mark.place == place)
    else {
        return Vec::new();
    };
    let base = if place == ClassMarkPlace::End {
        INDENTED
    } else {
        FLUSH
    };
    let place = Place {
        face: Face::Heiti,
        ..base.role(Role::ClassMark)
    };
    let lines = mark.lines.iter();
    lines
        .flat_map(|line| typed_rows(context, line, place))
        .collect()
}
