//! Set phrases (固定词组) with a character missing, doubled or out of order: 领小组, 社会保保障, 绩考效核.

use std::ops::Range;
use std::sync::OnceLock;

use super::window::gain;
use crate::lint::pair_bits::PairBits;
use crate::lint::view::is_han;

/// The phrases, a line each; see its head.
const LIST: &str = include_str!("../phrases.txt");

/// How a phrase may be broken; the place is a character of the phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Fault {
    /// The character is missing.
    Missing,
    /// The character stands there twice.
    Doubled,
    /// The character stands behind the one that follows it.
    Swapped,
}

/// A phrase that is written with a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) struct BrokenPhrase {
    /// What is written.
    pub(in crate::lint) range: Range<usize>,
    /// The phrase as it should be.
    pub(in crate::lint) right: String,
    /// What is wrong with it.
    pub(in crate::lint) fault: Fault,
    /// How much cheaper the words are with the phrase as it should be.
    gain: i32,
}

/// A way to break a phrase, found by two characters that stand together only if it is broken so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Break {
    /// The two characters.
    pair: u32,
    phrase: u16,
    place: u8,
    /// How many characters of the broken phrase stand before the two.
    before: u8,
    fault: u8,
}

/// The faults by their numbers in [`Break`].
const FAULTS: [Fault; 3] = [Fault::Missing, Fault::Doubled, Fault::Swapped];

/// Ways to break phrases, by the pairs that tell of them.
struct Breaks {
    pairs: PairBits,
    /// Sorted by their pairs.
    sorted: Vec<Break>,
}

/// The phrases with all the ways to break them.
struct Phrases {
    phrases: Vec<Vec<char>>,
    /// What is right though it looks like a broken phrase, sorted.
    right: Vec<&'static str>,
    /// Those whose pairs stand in no phrase that is right.
    inner: Breaks,
    /// Those that lack the last character, which only what follows tells.
    cut: Breaks,
}

impl Breaks {
    fn new(mut breaks: Vec<Break>) -> Self {
        breaks.sort_unstable();
        let mut pairs = PairBits::of_bits(PAIR_BITS);
        for it in &breaks {
            pairs.add(it.pair >> 16, it.pair & 0xffff);
        }
        Self {
            pairs,
            sorted: breaks,
        }
    }

    /// The ways that the two characters tell of.
    fn of(&self, first: char, second: char) -> &[Break] {
        let pair = pair_of(first, second);
        let from = self.sorted.partition_point(|it| it.pair < pair);
        let count = self.sorted[from..].partition_point(|it| it.pair == pair);
        &self.sorted[from..from + count]
    }
}

/// Enough bits for most pairs of a text to be in none of the breaks.
const PAIR_BITS: usize = 1 << 20;

/// What begins a line that is right as it stands.
const RIGHT: char = '-';

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = || LIST.lines().filter(|line| !line.starts_with('#'));
        let mut right: Vec<&str> = lines()
            .filter_map(|line| line.strip_prefix(RIGHT))
            .collect();
        right.sort_unstable();
        let phrases = lines().filter(|line| !line.starts_with(RIGHT));
        let phrases: Vec<Vec<char>> = phrases.map(|line| line.chars().collect()).collect();
        let (mut inner, mut cut) = (Vec::with_capacity(LIST.len()), Vec::new());
        for (number, phrase) in (0..).zip(&phrases) {
            inner.extend(ways(phrase).map(|way| Break {
                phrase: number,
                ..way
            }));
            cut.extend(cut_short(phrase).map(|way| Break {
                phrase: number,
                ..way
            }));
        }
        Phrases {
            phrases,
            right,
            inner: Breaks::new(inner),
            cut: Breaks::new(cut),
        }
    })
}

fn pair_of(first: char, second: char) -> u32 {
    (first as u32) << 16 | second as u32 & 0xffff
}

