//! A last line of one or two characters joins the line before it, or gets company.

use std::ops::Range;

use super::super::boundary::Break;
use super::trim::Marks;
use super::{Line, Material};

/// A paragraph's last line of so many characters is an orphan.
const ORPHAN: usize = 2;

/// Half cells of a line; in shorter ones, of tables, a word on the last line is no orphan.
const LEAST_MEASURE: usize = 28;

/// The half cells that the line before an orphan may end short so that it has company.
const GIVEN: usize = 2;

impl Material<'_> {
    /// Gives a last line of one or two characters another one, or none, if the line before it can
    /// give or take a cell.
    pub(super) fn join_orphan(&self, lines: &mut Vec<Line>, first: usize, rest: usize) {
        let [.., before, last] = lines.as_slice() else {
            return;
        };
        let is_orphan = self.characters_in(last.atoms.clone()) <= ORPHAN && rest >= LEAST_MEASURE;
        if !is_orphan || before.is_forced || !before.trimmed.is_empty() {
            return;
        }
        let measure = if lines.len() == 2 { first } else { rest };
        let (start, middle, end) = (before.atoms.start, last.atoms.start, last.atoms.end);
        let joined = self
            .halves(start..end)
            .checked_sub(measure)
            .and_then(|excess| {
                self.trimmed(self.without_spaces(start..end), excess, Marks::Joined)
            });
        if let Some(trimmed) = joined {
            lines.pop();
            let line = Line {
                atoms: start..end,
                trimmed,
                is_last: true,
                is_forced: false,
            };
            lines.pop();
            lines.push(line);
            return;
        }
        let least = measure.saturating_sub(GIVEN);
        let earlier = (start + 1..middle)
            .rev()
            .take_while(|at| self.halves(start..*at) >= least)
            .find(|at| self.is_end(*at, Break::Free) && self.characters_in(*at..end) > ORPHAN);
        if let (Some(at), [.., before, last]) = (earlier, lines.as_mut_slice()) {
            before.atoms.end = at;
            last.atoms.start = at;
        }
    }

    /// How many characters stand in atoms, spaces at the end not counted.
    fn characters_in(&self, atoms: Range<usize>) -> usize {
        let atoms = &self.atoms[self.without_spaces(atoms)];
        atoms.iter().map(|atom| atom.characters.len()).sum()
    }
}
