//! The logical official document (公文): what stands on paper, before anything has a place.
//!
//! Its three parts are those of GB/T 9704-2012, 7.1: header (版头), main part (主体), imprint (版记).
//! Nothing here knows of proposals: a class mark is a text with a place.

pub mod compose;
pub mod header;
pub mod imprint;
pub mod inline;
pub mod main_part;
pub mod markdown;

pub use header::{
    ClassMark, ClassMarkPlace, Classification, DocumentNumber, HeadFormat, Header, IssuerMark,
    MarkSize,
};
pub use imprint::Imprint;
pub use inline::Inline;
pub use main_part::{
    Annex, Block, Body, ClosingBlock, Level, MainPart, SealSpace, Table, TableAlignment, Title,
};

pub use crate::source::PlacedText;

use crate::origin::TracedText;
use crate::source::Span;

/// An official document (公文).
#[derive(Debug, Clone)]
pub struct Document {
    /// 版头: above the first red rule, or in letter format around it.
    pub header: Header,
    /// 主体: from the title to the annexes.
    pub main_part: MainPart,
    /// 版记: copied-to list and printing note.
    pub imprint: Imprint,
    /// The texts around the body that print figures.
    pub traced: Vec<TracedText>,
    /// Where the letter is defined: the place of what concerns it as a whole.
    pub place: Span,
}

impl Document {
    /// The document with its addressees in the imprint, above the copied-to list; nothing if it has
    /// none (7.3.2: where they are so many that page 1 would show no text).
    pub fn with_addressees_in_imprint(&self) -> Option<Self> {
        let mut moved = self.clone();
        let mut addressees = moved.main_part.addressees.take()?;
        addressees.text = addressees.text.trim_end_matches('：').to_owned();
        moved.imprint.addressees = Some(addressees);
        Some(moved)
    }
}
