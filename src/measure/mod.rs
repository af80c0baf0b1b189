//! Measures a written PDF against GB/T 9704-2012: ours, or any other program's.
//!
//! Nothing here asks the layout what it meant to do. An em box is taken to begin 0.88 em above its
//! baseline in every font, as word processors have it for Chinese faces.

mod annex_note;
mod annexes;
mod closing;
mod findings;
mod head;
mod head_rows;
mod imprint;
mod lines;
mod mark;
mod numbers;
pub mod pdf;
mod red_rules;
mod remark;
mod stretches;
mod tables;
mod text;

use crate::layout::{LineGrid, PageStyle};
use findings::Findings;
use lines::Lines;
pub use pdf::Unreadable;

/// How far a length may be off, in millimetres: design.md's bar for every measure.
const TOLERANCE: f64 = 0.1;

/// Cells left free before an annex note and a remark, as before a paragraph: 7.3.3, 7.3.4 and 7.3.6.
const FIRST_INDENT: usize = 2;

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
    annex_note::measure(&lines, &style, &mut findings);
    closing::measure(&lines, &style, &mut findings);
    remark::measure(&lines, &style, &mut findings);
    annexes::measure(&sheets, &lines, &style, &mut findings);
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
    let date = closing::date(lines).map(|date| date.page);
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
