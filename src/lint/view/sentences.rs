//! The sentence and the clause around a place of a text.

use std::ops::Range;

use super::TextView;

impl TextView<'_> {
    /// The sentence around `index`: from after 。！？ or a line feed to the next, at most
    /// `SENTENCE` characters to either side.
    pub(crate) fn sentence(&self, index: usize) -> Range<usize> {
        self.bounded(index, |character| {
            matches!(character, '。' | '！' | '？' | '\n')
        })
    }

    /// The clause around `index`: between any two of ，；：。！？ or line feeds.
    pub(crate) fn clause(&self, index: usize) -> Range<usize> {
        self.bounded(index, |character| {
            matches!(character, '，' | '；' | '：' | '。' | '！' | '？' | '\n')
        })
    }

    fn bounded(&self, index: usize, is_end: impl Fn(char) -> bool) -> Range<usize> {
        const SENTENCE: usize = 400;
        let index = index.min(self.chars.len());
        let floor = index.saturating_sub(SENTENCE);
        let ceiling = (index + SENTENCE).min(self.chars.len());
        let start = self.chars[floor..index].iter().rposition(|c| is_end(*c));
        let end = self.chars[index..ceiling].iter().position(|c| is_end(*c));
        start.map_or(floor, |start| floor + start + 1)..end.map_or(ceiling, |end| index + end)
    }
}
