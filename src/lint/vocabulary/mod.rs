//! The words of official prose and how rare they are: what a slip by sound or look is judged by.
//!
//! A cost (`u8`) is how rare something is: four times the decimal logarithm of one in how many words.

pub(in crate::lint) mod companions;
pub(in crate::lint) mod phrases;
mod reading;
pub(in crate::lint) mod slips;
pub(in crate::lint) mod window;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::pair_bits::PairBits;
use super::view::is_han;
use crate::text::confusions::Class;

/// Longest word, in characters.
const LONGEST: usize = 4;

/// What a character costs that never stands alone.
const NEVER_ALONE: u8 = 30;

/// What a character costs at least that hardly ever stands alone.
const RARE_ALONE: u8 = 17;

/// A word as a number: sixteen bits a character, the last one lowest.
type Packed = u64;

/// A word that a slip may have been meant for.
#[derive(Debug, Clone, Copy)]
struct Target {
    word: Packed,
    cost: u8,
    /// The place of the character that may be wrong.
    place: u8,
    /// The class by which another one may stand in its place.
    class: Class,
    /// A character beside that place, which is right.
    beside: char,
}

/// The words with what is looked up of them.
pub(in crate::lint) struct Vocabulary {
    /// What a character of the basic plane costs that stands alone.
    alone: Vec<u8>,
    words: FxHashMap<Packed, u8>,
    /// Pairs of characters that stand inside a word.
    inside: PairBits,
    /// Whether a bucket of `targets` may hold something, for finer buckets than those.
    slots: PairBits,
    /// Where each bucket begins in `targets`.
    buckets: Vec<u32>,
    targets: Vec<Target>,
}

impl Vocabulary {
    /// The built-in one, read at the first call.
    pub(in crate::lint) fn get() -> &'static Self {
        static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
        VOCABULARY.get_or_init(reading::read)
    }

    /// Whether the characters are a word.
    pub(in crate::lint) fn has(&self, word: &[char]) -> bool {
        self.cost(word).is_some()
    }

    /// Whether a character hardly ever stands alone.
    pub(in crate::lint) fn is_rare_alone(&self, character: char) -> bool {
        self.alone(character) >= RARE_ALONE
    }

    /// Whether two characters stand together in some word; rarely true without one.
    #[inline]
    pub(in crate::lint) fn joins(&self, first: char, second: char) -> bool {
        self.inside.may_have(first, second)
    }

    /// Whether each character of a text, both Han, stands together with the next one in some word.
    pub(in crate::lint) fn joined(&self, text: &[char]) -> Vec<bool> {
        let pairs = text.windows(2);
        let joined = pairs.map(|pair| self.joins(pair[0], pair[1]) & are_han(pair[0], pair[1]));
        joined.chain([false]).collect()
    }

    /// What a character costs that stands alone.
    #[inline]
    fn alone(&self, character: char) -> u8 {
        let cost = self.alone.get(character as usize);
        cost.copied().unwrap_or(NEVER_ALONE)
    }

    /// What a word costs; a character alone is one.
    #[inline]
    pub(in crate::lint) fn cost(&self, word: &[char]) -> Option<u8> {
        match word {
            [single] => Some(self.alone(*single)),
            _ => self.words.get(&packed(word)).copied(),
        }
    }

    /// The words that have a character of the class before or after `beside`, and a few others.
    fn targets(&self, class: Class, beside: char, is_before: bool) -> &[Target] {
        if !self.slots.may_have(beside, class.on_side(is_before)) {
            return &[];
        }
        let bucket = bucket(class, beside);
        &self.targets[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize]
    }
}

/// Whether both characters are Han.
#[inline]
fn are_han(first: char, second: char) -> bool {
    is_han(first) & is_han(second)
}

/// How many buckets the targets have.
const BUCKETS: usize = 1 << 15;

fn bucket(class: Class, beside: char) -> usize {
    let mixed =
        usize::from(class.number()).wrapping_mul(0x85eb) ^ (beside as usize).wrapping_mul(0x9e37);
    mixed & (BUCKETS - 1)
}

fn packed(word: &[char]) -> Packed {
    let characters = word.iter().map(|it| *it as u64 & 0xffff);
    characters.fold(0, |packed, character| packed << 16 | character)
}

/// The characters of a word.
fn unpacked(word: Packed) -> impl DoubleEndedIterator<Item = char> + ExactSizeIterator {
    let length = if word >> 48 > 0 {
        4
    } else if word >> 32 > 0 {
        3
    } else {
        2
    };
    (0..length).rev().map(move |place| {
        let code = (word >> (16 * place) & 0xffff) as u32;
        char::from_u32(code).unwrap_or_default()
    })
}
