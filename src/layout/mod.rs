//! Document → pages: every glyph and rule at its place by GB/T 9704-2012.

pub mod font;
pub mod length;
pub mod page;
pub mod report;
pub mod style;

pub use font::{Face, Font, FontData, FontId, Fonts, UserFont};
pub use page::PagedDocument;
pub use report::LayoutReport;
pub use style::{Grid, LineGrid, PageStyle};

use crate::diagnostic::{Checked, Sink};
use crate::document::Document;

/// Sets a document on pages.
///
/// # Errors
/// `missing-glyph` for a character that no font of its face's chain has.
pub fn layout(_document: &Document, _style: &PageStyle, _fonts: &Fonts) -> Checked<PagedDocument> {
    Sink::new().checked(None)
}
