//! Measures a written PDF against GB/T 9704-2012: ours, or any other program's.
//!
//! Nothing here asks the layout what it meant to do. An em box is taken to begin 0.88 em above its
//! baseline in every font, as word processors have it for Chinese faces.

mod closing;
mod head;
mod head_rows;
mod imprint;
mod lines;
mod mark;
mod numbers;
pub mod pdf;
mod red_rules;
mod tables;
mod text;

use crate::layout::{LineGrid, PageStyle};
use lines::Lines;
pub use pdf::Unreadable;

/// How far a length may be off, in millimetres: design.md's bar for every measure.
const TOLERANCE: f64 = 0.1;

/// The unit of a measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Millimetres.
    Millimetre,
    /// Points.
    Point,
    /// Characters' widths (字).
    Cell,
    /// Things that are counted.
    Count,
    /// Hundredths.
    Percent,
}

impl Unit {
    /// What stands after the number.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Millimetre => "mm",
            Self::Point => "pt",
            Self::Cell => "字",
            Self::Count => "",
            Self::Percent => "%",
        }
    }
}

/// One measure of the page with what the file has.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// What was measured, in Chinese.
    pub name: &'static str,
    /// The clause of GB/T 9704-2012 that says it.
    pub clause: &'static str,
    /// What the clause wants; what is usual where it leaves the measure open.
    pub expected: f64,
    /// Whether more or less than that is as good.
    pub limit: Limit,
    /// What the file has; absent if it has no such thing.
    pub found: Option<f64>,
    /// The unit of both.
    pub unit: Unit,
    /// How far they may be apart.
    pub tolerance: f64,
    /// The page where it was found, from 1.
    pub page: Option<usize>,
    /// Why the file is not held to it, though it may have it.
    pub excuse: Option<Excuse>,
}

/// On which side of what is wanted a measure may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limit {
    /// On neither.
    #[default]
    Exact,
    /// Below it.
    AtMost,
    /// Above it.
    AtLeast,
}

/// Why a file is not held to a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// The standard leaves it open, and nobody said what the file's office wants.
    Open,
    /// The office wants it otherwise; why, in Chinese.
    NotApplicable(&'static str),
}

impl Measurement {
    /// How far the file is off.
    pub fn deviation(&self) -> Option<f64> {
        Some(self.found? - self.expected)
    }

    /// Whether the file keeps the measure; absent if it has no such thing or is not held to it.
    pub fn is_kept(&self) -> Option<bool> {
        let deviation = self.deviation().filter(|_| self.excuse.is_none())?;
        let excess = match self.limit {
            Limit::Exact => deviation.abs(),
            Limit::AtMost => deviation,
            Limit::AtLeast => -deviation,
        };
        // A hundredth of the last printed digit is the arithmetic's.
        Some(excess <= self.tolerance + 1e-4)
    }
}

/// What a file measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its pages.
    pub pages: usize,
    /// How its lines fill the type area.
    pub line_grid: LineGrid,
    /// Characters that the file does not name: measured by their places alone.
    pub unnamed: usize,
    /// In the order of the clauses.
    pub measurements: Vec<Measurement>,
}

impl Report {
    /// The measures that the file does not keep.
    pub fn deviations(&self) -> impl Iterator<Item = &Measurement> {
        let is_off = |measurement: &&Measurement| measurement.is_kept() == Some(false);
        self.measurements.iter().filter(is_off)
    }
}

/// Which reading of 5.2 a file is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The one of the style.
    Given,
    /// The one that is nearer to the file's own line pitch.
    Nearest,
}

