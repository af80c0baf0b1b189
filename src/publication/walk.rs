//! Every text of a document, one after the other.

use super::cut::{self, Character};
use super::{Removal, RemovalPlace, Rules};
use crate::diagnostic::Diagnostic;
use crate::document::inline::plain_text;
use crate::document::{Block, Body, Document, Inline, PlacedText, Table};
use crate::source::Span;

/// Texts on their way through the rules.
pub(super) struct Texts<'a> {
    pub(super) rules: &'a Rules<'a>,
    pub(super) removals: &'a mut Vec<Removal>,
    pub(super) faults: &'a mut Vec<Diagnostic>,
}

impl Texts<'_> {
    /// Takes personal data out of every text of a document.
    pub(super) fn redact(&mut self, document: &mut Document) {
        let header = &mut document.header;
        self.list(&mut header.issuer_mark.names);
        self.list(&mut header.signatories);
        self.optional(&mut header.copy_number);
        if let Some(mark) = &mut header.class_mark {
            self.list(&mut mark.lines);
        }
        let main_part = &mut document.main_part;
        for line in &main_part.title.lines {
            self.refuse(line, &main_part.title.place);
        }
        self.optional(&mut main_part.addressees);
        self.body(&mut main_part.body);
        for annex in &mut main_part.annexes {
            self.refuse(&annex.title.text, &annex.title.place);
            self.body(&mut annex.body);
        }
        if let Some(closing) = &mut main_part.closing_block {
            self.list(&mut closing.sign_offs);
        }
        self.list(&mut main_part.remarks);
        self.optional(&mut document.imprint.copied_to);
        self.optional(&mut document.imprint.printed_by);
    }

    fn body(&mut self, body: &mut Body) {
        body.blocks.retain_mut(|block| match block {
            Block::Heading { inlines, place, .. } => {
                self.refuse(&plain_text(inlines), place);
                true
            }
            Block::Paragraph { inlines, .. } => {
                self.inlines(inlines);
                !inlines.is_empty()
            }
            Block::Table(table) => {
                self.table(table);
                true
            }
        });
    }

    /// What a cell holds, its column's head and the cell before it say.
    fn table(&mut self, table: &mut Table) {
        let heads: Vec<String> = table.head.iter().map(|cell| plain_text(cell)).collect();
        let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
        for row in rows {
            let texts: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
            for (column, cell) in row.iter_mut().enumerate() {
                let before = column.checked_sub(1).and_then(|it| texts.get(it));
                let labels = [before, heads.get(column)];
                let labels: Vec<&str> = labels.into_iter().flatten().map(String::as_str).collect();
                self.labelled(cell, &labels);
            }
        }
    }

    fn list(&mut self, texts: &mut Vec<PlacedText>) {
        texts.iter_mut().for_each(|text| self.placed(text));
        texts.retain(|text| !text.text.is_empty());
    }

    fn optional(&mut self, text: &mut Option<PlacedText>) {
        if let Some(own) = text {
            self.placed(own);
        }
        *text = text.take().filter(|text| !text.text.is_empty());
    }

    fn placed(&mut self, text: &mut PlacedText) {
        let mut inlines = vec![Inline::plain(text.text.as_str())];
        if self.inlines(&mut inlines) {
            *text = PlacedText::new(plain_text(&inlines), text.place.clone());
        }
    }

    /// Takes personal data out of a text; gives whether there was some.
    fn inlines(&mut self, inlines: &mut Vec<Inline>) -> bool {
        self.labelled(inlines, &[])
    }

    /// As [`Self::inlines`], for a text that is labelled elsewhere.
    fn labelled(&mut self, inlines: &mut Vec<Inline>, labels: &[&str]) -> bool {
        let mut text = cut::characters(inlines);
        let cuts = self.rules.cuts(&text, labels);
        if cuts.is_empty() {
            return false;
        }
        let whole = plain_text(inlines);
        for cut in &cuts {
            self.removals.push(Removal {
                what: cut.kind.as_chinese().to_owned(),
                text: cut::text(&text[cut.found.clone()]),
                replacement: cut.replacement.clone(),
                place: RemovalPlace::Printed(whole.clone(), bytes(&text, &cut.found)),
            });
        }
        cut::apply(&mut text, &cuts);
        *inlines = cut::inlines(text);
        true
    }

    /// A title cannot lose a part of it.
    fn refuse(&mut self, text: &str, place: &Span) {
        let characters = cut::characters(&[Inline::plain(text)]);
        for cut in self.rules.cuts(&characters, &[]) {
            let what = cut.kind.as_chinese();
            let message = format!("标题“{text}”里有{what}，公开本没法代替");
            let fault = Diagnostic::error("public-title", place.clone(), message);
            self.faults.push(fault.with_hint("请改写标题"));
        }
    }
}

/// The bytes of characters of a text.
fn bytes(text: &[Character], range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let length =
        |characters: &[Character]| characters.iter().map(|it| it.character.len_utf8()).sum();
    let start: usize = length(&text[..range.start]);
    let own: usize = length(&text[range.clone()]);
    start..start + own
}

/// Every text of a document.
pub(super) fn texts(document: &Document) -> Vec<String> {
    written_texts(document, plain_text)
}

/// The texts of a document's body.
pub(super) fn body_texts(document: &Document) -> Vec<String> {
    let mut texts = Vec::new();
    body_parts(&document.main_part.body, &mut texts, plain_text);
    texts
}

/// Every text of a document, each run of inlines read by `read`.
pub(super) fn written_texts(
    document: &Document,
    read: impl Fn(&[Inline]) -> String + Copy,
) -> Vec<String> {
    let (header, main_part) = (&document.header, &document.main_part);
    let closing = main_part.closing_block.iter();
    let placed = header.issuer_mark.names.iter().chain(&header.signatories);
    let placed = placed
        .chain(&header.copy_number)
        .chain(header.class_mark.iter().flat_map(|mark| &mark.lines))
        .chain(&main_part.addressees)
        .chain(&main_part.annex_notes)
        .chain(closing.flat_map(|it| &it.sign_offs))
        .chain(&main_part.remarks)
        .chain(main_part.annexes.iter().map(|annex| &annex.title))
        .chain(&document.imprint.copied_to)
        .chain(&document.imprint.printed_by);
    let mut texts: Vec<String> = placed.map(|text| text.text.clone()).collect();
    texts.push(main_part.title.text());
    body_parts(&main_part.body, &mut texts, read);
    for annex in &main_part.annexes {
        body_parts(&annex.body, &mut texts, read);
    }
    texts
}

fn body_parts(body: &Body, texts: &mut Vec<String>, read: impl Fn(&[Inline]) -> String) {
    for block in &body.blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph { inlines, .. } => {
                texts.push(read(inlines));
            }
            Block::Table(table) => {
                // A number may run over the cells of a row.
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<_> = row.iter().map(|cell| read(cell)).collect();
                    texts.push(cells.join(" "));
                }
            }
        }
    }
}
