//! Who looks for a pair of characters: one look tells most pairs of a text to be nobody's.

/// A mark for each pair that somebody looks for; different pairs may share a place.
pub(super) struct PairMarks(Vec<u8>);

/// Enough places for most pairs of a text to be marked for nobody.
const PLACES: usize = 1 << 19;

/// How many can look for pairs.
pub(super) const MOST: usize = u8::BITS as usize;

impl PairMarks {
    pub(super) fn new() -> Self {
        Self(vec![0; PLACES])
    }

    /// Marks a pair for the asker of that number.
    pub(super) fn add(&mut self, pair: [char; 2], asker: usize) {
        self.0[place(pair, PLACES)] |= 1 << asker;
    }

    /// The askers that the pair may be for, a bit each.
    #[inline]
    pub(super) fn of(&self, pair: [char; 2]) -> u8 {
        self.0[place(pair, PLACES)]
    }
}

/// The place of a pair among so many, which must be a power of two.
#[inline]
pub(in crate::lint) fn place([first, second]: [char; 2], count: usize) -> usize {
    let mixed = (first as usize).wrapping_mul(0x9e37) ^ (second as usize).wrapping_mul(0x85eb);
    mixed & (count - 1)
}