/// Measures a file against `style`.
///
/// # Errors
/// [`Unreadable`] if it is damaged, encrypted, or a scan.
pub fn measure(file: &[u8], style: &PageStyle, reading: Reading) -> Result<Report, Unreadable> {
    let sheets = pdf::sheets(file)?;
    let lines = Lines::new(&sheets);
    let style = match reading {
        Reading::Given => style.clone(),
        Reading::Nearest => nearest(style, &lines),
    };
    let mut findings = Findings {
        is_told: reading == Reading::Given,
        measurements: Vec::new(),
    };
    text::measure(&sheets, &lines, &style, &mut findings);
    head::measure(&sheets, &lines, &style, &mut findings);
    tables::measure(&sheets, &lines, &style, &mut findings);
    closing::measure(&lines, &style, &mut findings);
    imprint::measure(&sheets, &lines, &style, &mut findings);
    numbers::measure(&lines, &style, &mut findings);
    Ok(Report {
        pages: sheets.len(),
        line_grid: style.line_grid,
        unnamed: sheets.iter().map(|sheet| sheet.unnamed).sum(),
        measurements: findings.measurements,
    })
}

/// The style with the line grid whose pitch is nearer to the file's.
fn nearest(style: &PageStyle, lines: &Lines) -> PageStyle {
    let with = |line_grid| PageStyle {
        line_grid,
        ..style.clone()
    };
    let (edge, r#box) = (with(LineGrid::Edge), with(LineGrid::Box));
    // The page with the closing block may be tightened (7.3.5.5).
    let date = closing::date_page(lines);
    let others = lines.pitch_on(style, |page| Some(page) != date);
    let Some(pitch) = others.or_else(|| lines.pitch(style)) else {
        return style.clone();
    };
    let off = |style: &PageStyle| (style.line_pitch() - pitch).abs();
    if off(&r#box) < off(&edge) {
        r#box
    } else {
        edge
    }
}

/// Measurements as they are made.
#[derive(Debug)]
struct Findings {
    /// Whether the style is the one that the file's office asked for.
    is_told: bool,
    measurements: Vec<Measurement>,
}

impl Findings {
    /// A length that the standard fixes.
    fn length(
        &mut self,
        name: &'static str,
        clause: &'static str,
        expected: crate::layout::length::Length,
        found: Option<(crate::layout::length::Length, usize)>,
    ) {
        let lengths = found.map(|(found, _)| found.to_mm());
        let name = (name, clause);
        self.number(name, expected.to_mm(), lengths, Unit::Millimetre, TOLERANCE);
        self.amend(|last| last.page = found.map(|(_, page)| page + 1));
    }

    /// A number in another unit; `tolerance` in the same unit.
    fn number(
        &mut self,
        (name, clause): (&'static str, &'static str),
        expected: f64,
        found: Option<f64>,
        unit: Unit,
        tolerance: f64,
    ) {
        self.measurements.push(Measurement {
            name,
            clause,
            expected,
            limit: Limit::default(),
            found,
            unit,
            tolerance,
            page: None,
            excuse: None,
        });
    }

    /// Changes the last measurement.
    fn amend(&mut self, change: impl FnOnce(&mut Measurement)) {
        if let Some(last) = self.measurements.last_mut() {
            change(last);
        }
    }

    /// Widens the tolerance of the last measurement to what its clause allows, in its unit.
    fn allowing(&mut self, tolerance: f64) {
        self.amend(|last| last.tolerance = tolerance);
    }

    /// Lets the last measurement be less than what is wanted.
    fn at_most(&mut self) {
        self.amend(|last| last.limit = Limit::AtMost);
    }

    /// Lets the last measurement be more than what is wanted.
    fn at_least(&mut self) {
        self.amend(|last| last.limit = Limit::AtLeast);
    }

    /// The standard leaves the last measurement open: a file is held to it only if the office's own
    /// value is known.
    fn open(&mut self) {
        if !self.is_told {
            self.amend(|last| last.excuse = Some(Excuse::Open));
        }
    }

    /// The office wants the last measurement otherwise.
    fn not_applicable(&mut self, why: &'static str) {
        self.amend(|last| last.excuse = Some(Excuse::NotApplicable(why)));
    }
}
