//! Notes on a finished PDF: a mark over a text, whose words a reader shows beside it.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};

use super::pdf::PdfError;
use crate::layout::PagedDocument;
use crate::layout::length::{Point, Size};

/// A note over a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The index of the page, from 0.
    pub page: usize,
    /// The upper left corner of the text.
    pub corner: Point,
    /// Its size.
    pub size: Size,
    /// What the note says; may have several lines.
    pub text: String,
}

/// The ink of the marks: a yellow that leaves black text readable in print.
const INK: [f32; 3] = [1.0, 0.92, 0.5];

/// Annotations are printed: flag 3 of PDF 1.7, table 165.
const PRINTED: i64 = 4;

/// Adds notes to a PDF that was written from `pages`.
///
/// # Errors
/// [`PdfError::Write`] if the file cannot be read or written.
pub fn annotate(pdf: &[u8], pages: &PagedDocument, notes: &[Note]) -> Result<Vec<u8>, PdfError> {
    let mut objects = Document::load_mem(pdf).map_err(std::io::Error::other)?;
    let ids: Vec<ObjectId> = objects.get_pages().into_values().collect();
    for (index, id) in ids.into_iter().enumerate() {
        let own = notes.iter().filter(|note| note.page == index);
        let Some(page) = pages.pages.get(index) else {
            continue;
        };
        let marks: Vec<Object> = own
            .map(|note| Object::Reference(objects.add_object(mark(note, page.size))))
            .collect();
        if let Ok(page) = objects.get_dictionary_mut(id) {
            page.set("Annots", marks);
        }
    }
    let mut file = Vec::with_capacity(pdf.len() + notes.len() * 512);
    objects.save_to(&mut file)?;
    Ok(file)
}

/// A highlight annotation, PDF 1.7, 12.5.6.10.
fn mark(note: &Note, paper: Size) -> lopdf::Dictionary {
    let left = note.corner.x.to_pt() as f32;
    let right = (note.corner.x + note.size.width).to_pt() as f32;
    let top = (paper.height - note.corner.y).to_pt() as f32;
    let bottom = (paper.height - note.corner.y - note.size.height).to_pt() as f32;
    let numbers = |numbers: &[f32]| {
        numbers
            .iter()
            .map(|it| Object::Real(*it))
            .collect::<Vec<_>>()
    };
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Highlight",
        "Rect" => numbers(&[left, bottom, right, top]),
        "QuadPoints" => numbers(&[left, top, right, top, left, bottom, right, bottom]),
        "C" => numbers(&INK),
        "F" => PRINTED,
        "T" => text("数据出处"),
        "Contents" => text(&note.text),
    }
}

/// A text string in UTF-16BE, PDF 1.7, 7.9.2.2.
fn text(text: &str) -> Object {
    let units = std::iter::once(0xFEFF_u16).chain(text.encode_utf16());
    Object::String(
        units.flat_map(u16::to_be_bytes).collect(),
        StringFormat::Hexadecimal,
    )
}
