//! Characters left alone where they hardly ever stand so: 基础|施|建设 has lost 设, 营商|环节|境 has 节 too much.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Vocabulary;
use super::companions::{are_companions, followers_with};
use crate::lint::view::{is_any_digit, is_han};
use crate::text::kept::{kept, with_next};

/// How seldom characters stand alone behind a word, a line for what follows; see its head.
const LIST: &str = include_str!("lone.txt");

/// A character alone behind a word, and what makes sense of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) struct Lone {
    /// Where the character stands.
    pub(in crate::lint) at: usize,
    /// The word that was meant.
    pub(in crate::lint) right: String,
    /// Whether the word has lost its other character, and not got one too much.
    pub(in crate::lint) is_missing: bool,
}

/// What follows a lone character.
#[derive(Clone, Copy)]
enum Next {
    Word,
    Mark,
}

/// How seldom a character stands alone before a word and before a mark; 0 if it is not in the list.
type Rarity = [u8; 2];

fn rarities() -> &'static FxHashMap<char, Rarity> {
    static RARITIES: OnceLock<FxHashMap<char, Rarity>> = OnceLock::new();
    RARITIES.get_or_init(|| {
        let mut rarities: FxHashMap<char, Rarity> = FxHashMap::default();
        for line in LIST.lines() {
            let next = match line.chars().next() {
                Some('W') => Next::Word,
                Some('B') => Next::Mark,
                _ => continue,
            };
            let mut rarity = 0;
            for character in line.chars().skip(1) {
                match character {
                    'a'..='z' => rarity = character as u8 - b'a',
                    _ => rarities.entry(character).or_default()[next as usize] = rarity,
                }
            }
        }
        rarities
    })
}

/// How sure a lost character must be; see [`missing`].
///
/// Of 12,000 words in right prose that lost a character one in twenty is as sure; in 1.8 million characters
/// of newspapers a dozen places are, one of them a slip (走私罪嫌疑案件).
const SURE: i32 = 250;

/// How seldom a character must stand alone that is taken for one too much, and what it must cost.
const RARE: u8 = 10;
const DEAR: u8 = 17;
/// The same where the words on both sides tell.
const RARE_BETWEEN: u8 = 5;
const DEAR_BETWEEN: u8 = 14;
/// What a word costs at most that is meant with the character.
const USUAL: u8 = 22;

/// The characters of a text that words around them make sense of, in order.
///
/// `joined` tells of each character whether it stands together with the next one in some word.
pub(in crate::lint) fn lone(text: &[char], joined: &[bool]) -> Vec<Lone> {
    let rarities = rarities();
    // Behind a word, and in none with either neighbour: what stands so is rare enough to look at closely.
    let sides = with_next(joined).zip(joined.get(2..).unwrap_or_default());
    let are_left = sides.map(|((before, this), after)| before & !this & !after);
    let are_left: Vec<bool> = are_left.collect();
    let apart = kept(&are_left).into_iter().map(|start| start + 2);
    let apart = apart.filter(|at| is_han(text[at - 1]) && is_han(text[*at]) && at + 1 < text.len());
    let found = apart.filter_map(|at| {
        let rarity = rarities.get(&text[at])?;
        let place = Place::of(text, at, *rarity)?;
        missing(&place).or_else(|| superfluous(text, &place))
    });
    found.collect()
}

/// A lone character with the words around it.
struct Place<'t> {
    at: usize,
    character: char,
    before: &'t [char],
    /// Empty before a mark.
    after: &'t [char],
    rarity: u8,
    cost: u8,
}

impl<'t> Place<'t> {
    fn of(text: &'t [char], at: usize, rarity: Rarity) -> Option<Self> {
        const MARKS: [char; 6] = ['，', '。', '；', '、', '：', '\n'];
        let before = &text[at - 2..at];
        let (after, next) = match text[at + 1] {
            mark if MARKS.contains(&mark) => (&[][..], Next::Mark),
            _ => (text.get(at + 1..at + 3)?, Next::Word),
        };
        let place = Self {
            at,
            character: text[at],
            before,
            after,
            rarity: rarity[next as usize],
            cost: Vocabulary::get().alone(text[at]),
        };
        // Most characters stand alone too often, which costs less to see than the words around.
        if !place.may_be_left() {
            return None;
        }
        // 每季度开一次: what is counted follows a verb.
        let is_counted = after.first().is_some_and(|it| is_any_digit(*it));
        let is_between =
            is_own_word(text, at - 2) && (after.is_empty() || is_own_word(text, at + 1));
        (is_between && !is_counted).then_some(place)
    }

