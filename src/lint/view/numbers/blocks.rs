//! Where the numbers of a place of a text begin in the list of all numbers.

use super::Number;

/// How many characters a block has.
const BLOCK: usize = 64;

/// For each block of characters how many numbers begin before it, so that those of a clause are found
/// without a search among all.
#[derive(Debug)]
pub(in crate::lint::view) struct NumberBlocks(Vec<u32>);

impl NumberBlocks {
    /// Counts the numbers of a text of that length, which are in order.
    pub(in crate::lint::view) fn new(numbers: &[Number], length: usize) -> Self {
        let mut before = 0;
        let blocks = (0..=length / BLOCK).map(|block| {
            let rest = numbers[before..].iter();
            let is_before = |it: &&Number| it.digits.start < block * BLOCK;
            before += rest.take_while(is_before).count();
            u32::try_from(before).unwrap_or(u32::MAX)
        });
        Self(blocks.collect())
    }

    /// How many of the numbers begin before `index`.
    pub(in crate::lint::view) fn up_to(&self, numbers: &[Number], index: usize) -> usize {
        let Some(before) = self.0.get(index / BLOCK) else {
            return numbers.len();
        };
        let from = *before as usize;
        let rest = numbers[from..].iter();
        from + rest.take_while(|it| it.digits.start < index).count()
    }
}
