//! The archive PDF (归档): PDF/A-2a and PDF/UA-1, the record copy of a letter; PDF/A-3a if files
//! are attached.
//!
//! krilla writes it and refuses what the two standards forbid. Ours are the places of the glyphs,
//! the same as in the everyday PDF, and the structure: headings, paragraphs, tables, artifacts.

mod attach;
mod draw;
mod fonts;
mod programs;
mod structure;

use jiff::civil::Date;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use crate::layout::page::OutlineEntry;
use crate::layout::{Fonts, PagedDocument};
use draw::{Inks, draw_page};
use fonts::OpenFonts;
use structure::Structure;

pub use attach::Attachment;

/// Why no archive PDF could be written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// A font file cannot be opened.
    #[error("字体“{0}”无法嵌入归档 PDF")]
    Font(String),
    /// A character has no glyph in the font that the pages name.
    #[error("字体“{font}”里没有“{character}”字")]
    MissingGlyph {
        /// The font's name.
        font: String,
        /// The character.
        character: char,
    },
    /// The file would break PDF/A-2a, PDF/A-3a or PDF/UA-1.
    #[error("不合 PDF/A 或 PDF/UA-1：{0}")]
    Refused(String),
}

/// What the record says of the letter beside its pages.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Date of issue (成文日期), which both standards ask for.
    pub issued_on: Date,
    /// Files that go with the letter; with any, the file is PDF/A-3a instead of PDF/A-2a.
    pub attachments: &'a [Attachment],
}

/// Writes pages as PDF/A-2a and PDF/UA-1, with attachments as PDF/A-3a and PDF/UA-1.
///
/// The same pages, record and fonts give the same bytes.
///
/// # Errors
/// [`ArchiveError::Refused`] names the rule that the file would break.
pub fn archive_pdf(
    pages: &PagedDocument,
    record: Record<'_>,
    fonts: &Fonts,
) -> Result<Vec<u8>, ArchiveError> {
    let archival = match record.attachments {
        [] => Archival::A2_A,
        _ => Archival::A3_A,
    };
    let mut document = Document::new_with(settings(archival)?);
    let fonts = OpenFonts::new(pages, fonts)?;
    let mut structure = Structure::new(pages);
    let inks = Inks::new();
    for (number, page) in pages.pages.iter().enumerate() {
        let (width, height) = (page.size.width.to_pt(), page.size.height.to_pt());
        let settings = PageSettings::from_wh(width as f32, height as f32)
            .ok_or_else(|| ArchiveError::Refused("空的幅面".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        draw_page(&mut surface, page, number, &fonts, &inks, &mut structure);
        surface.finish();
        sheet.finish();
    }
    document.set_tag_tree(structure.into_tree(pages));
    document.set_outline(outline(pages));
    document.set_metadata(metadata(pages, record.issued_on));
    attach::attach(&mut document, record)?;
    let file = document
        .finish()
        .map_err(|error| ArchiveError::Refused(format!("{error:?}")))?;
    fonts.fill(file)
}

fn settings(archival: Archival) -> Result<SerializeSettings, ArchiveError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(archival)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| ArchiveError::Refused(format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    })
}

fn metadata(pages: &PagedDocument, issued_on: Date) -> Metadata {
    Metadata::new()
        .title(pages.title.clone())
        .authors(vec![pages.author.clone()])
        .language(pages.language.to_owned())
        .creator("fuhan".to_owned())
        .producer("fuhan".to_owned())
        .creation_date(start_of(issued_on))
}

/// The first second of a day in China.
fn start_of(date: Date) -> DateTime {
    DateTime::new(date.year().unsigned_abs())
        .month(date.month().unsigned_abs())
        .day(date.day().unsigned_abs())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(8)
        .utc_offset_minute(0)
}

/// The title above the headings, which are nested by their levels.
fn outline(pages: &PagedDocument) -> Outline {
    let destination =
        |page: usize, top: f64| XyzDestination::new(page, Point::from_xy(0.0, top as f32));
    let mut title = OutlineNode::new(pages.title.clone(), destination(0, 0.0));
    for node in nodes(&pages.outline, &destination) {
        title.push_child(node);
    }
    let mut outline = Outline::new();
    outline.push_child(title);
    outline
}

fn nodes(
    entries: &[OutlineEntry],
    destination: &impl Fn(usize, f64) -> XyzDestination,
) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    let mut rest = entries;
    while let Some((first, after)) = rest.split_first() {
        let under = after
            .iter()
            .take_while(|entry| entry.level > first.level)
            .count();
        let place = destination(first.page, first.top.to_pt());
        let mut node = OutlineNode::new(first.text.clone(), place);
        for child in self::nodes(&after[..under], destination) {
            node.push_child(child);
        }
        nodes.push(node);
        rest = &after[under..];
    }
    nodes
}
