//! The ledger (数据台账) of a laid-out letter: every printed figure with page, line and source.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::source_of::{FactSource, fact_source};
use crate::facts::Facts;
use crate::layout::PagedDocument;
use crate::layout::length::{Length, Point, Size};
use crate::layout::page::{Item, Page, Role, TextRun};
use crate::origin::{Origin, SharedOrigin, TracedText};
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
    reader.around_the_body(&document.traced);
    reader
        .found
        .iter()
        .map(|found| reader.occurrence(found, facts))
        .collect()
}

/// A figure that was found, with the bytes of its element's text.
struct Found {
    /// How many runs stand before it.
    order: usize,
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
struct Reader<'d> {
    texts: BTreeMap<usize, String>,
    found: Vec<Found>,
    runs: Vec<Piece<'d>>,
}

/// A run with the bytes of its element's text.
struct Piece<'d> {
    page: usize,
    line: usize,
    range: Range<usize>,
    run: &'d TextRun,
}

impl<'d> Reader<'d> {
    fn page(&mut self, number: usize, page: &'d Page) {
        let (upright, turned) = (baselines(page, false), baselines(page, true));
        for run in runs(page) {
            let line = line(if run.is_turned { &turned } else { &upright }, run);
            self.run(number, line, run);
        }
    }

    fn run(&mut self, page: usize, line: usize, run: &'d TextRun) {
        let text = self.texts.entry(run.element).or_default();
        let start = text.len();
        text.push_str(&run.text());
        let end = text.len();
        self.runs.push(Piece {
            page,
            line,
            range: start..end,
            run,
        });
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
                order: self.runs.len() - 1,
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

    /// Finds the figures of texts around the body wherever they are printed as wording: a title stands on
    /// several lines, an annex's name in the note as well.
    fn around_the_body(&mut self, traced: &[TracedText]) {
        let with_origins: BTreeSet<usize> = self.found.iter().map(|it| it.element).collect();
        let wording = self.texts.iter();
        let wording = wording.filter(|(element, _)| !with_origins.contains(element));
        let found = wording.flat_map(|(element, text)| {
            traced
                .iter()
                .flat_map(|it| self.printed(*element, text, it))
        });
        let found: Vec<Found> = found.collect();
        self.found.extend(found);
        self.found.sort_by_key(|found| (found.order, found.start));
        // Two texts may be alike.
        self.found
            .dedup_by_key(|found| (found.element, found.start));
    }

    /// The figures of a text as an element prints them.
    fn printed(&self, element: usize, text: &str, traced: &TracedText) -> Vec<Found> {
        let offsets = text.match_indices(&traced.text).map(|(offset, _)| offset);
        let places = offsets.flat_map(|offset| {
            let figures = traced.figures.iter();
            figures.filter_map(move |(range, origin)| {
                let range = offset + range.start..offset + range.end;
                self.place(element, range, origin)
            })
        });
        places.collect()
    }

    /// Where some bytes of an element's text are printed.
    fn place(&self, element: usize, range: Range<usize>, origin: &SharedOrigin) -> Option<Found> {
        let is_part = |piece: &Piece<'_>| {
            let (start, end) = (piece.range.start, piece.range.end);
            piece.run.element == element && start < range.end && range.start < end
        };
        let mut pieces = self.runs.iter().enumerate().filter(|(_, it)| is_part(it));
        let (order, first) = pieces.next()?;
        let areas = std::iter::once(first).chain(pieces.map(|(_, piece)| piece));
        Some(Found {
            order,
            page: first.page,
            line: first.line,
            origin: Arc::clone(origin),
            element,
            areas: areas.map(|it| it.area(&range)).collect(),
            start: range.start,
            end: range.end,
        })
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

impl Piece<'_> {
    /// The em boxes of those of its characters that stand in some bytes of the element's text.
    fn area(&self, range: &Range<usize>) -> Area {
        let mut at = self.range.start;
        let glyphs = self.run.glyphs.iter().filter(|glyph| {
            let start = at;
            at += glyph.character.len_utf8();
            range.contains(&start)
        });
        let glyphs: Vec<_> = glyphs.copied().collect();
        let offset = glyphs.first().map_or(Length::default(), |it| it.offset);
        let start = match self.run.is_turned {
            true => Point {
                y: self.run.start.y - offset,
                ..self.run.start
            },
            false => Point {
                x: self.run.start.x + offset,
                ..self.run.start
            },
        };
        let part = TextRun {
            glyphs,
            start,
            ..self.run.clone()
        };
        area(self.page, &part)
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
