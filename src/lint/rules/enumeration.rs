//! 一是…；二是…；三是…。 inside one paragraph.

use std::ops::Range;

use crate::lint::view::TextView;

const NUMERALS: &str = "一二三四五六七八九十";

/// 一是, 二是 and so on in one paragraph.
#[derive(Debug)]
pub(super) struct Enumeration {
    /// Where each item begins; the numeral's place.
    pub(super) markers: Vec<usize>,
    /// The numerals' values.
    pub(super) values: Vec<usize>,
    /// The end of the paragraph.
    pub(super) end: usize,
}

impl Enumeration {
    /// The text of an item up to the mark before the next one.
    pub(super) fn item(&self, index: usize) -> Range<usize> {
        let end = self
            .markers
            .get(index + 1)
            .map_or(self.end, |next| next - 1);
        self.markers[index]..end
    }

    /// The marks between the items.
    pub(super) fn separators(&self) -> impl Iterator<Item = usize> + '_ {
        self.markers.iter().skip(1).map(|marker| marker - 1)
    }
}

/// The enumerations of a text that begin with 一是.
pub(super) fn enumerations(view: &TextView<'_>) -> Vec<Enumeration> {
    let paragraphs = view.paragraphs().iter();
    paragraphs
        .flat_map(|paragraph| in_paragraph(view, paragraph.range.clone()))
        .collect()
}

fn in_paragraph(view: &TextView<'_>, range: Range<usize>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    for at in range.clone() {
        // 是 is rarer than the numerals taken together.
        if view.char(at) != '是' || at == range.start || !is_marker(view, at - 1, range.start) {
            continue;
        }
        let value = value(view.char(at - 1));
        if value == 1 {
            found.push(Enumeration {
                markers: Vec::new(),
                values: Vec::new(),
                end: range.end,
            });
        }
        if let Some(last) = found.last_mut() {
            last.markers.push(at - 1);
            last.values.push(value);
        }
    }
    let starts: Vec<usize> = found.iter().map(|list| list.markers[0]).collect();
    for (list, next) in found.iter_mut().zip(starts.iter().skip(1)) {
        list.end = *next;
    }
    found.retain(|list| list.markers.len() > 1);
    found
}

fn value(numeral: char) -> usize {
    NUMERALS
        .chars()
        .position(|c| c == numeral)
        .map_or(0, |index| index + 1)
}

fn is_marker(view: &TextView<'_>, at: usize, start: usize) -> bool {
    NUMERALS.contains(view.char(at)) && (at == start || "。；，：、".contains(view.before(at)))
}
