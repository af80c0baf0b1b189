//! A few characters, divided into words as cheaply as can be.

use std::ops::Range;

use super::{LONGEST, Vocabulary};
use crate::lint::view::is_han;

/// How many characters before and after a suspicious pair are looked at.
const BEFORE: usize = 6;
const AFTER: usize = 8;
const MOST: usize = BEFORE + AFTER;

/// Dearer than any division.
const NO_WAY: i32 = 10_000;

/// The characters around a pair, with the cheapest division of each beginning and each end.
pub(super) struct Window<'a> {
    pub(super) characters: &'a [char],
    /// Where it begins in the text.
    pub(super) start: usize,
    before: [i32; MOST + 1],
    after: [i32; MOST + 1],
}

impl<'a> Window<'a> {
    /// The window around the pair at `pair`, inside `run`.
    pub(super) fn around(
        vocabulary: &Vocabulary,
        text: &'a [char],
        run: &Range<usize>,
        pair: usize,
    ) -> Self {
        let start = run.start.max(pair.saturating_sub(BEFORE));
        let characters = &text[start..run.end.min(pair + AFTER)];
        let mut window = Self {
            characters,
            start,
            before: [NO_WAY; MOST + 1],
            after: [NO_WAY; MOST + 1],
        };
        window.divide(vocabulary);
        window
    }

    fn divide(&mut self, vocabulary: &Vocabulary) {
        let length = self.characters.len();
        let mut costs = [[NO_WAY; LONGEST]; MOST];
        self.before[0] = 0;
        for start in 0..length {
            for end in start + 1..=length.min(start + LONGEST) {
                let word = &self.characters[start..end];
                // A longer word would have the pair as well.
                if let [.., last, new] = word
                    && !vocabulary.joins(*last, *new)
                {
                    break;
                }
                let cost = vocabulary.cost(word);
                let cost = cost.map_or(NO_WAY, i32::from);
                costs[start][end - start - 1] = cost;
                self.before[end] = self.before[end].min(self.before[start] + cost);
            }
        }
        self.after[length] = 0;
        for start in (0..length).rev() {
            for end in start + 1..=length.min(start + LONGEST) {
                let cost = costs[start][end - start - 1];
                self.after[start] = self.after[start].min(cost + self.after[end]);
            }
        }
    }

    /// By how much a word of that cost at `range` makes the division cheaper.
    pub(super) fn gain(&self, range: &Range<usize>, cost: u8) -> i32 {
        let mended = self.before[range.start] + i32::from(cost) + self.after[range.end];
        self.before[self.characters.len()] - mended
    }

    /// By how much any word of that cost over `place` could make the division cheaper.
    pub(super) fn most_gain(&self, place: usize, cost: u8) -> i32 {
        let starts = place.saturating_sub(LONGEST - 1)..=place;
        let ranges = starts.flat_map(|start| {
            let ends = place + 1..=self.characters.len().min(start + LONGEST);
            ends.map(move |end| start..end)
        });
        let gains = ranges.map(|range| self.gain(&range, cost));
        gains.max().unwrap_or(0)
    }

    /// What the characters before and after `range` cost, each in the mean; nothing at an end.
    pub(super) fn means(&self, range: &Range<usize>) -> [Option<i32>; 2] {
        let mean = |cost: i32, count: usize| Some(cost * 100 / i32::try_from(count).ok()?);
        [
            (range.start > 0).then(|| mean(self.before[range.start], range.start)),
            (range.end < self.characters.len())
                .then(|| mean(self.after[range.end], self.characters.len() - range.end)),
        ]
        .map(Option::flatten)
    }
}

/// How many characters before and after a place are looked at.
const AROUND: usize = 4;

/// By how much `right` in place of `range` makes the words around cheaper.
pub(in crate::lint) fn gain(text: &[char], range: &Range<usize>, right: &[char]) -> i32 {
    let is_near = |at: &usize| is_han(text[*at]);
    let before = range.start.saturating_sub(AROUND)..range.start;
    let before = range.start - before.rev().take_while(is_near).count()..range.start;
    let after = range.end..text.len().min(range.end + AROUND);
    let after = range.end..range.end + after.take_while(is_near).count();
    let mut mended = text[before.clone()].to_vec();
    mended.extend_from_slice(right);
    mended.extend_from_slice(&text[after.clone()]);
    let vocabulary = Vocabulary::get();
    cost_of(vocabulary, &text[before.start..after.end]) - cost_of(vocabulary, &mended)
}

/// What the cheapest division of a few characters costs.
fn cost_of(vocabulary: &Vocabulary, characters: &[char]) -> i32 {
    let mut costs = vec![NO_WAY; characters.len() + 1];
    costs[0] = 0;
    for start in 0..characters.len() {
        for end in start + 1..=characters.len().min(start + LONGEST) {
            let cost = vocabulary.cost(&characters[start..end]);
            let cost = cost.map_or(NO_WAY, i32::from);
            costs[end] = costs[end].min(costs[start] + cost);
        }
    }
    costs[characters.len()]
}
