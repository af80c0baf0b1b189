//! `fuhan measure`: a written PDF against the measures of GB/T 9704-2012.

mod target;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::args::{Measure, MeasureFormat};
use super::{End, terminal};
use crate::error::Error;
use crate::layout::LineGrid;
use crate::measure::{self, Excuse, Limit, Measurement, Report};
use crate::project::files::read_regular;
use target::target;

pub(super) fn run(arguments: &Measure) -> Result<End, Error> {
    let Some(target) = target(arguments)? else {
        return Ok(End::Findings);
    };
    let file = read_regular(&target.path)?;
    let report = measure::measure(&file, &target.style, target.reading).map_err(|error| {
        Error::Unmeasurable {
            path: target.path.clone(),
            reason: error.to_string(),
        }
    })?;
    match arguments.format {
        MeasureFormat::Table => table(&report),
        MeasureFormat::Json => terminal::line(&json(&report)),
    }
    if report.deviations().next().is_some() {
        return Ok(End::Findings);
    }
    Ok(End::Clean)
}

/// A line for each measure: name, clause, expected, found, deviation, verdict.
fn table(report: &Report) {
    let heads = ["量", "条款", "标准", "实测", "偏差", "结论"].map(str::to_owned);
    let mut rows = vec![heads];
    rows.extend(report.measurements.iter().map(row));
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| {
            let blank = " ".repeat(width - cell.width());
            format!("{cell}{blank}")
        });
        terminal::line(cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    let off = report.deviations().count();
    let count = |verdict: &str| {
        let all = report.measurements.iter();
        all.filter(|it| self::verdict(it) == verdict).count()
    };
    let mut counts = format!("{}项合，{off}项不合，{}项未见", count(KEPT), count(ABSENT));
    for verdict in [OPEN, NOT_APPLICABLE] {
        if count(verdict) > 0 {
            counts.push_str(&format!("，{}项{verdict}", count(verdict)));
        }
    }
    terminal::line(&format!(
        "共{}页，按{}量；{counts}",
        report.pages,
        grid(report.line_grid).1,
    ));
    if count(OPEN) > 0 {
        terminal::line("自定：标准没有规定数值，“标准”一栏是常用值，只量不判");
    }
    for reason in reasons(report) {
        terminal::line(&format!("不适用：{reason}"));
    }
    if report.unnamed > 0 {
        let unnamed = report.unnamed;
        terminal::line(&format!(
            "文件没有写明{unnamed}个字是什么字，只量了它们的位置；认字才能量的各项（标点、日期、文号等）不作数"
        ));
    }
}

/// What is said of measures, for people.
const KEPT: &str = "合";
const OFF: &str = "不合";
const ABSENT: &str = "未见";
const OPEN: &str = "自定";
const NOT_APPLICABLE: &str = "不适用";

fn verdict(measurement: &Measurement) -> &'static str {
    match (measurement.is_kept(), measurement.excuse) {
        (Some(true), _) => KEPT,
        (Some(false), _) => OFF,
        (None, _) if measurement.found.is_none() => ABSENT,
        (None, Some(Excuse::NotApplicable(_))) => NOT_APPLICABLE,
        (None, _) => OPEN,
    }
}

/// Why measures do not apply, each reason once.
fn reasons(report: &Report) -> Vec<&'static str> {
    let mut reasons: Vec<&'static str> = Vec::new();
    for measurement in &report.measurements {
        if let Some(reason) = reason(measurement).filter(|it| !reasons.contains(it)) {
            reasons.push(reason);
        }
    }
    reasons
}

fn reason(measurement: &Measurement) -> Option<&'static str> {
    match measurement.excuse? {
        Excuse::NotApplicable(reason) => Some(reason),
        Excuse::Open => None,
    }
}

fn row(measurement: &Measurement) -> [String; 6] {
    let unit = measurement.unit.symbol();
    let number = |number: f64| format!("{}{unit}", rounded(number));
    let found = measurement.found.map(|found| {
        let page = measurement
            .page
            .filter(|_| measurement.is_kept() == Some(false));
        let page = page.map_or_else(String::new, |page| format!("（第{page}页）"));
        format!("{}{page}", number(found))
    });
    let limit = match measurement.limit {
        Limit::Exact => "",
        Limit::AtMost => "≤",
        Limit::AtLeast => "≥",
    };
    [
        measurement.name.to_owned(),
        measurement.clause.to_owned(),
        format!("{limit}{}", number(measurement.expected)),
        found.unwrap_or_else(|| "—".to_owned()),
        measurement.deviation().map_or_else(
            || "—".to_owned(),
            |deviation| format!("{:+}", rounded(deviation)),
        ),
        verdict(measurement).to_owned(),
    ]
}

/// Hundredths are what a page is measured to; no zero is negative.
fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0 + 0.0
}

/// A reading of the line grid, for programs and for people.
fn grid(grid: LineGrid) -> (&'static str, &'static str) {
    match grid {
        LineGrid::Edge => ("edge", "白边到字（首行字顶37毫米）"),
        LineGrid::Box => ("box", "白边到行（各行等分版心高）"),
    }
}

fn json(report: &Report) -> String {
    let measurements: Vec<Value> = report
        .measurements
        .iter()
        .map(|measurement| {
            json!({
                "name": measurement.name,
                "clause": measurement.clause,
                "expected": rounded(measurement.expected),
                "found": measurement.found.map(rounded),
                "deviation": measurement.deviation().map(rounded),
                "tolerance": (measurement.tolerance * 1e4).round() / 1e4,
                "unit": measurement.unit.symbol(),
                "page": measurement.page,
                "limit": match measurement.limit {
                    Limit::Exact => "exact",
                    Limit::AtMost => "at_most",
                    Limit::AtLeast => "at_least",
                },
                "kept": measurement.is_kept(),
                "open": measurement.excuse == Some(Excuse::Open),
                "not_applicable": reason(measurement),
            })
        })
        .collect();
    let report = json!({
        "pages": report.pages,
        "line_grid": grid(report.line_grid).0,
        "unnamed_characters": report.unnamed,
        "measurements": measurements,
    });
    format!("{report:#}")
}
