//! The words that have companions, by how they sound: 登记 and 等级 are typed for each other.

use std::sync::OnceLock;

use super::PairBits;
use super::companions;
use crate::text::confusions::{Class, Likeness, classes};

/// A word of two characters as a number, sixteen bits a character.
type Word = u32;

/// Enough bits for 49 of 50 pairs that are no companions to be told from those.
const PAIR_BITS: usize = 1 << 21;

/// How many buckets the words have by their sounds; most have none or one.
const BUCKETS: usize = 1 << 15;

/// How many counters the words share.
const COUNTERS: usize = 1 << 14;

/// How many companions a word has, or a few more.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::lint) struct Companions {
    /// How many stand before it.
    pub(in crate::lint) before: u16,
    /// How many stand behind it.
    pub(in crate::lint) after: u16,
}

/// The words that have companions.
pub(in crate::lint) struct Homophones {
    /// The pairs of words that are companions.
    pairs: PairBits,
    /// How many companions the words have, by the lowest bits of their keys.
    counts: Vec<Companions>,
    /// Where each bucket begins in `words`.
    buckets: Vec<u16>,
    words: Vec<Word>,
}

impl Homophones {
    /// The built-in ones, read at the first call.
    pub(in crate::lint) fn get() -> &'static Self {
        static HOMOPHONES: OnceLock<Homophones> = OnceLock::new();
        HOMOPHONES.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut read = Self {
            pairs: PairBits::of_bits(PAIR_BITS),
            counts: vec![Companions::default(); COUNTERS],
            buckets: vec![0; BUCKETS + 1],
            words: Vec::new(),
        };
        let mut sounding: Vec<(u16, Word)> = Vec::with_capacity(1 << 14);
        for (word, followers) in companions::lines() {
            let key = mixed(word);
            read.counts[counter(key)].after += followers.len() as u16;
            for follower in followers {
                let follower = mixed(follower);
                read.pairs.add(key, follower);
                read.counts[counter(follower)].before += 1;
            }
            let [first, second] = characters(word);
            for one in sounds(first) {
                sounding.extend(sounds(second).map(|other| (bucket(one, other), word)));
            }
        }
        read.sort(&sounding);
        read
    }

    /// Puts the words into their buckets.
    fn sort(&mut self, sounding: &[(u16, Word)]) {
        self.words = vec![0; sounding.len()];
        for (bucket, _) in sounding {
            self.buckets[usize::from(*bucket)] += 1;
        }
        let mut end = 0;
        for start in &mut self.buckets {
            end += *start;
            *start = end;
        }
        for (bucket, word) in sounding {
            let start = &mut self.buckets[usize::from(*bucket)];
            *start -= 1;
            self.words[usize::from(*start)] = *word;
        }
    }

    /// Whether a word may be a companion of the one before or behind it: 市级充电设施.
    #[inline]
    pub(in crate::lint) fn may_be_beside(
        &self,
        word: [char; 2],
        sides: [Option<[char; 2]>; 2],
    ) -> bool {
        let key = mixed(packed(word));
        let [before, after] = self.may_have(sides_of(sides), key);
        before | after
    }

    /// Gives the words that may sound like `written` and may be companions of the word before or behind
    /// it, with whether they may be of either.
    #[inline]
    pub(in crate::lint) fn each_beside(
        &self,
        written: [char; 2],
        sides: [Option<[char; 2]>; 2],
        give: &mut dyn FnMut([char; 2], [bool; 2]),
    ) {
        let beside = sides_of(sides);
        let written_word = packed(written);
        for one in sounds(written[0]) {
            for other in sounds(written[1]) {
                for word in self.bucket(bucket(one, other)) {
                    let key = mixed(*word);
                    let sides = self.may_have(beside, key);
                    if (sides[0] | sides[1]) & (*word != written_word) {
                        give(characters(*word), sides);
                    }
                }
            }
        }
    }

    /// Whether the word of that key may be a companion of the one before and the one behind it.
    #[inline]
    fn may_have(&self, [before, after]: [(bool, u32); 2], key: u32) -> [bool; 2] {
        [
            before.0 & self.pairs.may_have(before.1, key),
            after.0 & self.pairs.may_have(key, after.1),
        ]
    }

    #[inline]
    fn bucket(&self, bucket: u16) -> &[Word] {
        let bucket = usize::from(bucket);
        let range = usize::from(self.buckets[bucket])..usize::from(self.buckets[bucket + 1]);
        &self.words[range]
    }

    /// How many companions a word has, or a few more.
    pub(in crate::lint) fn companions(&self, word: [char; 2]) -> Companions {
        self.counts[counter(mixed(packed(word)))]
    }
}

/// Whether there is a word before and behind, and their keys: without branches that can't be foretold.
#[inline]
fn sides_of(sides: [Option<[char; 2]>; 2]) -> [(bool, u32); 2] {
    sides.map(|side| {
        let key = mixed(packed(side.unwrap_or_default()));
        (side.is_some(), key)
    })
}

/// The syllables of a character.
fn sounds(character: char) -> impl Iterator<Item = Class> {
    let classes = classes(character).iter().copied();
    classes.filter(|class| class.likeness() == Likeness::Sound)
}

fn bucket(one: Class, other: Class) -> u16 {
    (one.number().wrapping_mul(0x9e37) ^ other.number()) & (BUCKETS as u16 - 1)
}

fn counter(key: u32) -> usize {
    key as usize & (COUNTERS - 1)
}

fn packed(word: [char; 2]) -> Word {
    (word[0] as u32 & 0xffff) << 16 | (word[1] as u32 & 0xffff)
}

fn characters(word: Word) -> [char; 2] {
    [word >> 16, word & 0xffff].map(|code| char::from_u32(code).unwrap_or_default())
}

/// A word with both characters in the lowest bits, as tables of pairs want it.
#[inline]
fn mixed(word: Word) -> u32 {
    (word >> 16).wrapping_mul(0x2c1b) ^ word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> [char; 2] {
        let mut characters = text.chars();
        [(); 2].map(|()| characters.next().unwrap_or_default())
    }

    fn beside(before: &str, written: &str, after: &str) -> Vec<String> {
        let mut found = Vec::new();
        let sides = [before, after].map(|it| Some(word(it)));
        Homophones::get().each_beside(word(written), sides, &mut |it, _| {
            found.push(it.iter().collect());
        });
        found
    }

    #[test]
    fn words_are_found_by_sound_and_companion() {
        assert!(beside("产权", "等级", "中心").contains(&"登记".to_owned()));
        assert!(beside("数据", "借口", "").contains(&"接口".to_owned()));
        assert!(!beside("木耳", "借口", "").contains(&"接口".to_owned()));
    }

    #[test]
    fn companions_are_counted_on_both_sides() {
        let counted = Homophones::get().companions(word("登记"));
        assert!(counted.before > 1 && counted.after > 1);
    }

    #[test]
    fn every_word_has_its_place() {
        let homophones = Homophones::get();
        assert!(homophones.words.len() < usize::from(u16::MAX));
        assert!(homophones.words.iter().all(|word| *word != 0));
    }
}
