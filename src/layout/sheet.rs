//! Sheets: pages that are still being filled.

use super::length::Length;
use super::page::{Item, OutlineEntry};
use super::paginate::PageRows;
use super::report::PageReport;
use super::row::row_items;
use super::style::PageStyle;

/// A page that is still being filled.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// In reading order.
    pub(super) items: Vec<Item>,
    /// The lower edge of its last row of text.
    pub(super) bottom: Length,
    /// Whether it carries a page number.
    pub(super) is_numbered: bool,
    /// Rows of the grid: room, used, and whether text goes on.
    pub(super) rows: Option<(usize, usize, bool)>,
}

impl Sheet {
    /// A sheet without text.
    pub(super) fn unnumbered() -> Self {
        Self::default()
    }

    /// A sheet of rows under `items`.
    pub(super) fn new(mut items: Vec<Item>, page: &PageRows, style: &PageStyle) -> Self {
        let mut bottom = Length::ZERO;
        for (top, row) in &page.rows {
            row_items(row, *top, style, &mut items);
            if !row.is_blank() {
                bottom = *top + style.sizes.no3;
            }
        }
        let rows = Some((page.room, page.rows.len(), page.is_full));
        Self {
            items,
            bottom,
            is_numbered: true,
            rows,
        }
    }

    /// What the report says of it.
    pub(super) fn report(&self, number: usize) -> PageReport {
        let (rows, lines, is_full) = self.rows.unwrap_or_default();
        PageReport {
            number,
            rows,
            lines,
            is_full,
        }
    }
}

/// The headings of all pages, in order.
pub(super) fn outline(pages: &[PageRows]) -> Vec<OutlineEntry> {
    let entry = |page: usize, (top, row): &(Length, super::row::Row)| {
        let (level, text) = row.heading.clone()?;
        Some(OutlineEntry {
            level,
            text,
            page,
            top: *top,
        })
    };
    pages
        .iter()
        .enumerate()
        .flat_map(|(page, rows)| rows.rows.iter().filter_map(move |row| entry(page, row)))
        .collect()
}
