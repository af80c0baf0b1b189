//! A letter as one text for the text rules: a paragraph a line, each with its origins.

use std::ops::Range;
use std::sync::Arc;

use crate::document::{Block, Body, Document, Inline, PlacedText, Table};
use crate::lint::view::paragraphs::ParagraphKind;
use crate::origin::SharedOrigin;
use crate::source::Source;

/// A letter's text with what it was made from.
pub(super) struct LetterText {
    /// The text: paragraphs with an empty line between them.
    pub(super) source: Arc<Source>,
    /// The paragraphs, in order.
    pub(super) paragraphs: Vec<LetterParagraph>,
    /// The bytes of the title.
    pub(super) title: Range<usize>,
    /// The bytes of the body.
    pub(super) body: Range<usize>,
}

/// A paragraph of the assembled text.
pub(super) struct LetterParagraph {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: ParagraphKind,
    /// Its stretches of one origin, in order.
    pub(super) stretches: Vec<Stretch>,
}

/// A stretch of one origin.
pub(super) struct Stretch {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// The fact behind it.
    pub(super) origin: Option<SharedOrigin>,
}

impl LetterText {
    /// The paragraph that holds the byte at `offset`.
    pub(super) fn paragraph(&self, offset: usize) -> Option<usize> {
        let index = self
            .paragraphs
            .partition_point(|paragraph| paragraph.range.end < offset);
        (index < self.paragraphs.len()).then_some(index)
    }

    /// The stretches of the whole text, in order.
    pub(super) fn stretches(&self) -> impl Iterator<Item = &Stretch> {
        self.paragraphs.iter().flat_map(|it| &it.stretches)
    }
}

/// Puts a document's words together in the order in which they are read.
pub(super) fn assemble(path: &str, document: &Document) -> LetterText {
    let mut assembler = Assembler::default();
    let main_part = &document.main_part;
    assembler.plain(&main_part.title.text(), ParagraphKind::Heading);
    let title = 0..assembler.text.len();
    assembler.placed(&main_part.addressees);
    let start = assembler.text.len();
    assembler.body(&main_part.body);
    let body = start..assembler.text.len();
    if let Some(closing) = &main_part.closing_block {
        assembler.placed(&closing.sign_offs);
        if let Some(date) = closing.date() {
            assembler.plain(&date, ParagraphKind::Text);
        }
    }
    assembler.placed(&main_part.remarks);
    for annex in &main_part.annexes {
        assembler.plain(&annex.title.text, ParagraphKind::Heading);
        assembler.body(&annex.body);
    }
    if let Some(copied_to) = &document.imprint.copied_to {
        let text = format!("抄送：{}。", copied_to.text);
        assembler.plain(&text, ParagraphKind::Text);
    }
    LetterText {
        source: Source::new(path, assembler.text),
        paragraphs: assembler.paragraphs,
        title,
        body,
    }
}

#[derive(Default)]
struct Assembler {
    text: String,
    paragraphs: Vec<LetterParagraph>,
}

impl Assembler {
    fn plain(&mut self, text: &str, kind: ParagraphKind) {
        self.paragraph(&[Inline::plain(text)], kind);
    }

    fn placed<'t>(&mut self, texts: impl IntoIterator<Item = &'t PlacedText>) {
        for text in texts {
            self.plain(&text.text, ParagraphKind::Text);
        }
    }

    fn body(&mut self, body: &Body) {
        for block in &body.blocks {
            match block {
                Block::Heading { inlines, .. } => self.paragraph(inlines, ParagraphKind::Heading),
                Block::Paragraph { inlines, .. } => self.paragraph(inlines, ParagraphKind::Text),
                Block::Table(table) => self.table(table),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for cell in table.head.iter().chain(table.rows.iter().flatten()) {
            self.paragraph(cell, ParagraphKind::Cell);
        }
    }

    fn paragraph(&mut self, inlines: &[Inline], kind: ParagraphKind) {
        let start = self.text.len();
        let mut stretches = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let from = self.text.len();
            self.text.push_str(&inline.text);
            stretches.push(Stretch {
                range: from..self.text.len(),
                origin: inline.origin.clone(),
            });
        }
        if self.text.len() == start {
            return;
        }
        self.paragraphs.push(LetterParagraph {
            range: start..self.text.len(),
            kind,
            stretches,
        });
        self.text.push_str("\n\n");
    }
}
