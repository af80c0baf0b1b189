//! A bit for each pair of characters, or of numbers: tells most pairs that begin no word without looking a word up.

/// Pairs of characters, of which more may seem to be there than were added.
pub(in crate::lint) struct PairBits {
    bits: Vec<u64>,
    /// How many bits the pairs have, less one; different pairs may share a bit.
    mask: usize,
}

impl PairBits {
    /// No pair, with so many bits, which must be a power of two.
    pub(in crate::lint) fn of_bits(count: usize) -> Self {
        Self {
            bits: vec![0; count.div_ceil(64)],
            mask: count - 1,
        }
    }

    /// Adds a pair.
    pub(in crate::lint) fn add(&mut self, first: impl Into<u32>, second: impl Into<u32>) {
        let bit = self.bit(first.into(), second.into());
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether the pair may have been added.
    #[inline]
    pub(in crate::lint) fn may_have(&self, first: impl Into<u32>, second: impl Into<u32>) -> bool {
        let bit = self.bit(first.into(), second.into());
        self.bits[bit / 64] & (1 << (bit % 64)) != 0
    }

    #[inline]
    fn bit(&self, first: u32, second: u32) -> usize {
        let mixed = (first as usize).wrapping_mul(0x9e37) ^ (second as usize).wrapping_mul(0x85eb);
        mixed & self.mask
    }
}
