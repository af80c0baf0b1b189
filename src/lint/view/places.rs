//! Where each character stands: counted once, so that a rule takes only the places that it asks for.

use super::in_order::InOrder;
use super::is_han;

/// How many buckets characters are counted in, by their lowest bits.
const BUCKETS: usize = 1 << 11;

/// Places of characters, of marks and of ends.
#[derive(Debug)]
pub(super) struct Places {
    /// Where characters stand that are neither Han nor letters nor digits, in order.
    pub(super) marks: InOrder,
    /// Those of them that a usual text has none of.
    pub(super) odd_marks: Vec<u32>,
    /// Where sentences end: at 。！？ and line feeds.
    pub(super) sentence_ends: InOrder,
    /// Where clauses end: there and at ，；：.
    pub(super) clause_ends: InOrder,
    /// Where each bucket begins in `places`.
    buckets: Box<[u32; BUCKETS + 2]>,
    /// The places of all characters by their buckets, in order.
    places: Vec<u32>,
}

impl Places {
    pub(super) fn of(chars: &[char]) -> Self {
        let mut places = Self {
            // One in eight characters of a reply is a mark.
            marks: InOrder::with_room(chars.len() / 6 + 8),
            odd_marks: Vec::new(),
            sentence_ends: InOrder::default(),
            clause_ends: InOrder::default(),
            buckets: Box::new([0; BUCKETS + 2]),
            places: vec![0; chars.len()],
        };
        for (index, character) in (0..).zip(chars) {
            // Two further on, so that the ends that filling leaves are the starts of the next ones.
            places.buckets[bucket(*character) + 2] += 1;
            if !is_han(*character) && !character.is_ascii_alphanumeric() {
                places.mark(*character, index);
            }
        }
        places.fill(chars);
        places
    }

    /// Puts the places into their buckets.
    fn fill(&mut self, chars: &[char]) {
        let mut end = 0;
        for count in self.buckets.as_mut_slice() {
            end += *count;
            *count = end;
        }
        for (index, character) in (0..).zip(chars) {
            let next = &mut self.buckets[bucket(*character) + 1];
            self.places[*next as usize] = index;
            *next += 1;
        }
    }

    fn mark(&mut self, character: char, index: u32) {
        self.marks.push(index);
        match character {
            '。' | '！' | '？' | '\n' => {
                self.sentence_ends.push(index);
                self.clause_ends.push(index);
            }
            '，' | '；' | '：' => self.clause_ends.push(index),
            '、' | '“' | '”' | '《' | '》' | '（' | '）' | '〔' | '〕' | '—' | '.' | '%' | ' ' =>
                {}
            _ => self.odd_marks.push(index),
        }
    }

    /// Where the character stands, and others of the same bucket.
    #[inline]
    pub(super) fn like(&self, character: char) -> &[u32] {
        let bucket = bucket(character);
        &self.places[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize]
    }
}

#[inline]
fn bucket(character: char) -> usize {
    character as usize & (BUCKETS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_found_at_its_places_in_order() {
        let text: Vec<char> = "共5件，共\u{200b}三件。\n".chars().collect();
        let places = Places::of(&text);
        assert_eq!(places.like('共'), [0, 4]);
        assert_eq!(places.like('件'), [2, 7]);
        assert_eq!(places.like('\n'), [9]);
        assert_eq!(places.like('年'), [0; 0]);
        assert_eq!(places.marks.all(), [3, 5, 8, 9]);
        assert_eq!(places.odd_marks, [5]);
        assert_eq!(places.sentence_ends.all(), [8, 9]);
        assert_eq!(places.clause_ends.all(), [3, 8, 9]);
    }
}
