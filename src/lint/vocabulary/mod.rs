//! The words of official prose and how rare they are: what a slip by sound or look is judged by.
//!
//! A cost (`u8`) is how rare something is: four times the decimal logarithm of one in how many words.

pub(in crate::lint) mod companions;
pub(in crate::lint) mod lone;
pub(in crate::lint) mod phrases;
mod reading;
pub(in crate::lint) mod slips;
pub(in crate::lint) mod window;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::pair_bits::PairBits;
use super::view::is_han;
use crate::text::confusions::Class;
use crate::text::kept::with_next;

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
}

/// What the words cost; those of two characters, which are asked for most, in half the room.
struct Words {
    pairs: FxHashMap<u32, u8>,
    longer: FxHashMap<Packed, u8>,
}

impl Words {
    /// No words yet, with room for so many of two characters and so many longer ones.
    fn with_room(pairs: usize, longer: usize) -> Self {
        Self {
            pairs: FxHashMap::with_capacity_and_hasher(pairs, Default::default()),
            longer: FxHashMap::with_capacity_and_hasher(longer, Default::default()),
        }
    }

    fn insert(&mut self, word: &[char], cost: u8) {
        match word {
            [_, _] => self.pairs.insert(packed(word) as u32, cost),
            _ => self.longer.insert(packed(word), cost),
        };
    }

    /// The words of two characters.
    fn pairs(&self) -> impl Iterator<Item = [char; 2]> {
        let pairs = self.pairs.keys();
        pairs.map(|word| {
            [word >> 16, word & 0xffff].map(|it| char::from_u32(it).unwrap_or_default())
        })
    }

    #[inline]
    fn cost(&self, word: &[char]) -> Option<u8> {
        match word {
            [_, _] => self.pairs.get(&(packed(word) as u32)).copied(),
            _ => self.longer.get(&packed(word)).copied(),
        }
    }
}

/// How a slip may have been made of a word: eight bytes, because there are a hundred thousand.
#[derive(Debug, Clone, Copy)]
struct Way {
    /// The class by which another character may stand in the place of one.
    class: Class,
    /// The character beside that place, which is right.
    beside: u16,
    /// The word's number among the targets.
    target: u16,
    /// The place of the character that may be wrong.
    place: u8,
}

/// The words with what is looked up of them.
pub(in crate::lint) struct Vocabulary {
    /// What a character of the basic plane costs that stands alone.
    alone: Vec<u8>,
    words: Words,
    /// Pairs of characters that stand inside a word.
    inside: PairBits,
    /// The words that a slip may have been meant for.
    targets: Vec<Target>,
    /// Whether a bucket of `ways` may hold something, for finer buckets than those.
    slots: PairBits,
    /// Where each bucket begins in `ways`.
    buckets: Vec<u32>,
    ways: Vec<Way>,
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

    /// The words of two characters, in no order.
    pub(in crate::lint) fn pairs(&self) -> impl Iterator<Item = [char; 2]> {
        self.words.pairs()
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
        let mut joined = are_han(text);
        for (joined, (first, second)) in joined.iter_mut().zip(with_next(text)) {
            *joined &= self.joins(*first, *second);
        }
        joined
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
            _ => self.words.cost(word),
        }
    }

    /// Gives the words that have a character of the class before or after `beside`, each with the
    /// character's place in it.
    #[inline]
    fn each_target(
        &self,
        class: Class,
        beside: char,
        is_before: bool,
        mut give: impl FnMut(Target, usize),
    ) {
        if !self.slots.may_have(beside, class.on_side(is_before)) {
            return;
        }
        let bucket = bucket(class, beside as u16);
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        for way in &self.ways[range] {
            let is_before_it = way.place == 0;
            if way.class == class && way.beside == beside as u16 && is_before_it == is_before {
                give(
                    self.targets[usize::from(way.target)],
                    usize::from(way.place),
                );
            }
        }
    }
}

/// Whether each character of a text and the next one are Han; by themselves many are told at once.
fn are_han(text: &[char]) -> Vec<bool> {
    let mut han: Vec<bool> = text.iter().map(|it| is_han(*it)).collect();
    han.push(false);
    with_next(&han).map(|(this, next)| this & next).collect()
}

/// How many buckets the ways have.
const BUCKETS: usize = 1 << 15;

fn bucket(class: Class, beside: u16) -> usize {
    let [class, beside] = [class.number(), beside].map(usize::from);
    let mixed = class.wrapping_mul(0x85eb) ^ beside.wrapping_mul(0x9e37);
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
