//! Looking for characters and words at a place of a text.

use std::ops::Range;

use super::paragraphs::Paragraph;
use super::{TextView, is_han};
use crate::text::low_bytes::LowBytes;

impl TextView<'_> {
    /// The visible character at `index`, or a line feed outside the text.
    #[inline]
    pub(crate) fn char(&self, index: usize) -> char {
        self.chars().get(index).copied().unwrap_or('\n')
    }

    /// The visible character before `index`, or a line feed at the start.
    #[inline]
    pub(crate) fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\n', |index| self.char(index))
    }

    /// Whether one of `characters` stands at `index`.
    ///
    /// The characters are compared one by one, which takes a few of them less time than to look for a
    /// string in a string, as `contains` does.
    #[inline]
    pub(crate) fn is_any_at(&self, index: usize, characters: &str) -> bool {
        let found = self.char(index);
        characters.chars().any(|character| character == found)
    }

    /// Whether one of `characters` stands before `index`.
    #[inline]
    pub(crate) fn is_any_before(&self, index: usize, characters: &str) -> bool {
        let found = self.before(index);
        characters.chars().any(|character| character == found)
    }

    /// Whether `words` stands at `index`.
    #[inline]
    pub(crate) fn is_at(&self, index: usize, words: &str) -> bool {
        self.written.is_at(index, words)
    }

    /// Whether `words` ends at `index`.
    #[inline]
    pub(crate) fn ends_at(&self, index: usize, words: &str) -> bool {
        self.written.ends_at(index, words)
    }

    /// The first of `words` that stands at `index`.
    #[inline]
    pub(crate) fn one_of_at<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        self.written.one_of_at(index, words)
    }

    /// The first of `words` that ends at `index`.
    #[inline]
    pub(crate) fn one_of_before<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        self.written.one_of_before(index, words)
    }

    /// One of `words` that begins at most `distance` characters before `index`, nothing but Han
    /// characters after it, and where it begins.
    pub(crate) fn one_of_within<'w>(
        &self,
        index: usize,
        distance: usize,
        words: &[&'w str],
    ) -> Option<(usize, &'w str)> {
        (index.saturating_sub(distance)..index)
            .rev()
            .take_while(|at| is_han(self.char(*at)))
            .find_map(|at| Some((at, self.one_of_at(at, words)?)))
    }

    /// Where a character stands, in order.
    pub(crate) fn places(&self, character: char) -> impl Iterator<Item = usize> + '_ {
        let places = self.places.like(character).iter().map(|at| *at as usize);
        places.filter(move |at| self.chars()[*at] == character)
    }

    /// Where one of a few characters stands, in order.
    pub(crate) fn places_of_any(&self, characters: &[char]) -> Vec<usize> {
        let places = characters.iter().flat_map(|it| self.places(*it));
        let mut places: Vec<usize> = places.collect();
        // The places of each are in order: they are merged, which an unstable sort would not do.
        places.sort();
        places
    }

    /// Where a character stands in `range`, in order.
    pub(crate) fn places_in(
        &self,
        character: char,
        range: Range<usize>,
    ) -> impl Iterator<Item = usize> + '_ {
        let places = within(self.places.like(character), range);
        places.filter(move |at| self.chars()[*at] == character)
    }

    /// Where `words` stand first as a whole in `range`.
    pub(crate) fn find(&self, range: Range<usize>, words: &str) -> Option<usize> {
        let start = self.each(range.clone(), words).next()?;
        (start + words.chars().count() <= range.end).then_some(start)
    }

    /// Where `words` begin in `range`, in order: at some of the places of their rarest character.
    pub(crate) fn each<'s>(
        &'s self,
        range: Range<usize>,
        words: &'s str,
    ) -> impl Iterator<Item = usize> + 's {
        let places = words.chars().map(|it| self.places.like(it)).enumerate();
        let rarest = places.min_by_key(|(_, places)| places.len());
        let (before, places) = rarest.unwrap_or_default();
        let starts = within(places, range.start + before..range.end + before);
        let starts = starts.map(move |at| at - before);
        starts.filter(|start| self.is_at(*start, words))
    }

    /// The paragraphs in which `words` stand, in order.
    pub(crate) fn paragraphs_with<'s>(
        &'s self,
        words: &'s str,
    ) -> impl Iterator<Item = &'s Paragraph> + 's {
        let mut end = 0;
        let places = self.each(0..self.chars().len(), words);
        places.filter_map(move |at| {
            let paragraph = (at >= end).then(|| self.paragraph(at)).flatten()?;
            end = paragraph.range.end;
            Some(paragraph)
        })
    }

    /// Where characters stand in `range` that are neither Han nor letters nor digits, in order.
    #[inline]
    pub(crate) fn marks_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        self.places
            .marks
            .within(&range)
            .iter()
            .map(|at| *at as usize)
    }

    /// Whether one of `marks`, which are neither Han nor letters nor digits, stands in `range`.
    pub(crate) fn has_mark(&self, range: &Range<usize>, marks: &str) -> bool {
        self.marks_in(range.clone())
            .any(|at| self.is_any_at(at, marks))
    }

    /// Whether one of `words` stands in `range`.
    pub(crate) fn has_any(&self, range: &Range<usize>, words: &[&str]) -> bool {
        // In more characters than a sentence has stands the beginning of any word.
        const LONG: usize = 400;
        let end = range.end.min(self.chars().len());
        let is_short = range.start < end && end - range.start < LONG;
        let seen = is_short.then(|| LowBytes::of(&self.chars()[range.start..end]));
        let may_stand = |word: &&&str| seen.as_ref().is_none_or(|seen| seen.may_begin(word));
        let mut words = words.iter().filter(may_stand);
        words.any(|word| self.find(range.clone(), word).is_some())
    }

    /// The visible text of `range`, to be looked at.
    #[inline]
    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.written.text(range)
    }

    /// The visible text of `range`, to be kept.
    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.words(range).to_owned()
    }
}

/// The places that lie in `range`; both are in order.
fn within(places: &[u32], range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
    let from = places.partition_point(|at| (*at as usize) < range.start);
    let places = places[from..].iter().map(|at| *at as usize);
    places.take_while(move |at| *at < range.end)
}
