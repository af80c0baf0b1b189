//! Marks of a page → stretches of text on one baseline.

use super::lines::Line;
use super::pdf::{Mark, Rule, Sheet};

/// The lines of a page, from its head and from the left.
pub(super) fn lines_of(page: usize, sheet: &Sheet) -> Vec<Line> {
    let mut marks: Vec<Mark> = sheet
        .marks
        .iter()
        .copied()
        .filter(|mark| mark.is_upright)
        .collect();
    marks.sort_by(|one, other| one.baseline.to_mm().total_cmp(&other.baseline.to_mm()));
    marks
        .chunk_by(|one, other| (other.baseline - one.baseline) < one.size * 0.1)
        .flat_map(|row| stretches(page, row, &sheet.rules))
        .collect()
}

/// Whether a line stands beside a rule between a table's columns.
pub(super) fn is_cell(line: &Line, sheet: &Sheet) -> bool {
    let baseline = line.baseline();
    sheet
        .rules
        .iter()
        .any(|rule| rule.is_upright() && rule.top < baseline && baseline < rule.bottom)
}

/// Parts a row at blanks wider than two ems, at a table's rules, and where the size changes.
fn stretches(page: usize, row: &[Mark], rules: &[Rule]) -> Vec<Line> {
    let baseline = row[0].baseline;
    let is_beside = |rule: &&Rule| rule.top < baseline && baseline < rule.bottom;
    let uprights = rules.iter().filter(|rule| rule.is_upright());
    let parting: Vec<&Rule> = uprights.filter(is_beside).collect();
    let is_parted = |one: &Mark, other: &Mark| {
        let mut between = parting.iter();
        between.any(|rule| one.x < rule.left && rule.left < other.x + other.advance / 2.0)
    };
    let mut row = row.to_vec();
    row.sort_by(|one, other| one.x.to_mm().total_cmp(&other.x.to_mm()));
    row.dedup_by(|again, first| is_drawn_twice(first, again));
    let is_near = |one: &Mark, other: &Mark| {
        let blank = other.x - one.x - one.advance;
        let is_alike = (one.size - other.size).abs() < one.size * 0.2;
        blank < one.size * 2.0 && is_alike && !is_parted(one, other)
    };
    row.chunk_by(is_near)
        .map(|marks| Line {
            page,
            marks: marks.to_vec(),
        })
        .collect()
}

/// Some programs make a character bold by drawing it again a little beside itself.
fn is_drawn_twice(first: &Mark, again: &Mark) -> bool {
    first.character == again.character && again.x - first.x < first.size * 0.1
}
