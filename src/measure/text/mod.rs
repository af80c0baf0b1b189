//! Page, type area, lines and characters: clauses 5.1 to 5.2.3.

mod cells;
mod full_page;
mod line_ends;
mod type_area;

use super::Findings;
use super::lines::{Line, Lines};
use super::pdf::Sheet;
use crate::layout::PageStyle;
use crate::layout::length::Length;
use crate::text::width::is_han;
use cells::grid;
use line_ends::breaks;
use type_area::type_area;

pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    paper(sheets, style, findings);
    type_area(lines, style, findings);
    grid(lines, style, findings);
    breaks(lines, style, findings);
}

/// The page that is furthest off.
fn paper(sheets: &[Sheet], style: &PageStyle, findings: &mut Findings) {
    let worst = |of: fn(&Sheet) -> Length, expected: Length| {
        let sizes = sheets
            .iter()
            .enumerate()
            .map(|(page, sheet)| (of(sheet), page));
        sizes.max_by(|one, other| {
            let off = |size: Length| (size - expected).abs().to_mm();
            off(one.0).total_cmp(&off(other.0))
        })
    };
    let width = worst(|sheet| sheet.size.width, style.paper.width);
    findings.length("幅面宽", "5.1", style.paper.width, width);
    let height = worst(|sheet| sheet.size.height, style.paper.height);
    findings.length("幅面高", "5.1", style.paper.height, height);
}

/// Lines with those that they go on on: the next row, which begins at the left edge.
fn continued<'l>(
    body: &[&'l Line],
    style: &PageStyle,
) -> impl Iterator<Item = (&'l Line, &'l Line)> {
    let cell = style.cell();
    let left = left_edge(body, cell);
    let is_next = move |pair: &[&Line]| {
        let drop = pair[1].baseline() - pair[0].baseline();
        let is_below = drop > Length::ZERO && drop < style.line_pitch() * 1.6;
        pair[1].left(cell) - left < cell * 0.5 && (is_below || pair[1].page > pair[0].page)
    };
    let is_short = move |line: &Line| line.right(cell) - left < cell * 20.0;
    let pairs: Vec<(&Line, &Line)> = body
        .windows(2)
        .filter(|pair| is_next(pair) && !is_short(pair[0]))
        .map(|pair| (pair[0], pair[1]))
        .collect();
    pairs.into_iter()
}

fn left_edge(body: &[&Line], cell: Length) -> Length {
    // An opening mark may have given up the half of its cell before it.
    let begun = body.iter().filter(|line| is_han(line.marks[0].character));
    let lefts = begun.map(|line| line.left(cell).to_mm());
    Length::mm(lefts.fold(f64::MAX, f64::min))
}
