//! A PDF file → its pages' glyphs and rules, with their places on paper.
//!
//! Reads what is written: the content streams, the fonts' widths and the maps to characters. It
//! knows nothing of the program that wrote the file.

mod cmap;
mod codes;
mod content;
mod face;
mod font;
mod matrix;
mod path;
mod program;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::layout::font::Ink;
use crate::layout::length::{Length, Size};
use content::Reader;
use matrix::Matrix;

/// The most bytes of a page's content that are read.
const LARGEST_CONTENT: usize = 64 << 20;

/// Why a file cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is no PDF, or a damaged one.
    #[error("读不懂这个 PDF：{0}")]
    Damaged(String),
    /// It needs a password.
    #[error("这个 PDF 加了密")]
    Encrypted,
    /// It holds no text that could be measured.
    #[error("这个 PDF 里没有文字，可能是扫描件")]
    NoText,
}

/// A page as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The paper.
    pub size: Size,
    /// Glyphs that print a character, in the order of drawing.
    pub marks: Vec<Mark>,
    /// Straight rules, across or upright.
    pub rules: Vec<Rule>,
    /// Glyphs whose characters the file does not say; they stand as 字.
    pub unnamed: usize,
}

/// A glyph on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The character.
    pub character: char,
    /// The pen, from the paper's left edge.
    pub x: Length,
    /// The baseline, from the paper's upper edge.
    pub baseline: Length,
    /// The em.
    pub size: Length,
    /// The advance by the font.
    pub advance: Length,
    /// Whether it runs from left to right.
    pub is_upright: bool,
    /// Whether its ink is red.
    pub is_red: bool,
    /// Whether its font is a 黑体, where the font's name tells.
    pub is_heiti: Option<bool>,
    /// Its outline above and below the baseline: of red glyphs and of dashes, where the file has it.
    pub ink: Option<Ink>,
}

/// A rule on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left end, or the middle of an upright rule.
    pub left: Length,
    /// Right end.
    pub right: Length,
    /// Upper edge.
    pub top: Length,
    /// Lower edge.
    pub bottom: Length,
    /// Whether its ink is red.
    pub is_red: bool,
}

impl Rule {
    /// Whether it runs from above to below, as those between a table's columns do.
    pub fn is_upright(&self) -> bool {
        self.bottom - self.top > self.right - self.left
    }
}

/// Reads a file's pages.
///
/// # Errors
/// See [`Unreadable`].
pub fn sheets(file: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let document =
        Document::load_mem(file).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    if document.is_encrypted() {
        return Err(Unreadable::Encrypted);
    }
    let sheets: Vec<Sheet> = document
        .get_pages()
        .into_values()
        .map(|page| sheet(&document, page))
        .collect::<Result<_, _>>()?;
    if sheets.iter().all(|sheet| sheet.marks.is_empty()) {
        return Err(Unreadable::NoText);
    }
    Ok(sheets)
}

fn sheet(document: &Document, page: ObjectId) -> Result<Sheet, Unreadable> {
    let damaged = |error: lopdf::Error| Unreadable::Damaged(error.to_string());
    let dictionary = document.get_dictionary(page).map_err(damaged)?;
    let area = inherited(document, dictionary, b"CropBox")
        .or_else(|| inherited(document, dictionary, b"MediaBox"))
        .and_then(|area| rectangle(document, area))
        .unwrap_or([0.0, 0.0, 595.276, 841.89]);
    let shown = Shown::new(document, dictionary, area);
    let content = document
        .get_page_content_with_limit(page, LARGEST_CONTENT)
        .map_err(damaged)?;
    let resources = inherited(document, dictionary, b"Resources");
    let resources = resources.and_then(|resources| resources.as_dict().ok());
    let mut reader = Reader::new(document, shown.matrix, shown.height);
    reader.read(&content, resources);
    Ok(Sheet {
        size: Size {
            width: Length::pt(shown.width),
            height: Length::pt(shown.height),
        },
        ..reader.finish()
    })
}

/// How a page is shown, in points: turned and scaled as it asks for, ISO 32000-1, 7.7.3.3.
struct Shown {
    width: f64,
    height: f64,
    /// From the page's coordinates to those from the lower left corner of what is shown.
    matrix: Matrix,
}

impl Shown {
    fn new(document: &Document, page: &Dictionary, area: [f64; 4]) -> Self {
        let [left, bottom, right, top] = area;
        let (width, height) = (right - left, top - bottom);
        let turn = inherited(document, page, b"Rotate").and_then(|turn| turn.as_i64().ok());
        let turned = match turn.unwrap_or_default().rem_euclid(360) {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, width, height]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            _ => Matrix::IDENTITY,
        };
        let unit = page.get_deref(b"UserUnit", document).ok();
        let unit = unit
            .and_then(|unit| unit.as_float().ok())
            .map_or(1.0, f64::from);
        let scale = Matrix([unit, 0.0, 0.0, unit, 0.0, 0.0]);
        let is_across = turned.0[0] == 0.0;
        let (width, height) = if is_across {
            (height, width)
        } else {
            (width, height)
        };
        Self {
            width: width * unit,
            height: height * unit,
            matrix: Matrix::shift(-left, -bottom).then(turned).then(scale),
        }
    }
}

/// An entry of a page or of one of the nodes above it.
fn inherited<'d>(
    document: &'d Document,
    dictionary: &'d Dictionary,
    key: &[u8],
) -> Option<&'d Object> {
    let mut node = dictionary;
    // Page trees are shallow; a damaged one may go round in circles.
    for _ in 0..32 {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

fn rectangle(document: &Document, object: &Object) -> Option<[f64; 4]> {
    let array = object.as_array().ok()?;
    let mut numbers = array.iter().map(|object| {
        let (_, object) = document.dereference(object).ok()?;
        object.as_float().ok().map(f64::from)
    });
    let mut next = || numbers.next().flatten();
    let [a, b, c, d] = [next()?, next()?, next()?, next()?];
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}
