//! Which marks of a line give up their blank halves.

use std::ops::Range;

use super::super::cells::{Atom, AtomKind};
use super::Material;
use crate::text::punctuation::{BlankHalf, blank_half};

/// Which marks may give up their blank halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Those at the line's end and beside other marks.
    Joined,
    /// Those that stand alone as well.
    Single,
}

impl Material<'_> {
    /// Marks whose blank halves give up `excess` half cells; absent if there are not enough.
    ///
    /// Marks at the line's end and beside other marks come first. In a line of full-width characters
    /// only, the Han after a mark must stay on the grid: the marks of one place give up two halves,
    /// and a single half is given up by none. Where digits and letters have moved the Han already, a
    /// mark that stands alone may give up its half as well (CLREQ 3.1.6), the last ones first.
    pub(super) fn trimmed(
        &self,
        line: Range<usize>,
        excess: usize,
        marks: Marks,
    ) -> Option<Vec<usize>> {
        let is_full = self.is_full_width(line.clone());
        let mut trimmed = Vec::new();
        for run in self.mark_runs(line.clone()).into_iter().rev() {
            let open = excess - trimmed.len();
            let joined = self.trimmable(run.clone(), run.end == line.end);
            let usable = if is_full {
                joined.len().min(open) / 2 * 2
            } else {
                joined.len().min(open)
            };
            trimmed.extend(joined.into_iter().rev().take(usable));
        }
        if marks == Marks::Single && !is_full {
            let open = excess - trimmed.len();
            trimmed.extend(self.single_marks(line).rev().take(open));
        }
        trimmed.sort_unstable();
        (trimmed.len() == excess).then_some(trimmed)
    }

    /// Stops and closing marks between other characters, the line's last one left out.
    fn single_marks(&self, line: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let runs = self.mark_runs(line.clone()).into_iter();
        runs.filter(move |run| run.len() == 1 && run.end < line.end)
            .map(|run| run.start)
            .filter(|mark| self.blank_half(*mark) == Some(BlankHalf::Right))
    }

    /// Runs of marks that have a blank half.
    fn mark_runs(&self, line: Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for index in line.filter(|index| self.blank_half(*index).is_some()) {
            match runs.last_mut().filter(|run| run.end == index) {
                Some(run) => run.end = index + 1,
                None => runs.push(index..index + 1),
            }
        }
        runs
    }

    /// The marks of a run whose blank half is beside another mark or the line's end.
    fn trimmable(&self, run: Range<usize>, is_at_end: bool) -> Vec<usize> {
        run.clone()
            .filter(|index| match self.blank_half(*index) {
                Some(BlankHalf::Right) => index + 1 < run.end || is_at_end,
                Some(BlankHalf::Left) => *index > run.start,
                None => false,
            })
            .collect()
    }

    /// The blank half of a mark; none of one whose place to the next character is fixed.
    fn blank_half(&self, atom: usize) -> Option<BlankHalf> {
        let Atom {
            characters, kind, ..
        } = &self.atoms[atom];
        let next = self.boundaries.get(characters.end);
        let is_fixed = next.is_some_and(|boundary| boundary.is_rigid);
        blank_half(self.characters[characters.start])
            .filter(|half| *kind == AtomKind::Full && (*half == BlankHalf::Left || !is_fixed))
    }
}
