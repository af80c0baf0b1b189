//! The ledger (数据台账) of a laid-out letter: every printed figure with page, line and source.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::source_of::{FactSource, fact_source};
use crate::facts::Facts;
use crate::layout::PagedDocument;
use crate::layout::length::{Length, Point, Size};
use crate::layout::page::{Item, Page, Role, TextRun};
use crate::origin::{Origin, SharedOrigin};
use crate::text::sentence::sentence_at;

/// One printed figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Occurrence {
    /// The page, from 1.
    pub page: usize,
    /// The printed line on its page, from 1 at the top, page numbers not counted.
    pub line: usize,
    /// As printed.
    pub text: String,
    /// Where its parts stand; one for each line that it runs over.
    #[serde(skip)]
    pub areas: Vec<Area>,
    /// The sentence that it stands in.
    pub sentence: String,
    /// The fact behind it.
    #[serde(flatten)]
    pub source: FactSource,
}

/// A rectangle on a page, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The index of the page, from 0.
    pub page: usize,
    /// The upper left corner.
    pub corner: Point,
    /// The size.
    pub size: Size,
}

/// Every figure that a laid-out letter prints, in reading order.
pub fn ledger(document: &PagedDocument, facts: &Facts) -> Vec<Occurrence> {
    let mut reader = Reader::default();
    for (index, page) in document.pages.iter().enumerate() {
        reader.page(index + 1, page);
    }
    reader
        .found
        .iter()
        .map(|found| reader.occurrence(found, facts))
        .collect()
}

/// A figure that was found, with the bytes of its element's text.
struct Found {
    page: usize,
    line: usize,
    origin: SharedOrigin,
    element: usize,
    start: usize,
    end: usize,
    areas: Vec<Area>,
}

/// Reads runs in order and puts together what lines and pages have parted.
#[derive(Default)]
struct Reader {
    texts: BTreeMap<usize, String>,
    found: Vec<Found>,
}

impl Reader {
    fn page(&mut self, number: usize, page: &Page) {
        let (upright, turned) = (baselines(page, false), baselines(page, true));
        for run in runs(page) {
            let line = line(if run.is_turned { &turned } else { &upright }, run);
            self.run(number, line, run);
        }
    }

    fn run(&mut self, page: usize, line: usize, run: &TextRun) {
        let text = self.texts.entry(run.element).or_default();
        let start = text.len();
        text.push_str(&run.text());
        let end = text.len();
        let Some(origin) = run.origin.as_ref().filter(|it| is_figure(it)) else {
            return;
        };
        let last = self.found.last_mut().filter(|last| {
            last.element == run.element && last.end == start && Arc::ptr_eq(&last.origin, origin)
        });
        match last {
            Some(last) => {
                last.end = end;
                last.areas.push(area(page, run));
            }
            None => self.found.push(Found {
                page,
                line,
                origin: Arc::clone(origin),
                element: run.element,
                start,
                end,
                areas: vec![area(page, run)],
            }),
        }
    }

    fn occurrence(&self, found: &Found, facts: &Facts) -> Occurrence {
        let text = &self.texts[&found.element];
        let Origin::Figure(origin) = &*found.origin else {
            unreachable!("only figures are found")
        };
        Occurrence {
            page: found.page,
            line: found.line,
            text: text[found.start..found.end].to_owned(),
            areas: found.areas.clone(),
            sentence: sentence_at(text, found.start).to_owned(),
            source: fact_source(origin, facts),
        }
    }
}

/// The share of the em above the baseline that a mark covers.
const RISE: f64 = 0.88;

/// The em boxes of a run.
fn area(page: usize, run: &TextRun) -> Area {
    let length: Length = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    let (x, y, rise) = (run.start.x, run.start.y, run.size * RISE);
    let (corner, size) = if run.is_turned {
        let corner = Point {
            x: x - rise,
            y: y - length,
        };
        (corner, (run.size, length))
    } else {
        (Point { x, y: y - rise }, (length, run.size))
    };
    Area {
        page: page - 1,
        corner,
        size: Size {
            width: size.0,
            height: size.1,
        },
    }
}

fn is_figure(origin: &SharedOrigin) -> bool {
    matches!(**origin, Origin::Figure(_))
}

/// The page's text without what is not read aloud.
fn runs(page: &Page) -> impl Iterator<Item = &TextRun> {
    page.items.iter().filter_map(|item| match item {
        Item::Text(run) if !matches!(run.role, Role::Artifact | Role::PageNumber) => Some(run),
        _ => None,
    })
}

/// Baselines nearer to each other than this are one line, in millimetres.
const ONE_LINE: f64 = 1.0;

/// The baselines of a page's lines in millimetres from the first line's side, in order.
///
/// Lines that are turned run upwards, one right of the other.
fn baselines(page: &Page, is_turned: bool) -> Vec<f64> {
    let own = runs(page).filter(|run| run.is_turned == is_turned);
    let mut all: Vec<f64> = own.map(baseline).collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, line| *next - *line < ONE_LINE);
    all
}

fn baseline(run: &TextRun) -> f64 {
    let start = run.start;
    let across = if run.is_turned { start.x } else { start.y };
    across.to_mm()
}

fn line(baselines: &[f64], run: &TextRun) -> usize {
    let across = baseline(run);
    baselines.partition_point(|line| *line <= across).max(1)
}
