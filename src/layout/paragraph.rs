//! Text → lines of placed glyphs.

use super::boundary::{Boundary, bind_figure, boundaries, is_inside_string};
use super::cells::{Atom, Shape, Text, Type, atoms, shapes};
use super::context::Context;
use super::font::FontId;
use super::justify::{Place, Setting, places};
use super::length::Length;
use super::line_break::{Line, Material, lines};
use crate::diagnostic::Diagnostic;
use crate::origin::SharedOrigin;

/// A text and the measure it is set to.
pub(super) struct Paragraph<'a> {
    /// The text.
    pub(super) text: &'a Text,
    /// Face, em and cell.
    pub(super) r#type: Type,
    /// The half cells of a whole line.
    pub(super) measure: usize,
    /// The half cells left free before the first line.
    pub(super) first_indent: usize,
    /// The half cells left free before the other lines.
    pub(super) indent: usize,
    /// Whether lines are stretched to the measure.
    pub(super) is_justified: bool,
}

/// A line of glyphs.
#[derive(Debug, Clone)]
pub(super) struct SetLine {
    /// In order; empty only if no font has any of the characters.
    pub(super) glyphs: Vec<SetGlyph>,
    /// What is left free before it.
    pub(super) indent: Length,
    /// The room that its characters take.
    pub(super) width: Length,
    /// The blank between its last glyph and the end of that room.
    pub(super) blank_after: Length,
}

/// A glyph at its place on a line.
#[derive(Debug, Clone)]
pub(super) struct SetGlyph {
    /// The font.
    pub(super) font: FontId,
    /// The character.
    pub(super) character: char,
    /// The pen, from the line's first character's room.
    pub(super) pen: Length,
    /// The room it takes.
    pub(super) room: Length,
    /// The fact behind it.
    pub(super) origin: Option<SharedOrigin>,
}

/// Sets a paragraph; its lines are in order and cover it without gaps.
///
/// # Errors
/// `missing-glyph`; warns `overlong-text` where a text has no place to break it.
pub(super) fn set(context: &mut Context<'_>, paragraph: &Paragraph<'_>) -> Vec<SetLine> {
    let text = paragraph.text;
    let shapes = shapes(context, text, paragraph.r#type);
    let widest = paragraph.measure - paragraph.first_indent.max(paragraph.indent);
    let half = paragraph.r#type.half();
    let atoms = atoms(&text.characters, &shapes, half, widest);
    let boundaries = bound(text);
    let material = Material {
        characters: &text.characters,
        atoms: &atoms,
        boundaries: &boundaries,
    };
    let first = paragraph.measure - paragraph.first_indent;
    let lines = lines(&material, first, paragraph.measure - paragraph.indent);
    report_divided(context, &lines, &material, text);
    let grid = context.style.grid;
    let set = |(number, line): (usize, &Line)| {
        let indent = if number == 0 {
            paragraph.first_indent
        } else {
            paragraph.indent
        };
        let setting = Setting {
            r#type: paragraph.r#type,
            measure: paragraph.measure - indent,
            grid,
            is_justified: paragraph.is_justified,
        };
        set_line(
            text,
            &places(&material, line, &shapes, setting),
            &shapes,
            half * indent as f64,
        )
    };
    lines.iter().enumerate().map(set).collect()
}

/// Sets a short text on one line.
pub(super) fn set_single(context: &mut Context<'_>, text: &Text, r#type: Type) -> SetLine {
    let measure = text.characters.len() * 4 + 4;
    let paragraph = Paragraph {
        text,
        r#type,
        measure,
        first_indent: 0,
        indent: 0,
        is_justified: false,
    };
    let nothing = SetLine {
        glyphs: Vec::new(),
        indent: Length::ZERO,
        width: Length::ZERO,
        blank_after: Length::ZERO,
    };
    set(context, &paragraph)
        .into_iter()
        .next()
        .unwrap_or(nothing)
}

/// The places between the characters, with the numbers of figures held together and labels fixed.
fn bound(text: &Text) -> Vec<Boundary> {
    let mut boundaries = boundaries(&text.characters);
    for figure in text.figures() {
        bind_figure(&text.characters, figure, &mut boundaries);
    }
    let of_label = boundaries.iter_mut().skip(1).take(text.label);
    of_label.for_each(|boundary| boundary.is_rigid = true);
    boundaries
}

/// Warns of a string that runs over lines and of a text that has no place to be broken.
fn report_divided(context: &mut Context<'_>, lines: &[Line], material: &Material<'_>, text: &Text) {
    let is_divided = |line: &Line| {
        let next = material.atoms.get(line.atoms.end);
        let is_inside = |next: &Atom| is_inside_string(&text.characters, next.characters.start);
        line.is_forced || next.is_some_and(is_inside)
    };
    if lines.iter().any(is_divided) {
        let message = "这段文字里有一处太长又没有可以断行的地方，只好从中间断开";
        context.sink.push(
            Diagnostic::warning("overlong-text", text.place.clone(), message)
                .with_hint("缩短长串的字母、数字、网址或者标点，或者在中间加空格"),
        );
    }
}

fn set_line(text: &Text, places: &[Place], shapes: &[Shape], indent: Length) -> SetLine {
    let last = places.last();
    let width = last.map_or(Length::ZERO, |last| last.left + last.room);
    let inked = last.map_or(Length::ZERO, |last| last.pen + shapes[last.index].advance);
    let glyphs = places
        .iter()
        .filter_map(|place| {
            Some(SetGlyph {
                font: shapes[place.index].font?,
                character: text.characters[place.index],
                pen: place.pen,
                room: place.room,
                origin: text.origin(place.index).cloned(),
            })
        })
        .collect();
    SetLine {
        glyphs,
        indent,
        width,
        blank_after: (width - inked).max(Length::ZERO),
    }
}
