//! Document → pages: every glyph and rule at its place by GB/T 9704-2012.
//!
//! Everything under the title is rows of the page's grid: first set, then shared out to pages, then
//! placed. Head, imprint and page numbers have places of their own.

mod annex;
mod boundary;
mod cells;
mod closing_block;
mod closing_check;
mod context;
pub mod dump;
mod flow;
pub mod font;
mod header;
mod imprint;
mod issuer_mark;
mod justify;
pub mod length;
mod line_break;
pub mod page;
mod page_number;
mod paginate;
mod paragraph;
pub mod report;
mod row;
mod sheet;
mod signatories;
pub mod style;
mod table;
mod title;
mod title_break;

pub use font::{Face, Font, FontData, FontId, Fonts, UserFont};
pub use page::PagedDocument;
pub use report::LayoutReport;
pub use style::{Grid, LineGrid, PageStyle};

use crate::diagnostic::Checked;
use crate::document::Document;
use context::Context;
use header::Head;
use page::{OutlineEntry, Page};
use paginate::PageRows;
use sheet::Sheet;

/// Sets a document on pages.
///
/// # Errors
/// `missing-glyph` for a character that no font of its face's chain has, `table-too-wide` for a
/// table that cannot be set, `issuer-mark-too-large` for a mark, `head-too-tall` for a head or title
/// that leaves page 1, `imprint-too-tall` for an imprint that no page holds; warns `overlong-text`
/// where a text had to be broken by force, `title-too-long` of a title of five lines or more,
/// `no-text-on-first-page` and `closing-block-alone` where a
/// text is too short for its pages; `addressees-in-imprint` says what 7.3.2 moved.
pub fn layout(document: &Document, style: &PageStyle, fonts: &Fonts) -> Checked<PagedDocument> {
    let turned = style.turned();
    let set = |document: &Document| Set::new(Context::new(style, &turned, fonts), document);
    let first = set(document);
    let moved = match first.shows_text() {
        true => None,
        false => document.with_addressees_in_imprint(),
    };
    let second = moved.as_ref().map(|moved| (moved, set(moved)));
    let second = second.filter(|(_, second)| second.shows_text());
    let (document, set) = second.unwrap_or((document, first));
    let Set {
        mut context,
        head,
        pages,
    } = set;
    closing_check::check(&mut context, document, &pages);
    let outline = sheet::outline(&pages);
    let mut head_items = Some(head.items);
    let mut sheets: Vec<Sheet> = pages
        .iter()
        .map(|page| Sheet::new(head_items.take().unwrap_or_default(), page, style))
        .collect();
    imprint::place_imprint(&mut context, document, &mut sheets);
    page_number::number_sheets(&mut context, document, &mut sheets);
    let paged = paged_document(&context, document, sheets, outline);
    context.sink.checked(Some(paged))
}

/// A document whose head is placed and whose rows are shared out to pages.
struct Set<'a> {
    context: Context<'a>,
    head: Head,
    pages: Vec<PageRows>,
}

impl<'a> Set<'a> {
    fn new(mut context: Context<'a>, document: &Document) -> Self {
        let head = header::head(&mut context, document);
        let rows = flow::main_rows(&mut context, document);
        let pages = paginate::paginate(rows, head.next_top, context.style);
        Self {
            context,
            head,
            pages,
        }
    }

    fn shows_text(&self) -> bool {
        closing_check::shows_text_first(&self.pages)
    }
}

fn paged_document(
    context: &Context<'_>,
    document: &Document,
    sheets: Vec<Sheet>,
    outline: Vec<OutlineEntry>,
) -> PagedDocument {
    let page_reports = sheets
        .iter()
        .zip(1..)
        .map(|(sheet, number)| sheet.report(number))
        .collect();
    let size = context.style.paper;
    let pages: Vec<Page> = sheets
        .into_iter()
        .map(|sheet| Page {
            size,
            items: sheet.items,
        })
        .collect();
    let (substitutions, fall_backs) = report::fonts_used(&context.lookup);
    let lines = report::measure_lines(&pages, context.style);
    let issuer = document.header.issuer_mark.names.first();
    PagedDocument {
        pages,
        title: document.main_part.title.text(),
        author: issuer.map(|name| name.text.clone()).unwrap_or_default(),
        language: "zh-CN",
        tables: context.tables.clone(),
        outline,
        traced: document.traced.clone(),
        report: LayoutReport {
            pages: page_reports,
            lines,
            substitutions,
            fall_backs,
        },
    }
}
