//! Measures lines from where their glyphs stand, not from what the layout meant to do.

use crate::layout::boundary::is_unit_after_number;
use crate::layout::length::Length;
use crate::layout::page::{Item, Page, Role, TextRun};
use crate::layout::report::LineReport;
use crate::layout::style::PageStyle;
use crate::text::punctuation::{is_double_mark, prohibited_at_line_end, prohibited_at_line_start};
use crate::text::width::{is_full_width, is_han};

/// How far a character may stand from its cell: design.md's bar for every measure.
const TOLERANCE: Length = Length::mm(0.1);

/// A line as it stands on the page.
struct Line {
    element: usize,
    characters: Vec<char>,
    /// The middle of each character's em, from the type area's left edge.
    middles: Vec<Length>,
    /// The right edge of its last character's room, likewise.
    right: Length,
}

/// Measures the lines of 3号 text on all pages.
pub(in crate::layout) fn measure_lines(pages: &[Page], style: &PageStyle) -> LineReport {
    let lines: Vec<Line> = pages.iter().flat_map(|page| lines(page, style)).collect();
    let mut report = LineReport::default();
    for (index, line) in lines.iter().enumerate() {
        let next = lines
            .get(index + 1)
            .filter(|next| next.element == line.element);
        measure_grid(line, next.is_some(), style, &mut report);
        if let Some(next) = next {
            report.lines_short += usize::from(is_short(line, style));
            measure_break(line, next, &mut report);
        }
    }
    report
}

fn lines(page: &Page, style: &PageStyle) -> Vec<Line> {
    let runs: Vec<&TextRun> = page
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(run) if is_measured(run.role) && !run.is_turned => Some(run),
            _ => None,
        })
        .collect();
    runs.chunk_by(|one, other| one.element == other.element && one.start.y == other.start.y)
        .map(|runs| line(runs, style))
        .collect()
}

fn is_measured(role: Role) -> bool {
    matches!(
        role,
        Role::Addressees | Role::Paragraph | Role::Heading(_) | Role::AnnexNote | Role::Remark
    )
}

fn line(runs: &[&TextRun], style: &PageStyle) -> Line {
    let glyphs = || {
        runs.iter()
            .flat_map(|run| run.glyphs.iter().map(move |glyph| (run, glyph)))
    };
    let pen = |run: &TextRun, offset: Length| run.start.x + offset - style.binding;
    let middle = |run: &TextRun, offset: Length| pen(run, offset) + run.size / 2.0;
    let last = glyphs().rfind(|(_, glyph)| glyph.character != ' ');
    Line {
        element: runs[0].element,
        characters: glyphs().map(|(_, glyph)| glyph.character).collect(),
        middles: glyphs()
            .map(|(run, glyph)| middle(run, glyph.offset))
            .collect(),
        right: last.map_or(Length::ZERO, |(run, glyph)| {
            pen(run, glyph.offset) + glyph.advance
        }),
    }
}

fn measure_grid(line: &Line, is_continued: bool, style: &PageStyle, report: &mut LineReport) {
    if !line
        .characters
        .iter()
        .all(|character| is_full_width(*character))
    {
        return;
    }
    let cell = style.cell();
    let on_grid = |middle: &Length| {
        let cells = *middle / cell - 0.5;
        (cell * (cells - cells.round())).abs() <= TOLERANCE
    };
    let han = line
        .characters
        .iter()
        .zip(&line.middles)
        .filter(|(character, _)| is_han(**character));
    for (_, middle) in han {
        report.han_characters += 1;
        report.han_on_grid += usize::from(on_grid(middle));
    }
    if is_continued {
        let is_whole = (line.right - style.type_area.width).abs() <= TOLERANCE;
        report.han_lines += 1;
        report.han_lines_of_measure += usize::from(is_whole);
    }
}

fn is_short(line: &Line, style: &PageStyle) -> bool {
    line.right + style.cell() / 2.0 <= style.type_area.width + TOLERANCE
}

fn measure_break(line: &Line, next: &Line, report: &mut LineReport) {
    let before = line
        .characters
        .iter()
        .rev()
        .find(|character| **character != ' ');
    let (Some(before), Some(after)) = (before, next.characters.first()) else {
        return;
    };
    let is_number = |character: char| character.is_ascii_digit();
    let is_broken = prohibited_at_line_start(*after)
        || prohibited_at_line_end(*before)
        || is_double_mark(*before, *after);
    report.prohibitions_broken += usize::from(is_broken);
    report.numbers_split += usize::from(is_number(*before) && is_number(*after));
    report.units_parted += usize::from(is_unit_after_number(*before, &next.characters));
}
