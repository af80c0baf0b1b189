//! The ways to break a set phrase, found by two characters that stand together only if it is broken so.

use crate::lint::pair_bits::PairBits;

/// How a phrase may be broken; the place is a character of the phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lint) enum Fault {
    /// The character is missing.
    Missing,
    /// The character stands there twice.
    Doubled,
    /// The character stands behind the one that follows it.
    Swapped,
}

/// A way to break a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Break {
    /// The two characters that tell of it.
    pub(super) pair: u32,
    /// The phrase's number.
    pub(super) phrase: u16,
    /// The character that is wrong.
    pub(super) place: u8,
    /// How many characters of the broken phrase stand before the two.
    pub(super) before: u8,
    pub(super) fault: Fault,
    /// The character before the two, or behind them where they begin the phrase.
    pub(super) beside: u16,
}

/// Ways to break phrases, by the pairs that tell of them.
pub(super) struct Breaks {
    /// The pairs with the character before them, or behind them where they begin the phrase.
    beside: PairBits,
    /// Where each bucket begins in `sorted`.
    buckets: Vec<u32>,
    /// By the buckets of their pairs.
    sorted: Vec<Break>,
}

/// Enough bits for most pairs of a text to have nothing beside them that tells of a break.
const PAIR_BITS: usize = 1 << 20;

/// How many buckets the breaks have.
const BUCKETS: usize = 1 << 15;

/// Marks a character that stands behind the two: a bit above those of the basic plane, and so low that it tells.
const BEHIND: u32 = 1 << 17;

impl Breaks {
    pub(super) fn new(breaks: Vec<Break>) -> Self {
        let mut buckets = vec![0; BUCKETS + 1];
        for it in &breaks {
            buckets[bucket(it.pair) + 1] += 1;
        }
        let mut end = 0;
        for start in &mut buckets {
            end += *start;
            *start = end;
        }
        // Counting puts them in order in a tenth of the time that sorting takes.
        let mut next = buckets.clone();
        let mut sorted = breaks.clone();
        for it in &breaks {
            let place = &mut next[bucket(it.pair)];
            sorted[*place as usize] = *it;
            *place += 1;
        }
        let mut beside = PairBits::of_bits(PAIR_BITS);
        for it in &breaks {
            let (first, second) = (it.pair >> 16, it.pair & 0xffff);
            beside.add(mixed(first, second), it.beside());
        }
        Self {
            beside,
            buckets,
            sorted,
        }
    }

    /// The ways that the two characters at `at` and the one beside them tell of; most places
    /// [`Breaks::may_stand_at`] tells to have none.
    #[inline]
    pub(super) fn at(&self, text: &[char], at: usize) -> impl Iterator<Item = &Break> {
        let pair = pair_of(text[at], text[at + 1]);
        let before = at.checked_sub(1).map_or(0, |before| text[before] as u16);
        let behind = text.get(at + 2).map_or(0, |behind| *behind as u16);
        let is_told = move |it: &&Break| {
            let beside = if it.before > 0 { before } else { behind };
            it.pair == pair && it.beside == beside
        };
        self.bucket(pair).iter().filter(is_told)
    }

    /// The pairs that tell of them.
    pub(super) fn pairs(&self) -> impl Iterator<Item = [char; 2]> + '_ {
        let character = |code: u32| char::from_u32(code).unwrap_or_default();
        let pairs = self.sorted.iter().map(|it| it.pair);
        pairs.map(move |pair| [pair >> 16, pair & 0xffff].map(character))
    }

    /// Whether there may be one at `at`.
    #[inline]
    pub(super) fn may_stand_at(&self, text: &[char], at: usize) -> bool {
        let key = mixed(text[at] as u32, text[at + 1] as u32);
        let fits = |beside: u32| self.beside.may_have(key, beside);
        // Both are looked up, because neither can be foretold.
        (at > 0 && fits(text[at - 1] as u32))
            | (at + 2 < text.len() && fits(text[at + 2] as u32 | BEHIND))
    }

    fn bucket(&self, pair: u32) -> &[Break] {
        let bucket = bucket(pair);
        &self.sorted[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize]
    }
}

fn bucket(pair: u32) -> usize {
    mixed(pair >> 16, pair & 0xffff) as usize & (BUCKETS - 1)
}

impl Break {
    fn new(fault: Fault, place: usize, before: usize, pair: [char; 2], phrase: &[char]) -> Self {
        let beside = match (before.checked_sub(1), fault) {
            (Some(before), _) => phrase[before],
            // 高质发 for 高质量发: two characters and the fourth one.
            (None, Fault::Missing) => phrase[3],
            (None, _) => phrase[2],
        };
        Self {
            pair: pair_of(pair[0], pair[1]),
            phrase: 0,
            place: u8::try_from(place).unwrap_or(u8::MAX),
            before: u8::try_from(before).unwrap_or(u8::MAX),
            fault,
            beside: beside as u16,
        }
    }

    /// The character beside the two as [`Breaks::beside`] has it.
    fn beside(&self) -> u32 {
        let side = if self.before > 0 { 0 } else { BEHIND };
        u32::from(self.beside) | side
    }
}

fn pair_of(first: char, second: char) -> u32 {
    (first as u32) << 16 | second as u32 & 0xffff
}

/// Two characters as a number that tells them apart in its lower bits.
fn mixed(first: u32, second: u32) -> u32 {
    first.wrapping_mul(0x3779) ^ second
}

/// The ways to break a phrase; both ends stay, but for two characters out of order.
pub(super) fn ways(phrase: &[char]) -> impl Iterator<Item = Break> + '_ {
    let last = phrase.len() - 1;
    let inner = (1..last).flat_map(move |place| {
        let (before, this, after) = (phrase[place - 1], phrase[place], phrase[place + 1]);
        let is_alone = before != this && this != after;
        let missing = Break::new(Fault::Missing, place, place - 1, [before, after], phrase);
        let doubled = Break::new(Fault::Doubled, place, place, [this, this], phrase);
        [missing, doubled].into_iter().filter(move |_| is_alone)
    });
    let swapped = (0..last).filter(|place| phrase[*place] != phrase[place + 1]);
    let swapped = swapped.map(|place| {
        let pair = [phrase[place + 1], phrase[place]];
        Break::new(Fault::Swapped, place, place, pair, phrase)
    });
    inner.chain(swapped)
}

/// The phrase without its last character, if it has more than three.
pub(super) fn cut_short(phrase: &[char]) -> Option<Break> {
    let [_, .., first, second, _] = phrase else {
        return None;
    };
    // 公共文化服务中的作用: what is left of 中心 is a word of its own.
    if *second == '中' {
        return None;
    }
    let last = phrase.len() - 1;
    Some(Break::new(
        Fault::Missing,
        last,
        last - 2,
        [*first, *second],
        phrase,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_found_where_the_phrase_is_broken_so() {
        let phrase = ['领', '导', '小', '组'];
        let breaks = Breaks::new(ways(&phrase).collect());
        let told = |text: &str, at: usize| {
            let text: Vec<char> = text.chars().collect();
            let found = breaks.at(&text, at);
            found.map(|it| (it.fault, it.place)).collect::<Vec<_>>()
        };
        assert_eq!(told("设领小组。", 1), [(Fault::Missing, 1)]);
        assert_eq!(told("领导组", 1), [(Fault::Missing, 2)]);
        assert_eq!(told("领导导小组", 1), [(Fault::Doubled, 1)]);
        assert_eq!(told("导领小组", 0), [(Fault::Swapped, 0)]);
        assert_eq!(told("领导小组", 0), []);
        assert_eq!(told("要领小的", 1), []);
    }
}