    /// How sure it is that a word has lost its other character.
    ///
    /// The weights are those of a logistic regression on 1,000 words that lost a character and 900 places of right
    /// prose where a lone character may be taken for one.
    fn score(&self, is_followed: bool) -> i32 {
        let next = if self.after.is_empty() { 72 } else { 0 };
        let followed = if is_followed { 275 } else { 0 };
        -1203 + followed + next + 58 * i32::from(self.rarity) + 35 * i32::from(self.cost)
    }

    /// Whether the character stands alone so seldom that something may be wrong.
    fn may_be_left(&self) -> bool {
        let may_be_superfluous = self.rarity >= RARE_BETWEEN && self.cost >= DEAR_BETWEEN;
        may_be_superfluous || self.score(true) > SURE
    }
}

/// Whether the two characters at `start` are a word, and neither makes a commoner one with the character
/// outside: 开展|清网|行动 has no 网行.
fn is_own_word(text: &[char], start: usize) -> bool {
    let vocabulary = Vocabulary::get();
    let cost = |range: Range<usize>| text.get(range).and_then(|it| vocabulary.cost(it));
    let Some(own) = cost(start..start + 2) else {
        return false;
    };
    let before = start.checked_sub(1).and_then(|from| cost(from..start + 1));
    let after = cost(start + 1..start + 3);
    [before, after]
        .into_iter()
        .flatten()
        .all(|other| own <= other)
}

/// 基础|施|建设: a word that often follows the one before has lost a character.
fn missing(place: &Place<'_>) -> Option<Lone> {
    let words = followers_with(place.before, place.character);
    let words = words.map(|word| (are_companions(&word, place.after), word));
    let cost = |word: &[char]| Vocabulary::get().cost(word).unwrap_or(u8::MAX);
    let (is_followed, word) =
        words.max_by_key(|(is_followed, word)| (*is_followed, u8::MAX - cost(word)))?;
    (place.score(is_followed) > SURE).then(|| Lone {
        at: place.at,
        right: word.iter().collect(),
        is_missing: true,
    })
}

/// 营商|环节|境, 依法|照|处理: with the first character of the word before it is a word, and the words around
/// go on from one of the two as they often do.
fn superfluous(text: &[char], place: &Place<'_>) -> Option<Lone> {
    let other = [place.before[0], place.character];
    if !Vocabulary::get().has(&other) {
        return None;
    }
    let start = place.at - 2;
    let earlier = start
        .checked_sub(2)
        .map_or(&[][..], |from| &text[from..start]);
    let without = are_companions(place.before, place.after);
    let instead = are_companions(earlier, &other) || are_companions(&other, place.after);
    let (rare, dear) = match without && instead {
        true => (RARE_BETWEEN, DEAR_BETWEEN),
        false => (RARE, DEAR),
    };
    // 人持 is a word that nobody writes.
    let is_usual = Vocabulary::get()
        .cost(&other)
        .is_some_and(|cost| cost <= USUAL);
    let is_sure = (without || instead) && is_usual && place.rarity >= rare && place.cost >= dear;
    let right = if without { place.before } else { &other };
    is_sure.then(|| Lone {
        at: place.at,
        right: right.iter().collect(),
        is_missing: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_character_is_made_sense_of_by_the_words_around_it() {
        let text: Vec<char> = "完善供热等基础施建设，优化营商环节境，依法照处理。"
            .chars()
            .collect();
        let found = lone(&text, &Vocabulary::get().joined(&text));
        let found: Vec<(&str, bool)> = found
            .iter()
            .map(|it| (it.right.as_str(), it.is_missing))
            .collect();
        assert_eq!(found, [("设施", true), ("环境", false), ("依法", false)]);
    }

    #[test]
    fn texts_of_any_length_are_read() {
        for text in ["", "施", "基础施", "础施建"] {
            let text: Vec<char> = text.chars().collect();
            lone(&text, &Vocabulary::get().joined(&text));
        }
    }
}
