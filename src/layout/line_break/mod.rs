//! Breaks a paragraph into lines on the grid of half cells.

mod orphan;
mod trim;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::boundary::{Boundary, Break};
use super::cells::{Atom, AtomKind};
use trim::Marks;

/// The kinds of break, the more willing first, each with the blank half cells at a line's end up to
/// which the next kind is not asked: a date is divided before a line ends more than a cell short, a
/// figure only before it ends more than four cells short, a number and its unit before a quarter of
/// the line is blank.
const WILLINGNESS: [(Break, usize); 4] = [
    (Break::Free, 2),
    (Break::Part, 8),
    (Break::Figure, 8),
    (Break::Unit, 0),
];

/// A paragraph ready to be broken.
pub(super) struct Material<'a> {
    /// Its characters.
    pub(super) characters: &'a [char],
    /// Its atoms.
    pub(super) atoms: &'a [Atom],
    /// The place before each character.
    pub(super) boundaries: &'a [Boundary],
}

/// A line: which atoms, and which of them give up half a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The atoms, spaces at the end included.
    pub(super) atoms: Range<usize>,
    /// Marks that give up their blank half, in order.
    pub(super) trimmed: Vec<usize>,
    /// Whether the paragraph ends here.
    pub(super) is_last: bool,
    /// Whether the line had to be broken where it must not.
    pub(super) is_forced: bool,
}

/// Where a line ends.
struct End {
    atom: usize,
    trimmed: Vec<usize>,
    is_forced: bool,
}

/// Breaks a paragraph; `first` and `rest` are the half cells of its first and its other lines.
///
/// A prohibited character never begins or ends a line and no number is broken, unless a text has
/// no place at all to break it: then the line is marked as forced.
pub(super) fn lines(material: &Material<'_>, first: usize, rest: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < material.atoms.len() {
        let measure = if lines.is_empty() { first } else { rest };
        let end = material.line_end(start, measure);
        lines.push(Line {
            atoms: start..end.atom,
            trimmed: end.trimmed,
            is_last: end.atom == material.atoms.len(),
            is_forced: end.is_forced,
        });
        start = end.atom;
    }
    material.join_orphan(&mut lines, first, rest);
    lines
}

impl Material<'_> {
    fn line_end(&self, start: usize, measure: usize) -> End {
        let fit = self.fitting(start, measure);
        if fit == self.atoms.len() {
            return End {
                atom: fit,
                trimmed: Vec::new(),
                is_forced: false,
            };
        }
        let Some((natural, level)) = self.natural_end(start, fit, measure) else {
            return End {
                atom: fit.max(start + 1),
                trimmed: Vec::new(),
                is_forced: true,
            };
        };
        let slack = measure - self.halves(start..natural);
        let pulled = (natural < fit || slack >= 2)
            .then(|| self.pulled_end(start..natural, level, Marks::Joined, measure))
            .flatten();
        let pulled = pulled.or_else(|| self.filled_end(start..natural, level, slack, measure));
        pulled.unwrap_or(End {
            atom: natural,
            trimmed: Vec::new(),
            is_forced: false,
        })
    }

    /// The end of the atoms that fit, spaces at the end not counted.
    fn fitting(&self, start: usize, measure: usize) -> usize {
        let mut halves = 0;
        for (index, atom) in self.atoms.iter().enumerate().skip(start) {
            halves += atom.halves;
            if halves > measure && atom.kind != AtomKind::Space {
                return index;
            }
        }
        self.atoms.len()
    }

    /// The last willing break; the less willing ones only where a line would be left half empty.
    fn natural_end(&self, start: usize, fit: usize, measure: usize) -> Option<(usize, Break)> {
        let mut best: Option<(usize, Break)> = None;
        for (level, tolerated) in WILLINGNESS {
            let end = (start + 1..=fit).rev().find(|end| self.is_end(*end, level));
            if let Some(end) = end.filter(|end| best.is_none_or(|(best, _)| *end > best)) {
                best = Some((end, level));
            }
            let slack = best.map(|(end, _)| measure - self.halves(start..end).min(measure));
            let tolerated = match level {
                Break::Figure => tolerated.max(measure / 4),
                _ => tolerated,
            };
            if slack.is_some_and(|slack| slack <= tolerated) {
                break;
            }
        }
        best
    }

    fn is_end(&self, end: usize, level: Break) -> bool {
        self.atoms
            .get(end)
            .is_none_or(|atom| self.boundaries[atom.characters.start].r#break <= level)
    }

    /// An end that leaves no hole where the line would else be `slack` short, more than a cell: the
    /// next one, or the next one inside a date or range.
    fn filled_end(
        &self,
        natural: Range<usize>,
        level: Break,
        slack: usize,
        measure: usize,
    ) -> Option<End> {
        let [(_, tolerated), ..] = WILLINGNESS;
        let levels = [level, Break::Part];
        let pull = |level| self.pulled_end(natural.clone(), level, Marks::Single, measure);
        (slack > tolerated)
            .then(|| levels.into_iter().find_map(pull))
            .flatten()
    }

    /// The next end after the line `natural`, if marks can give up what it is too long by.
    fn pulled_end(
        &self,
        natural: Range<usize>,
        level: Break,
        marks: Marks,
        measure: usize,
    ) -> Option<End> {
        let start = natural.start;
        let end = (natural.end + 1..=self.atoms.len()).find(|end| self.is_end(*end, level))?;
        let excess = self.halves(start..end).checked_sub(measure)?;
        let trimmed = self.trimmed(self.without_spaces(start..end), excess, marks)?;
        Some(End {
            atom: end,
            trimmed,
            is_forced: false,
        })
    }

    /// The line without the spaces at its end.
    pub(super) fn without_spaces(&self, line: Range<usize>) -> Range<usize> {
        let spaces = self.atoms[line.clone()]
            .iter()
            .rev()
            .take_while(|atom| atom.kind == AtomKind::Space)
            .count();
        line.start..line.end - spaces
    }

    /// The half cells of a line without the spaces at its end and before any mark gives way.
    pub(super) fn halves(&self, line: Range<usize>) -> usize {
        self.atoms[self.without_spaces(line)]
            .iter()
            .map(|atom| atom.halves)
            .sum()
    }

    /// Whether a line holds nothing but full-width characters.
    pub(super) fn is_full_width(&self, line: Range<usize>) -> bool {
        self.atoms[self.without_spaces(line)]
            .iter()
            .all(|atom| atom.kind == AtomKind::Full)
    }
}
