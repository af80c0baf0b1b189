//! Who looks for a pair of characters: one look tells most pairs of a text to be nobody's.

use crate::text::kept::keep_into;

/// A mark for each pair that somebody looks for, two to a byte; different pairs may share a place.
pub(super) struct PairMarks(Vec<u8>);

/// Enough places for most pairs of a text to be marked for nobody.
const PLACES: usize = 1 << 19;

/// How many can look for pairs.
pub(super) const MOST: usize = u8::BITS as usize / 2;

impl PairMarks {
    pub(super) fn new() -> Self {
        Self(vec![0; PLACES / 2])
    }

    /// Marks a pair for the asker of that number.
    pub(super) fn add(&mut self, pair: [char; 2], asker: usize) {
        let place = place(pair, PLACES);
        self.0[place / 2] |= 1 << (place % 2 * MOST + asker);
    }

    /// A bit for each asker that the pair may be for, and others.
    #[inline]
    fn mark(&self, pair: [char; 2]) -> u8 {
        let place = place(pair, PLACES);
        self.0[place / 2] >> (place % 2 * MOST)
    }

    /// Gives the places where the pairs of a text stand that may be for each of the askers: a block of the
    /// text after the other, in each the askers in their order, for each of them its places in order.
    pub(super) fn each_block(
        &self,
        text: &[char],
        askers: usize,
        mut give: impl FnMut(usize, &[u32]),
    ) {
        let mut marks = [0; BLOCK];
        let mut found = [0; BLOCK];
        let mut start = 0;
        for some in text.chunks(BLOCK) {
            // The last pair of a block ends in the next one.
            let next = &text[start as usize + 1..];
            let pairs = some.iter().zip(next);
            let length = pairs.len();
            for (mark, (first, second)) in marks.iter_mut().zip(pairs) {
                *mark = self.mark([*first, *second]);
            }
            for asker in 0..askers {
                let is_asked = |at: usize| marks[at] >> asker & 1 != 0;
                let count = keep_into(&mut found, start, length, is_asked);
                give(asker, &found[..count]);
            }
            start += length as u32;
        }
    }
}

/// How many pairs are looked up before their places are kept.
const BLOCK: usize = 1 << 10;

/// The place of a pair among so many, which must be a power of two.
#[inline]
pub(in crate::lint) fn place([first, second]: [char; 2], count: usize) -> usize {
    let mixed = (first as usize).wrapping_mul(0x9e37) ^ (second as usize).wrapping_mul(0x85eb);
    mixed & (count - 1)
}
