//! The sentence and the clause around a place of a text.

use std::ops::Range;

use super::TextView;
use super::in_order::InOrder;

/// How much of a paragraph is looked at around a place: more than a letter has, and so little that a text
/// in one line is not walked from its start for each word.
const LONGEST_PASSAGE: usize = 1_000;

/// How far an end is looked for to either side.
const FARTHEST: usize = 400;

impl TextView<'_> {
    /// The sentence around `index`: from after 。！？ or a line feed to the next, at most
    /// `FARTHEST` characters to either side.
    #[inline]
    pub(crate) fn sentence(&self, index: usize) -> Range<usize> {
        self.between(index, &self.places.sentence_ends)
    }

    /// The clause around `index`: between any two of ，；：。！？ or line feeds.
    #[inline]
    pub(crate) fn clause(&self, index: usize) -> Range<usize> {
        self.between(index, &self.places.clause_ends)
    }

    /// The paragraph around `index`, at most `LONGEST_PASSAGE` characters to either side.
    pub(crate) fn passage(&self, index: usize) -> Range<usize> {
        let paragraph = self.paragraph(index).map(|it| it.range.clone());
        let Range { start, end } = paragraph.unwrap_or(index..index);
        let floor = index.saturating_sub(LONGEST_PASSAGE);
        start.max(floor)..end.min(index + LONGEST_PASSAGE)
    }

    fn between(&self, index: usize, ends: &InOrder) -> Range<usize> {
        let index = index.min(self.chars().len());
        let floor = index.saturating_sub(FARTHEST);
        let ceiling = (index + FARTHEST).min(self.chars().len());
        let next = ends.up_to(index);
        let ends = ends.all();
        let start = next
            .checked_sub(1)
            .map_or(floor, |last| ends[last] as usize + 1);
        let end = ends.get(next).map_or(ceiling, |end| *end as usize);
        start.max(floor)..end.min(ceiling)
    }
}
