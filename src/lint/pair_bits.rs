//! A bit for each pair of characters: tells most pairs that begin no word without looking a word up.

/// How many bits the pairs have; different pairs may share one.
const BITS: usize = 1 << 16;

/// Pairs of characters, of which more may seem to be there than were added.
pub(in crate::lint) struct PairBits(Vec<u64>);

impl PairBits {
    /// No pair.
    pub(in crate::lint) fn new() -> Self {
        Self(vec![0; BITS / 64])
    }

    /// Adds a pair.
    pub(in crate::lint) fn add(&mut self, first: char, second: char) {
        let bit = bit(first, second);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether the pair may have been added.
    #[inline]
    pub(in crate::lint) fn may_have(&self, first: char, second: char) -> bool {
        let bit = bit(first, second);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

#[inline]
fn bit(first: char, second: char) -> usize {
    let mixed = (first as usize).wrapping_mul(0x9e37) ^ (second as usize).wrapping_mul(0x85eb);
    mixed & (BITS - 1)
}
