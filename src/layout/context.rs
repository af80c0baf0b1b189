//! What every step of one layout shares.

use std::collections::BTreeSet;

use super::font::{Face, FontLookup, Fonts};
use super::page::TableStructure;
use super::style::PageStyle;
use crate::diagnostic::{Diagnostic, Sink};
use crate::origin::{Origin, SharedOrigin};
use crate::source::Span;

/// What every step of one layout shares.
pub(super) struct Context<'a> {
    /// The measures.
    pub(super) style: &'a PageStyle,
    /// The measures of a page that is set across.
    pub(super) turned: &'a PageStyle,
    /// The fonts.
    pub(super) lookup: FontLookup<'a>,
    /// Where diagnostics go.
    pub(super) sink: Sink,
    /// The tables that were set.
    pub(super) tables: Vec<TableStructure>,
    elements: usize,
    missing: BTreeSet<(Face, char)>,
}

impl<'a> Context<'a> {
    /// Begins a layout.
    pub(super) fn new(style: &'a PageStyle, turned: &'a PageStyle, fonts: &'a Fonts) -> Self {
        Self {
            style,
            turned,
            lookup: FontLookup::new(fonts),
            sink: Sink::new(),
            tables: Vec::new(),
            elements: 0,
            missing: BTreeSet::new(),
        }
    }

    /// Does something on a page that is set across.
    pub(super) fn across<T>(&mut self, set: impl FnOnce(&mut Self) -> T) -> T {
        let upright = std::mem::replace(&mut self.style, self.turned);
        let result = set(self);
        self.style = upright;
        result
    }

    /// The number of a new element of the document's structure.
    pub(super) fn new_element(&mut self) -> usize {
        self.elements += 1;
        self.elements
    }

    /// Reports a character that no font has, once for each face.
    pub(super) fn report_missing_glyph(
        &mut self,
        face: Face,
        character: char,
        origin: Option<&SharedOrigin>,
        whole: &Span,
    ) {
        if !self.missing.insert((face, character)) {
            return;
        }
        let message = format!(
            "“{}”（U+{:04X}）在{}的各种字体里都没有字形",
            printable(character),
            u32::from(character),
            face.as_chinese()
        );
        let at = whole.text().find(character);
        let place = at.map(|at| whole.part(at..at + character.len_utf8()));
        let place = place.unwrap_or_else(|| whole.clone());
        let mut diagnostic = Diagnostic::error("missing-glyph", place, message)
            .about(character)
            .with_hint("改用通用规范汉字，或者在工作区的 fonts 文件夹里放一种有这个字的字体");
        if let Some((span, name)) = origin.and_then(|origin| written(origin)) {
            diagnostic = diagnostic.with_label(span, format!("“{name}”写在这里"));
        }
        self.sink.push(diagnostic);
    }
}

/// Where a fact is written, and its id.
fn written(origin: &Origin) -> Option<(Span, &str)> {
    match origin {
        Origin::Figure(figure) => Some((figure.place.clone()?, &figure.id)),
        Origin::Measure(measure) => Some((measure.place.clone()?, &measure.id)),
    }
}

/// A control character would spoil the message: its code says enough.
fn printable(character: char) -> String {
    if character.is_control() {
        "�".to_owned()
    } else {
        character.to_string()
    }
}
