//! Page, type area, lines and characters: clauses 5.1 to 5.2.3.

use super::annexes::is_mark;
use super::closing::date;
use super::lines::{Line, Lines, median};
use super::pdf::{Mark, Sheet};
use super::{Findings, Unit};
use crate::layout::length::Length;
use crate::layout::{Grid, PageStyle};
use crate::text::punctuation::{is_double_mark, prohibited_at_line_end, prohibited_at_line_start};
use crate::text::width::is_han;

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

fn type_area(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let cell = style.cell();
    let least = |of: &dyn Fn(&Line) -> Length, lines: &[&Line]| {
        let places = lines.iter().map(|line| (of(line), line.page));
        places.min_by(|one, other| one.0.to_mm().total_cmp(&other.0.to_mm()))
    };
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
    let left = least(&|line| line.left(cell), &begun);
    let right = least(&|line| -line.right(cell), &ended).map(|(right, page)| (-right, page));
    // A line of text begins under the head of page 1; later pages begin with one.
    let later: Vec<&Line> = body.iter().copied().filter(|line| line.page > 0).collect();
    let top = least(&|line| line.top(), &later);
    // The white edge may be meant up to the lines or, as the standard's own, up to the characters.
    let edge = match top {
        Some((top, _)) if (top - style.head).abs() < (top - style.row_top(0)).abs() => style.head,
        _ => style.row_top(0),
    };
    findings.length("天头", "5.2.1", edge, top);
    findings.allowing(1.0);
    findings.length("订口", "5.2.1", style.binding, left);
    findings.allowing(1.0);
    let width = left.zip(right);
    let width = width.map(|((left, _), (right, page))| (right - left, page));
    findings.length("版心宽", "5.2.1", style.type_area.width, width);
    let full = fullest(lines, style);
    let height = style.row_top(style.lines - 1) + style.sizes.no3 - style.row_top(0);
    let found = full
        .as_ref()
        .map(|page| (page.bottom - page.top, page.page));
    findings.length("首行字顶到末行字底", "5.2.1", height, found);
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
        findings.allowing(allowed.to_mm().max(super::TOLERANCE));
    }
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

/// A page of text from the first line to the last.
struct FullPage {
    page: usize,
    top: Length,
    bottom: Length,
    rows: usize,
}

/// The page with the most lines between the first and the last page of text; the one before the
/// closing block may have given rows to it (7.3.5.5), and shows nothing then.
fn fullest(lines: &Lines, style: &PageStyle) -> Option<FullPage> {
    let pitch = lines.pitch(style)?;
    let last = lines.body().map(|line| line.page).max()?;
    let page = |page: usize| {
        let mut body = lines.body().filter(|line| line.page == page);
        let first = body.next()?;
        let last = body.last()?;
        let rows = ((last.baseline() - first.baseline()) / pitch).round() as usize + 1;
        let (top, bottom) = (first.top(), last.bottom());
        Some(FullPage {
            page,
            top,
            bottom,
            rows,
        })
    };
    let given = giving_page(lines, style, pitch);
    let pages = (1..last).filter(|page| !begins_annex(lines, page + 1));
    let pages = pages.filter_map(page);
    pages
        .filter(|page| Some(page.page) != given)
        .max_by_key(|page| page.rows)
}

/// Whether an annex begins on a page, perhaps across it, so that the one before need not be full.
fn begins_annex(lines: &Lines, page: usize) -> bool {
    let first = lines.body().find(|line| line.page == page).map(Line::text);
    first.is_none_or(|text| is_mark(&text))
}

/// The page whose last rows went to the next one with the closing block: that begins with them alone.
fn giving_page(lines: &Lines, style: &PageStyle, pitch: Length) -> Option<usize> {
    let date = date(lines)?.page;
    let rows: Vec<Length> = lines
        .body()
        .filter(|line| line.page == date)
        .map(Line::baseline)
        .collect();
    let is_blank_between = |pair: &[Length]| pair[1] - pair[0] > pitch * 1.5;
    let first = rows.windows(2).position(is_blank_between)? + 1;
    // A heading goes with its text.
    (first <= style.closing_block.rows_carried + 2).then(|| date.checked_sub(1))?
}

/// Lines of full-width characters that are as wide as the type area, their count and their places.
fn grid(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let cell = style.cell();
    let body: Vec<&Line> = lines.body().collect();
    let left = left_edge(&body, cell);
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
    let body: Vec<&Line> = body
        .iter()
        .copied()
        .filter(is_text)
        .filter(is_alone)
        .collect();
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
    let counts = counts
        .filter(|_| is_at_edge || whole.len() >= LINES_THAT_AGREE)
        .collect();
    findings.number(
        ("满行字数", "5.2.3"),
        style.cells as f64,
        median(counts),
        Unit::Count,
        0.0,
    );
    let pitch = cell_pitch(&body);
    findings.length("字距", "5.2.3", cell, pitch.map(|pitch| (pitch, 0)));
    // A whole line may be off by as much as any length.
    findings.allowing(super::TOLERANCE / (style.cells - 1) as f64);
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

/// Why the distance of characters is nothing to judge in a letter that asks for it.
const LOOSE: &str = "单位要求每行拉齐右边（page.grid: loose），字距随行变化，不对字格";

/// So many lines of one length show how long a file's lines are, if none comes up to the edge.
const LINES_THAT_AGREE: usize = 3;

/// A stretch of Han is long enough to tell the pitch of its characters.
const LONG_STRETCH: usize = 6;

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
        (cell * (cells - cells.round())).abs() <= Length::mm(super::TOLERANCE)
    };
    let all = han().count();
    (all > 0).then(|| 100.0 * han().filter(is_on_grid).count() as f64 / all as f64)
}

/// Characters at the wrong end of a line, and numbers broken over two lines.
fn breaks(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let body: Vec<&Line> = lines.body().collect();
    let ends: Vec<(char, char)> = continued(&body, style)
        .map(|(line, next)| {
            let last = line.marks[line.marks.len() - 1].character;
            (last, next.marks[0].character)
        })
        .collect();
    let count = |is: &dyn Fn(char, char) -> bool| {
        Some(
            ends.iter()
                .filter(|(before, after)| is(*before, *after))
                .count() as f64,
        )
    };
    let prohibited = count(&|before, after| {
        prohibited_at_line_start(after)
            || prohibited_at_line_end(before)
            || is_double_mark(before, after)
    });
    let name = ("避头尾差错", "5.2.3（GB/T 15834 5.1）");
    findings.number(name, 0.0, prohibited, Unit::Count, 0.0);
    let numbers = count(&|before, after| before.is_ascii_digit() && after.is_ascii_digit());
    findings.number(("数字拆行", "5.2.3"), 0.0, numbers, Unit::Count, 0.0);
}
