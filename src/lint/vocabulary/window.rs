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

/// The cheapest division of each beginning and each end of a few characters.
pub(super) struct Window {
    length: usize,
    before: [i32; MOST + 1],
    after: [i32; MOST + 1],
}

impl Window {
    /// The Han characters around the pair at `pair` that a division looks at.
    pub(super) fn range(text: &[char], pair: usize) -> Range<usize> {
        let before = text[..pair].iter().rev().take(BEFORE);
        let after = text[pair..].iter().take(AFTER);
        let before = before.take_while(|it| is_han(**it)).count();
        pair - before..pair + after.take_while(|it| is_han(**it)).count()
    }

    /// Divides a few characters, [`MOST`] at most.
    pub(super) fn of(vocabulary: &Vocabulary, characters: &[char]) -> Self {
        let mut window = Self {
            length: characters.len(),
            before: [NO_WAY; MOST + 1],
            after: [NO_WAY; MOST + 1],
        };
        window.divide(vocabulary, characters);
        window
    }

    fn divide(&mut self, vocabulary: &Vocabulary, characters: &[char]) {
        let length = self.length;
        let mut costs = [[NO_WAY; LONGEST]; MOST];
        self.before[0] = 0;
        for start in 0..length {
            for end in start + 1..=length.min(start + LONGEST) {
                let word = &characters[start..end];
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
        self.before[self.length] - mended
    }

    /// What the characters before and after `range` cost, each in the mean; nothing at an end.
    pub(super) fn means(&self, range: &Range<usize>) -> [Option<i32>; 2] {
        let mean = |cost: i32, count: usize| Some(cost * 100 / i32::try_from(count).ok()?);
        [
            (range.start > 0).then(|| mean(self.before[range.start], range.start)),
            (range.end < self.length).then(|| mean(self.after[range.end], self.length - range.end)),
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
