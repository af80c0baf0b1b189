//! Reads `vocabulary.txt` into tables.

use super::{
    BUCKETS, LONGEST, NEVER_ALONE, PairBits, Target, Vocabulary, Way, Words, bucket, packed,
};
use crate::lint::rules::wording::idiom_slip;
use crate::text::confusions::classes;

/// Words by their first character, a line each; see its head.
const LIST: &str = include_str!("vocabulary.txt");

/// What a word costs that is marked `a`; each further letter costs one more.
const LEAST: u8 = 8;

/// What an idiom costs.
const IDIOM: u8 = 24;

/// Enough bits for each of the pairs to be told from nearly all others.
const PAIR_BITS: usize = 1 << 21;

/// Reads the built-in vocabulary.
pub(super) fn read() -> Vocabulary {
    let mut reading = Reading {
        vocabulary: Vocabulary {
            alone: vec![NEVER_ALONE; 0x1_0000],
            words: Words::with_room(LIST.len() / 8, LIST.len() / 16),
            inside: PairBits::of_bits(PAIR_BITS),
            slots: PairBits::of_bits(PAIR_BITS),
            targets: Vec::with_capacity(LIST.len() / 16),
            buckets: vec![0; BUCKETS + 1],
            ways: Vec::new(),
        },
        ways: Vec::with_capacity(LIST.len() / 3),
    };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('=') {
            Some(singles) => reading.read_singles(singles),
            None => reading.read_words(line),
        }
    }
    for idiom in idiom_slip::idioms() {
        let word: Vec<char> = idiom.chars().collect();
        reading.add(&word, IDIOM, false);
    }
    reading.finished()
}

struct Reading {
    vocabulary: Vocabulary,
    ways: Vec<Way>,
}

impl Reading {
    /// Reads letters, each followed by the characters that cost so much alone.
    fn read_singles(&mut self, singles: &str) {
        let mut cost = 0;
        for character in singles.chars() {
            match character {
                'a'..='z' => cost = character as u8 - b'a',
                _ => self.vocabulary.alone[character as usize & 0xffff] = cost,
            }
        }
    }

    /// Reads the words of a first character: `/` makes them a character longer, a letter tells what
    /// the following ones cost; a small one marks words that a slip may be meant for.
    fn read_words(&mut self, line: &str) {
        let mut characters = line.chars();
        let mut word: Vec<char> = characters.next().into_iter().collect();
        let (mut length, mut cost, mut is_target) = (2, 0, false);
        for character in characters {
            match character {
                '/' => length = LONGEST.min(length + 1),
                'a'..='z' => (cost, is_target) = (character as u8 - b'a', true),
                'A'..='Z' => (cost, is_target) = (character as u8 - b'A', false),
                _ => word.push(character),
            }
            if word.len() == length {
                self.add(&word, LEAST + cost, is_target);
                word.truncate(1);
            }
        }
    }

    fn add(&mut self, word: &[char], cost: u8, is_target: bool) {
        self.vocabulary.words.insert(word, cost);
        for pair in word.windows(2) {
            self.vocabulary.inside.add(pair[0], pair[1]);
        }
        if is_target {
            self.add_target(word, cost);
        }
    }

    fn add_target(&mut self, word: &[char], cost: u8) {
        let targets = &mut self.vocabulary.targets;
        let target = targets.len() as u16;
        targets.push(Target {
            word: packed(word),
            cost,
        });
        for (place, character) in (0..).zip(word) {
            let is_first = place == 0;
            let beside = word[if is_first { 1 } else { usize::from(place) - 1 }];
            for class in classes(*character) {
                let slots = &mut self.vocabulary.slots;
                slots.add(beside, class.on_side(is_first));
                self.ways.push(Way {
                    class: *class,
                    beside: beside as u16,
                    target,
                    place,
                });
            }
        }
    }

    /// Puts the ways into their buckets.
    fn finished(self) -> Vocabulary {
        let mut vocabulary = self.vocabulary;
        let bucket_of = |way: &Way| bucket(way.class, way.beside);
        for way in &self.ways {
            vocabulary.buckets[bucket_of(way)] += 1;
        }
        let mut end = 0;
        for start in &mut vocabulary.buckets {
            end += *start;
            *start = end;
        }
        // Sorting would take ten times as long as counting.
        vocabulary.ways = self.ways.clone();
        for way in self.ways {
            let start = &mut vocabulary.buckets[bucket_of(&way)];
            *start -= 1;
            vocabulary.ways[*start as usize] = way;
        }
        vocabulary
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Vocabulary, unpacked};
    use super::*;

    #[test]
    fn a_letter_tells_the_cost_and_its_case_whether_a_slip_may_be_meant_for_the_word() {
        let vocabulary = Vocabulary::get();
        let cost = |word: &str| vocabulary.cost(&word.chars().collect::<Vec<_>>());
        assert!(cost("安排") < cost("安放"));
        assert!(cost("的") < cost("柏"));
        assert_eq!(cost("全属"), None);
        assert_eq!(cost("再接再厉"), Some(IDIOM));
    }

    #[test]
    fn every_line_can_be_read_and_no_word_stands_twice() {
        let mut seen = rustc_hash::FxHashSet::default();
        for line in LIST.lines().filter(|line| !line.starts_with(['#', '='])) {
            let marks = |character: &char| !character.is_ascii();
            assert!(
                line.chars().next().is_some_and(|first| marks(&first)),
                "{line}"
            );
            assert!(seen.insert(line.chars().next()), "{line}");
            for (skipped, tails) in line.split('/').enumerate() {
                let count = tails.chars().filter(marks).count();
                let tails = if skipped == 0 { count - 1 } else { count };
                assert_eq!(tails % (skipped + 1), 0, "{line}");
            }
        }
    }

    #[test]
    fn every_target_has_a_number_of_its_own() {
        assert!(Vocabulary::get().targets.len() <= usize::from(u16::MAX));
    }

    #[test]
    fn a_packed_word_gives_its_characters_back() {
        for word in ["安排", "办公室", "再接再厉"] {
            let characters: Vec<char> = word.chars().collect();
            assert_eq!(unpacked(packed(&characters)).collect::<String>(), word);
        }
    }
}
