//! Annexes (附件): clause 7.3.7. One that is set across is not measured.

use super::closing::date;
use super::findings::Place;
use super::lines::{Line, Lines};
use super::pdf::Sheet;
use super::stretches::is_cell;
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

const CLAUSE: &str = "7.3.7";

pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let annexes = annexes(sheets, lines);
    if annexes.is_empty() {
        return;
    }
    new_pages(lines, &annexes, findings);
    marks(&annexes, style, findings);
    titles(&annexes, style, findings);
}

/// Whether a text is the mark of an annex: 附件, with its number if there are several.
pub(super) fn is_mark(text: &str) -> bool {
    let Some(number) = text.strip_prefix("附件") else {
        return false;
    };
    let number = number.strip_suffix(['：', ':']).unwrap_or(number);
    let is_digit = |it: char| it.is_ascii_digit() || "一二三四五六七八九十".contains(it);
    number.chars().count() <= 2 && number.chars().all(is_digit)
}

/// The first page that begins with an annex.
pub(super) fn first_page(lines: &Lines) -> Option<usize> {
    let first_of_page = |pair: &&[Line]| pair[0].page < pair[1].page;
    let firsts = lines.all.windows(2).filter(first_of_page);
    let mut annexes = firsts.filter(|pair| is_mark(&pair[1].text()));
    annexes.next().map(|pair| pair[1].page)
}

/// An annex as its page shows it.
struct Annex<'l> {
    mark: &'l Line,
    /// The lines of its title, from above; empty if nothing stands under the mark.
    title: Vec<&'l Line>,
}

/// The annexes that follow the date of issue, or a page that begins with one.
fn annexes<'l>(sheets: &[Sheet], lines: &'l Lines) -> Vec<Annex<'l>> {
    let date = date(lines).map(|date| (date.page, date.baseline()));
    let page = first_page(lines).unwrap_or(usize::MAX);
    let is_after = |line: &Line| match date {
        Some(date) => (line.page, line.baseline()) > date,
        None => line.page >= page,
    };
    let texts = lines.all.iter().filter(|line| !line.is_red());
    let texts = texts.filter(|line| !is_cell(line, &sheets[line.page]));
    let texts: Vec<&Line> = texts.filter(|line| !line.is_page_number()).collect();
    let marks = texts.iter().enumerate();
    marks
        .filter(|(_, line)| is_after(line) && is_mark(&line.text()))
        .map(|(index, mark)| Annex {
            mark,
            title: title(&texts[index + 1..], mark, lines.body_size),
        })
        .collect()
}

/// The first row under a mark, with those that follow it if it is larger than the text.
fn title<'l>(below: &[&'l Line], mark: &Line, body_size: Length) -> Vec<&'l Line> {
    let below = below.iter().copied().filter(|line| line.page == mark.page);
    let mut below = below.skip_while(|line| line.is_beside(mark));
    let Some(first) = below.next() else {
        return Vec::new();
    };
    let is_large = first.size() > body_size * 1.2;
    let is_title = |line: &&Line| {
        let is_of_size = (line.size() - first.size()).abs() < first.size() * 0.02;
        line.is_beside(first) || (is_large && is_of_size)
    };
    let mut title = vec![first];
    title.extend(below.take_while(is_title));
    title
}

/// An annex begins a page.
fn new_pages(lines: &Lines, annexes: &[Annex<'_>], findings: &mut Findings) {
    let is_under_text = |annex: &&Annex<'_>| {
        let mut page = lines.of_page(annex.mark.page);
        page.any(|line| line.baseline() < annex.mark.baseline() && !line.is_beside(annex.mark))
    };
    let wrong = annexes.iter().filter(is_under_text).count() as f64;
    let name = ("附件没有另起一面", CLAUSE);
    findings.number(name, 0.0, Some(wrong), Unit::Count, 0.0);
}

/// 附件 with its number: 3号黑体, flush left on the first row.
fn marks(annexes: &[Annex<'_>], style: &PageStyle, findings: &mut Findings) {
    let marks = || annexes.iter().map(|annex| annex.mark);
    let place = |expected, of: &dyn Fn(&Line) -> Length| {
        let place = |mark: &Line| Place {
            expected,
            found: of(mark),
            page: mark.page,
        };
        marks().map(place).collect::<Vec<_>>()
    };
    let lefts = place(style.binding, &|mark| mark.left(style.cell()));
    findings.furthest("附件标记左边", CLAUSE, lefts);
    let tops = place(style.row_top(0), &Line::top);
    findings.furthest("附件标记上边", CLAUSE, tops);
    let no3 = style.sizes.no3;
    let sizes = marks().map(Line::size);
    let size = sizes.max_by(|one, other| {
        let off = |size: Length| (size - no3).abs().to_mm();
        off(*one).total_cmp(&off(*other))
    });
    let size = size.map(Length::to_pt);
    let name = ("附件标记字号", CLAUSE);
    findings.number(name, no3.to_pt(), size, Unit::Point, 0.1);
    faces(annexes, findings);
}

/// The marks' face, where the names of their fonts tell it.
fn faces(annexes: &[Annex<'_>], findings: &mut Findings) {
    let face = |annex: &Annex<'_>| {
        let marks = annex.mark.marks.iter();
        marks
            .filter_map(|mark| mark.is_heiti)
            .reduce(|one, other| one && other)
    };
    let known: Vec<bool> = annexes.iter().filter_map(face).collect();
    if !known.is_empty() {
        let others = known.iter().filter(|is_heiti| !**is_heiti).count() as f64;
        let name = ("附件标记不是黑体", CLAUSE);
        findings.number(name, 0.0, Some(others), Unit::Count, 0.0);
    }
}

/// Titles: in the middle of the type area, the first row on the third one.
fn titles(annexes: &[Annex<'_>], style: &PageStyle, findings: &mut Findings) {
    let middle = style.binding + style.type_area.width / 2.0;
    let rows = annexes.iter().flat_map(|annex| {
        let rows = annex.title.chunk_by(|one, other| one.is_beside(other));
        rows.map(|row| Place {
            expected: middle,
            found: row_middle(row),
            page: row[0].page,
        })
    });
    let is_titled = rows.clone().next().is_some();
    findings.furthest("附件标题中线", CLAUSE, rows);
    if is_titled {
        // Digits of a proportional font stand in their half cells by their own shape.
        findings.allowing(0.5);
    }
    let third = style.row_top(2) + style.sizes.no3 / 2.0;
    let firsts = annexes.iter().filter_map(|annex| annex.title.first());
    let tops = firsts.map(|first| Place {
        expected: third - first.size() / 2.0,
        found: first.top(),
        page: first.page,
    });
    findings.furthest("附件标题上边", CLAUSE, tops);
}

/// Half-way between the outer edges of lines beside each other.
fn row_middle(row: &[&Line]) -> Length {
    let lefts = row.iter().map(|line| line.left(line.size()));
    let rights = row.iter().map(|line| line.right(line.size()));
    let left = lefts.reduce(Length::min).unwrap_or_default();
    let right = rights.reduce(Length::max).unwrap_or_default();
    (left + right) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_notes_and_other_texts() {
        for mark in ["附件", "附件1", "附件12", "附件二", "附件1：", "附件："] {
            assert!(is_mark(mark), "{mark}");
        }
        for text in ["附件：名单", "附件1名单", "附件所列", "附", "见附件1"] {
            assert!(!is_mark(text), "{text}");
        }
    }
}
