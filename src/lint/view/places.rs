//! Where marks and a few Han characters stand that rules look for one by one.

use super::is_han;
use crate::text::low_bytes::LowBytes;

/// Han characters whose places rules ask for.
const WATCHED: [char; 16] = [
    '是', '的', '等', '倍', '年', '大', '协', '至', '次', '提', '他', '她', '该', '由', '从', '要',
];

/// Places of marks and of watched characters, found in one pass.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Where characters stand that are neither Han nor letters nor digits, in order.
    pub(super) marks: Vec<u32>,
    /// Where sentences end: at 。！？ and line feeds.
    pub(super) sentence_ends: Vec<u32>,
    /// Where clauses end: there and at ，；：.
    pub(super) clause_ends: Vec<u32>,
    /// Of each watched character, in order.
    watched: [Vec<u32>; WATCHED.len()],
}

impl Places {
    pub(super) fn of(chars: &[char]) -> Self {
        let mut places = Self::default();
        for (index, character) in chars.iter().enumerate() {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            if let Some(number) = watched(*character) {
                places.watched[number].push(index);
            } else if !is_han(*character) && !character.is_ascii_alphanumeric() {
                places.mark(*character, index);
            }
        }
        places
    }

    fn mark(&mut self, character: char, index: u32) {
        self.marks.push(index);
        if matches!(character, '。' | '！' | '？' | '\n') {
            self.sentence_ends.push(index);
            self.clause_ends.push(index);
        } else if matches!(character, '，' | '；' | '：') {
            self.clause_ends.push(index);
        }
    }

    /// Where a watched character stands.
    pub(super) fn of_watched(&self, character: char) -> &[u32] {
        let number = watched(character);
        debug_assert!(number.is_some(), "{character} is not watched");
        number.map_or(&[], |number| self.watched[number].as_slice())
    }
}

/// Tells most characters not to be watched.
const MAYBE_WATCHED: LowBytes = LowBytes::of(&WATCHED);

fn watched(character: char) -> Option<usize> {
    if !MAYBE_WATCHED.may_have(character) {
        return None;
    }
    match character {
        '是' => Some(0),
        '的' => Some(1),
        '等' => Some(2),
        '倍' => Some(3),
        '年' => Some(4),
        '大' => Some(5),
        '协' => Some(6),
        '至' => Some(7),
        '次' => Some(8),
        '提' => Some(9),
        '他' => Some(10),
        '她' => Some(11),
        '该' => Some(12),
        '由' => Some(13),
        '从' => Some(14),
        '要' => Some(15),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_watched_character_has_places_of_its_own() {
        let chars: Vec<char> = WATCHED.into_iter().chain(['。', '甲', '1']).collect();
        let places = Places::of(&chars);
        for (index, character) in WATCHED.into_iter().enumerate() {
            assert_eq!(places.of_watched(character), [index as u32]);
        }
        assert_eq!(places.marks, [WATCHED.len() as u32]);
    }
}
