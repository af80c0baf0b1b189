//! The type area (版心): its edges, its rows and their pitch, clauses 5.2.1 to 5.2.3.

use super::super::closing::date;
use super::super::lines::{Line, Lines};
use super::super::{Findings, TOLERANCE, Unit};
use super::continued;
use super::full_page::{FullPage, fullest};
use crate::layout::PageStyle;
use crate::layout::length::Length;
use crate::text::width::is_han;

/// The edges of the type area, its rows, and what stands under it.
pub(super) fn type_area(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    head(lines, style, findings);
    sides(lines, style, findings);
    let full = fullest(lines, style);
    height(full.as_ref(), style, findings);
    let size = Some(lines.body_size.to_pt());
    findings.number(
        ("正文字号", "5.2.2"),
        style.sizes.no3.to_pt(),
        size,
        Unit::Point,
        0.1,
    );
    line_pitch(lines, style, findings);
    let rows = full.map(|page| page.rows as f64);
    findings.number(
        ("每面行数", "5.2.3"),
        style.lines as f64,
        rows,
        Unit::Count,
        0.0,
    );
    text_under(lines, style, findings);
}

/// Where the first lines of pages begin: 天头.
fn head(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    // A line of text begins under the head of page 1; later pages begin with one.
    let later: Vec<&Line> = lines.body().filter(|line| line.page > 0).collect();
    let top = least(Line::top, &later);
    // The white edge may be meant up to the lines or, as the standard's own, up to the characters.
    let edge = match top {
        Some((top, _)) if (top - style.head).abs() < (top - style.row_top(0)).abs() => style.head,
        _ => style.row_top(0),
    };
    findings.length("天头", "5.2.1", edge, top);
    findings.allowing(1.0);
}

/// Where lines begin and end: 订口 and the width between.
fn sides(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let cell = style.cell();
    let body: Vec<&Line> = lines.body().collect();
    // Marks may give up half of their cell and digits stand by their own shape: Han show the edges.
    let is_han_at = |line: &Line, index: usize| is_han(line.marks[index].character);
    let begun: Vec<&Line> = body
        .iter()
        .copied()
        .filter(|line| is_han_at(line, 0))
        .collect();
    // Only a line that goes on on the next one comes up to the right edge.
    let ended = continued(&body, style).map(|(line, _)| line);
    let ended: Vec<&Line> = ended
        .filter(|line| is_han_at(line, line.marks.len() - 1))
        .collect();
    let left = least(|line| line.left(cell), &begun);
    let right = least(|line| -line.right(cell), &ended).map(|(right, page)| (-right, page));
    findings.length("订口", "5.2.1", style.binding, left);
    findings.allowing(1.0);
    let width = left.zip(right);
    let width = width.map(|((left, _), (right, page))| (right - left, page));
    findings.length("版心宽", "5.2.1", style.type_area.width, width);
}

/// The least of a length of these lines, and its page.
fn least(of: impl Fn(&Line) -> Length, lines: &[&Line]) -> Option<(Length, usize)> {
    let places = lines.iter().map(|line| (of(line), line.page));
    places.min_by(|one, other| one.0.to_mm().total_cmp(&other.0.to_mm()))
}

/// From the top of the fullest page's first line to the bottom of its last one.
fn height(full: Option<&FullPage>, style: &PageStyle, findings: &mut Findings) {
    let height = style.row_top(style.lines - 1) + style.sizes.no3 - style.row_top(0);
    let found = full.map(|page| (page.bottom - page.top, page.page));
    findings.length("首行字顶到末行字底", "5.2.1", height, found);
}

/// Lines of text under the type area, where nothing but the page number stands.
fn text_under(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let is_under = |line: &&Line| !line.is_page_number() && line.baseline() > style.foot();
    let under = lines.all.iter().filter(is_under).count() as f64;
    findings.number(
        ("版心以下的文字行", "5.2.1"),
        0.0,
        Some(under),
        Unit::Count,
        0.0,
    );
}

/// The line pitch of the pages without the closing block, which 7.3.5.5 allows to be tightened.
fn line_pitch(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let date = date(lines).map(|date| date.page);
    let others = lines.pitch_on(style, |page| Some(page) != date);
    let pitch = others.or_else(|| lines.pitch(style));
    let found = pitch.map(|pitch| (pitch, 0));
    findings.length("行距", "5.2.3", style.line_pitch(), found);
    let is_tightened = pitch.is_some_and(|pitch| pitch < style.line_pitch());
    if others.is_none() && is_tightened {
        let allowed = style.line_pitch() * style.closing_block.tightening;
        findings.allowing(allowed.to_mm().max(TOLERANCE));
    }
}
