//! Set phrases (固定词组) with a character missing, doubled or out of order: 领小组, 社会保保障, 绩考效核.

mod breaks;

use std::ops::Range;
use std::sync::OnceLock;

use super::Vocabulary;
use super::window::gain;
use crate::lint::view::is_han;
use breaks::{Break, Breaks, cut_short, ways};

pub(in crate::lint) use breaks::Fault;

/// The phrases, a line each; see its head.
const LIST: &str = include_str!("phrases.txt");

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

/// What begins a line that is right as it stands.
const RIGHT: char = '-';

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = || LIST.lines().filter(|line| !line.starts_with('#'));
        let right = lines().filter_map(|line| line.strip_prefix(RIGHT));
        let mut right: Vec<&str> = right.collect();
        right.sort_unstable();
        let phrases = lines().filter(|line| !line.starts_with(RIGHT));
        let phrases: Vec<Vec<char>> = phrases.map(|line| line.chars().collect()).collect();
        Phrases {
            right,
            inner: of_all(&phrases, ways),
            cut: of_all(&phrases, cut_short),
            phrases,
        }
    })
}

/// All ways to break the phrases.
fn of_all<'p, Ways: IntoIterator<Item = Break>>(
    phrases: &'p [Vec<char>],
    ways: impl Fn(&'p [char]) -> Ways,
) -> Breaks {
    const MOST: usize = 16;
    let mut breaks = Vec::with_capacity(phrases.len() * MOST);
    for (phrase, characters) in (0..).zip(phrases) {
        let ways = ways(characters).into_iter();
        breaks.extend(ways.map(|way| Break { phrase, ..way }));
    }
    Breaks::new(breaks)
}

/// How much cheaper the words around must become by mending a phrase of so many characters.
///
/// Of faults made in 2,100 places of right replies nearly all doubled and swapped characters gain as much
/// and are found, and 48 to 60 in 100 missing ones; in five million characters of newspapers and statutes
/// the words of some seventy places gain as much, which are in the list as right.
fn least_gain(fault: Fault, length: usize) -> i32 {
    match (fault, length) {
        (Fault::Doubled, _) => 6,
        (Fault::Swapped, ..=4) => 6,
        (Fault::Missing, ..=4) => 4,
        _ => 2,
    }
}

/// The same for a phrase that lacks its last character at the end of a clause: 形成工作合。
///
/// What is left of a long one is seldom all that was meant, even if the last word of it costs little, as 合
/// and 力 do.
fn least_gain_of_cut(length: usize) -> i32 {
    match length {
        ..=5 => least_gain(Fault::Missing, length),
        6..=7 => -3,
        _ => -6,
    }
}

/// Whether the last two characters are a word, which is cut in half then: 合力, and not 许可|证.
fn ends_in_word(phrase: &[char]) -> bool {
    let start = phrase.len().saturating_sub(2);
    Vocabulary::get().has(&phrase[start..])
}

/// The pairs that tell of broken phrases.
pub(in crate::lint) fn broken_pairs(give: &mut dyn FnMut([char; 2])) {
    let known = phrases();
    known.inner.pairs().for_each(&mut *give);
    known.cut.pairs().for_each(give);
}

/// The broken phrases of a text, in order; one of the pairs may stand at each of the places.
pub(in crate::lint) fn broken_phrases(text: &[char], places: &[u32]) -> Vec<BrokenPhrase> {
    let known = phrases();
    let mut found: Vec<BrokenPhrase> = Vec::new();
    for at in places.iter().map(|at| *at as usize) {
        let is_inner = known.inner.may_stand_at(text, at);
        // What is cut short shows at the end of a clause.
        let next = text.get(at + 2);
        // 规划设15个班: a verb stands before what it counts.
        let is_end =
            next.is_none_or(|next| *next == '的' || !is_han(*next) && !next.is_ascii_digit());
        let is_cut = is_end && known.cut.may_stand_at(text, at);
        if !is_inner && !is_cut {
            continue;
        }
        let inner = is_inner.then(|| known.inner.at(text, at));
        let cut = is_cut.then(|| known.cut.at(text, at));
        let here = inner.into_iter().flatten().chain(cut.into_iter().flatten());
        let here = here.filter_map(|it| known.broken(text, at, it));
        let best = here.max_by_key(|it| it.gain);
        let end = found.last().map_or(0, |last| last.range.end);
        found.extend(best.filter(|best| end <= best.range.start));
    }
    found
}

impl Phrases {
    fn broken(&self, text: &[char], at: usize, it: &Break) -> Option<BrokenPhrase> {
        let phrase = &self.phrases[usize::from(it.phrase)];
        let fault = it.fault;
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
        // 保|教质量, 委|会同: a character left alone may belong to the word beside it.
        let is_apart = fault != Fault::Missing
            || (head.len() > 1 || is_end_of_word(text, range.start))
                && (tail.len() != 1 || is_start_of_word(text, range.end));
        let is_short = fault == Fault::Missing && is_short_form(phrase, place);
        if !is_apart || is_short || self.is_right(&text[range.clone()]) {
            return None;
        }
        let gain = gain(text, &range, phrase);
        let is_cut = place + 1 == phrase.len();
        let least = match fault {
            Fault::Missing if is_cut && ends_in_word(phrase) => least_gain_of_cut(phrase.len()),
            _ => least_gain(fault, phrase.len()),
        };
        let is_wrong = gain >= least;
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

/// Words that a single character of them stands for as well: 流通业 beside 流通企业.
const WITH_SHORT_FORM: [[char; 2]; 10] = [
    ['企', '业'],
    ['人', '员'],
    ['费', '用'],
    ['制', '度'],
    ['小', '组'],
    ['会', '议'],
    ['案', '件'],
    ['公', '路'],
    ['队', '伍'],
    ['部', '门'],
];

/// Whether the phrase without the character at `place` has a short form in place of a word.
fn is_short_form(phrase: &[char], place: usize) -> bool {
    let around = &phrase[place.saturating_sub(1)..phrase.len().min(place + 2)];
    around
        .windows(2)
        .any(|pair| WITH_SHORT_FORM.iter().any(|word| word == pair))
}

/// Characters that are words of their own beside any other.
const FUNCTION_WORDS: &str = "的了和与及对在是将为等由以从向并已也都不或把被于到";

/// Whether a word ends before `at` that the character there does not go on with.
fn is_end_of_word(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map_or('\n', |before| text[before]);
    let is_word = |length: usize| {
        let start = at.checked_sub(length);
        start.is_some_and(|start| Vocabulary::get().has(&text[start..at]))
    };
    // 由衷|感谢: a character that is a word with the one before it belongs there.
    let is_shared = text
        .get(at)
        .is_some_and(|this| Vocabulary::get().has(&[before, *this]));
    let is_own = FUNCTION_WORDS.contains(before) && !is_shared;
    !is_han(before) || is_own || is_word(2) || is_word(3)
}

/// Whether a word begins at `at` that the character before does not belong to.
fn is_start_of_word(text: &[char], at: usize) -> bool {
    let next = text.get(at).copied().unwrap_or('\n');
    let is_word = |start: usize, end: usize| {
        let word = text.get(start..end);
        word.is_some_and(|word| Vocabulary::get().has(word))
    };
    let is_own = is_word(at, at + 2) || is_word(at, at + 3);
    !is_han(next) || FUNCTION_WORDS.contains(next) || is_own && !is_word(at - 1, at + 1)
}
