//! Sheets: pages that are still being filled.

use super::length::{Length, Point};
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
    /// Rows of the grid; absent if the sheet carries no text.
    pub(super) rows: Option<PageReport>,
}

impl Sheet {
    /// A sheet without text.
    pub(super) fn unnumbered() -> Self {
        Self::default()
    }

    /// A sheet of rows under `items`.
    pub(super) fn new(mut items: Vec<Item>, page: &PageRows, style: &PageStyle) -> Self {
        let first = items.len();
        let mut bottom = Length::ZERO;
        for (top, row) in &page.rows {
            row_items(row, *top, style, &mut items);
            if !row.is_blank() {
                bottom = *top + style.sizes.no3;
            }
        }
        if page.is_turned {
            turn(&mut items[first..], style);
            bottom = style.foot();
        }
        let rows = PageReport {
            number: 0,
            rows: page.room,
            lines: page.rows.len(),
            is_full: page.is_full,
            is_tightened: page.is_tightened,
        };
        Self {
            items,
            bottom,
            is_numbered: true,
            rows: Some(rows),
        }
    }

    /// What the report says of it.
    pub(super) fn report(&self, number: usize) -> PageReport {
        PageReport {
            number,
            ..self.rows.unwrap_or_default()
        }
    }
}

/// Turns what was placed on a page set across by a quarter to the left: its head comes to the type
/// area's left edge (8).
fn turn(items: &mut [Item], style: &PageStyle) {
    let turned = |point: Point| Point {
        x: style.binding + point.y,
        y: style.foot() - point.x,
    };
    for item in items {
        match item {
            Item::Text(run) => {
                run.start = turned(run.start);
                run.is_turned = true;
            }
            Item::Separator(separator) => {
                separator.start = turned(separator.start);
                separator.end = turned(separator.end);
            }
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
