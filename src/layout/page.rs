//! The laid-out document: pages with every glyph and rule at its place.
//!
//! It carries what both PDF writers need and nothing of how they write: the text of each run, its
//! role in the structure, its language, and the fact it comes from.

use super::font::FontId;
use super::length::{Length, Point, Size};
use super::report::LayoutReport;
use crate::document::Level;
use crate::origin::{SharedOrigin, TracedText};

/// A laid-out document.
#[derive(Debug, Clone)]
pub struct PagedDocument {
    /// In order; never empty.
    pub pages: Vec<Page>,
    /// The title as one text, for metadata.
    pub title: String,
    /// The issuer, for metadata.
    pub author: String,
    /// BCP 47 language of the text: `zh-CN`.
    pub language: &'static str,
    /// Tables in reading order, for tagging.
    pub tables: Vec<TableStructure>,
    /// Headings in order, for the outline.
    pub outline: Vec<OutlineEntry>,
    /// The texts around the body that print figures.
    pub traced: Vec<TracedText>,
    /// What the layout measured.
    pub report: LayoutReport,
}

impl PagedDocument {
    /// The runs of all pages in reading order.
    pub fn runs(&self) -> impl Iterator<Item = &TextRun> {
        let items = self.pages.iter().flat_map(|page| &page.items);
        items.filter_map(|item| match item {
            Item::Text(run) => Some(run),
            Item::Separator(_) => None,
        })
    }
}

/// Which elements are the cells of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableStructure {
    /// The elements of each row's cells, the head row first; a blank cell has no runs.
    pub rows: Vec<Vec<usize>>,
}

/// A heading in the outline.
#[derive(Debug, Clone)]
pub struct OutlineEntry {
    /// Its level; the title stands above all levels and is not in the list.
    pub level: Level,
    /// Its text.
    pub text: String,
    /// The index of its page, from 0.
    pub page: usize,
    /// The upper edge of its first line.
    pub top: Length,
}

/// One page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The paper's size.
    pub size: Size,
    /// In reading order.
    pub items: Vec<Item>,
}

/// Something at a fixed place.
#[derive(Debug, Clone)]
pub enum Item {
    /// Glyphs on one baseline.
    Text(TextRun),
    /// A printed line (分隔线).
    Separator(Separator),
}

/// Glyphs of one font, size, colour, role and origin on one baseline.
#[derive(Debug, Clone)]
pub struct TextRun {
    /// The font.
    pub font: FontId,
    /// The em.
    pub size: Length,
    /// The ink.
    pub color: Color,
    /// The baseline's left end.
    pub start: Point,
    /// One glyph a character, in reading order; never empty.
    pub glyphs: Vec<Glyph>,
    /// Whether it runs upwards, turned by a quarter to the left.
    pub is_turned: bool,
    /// What the text is in the document's structure.
    pub role: Role,
    /// The structure element it belongs to; lines of one paragraph share it.
    pub element: usize,
    /// The fact behind the text.
    pub origin: Option<SharedOrigin>,
}

/// One character at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The character.
    pub character: char,
    /// Where the pen stands, from the run's start.
    pub offset: Length,
    /// The room it takes on the line by the page's own table; its font may draw it wider.
    pub advance: Length,
}

/// A printed line (分隔线), drawn between its ends' centres.
#[derive(Debug, Clone, Copy)]
pub struct Separator {
    /// Left end.
    pub start: Point,
    /// Right end.
    pub end: Point,
    /// Its thickness.
    pub weight: Length,
    /// The ink.
    pub color: Color,
}

/// An ink of GB/T 9704-2012, 5.2.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// Text.
    Black,
    /// Issuer mark and red rules.
    Red,
}

/// What a run is in the document's structure (for tagging); `Artifact` is not read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the glossary's names say it")]
pub enum Role {
    Artifact,
    CopyNumber,
    Classification,
    Urgency,
    IssuerMark,
    DocumentNumber,
    Signatory,
    ClassMark,
    Title,
    Addressees,
    Heading(Level),
    Paragraph,
    TableHead,
    TableCell,
    AnnexNote,
    AnnexMark,
    AnnexTitle,
    SignOff,
    Date,
    Remark,
    CopiedTo,
    PrintingNote,
    PageNumber,
}

impl TextRun {
    /// The run's text.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.character).collect()
    }
}
