//! Marks of pages as lines of text.

use std::collections::BTreeMap;

use super::pdf::{Mark, Sheet};
use super::stretches::{is_cell, lines_of};
use crate::layout::PageStyle;
use crate::layout::length::Length;
use crate::text::width::{Width, is_full_width, is_han, width};

/// The share of the em above the baseline.
const ASCENDER: f64 = 0.88;

/// A wider blank, in ems, is not what a line's slack was spread over but a space.
const TYPED_BLANK: f64 = 0.4;

/// A stretch of text on one baseline, without wide blanks in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The page, from 0.
    pub(super) page: usize,
    /// From left to right; never empty.
    pub(super) marks: Vec<Mark>,
}

impl Line {
    /// The characters, without blanks.
    pub(super) fn text(&self) -> String {
        self.marks.iter().map(|mark| mark.character).collect()
    }

    /// The greatest em in it.
    pub(super) fn size(&self) -> Length {
        let sizes = self.marks.iter().map(|mark| mark.size);
        sizes.fold(Length::ZERO, Length::max)
    }

    /// The baseline.
    pub(super) fn baseline(&self) -> Length {
        self.marks[0].baseline
    }

    /// The upper edge of its em box.
    pub(super) fn top(&self) -> Length {
        self.baseline() - self.size() * ASCENDER
    }

    /// Half-way between the edges of its em box: the middle of its row, whatever its size.
    pub(super) fn row_middle(&self) -> Length {
        self.top() + self.size() / 2.0
    }

    /// The lower edge of its em box.
    pub(super) fn bottom(&self) -> Length {
        self.top() + self.size()
    }

    /// The upper edge of its ink; of its em box where the file does not draw it itself.
    pub(super) fn ink_top(&self) -> Length {
        let top = |mark: &Mark| mark.ink.map_or(ASCENDER, |ink| ink.top);
        let tops = self
            .marks
            .iter()
            .map(|mark| mark.baseline - mark.size * top(mark));
        tops.reduce(Length::min).unwrap_or_else(|| self.top())
    }

    /// The lower edge of its ink; of its em box where the file does not draw it itself.
    pub(super) fn ink_bottom(&self) -> Length {
        let bottom = |mark: &Mark| mark.ink.map_or(ASCENDER - 1.0, |ink| ink.bottom);
        let bottoms = self
            .marks
            .iter()
            .map(|mark| mark.baseline - mark.size * bottom(mark));
        bottoms.reduce(Length::max).unwrap_or_else(|| self.bottom())
    }

    /// Its stretches without blanks of so many ems.
    pub(super) fn parted(&self, ems: f64) -> Vec<Self> {
        let is_near = |one: &Mark, other: &Mark| other.x - one.x - one.advance < one.size * ems;
        let stretches = self.marks.chunk_by(is_near);
        let line = |marks: &[Mark]| Self {
            page: self.page,
            marks: marks.to_vec(),
        };
        stretches.map(line).collect()
    }

    /// The left edge of its first character's room, if full-width characters take `cell`.
    pub(super) fn left(&self, cell: Length) -> Length {
        let first = &self.marks[0];
        first.x + first.advance / 2.0 - room(first, cell) / 2.0
    }

    /// The right edge of its last character's room.
    pub(super) fn right(&self, cell: Length) -> Length {
        let last = &self.marks[self.marks.len() - 1];
        last.x + last.advance / 2.0 + room(last, cell) / 2.0
    }

    /// Half-way between both edges.
    pub(super) fn middle(&self, cell: Length) -> Length {
        (self.left(cell) + self.right(cell)) / 2.0
    }

    /// What follows its first so many characters; nothing if no more do.
    pub(super) fn after(&self, count: usize) -> Option<Self> {
        let marks = self.marks.get(count..).filter(|marks| !marks.is_empty())?;
        Some(Self {
            page: self.page,
            marks: marks.to_vec(),
        })
    }

    /// Whether it stands beside another line.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let apart = (self.baseline() - other.baseline()).abs();
        self.page == other.page && apart < Length::mm(0.5)
    }

    /// Whether it holds nothing but full-width characters, blanks that somebody typed left out.
    pub(super) fn is_full_width(&self) -> bool {
        let is_blank_after = |pair: &[Mark]| {
            let blank = pair[1].x - pair[0].x - pair[0].advance;
            blank > pair[0].size * TYPED_BLANK
        };
        self.marks.iter().all(|mark| is_full_width(mark.character))
            && !self.marks.windows(2).any(is_blank_after)
    }

    /// Whether it is a short text at the foot of a page that holds the page's number and little else.
    pub(super) fn is_page_number(&self) -> bool {
        let text = self.text();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        self.baseline() > Length::mm(255.0)
            && text.chars().count() <= 8
            && digits.parse() == Ok(self.page + 1)
            && text
                .chars()
                .all(|it| it.is_ascii_digit() || "—–－-·第页共/".contains(it))
    }

    /// Whether it is a line with which an imprint begins (7.4.2 and 7.4.3).
    pub(super) fn begins_imprint(&self) -> bool {
        let text = self.text();
        let mut labels = ["主送：", "抄送："].iter();
        labels.any(|label| text.starts_with(label)) || text.ends_with("印发")
    }

    /// Whether its ink is red.
    pub(super) fn is_red(&self) -> bool {
        self.marks[0].is_red
    }
}

