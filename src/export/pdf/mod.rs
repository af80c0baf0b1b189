//! The everyday PDF: small and quick to write, the same bytes for the same pages.
//!
//! printpdf writes the objects. Ours are the content streams, the fonts' subsets and maps, the
//! compression (lopdf's own is always level 9 and takes longer than all the rest) and `/ID`, which
//! comes from the content.

mod content;
pub(super) mod cut;
mod finish;
mod font_objects;
pub(super) mod huffman;
mod number;
pub(super) mod sfnt;
mod subset;

use printpdf::{
    CustomPdfConformance, Mm, PageAnnotMap, PdfConformance, PdfDocument, PdfDocumentInfo,
    PdfMetadata, PdfPage, PdfResources, PdfSaveOptions,
};

use crate::layout::length::Length;
use crate::layout::{Fonts, PagedDocument};
use content::page_content;
use subset::Subsets;

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
    /// A character has no glyph in the font that the pages name.
    #[error("字体“{font}”里没有“{character}”字")]
    MissingGlyph {
        /// The font's name.
        font: String,
        /// The character.
        character: char,
    },
    /// The objects could not be written.
    #[error("无法写出 PDF")]
    Write(#[from] std::io::Error),
}

/// Writes pages as PDF 1.7.
///
/// The same pages and fonts give the same bytes, in every process and thread.
///
/// # Errors
/// [`PdfError::Font`] if a font is damaged, [`PdfError::MissingGlyph`] if the layout reported a
/// missing glyph and its pages are written all the same.
pub fn pdf(pages: &PagedDocument, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let (subsets, embedded) = Subsets::new(pages, fonts)?;
    let document = PdfDocument {
        metadata: metadata(pages),
        resources: PdfResources {
            fonts: embedded.fonts,
            ..PdfResources::default()
        },
        bookmarks: PageAnnotMap::default(),
        pages: blank_pages(pages, &subsets),
    };
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut objects = document.to_lopdf_document(&options, &mut Vec::new());
    font_objects::complete_fonts(&mut objects, &subsets, embedded.programs);
    let contents = pages.pages.iter().map(|page| page_content(page, &subsets));
    finish::finished(objects, pages, contents)
}

/// The pages without their contents, which we write ourselves; the first one shows a glyph of each font,
/// so that printpdf embeds it.
fn blank_pages(pages: &PagedDocument, subsets: &Subsets) -> Vec<PdfPage> {
    let mm = |length: Length| Mm(length.to_mm() as f32);
    let sizes = pages.pages.iter().map(|page| page.size);
    let blank = sizes.map(|size| PdfPage::new(mm(size.width), mm(size.height), Vec::new()));
    let mut blank: Vec<_> = blank.collect();
    if let Some(first) = blank.first_mut() {
        first.ops = subsets.a_glyph_of_each();
    }
    blank
}

fn metadata(pages: &PagedDocument) -> PdfMetadata {
    // Without this, printpdf promises PDF/X and adds an output intent.
    let conformance = CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    };
    PdfMetadata {
        info: PdfDocumentInfo {
            conformance: PdfConformance::Custom(conformance),
            document_title: pages.title.clone(),
            author: pages.author.clone(),
            creator: "fuhan".to_owned(),
            producer: "fuhan".to_owned(),
            ..PdfDocumentInfo::default()
        },
        xmp: None,
    }
}
