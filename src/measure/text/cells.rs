//! The grid of cells: characters in a full line, their pitch, and the share that keeps to it; 5.2.3.

use super::super::lines::{Line, Lines, median};
use super::super::pdf::Mark;
use super::super::{Findings, TOLERANCE, Unit};
use super::left_edge;
use crate::layout::length::Length;
use crate::layout::{Grid, PageStyle};
use crate::text::width::is_han;

/// Why the distance of characters is nothing to judge in a letter that asks for it.
const LOOSE: &str = "单位要求每行拉齐右边（page.grid: loose），字距随行变化，不对字格";

/// So many lines of one length show how long a file's lines are, if none comes up to the edge.
const LINES_THAT_AGREE: usize = 3;

/// A stretch of Han is long enough to tell the pitch of its characters.
const LONG_STRETCH: usize = 6;

/// Lines of full-width characters that are as wide as the type area, their count and their places.
pub(super) fn grid(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let cell = style.cell();
    let body: Vec<&Line> = lines.body().collect();
    let left = left_edge(&body, cell);
    let body = full_width_text(&body, left, cell);
    findings.number(
        ("满行字数", "5.2.3"),
        style.cells as f64,
        characters_in_a_line(&body, left, style),
        Unit::Count,
        0.0,
    );
    let pitch = cell_pitch(&body);
    findings.length("字距", "5.2.3", cell, pitch.map(|pitch| (pitch, 0)));
    // A whole line may be off by as much as any length.
    findings.allowing(TOLERANCE / (style.cells - 1) as f64);
    let is_loose = style.grid == Grid::Loose;
    if is_loose {
        findings.not_applicable(LOOSE);
    }
    let share = pitch.and_then(|pitch| on_grid(&body, left, pitch));
    findings.number(("合网格的字", "5.2.3"), 100.0, share, Unit::Percent, 0.0);
    if is_loose {
        findings.not_applicable(LOOSE);
    }
}

/// Lines of text of full-width characters only.
fn full_width_text<'l>(body: &[&'l Line], left: Length, cell: Length) -> Vec<&'l Line> {
    // Text begins at the left edge or two cells from it; closing block and class mark do not.
    let is_text = |line: &&Line| {
        let indent = (line.left(cell) - left) / cell;
        line.is_full_width() && (indent.abs() < 0.3 || (indent - 2.0).abs() < 0.3)
    };
    // Names beside each other are sign-offs of a joint letter.
    let is_alone = |line: &&Line| {
        let row = body.iter().filter(|other| {
            other.page == line.page && (other.baseline() - line.baseline()).abs() < Length::mm(0.5)
        });
        row.count() == 1
    };
    let text = body.iter().copied().filter(is_text);
    text.filter(is_alone).collect()
}

/// How many characters a line from edge to edge has.
fn characters_in_a_line(body: &[&Line], left: Length, style: &PageStyle) -> Option<f64> {
    let cell = style.cell();
    // A mark that gave up half of its cell would seem to stand beyond the edge.
    let ends_in_han = |line: &&&Line| is_han(line.marks[line.marks.len() - 1].character);
    let edges = body.iter().filter(ends_in_han);
    let edges = edges.map(|line| line.right(cell).to_mm());
    let right = Length::mm(edges.fold(0.0, f64::max));
    let is_whole = |line: &&&Line| {
        right - line.right(cell) < cell * 0.3
            && line.left(cell) - left < cell * 0.3
            && line.marks.len() > style.cells / 2
    };
    let whole: Vec<&Line> = body.iter().filter(is_whole).copied().collect();
    // One short line may end before the edge for a mark that must not begin the next one.
    let is_at_edge = (style.right() - right).abs() < cell * 0.5;
    let counts = whole.iter().map(|line| line.marks.len() as f64);
    let counts = counts.filter(|_| is_at_edge || whole.len() >= LINES_THAT_AGREE);
    median(counts.collect())
}

/// The usual distance of Han from Han, over stretches of them.
fn cell_pitch(body: &[&Line]) -> Option<Length> {
    let stretches = body.iter().flat_map(|line| {
        let is_same = |one: &Mark, other: &Mark| is_han(one.character) && is_han(other.character);
        line.marks.chunk_by(is_same)
    });
    let pitches = stretches
        .filter(|stretch| stretch.len() >= LONG_STRETCH)
        .map(|stretch| {
            let count = stretch.len() - 1;
            (stretch[count].x - stretch[0].x).to_mm() / count as f64
        });
    median(pitches.collect()).map(Length::mm)
}

/// The share of Han characters that stand on the file's own grid of cells within 0.1 mm.
fn on_grid(body: &[&Line], left: Length, cell: Length) -> Option<f64> {
    let han = || {
        let marks = body.iter().flat_map(|line| &line.marks);
        marks.filter(|mark| is_han(mark.character))
    };
    // The first cell's middle, by the characters themselves: fonts differ in their advances.
    let firsts = body.iter().map(|line| &line.marks[0]);
    let firsts = firsts.filter(|mark| is_han(mark.character) && mark.x - left < cell * 0.5);
    let first = median(
        firsts
            .map(|mark| (mark.x + mark.advance / 2.0).to_mm())
            .collect(),
    )?;
    let is_on_grid = |mark: &&Mark| {
        let cells = (mark.x + mark.advance / 2.0 - Length::mm(first)) / cell;
        (cell * (cells - cells.round())).abs() <= Length::mm(TOLERANCE)
    };
    let all = han().count();
    (all > 0).then(|| 100.0 * han().filter(is_on_grid).count() as f64 / all as f64)
}