/// The room of a mark: a cell, half of one, or what its font gives it.
fn room(mark: &Mark, cell: Length) -> Length {
    match (mark.character, width(mark.character)) {
        ('%' | '@' | '&', _) | (_, Width::Full) => cell.max(mark.advance.min(cell * 1.02)),
        (_, Width::Half) => cell / 2.0,
        (_, Width::Natural) => mark.advance,
    }
}

/// The lines of a document.
#[derive(Debug)]
pub(super) struct Lines {
    /// In order of pages, from the head, from the left.
    pub(super) all: Vec<Line>,
    /// The em that most Han characters have.
    pub(super) body_size: Length,
}

impl Lines {
    /// Gathers the upright marks of all pages.
    pub(super) fn new(sheets: &[Sheet]) -> Self {
        let lines = sheets.iter().enumerate();
        let all: Vec<Line> = lines
            .flat_map(|(page, sheet)| lines_of(page, sheet))
            .collect();
        // A long table and a long imprint may hold more characters than the text.
        let imprint = all.iter().position(Line::begins_imprint);
        let before = &all[..imprint.unwrap_or(all.len())];
        let texts = before
            .iter()
            .filter(|line| !is_cell(line, &sheets[line.page]));
        let texts: Vec<&Line> = texts.collect();
        let body_size = if texts.is_empty() {
            body_size(&all.iter().collect::<Vec<_>>())
        } else {
            body_size(&texts)
        };
        Self { all, body_size }
    }

    /// Lines in the body's size and in black; page numbers in that size are none.
    pub(super) fn body(&self) -> impl Iterator<Item = &Line> {
        self.all.iter().filter(|line| self.is_body(line))
    }

    fn is_body(&self, line: &Line) -> bool {
        let is_of_size = (line.size() - self.body_size).abs() < self.body_size * 0.02;
        !line.is_red() && is_of_size && !line.is_page_number()
    }

    /// Lines of one page.
    pub(super) fn of_page(&self, page: usize) -> impl Iterator<Item = &Line> {
        self.all.iter().filter(move |line| line.page == page)
    }

    /// The nearest line of text that stands above another one by more than half a row of `pitch`.
    pub(super) fn above(&self, below: &Line, pitch: Length) -> Option<&Line> {
        let is_above = |line: &&Line| {
            !line.is_red()
                && !line.is_page_number()
                && below.baseline() - line.baseline() > pitch * 0.5
        };
        let above = self.of_page(below.page).filter(is_above);
        above.max_by(|one, other| one.baseline().to_mm().total_cmp(&other.baseline().to_mm()))
    }

    /// The line pitch of one page, which 7.3.5.5 allows to be tightened.
    pub(super) fn pitch_of_page(&self, style: &PageStyle, page: usize) -> Length {
        let pitch = self.pitch_on(style, |other| other == page);
        pitch.unwrap_or_else(|| style.line_pitch())
    }

    /// The usual distance of two baselines of the body.
    pub(super) fn pitch(&self, style: &PageStyle) -> Option<Length> {
        self.pitch_on(style, |_| true)
    }

    /// The usual distance of two baselines of the body on some of the pages.
    pub(super) fn pitch_on(
        &self,
        style: &PageStyle,
        is_meant: impl Fn(usize) -> bool,
    ) -> Option<Length> {
        let body: Vec<&Line> = self.body().collect();
        let usual = style.line_pitch();
        let pitches: Vec<f64> = body
            .windows(2)
            .filter(|pair| pair[0].page == pair[1].page && is_meant(pair[0].page))
            .map(|pair| (pair[1].baseline() - pair[0].baseline()).to_mm())
            .filter(|pitch| (usual.to_mm() * 0.6..usual.to_mm() * 1.5).contains(pitch))
            .collect();
        median(pitches).map(Length::mm)
    }
}

/// The middle one of some numbers.
pub(super) fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

/// A line of so many characters is text, and no cell of a table.
const LONG_LINE: usize = 20;

/// The size of most Han in lines of text; of all Han where there are none.
fn body_size(lines: &[&Line]) -> Length {
    let is_long = |line: &&&Line| line.marks.len() >= LONG_LINE;
    let least = if lines.iter().any(|line| is_long(&line)) {
        LONG_LINE
    } else {
        0
    };
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let texts = lines.iter().filter(|line| line.marks.len() >= least);
    let marks = texts.flat_map(|line| &line.marks);
    for mark in marks.filter(|mark| is_han(mark.character)) {
        let size = (mark.size.to_pt() * 20.0).round() as i64;
        *counts.entry(size).or_default() += 1;
    }
    let usual = counts.into_iter().max_by_key(|(_, count)| *count);
    Length::pt(usual.map_or(16.0, |(size, _)| size as f64 / 20.0))
}