/// The ways to break a phrase; both ends stay, but for two characters out of order.
fn ways(phrase: &[char]) -> impl Iterator<Item = Break> + '_ {
    let last = phrase.len() - 1;
    let inner = (1..last).flat_map(move |place| {
        let (before, this, after) = (phrase[place - 1], phrase[place], phrase[place + 1]);
        let is_alone = before != this && this != after;
        let missing = way(Fault::Missing, place, place - 1, [before, after]);
        let doubled = way(Fault::Doubled, place, place, [this, this]);
        [missing, doubled].into_iter().filter(move |_| is_alone)
    });
    let swapped = (0..last)
        .filter(|place| phrase[*place] != phrase[place + 1])
        .map(|place| {
            way(
                Fault::Swapped,
                place,
                place,
                [phrase[place + 1], phrase[place]],
            )
        });
    inner.chain(swapped)
}

/// The phrase without its last character.
fn cut_short(phrase: &[char]) -> Option<Break> {
    let [.., first, second, _] = phrase else {
        return None;
    };
    let last = phrase.len() - 1;
    Some(way(Fault::Missing, last, last - 2, [*first, *second]))
}

fn way(fault: Fault, place: usize, before: usize, pair: [char; 2]) -> Break {
    Break {
        pair: pair_of(pair[0], pair[1]),
        phrase: 0,
        place: u8::try_from(place).unwrap_or(u8::MAX),
        before: u8::try_from(before).unwrap_or(u8::MAX),
        fault: fault as u8,
    }
}

/// How much cheaper the words around must become by mending a phrase of so many characters.
///
/// Of faults made in 2,100 places of right replies 99 in 100 doubled characters gain as much, 80 to 98
/// in 100 swapped ones and 57 to 73 in 100 missing ones; in five million characters of newspapers and
/// statutes the words of some seventy places, which are in the list as right.
fn least_gain(fault: Fault, length: usize) -> i32 {
    match (fault, length) {
        (Fault::Doubled, _) => 6,
        (Fault::Swapped, ..=4) => 6,
        (Fault::Missing, ..=4) => 4,
        _ => 2,
    }
}

/// The broken phrases of a text, in order.
pub(in crate::lint) fn broken_phrases(text: &[char]) -> Vec<BrokenPhrase> {
    let known = phrases();
    let mut found: Vec<BrokenPhrase> = Vec::new();
    for at in 0..text.len().saturating_sub(1) {
        let (first, second) = (text[at], text[at + 1]);
        let is_inner = known.inner.pairs.may_have(first, second);
        // What is cut short shows at the end of a clause.
        let is_end = text
            .get(at + 2)
            .is_none_or(|next| *next == '的' || !is_han(*next));
        let is_cut = is_end && known.cut.pairs.may_have(first, second);
        if !is_inner && !is_cut {
            continue;
        }
        let inner = known.inner.of(first, second);
        let cut = if is_cut {
            known.cut.of(first, second)
        } else {
            &[]
        };
        let here = inner
            .iter()
            .chain(cut)
            .filter_map(|it| known.broken(text, at, it));
        let best = here.max_by_key(|it| it.gain);
        let is_new = |best: &BrokenPhrase| {
            found
                .last()
                .is_none_or(|last| last.range.end <= best.range.start)
        };
        found.extend(best.filter(is_new));
    }
    found
}

impl Phrases {
    fn broken(&self, text: &[char], at: usize, it: &Break) -> Option<BrokenPhrase> {
        let phrase = &self.phrases[usize::from(it.phrase)];
        let fault = FAULTS[usize::from(it.fault)];
        let place = usize::from(it.place);
        let start = at.checked_sub(usize::from(it.before))?;
        // What follows the place: how much of the text, how much of the phrase.
        let (written, meant) = match fault {
            Fault::Missing => (place, place + 1),
            Fault::Doubled => (place + 2, place + 1),
            Fault::Swapped => (place + 2, place + 2),
        };
        let head = text.get(start..start + place)?;
        let tail = text.get(start + written..start + written + phrase.len() - meant)?;
        if head != &phrase[..place] || tail != &phrase[meant..] {
            return None;
        }
        let range = start..start + written + tail.len();
        let gain = gain(text, &range, phrase);
        let is_wrong =
            gain >= least_gain(fault, phrase.len()) && !self.is_right(&text[range.clone()]);
        is_wrong.then(|| BrokenPhrase {
            gain,
            range,
            right: phrase.iter().collect(),
            fault,
        })
    }

    fn is_right(&self, written: &[char]) -> bool {
        let written: String = written.iter().collect();
        self.right.binary_search(&written.as_str()).is_ok()
    }
}
