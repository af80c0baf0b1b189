//! Places in order, of which those near a character are found without a search among all.

use std::ops::Range;

/// How many characters a block has: about as many as stand from one mark, number or end to the next, so that
/// hardly any place is walked over.
const BLOCK: usize = 16;

/// Places in order.
#[derive(Debug, Default)]
pub(super) struct InOrder {
    places: Vec<u32>,
    /// For each block of characters, up to that of the last place, how many places stand before it.
    blocks: Vec<u32>,
}

impl InOrder {
    /// No places yet, with room for so many.
    pub(super) fn with_room(count: usize) -> Self {
        Self {
            places: Vec::with_capacity(count),
            blocks: Vec::new(),
        }
    }

    /// Adds a place behind all others.
    #[inline]
    pub(super) fn push(&mut self, place: u32) {
        let block = place as usize / BLOCK;
        while self.blocks.len() <= block {
            self.blocks.push(self.places.len() as u32);
        }
        self.places.push(place);
    }

    /// All places.
    #[inline]
    pub(super) fn all(&self) -> &[u32] {
        &self.places
    }

    /// How many of them are before `index`.
    #[inline]
    pub(super) fn up_to(&self, index: usize) -> usize {
        let Some(before) = self.blocks.get(index / BLOCK) else {
            return self.places.len();
        };
        let from = *before as usize;
        let rest = self.places[from..].iter();
        from + rest.take_while(|at| (**at as usize) < index).count()
    }

    /// Those in `range`.
    #[inline]
    pub(super) fn within(&self, range: &Range<usize>) -> &[u32] {
        let from = self.up_to(range.start);
        &self.places[from..self.up_to(range.end).max(from)]
    }
}

impl Extend<usize> for InOrder {
    fn extend<Places: IntoIterator<Item = usize>>(&mut self, places: Places) {
        for place in places {
            self.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_any_range() {
        let mut places = InOrder::default();
        places.extend([3, 63, 64, 300]);
        let counts = [0, 3, 4, 64, 65, 299, 300, 301, 9_999].map(|index| places.up_to(index));
        assert_eq!(counts, [0, 0, 1, 2, 3, 3, 3, 4, 4]);
        assert_eq!(places.within(&(4..300)), [63, 64]);
        assert_eq!(places.within(&(301..9_999)), [0; 0]);
        assert_eq!(InOrder::default().up_to(7), 0);
    }
}
