//! Words that a wrong character made of others: the pairs of characters that no word has, mended.

use std::cell::OnceCell;
use std::ops::Range;

use super::window::Window;
use super::{Packed, Target, Vocabulary, are_han, unpacked};
use crate::text::confusions::{Class, Likeness, classes};
use crate::text::kept::{kept, with_next};

/// What may be a slip.
#[derive(Debug, Clone)]
pub(in crate::lint) struct Slip {
    /// The word as it is written.
    pub(in crate::lint) range: Range<usize>,
    /// The word that was meant.
    pub(in crate::lint) right: String,
    /// How sure it is: the logarithm of the odds, in hundredths.
    pub(in crate::lint) score: i32,
}

/// A pair whose characters cost less than this, each as the words around leave it, is none that a
/// slip left behind: mending it would gain too little.
const SUSPICIOUS: i32 = 22;

/// What a character of a word with its other neighbour is counted at.
const IN_WORD: i32 = 6;

/// The slips of a text that are surer than `least`, in order; of those that overlap the surest.
///
/// `joined` tells of each character whether it stands together with the next one in some word.
pub(in crate::lint) fn slips(text: &[char], joined: &[bool], least: i32) -> Vec<Slip> {
    let vocabulary = Vocabulary::get();
    let mut found: Vec<Slip> = Vec::new();
    for pair in suspicious(vocabulary, text, joined) {
        let place = Place::around(vocabulary, text, pair);
        let slips = [place.wrong(), place.swapped()].into_iter().flatten();
        slips
            .filter(|slip| slip.score >= least)
            .for_each(|slip| keep(slip, &mut found));
    }
    found
}

/// Where two Han characters stand that are in no word together, nor each in one with its other neighbour,
/// and cost enough that mending them may gain something.
fn suspicious(vocabulary: &Vocabulary, text: &[char], joined: &[bool]) -> Vec<usize> {
    let mut before = false;
    let sides = with_next(joined).zip(are_han(text));
    let are_apart = sides.map(|((this, after), are_han)| {
        let is_in_word = this | before & after;
        before = *this;
        are_han & !is_in_word
    });
    let mut apart = kept(&are_apart.collect::<Vec<bool>>());
    let cost = |at: usize, in_word: bool| match in_word {
        true => IN_WORD,
        false => i32::from(vocabulary.alone(text[at])),
    };
    apart.retain(|at| {
        let before = *at > 0 && joined[at - 1];
        cost(*at, before) + cost(at + 1, joined[at + 1]) >= SUSPICIOUS
    });
    apart
}

/// Two characters that no word has together, with the Han characters around them.
struct Place<'a> {
    vocabulary: &'a Vocabulary,
    characters: &'a [char],
    /// Where the characters begin in the text.
    start: usize,
    /// Where the two stand among the characters.
    pair: usize,
    /// How they are divided into words; needed only if there is something that may be meant.
    window: OnceCell<Window>,
}

impl<'a> Place<'a> {
    fn around(vocabulary: &'a Vocabulary, text: &'a [char], pair: usize) -> Self {
        let range = Window::range(text, pair);
        Self {
            vocabulary,
            start: range.start,
            pair: pair - range.start,
            characters: &text[range],
            window: OnceCell::new(),
        }
    }

    fn window(&self) -> &Window {
        let divided = || Window::of(self.vocabulary, self.characters);
        self.window.get_or_init(divided)
    }

    /// 要重 for 重要: the word of the two characters in the other order.
    fn swapped(&self) -> Option<Slip> {
        let range = self.pair..self.pair + 2;
        let right = [self.characters[self.pair + 1], self.characters[self.pair]];
        // 弯多、坡陡、路窄 say what things are like.
        let may_be =
            self.characters.len() > right.len() && self.vocabulary.joins(right[0], right[1]);
        let cost = may_be.then(|| self.vocabulary.cost(&right)).flatten()?;
        let alone = right.map(|it| self.vocabulary.alone(it));
        let score = SWAPPED + self.score(&range, cost, alone[0].max(alone[1]));
        Some(self.slip(range, right.iter().collect(), score))
    }

    /// The surest word that may be meant if one of the two characters is wrong.
    fn wrong(&self) -> Option<Slip> {
        let mut best: Option<Candidate> = None;
        for wrong in [self.pair, self.pair + 1] {
            self.each_target(wrong, |class, target, place| {
                let candidate = self.candidate(wrong, class, target, place);
                let sure = best.as_ref().map_or(i32::MIN, |best| best.score);
                let surer = candidate.filter(|it| it.score > sure);
                best = surer.or(best.take());
            });
        }
        let Candidate { range, word, score } = best?;
        Some(self.slip(range, unpacked(word).collect(), score))
    }

    /// Gives the words that may be meant if the character at `wrong` is wrong, each with the class that it
    /// is taken for the right one by and its place in the word.
    fn each_target(&self, wrong: usize, mut give: impl FnMut(Class, Target, usize)) {
        let before = wrong.checked_sub(1);
        let before = before.map(|at| (self.characters[at], false));
        let after = self.characters.get(wrong + 1).map(|it| (*it, true));
        for (beside, is_before) in before.into_iter().chain(after) {
            for class in classes(self.characters[wrong]).iter().copied() {
                self.vocabulary
                    .each_target(class, beside, is_before, |target, place| {
                        give(class, target, place);
                    });
            }
        }
    }

    fn candidate(
        &self,
        wrong: usize,
        class: Class,
        target: Target,
        place: usize,
    ) -> Option<Candidate> {
        let start = wrong.checked_sub(place)?;
        let right = unpacked(target.word);
        let range = start..start + right.len();
        let written = self.characters.get(range.clone())?;
        let mut both = (start..).zip(written.iter().zip(right));
        let is_slip = both.all(|(at, (written, right))| (*written == right) != (at == wrong));
        if !is_slip || self.vocabulary.has(written) {
            return None;
        }
        let likeness = match class.likeness() {
            Likeness::Sound => 0,
            Likeness::Look => -24,
            Likeness::NearSound => -149,
        };
        let long = if range.len() > 2 { LONG } else { 0 };
        let alone = self.vocabulary.alone(self.characters[wrong]);
        Some(Candidate {
            score: self.score(&range, target.cost, alone) + likeness + long,
            word: target.word,
            range,
        })
    }

    /// How sure it is that a word of that cost is meant at `range`, by what the wrong character costs alone.
    fn score(&self, range: &Range<usize>, cost: u8, alone: u8) -> i32 {
        let window = self.window();
        let gain = window.gain(range, cost);
        let means = window.means(range).map(|mean| mean.unwrap_or(NO_MEAN));
        score(gain, cost, alone, means)
    }

    fn slip(&self, range: Range<usize>, right: String, score: i32) -> Slip {
        Slip {
            range: self.start + range.start..self.start + range.end,
            right,
            score,
        }
    }
}

/// What the same word in the other order adds to the score: of 700 words swapped in right prose a quarter
/// is then surer than 300, and one place in 120,000 characters of newspapers and statutes.
const SWAPPED: i32 = 100;
/// What a word of three characters and more adds to the score.
const LONG: i32 = 70;
/// At an end of the run no words tell that the writer's words are known.
const NO_MEAN: i32 = 750;

/// How sure a slip is, in hundredths: by what its mending gains, what the word costs and the wrong
/// character alone, and what the characters before and after cost in the mean, in hundredths.
///
/// The weights are those of a logistic regression on 3,600 made slips and 2,500 places of right prose
/// (statutes, newspapers, replies) that a word would have mended.
fn score(gain: i32, cost: u8, alone: u8, [before, after]: [i32; 2]) -> i32 {
    566 + 37 * gain - 9 * i32::from(cost) - 21 * i32::from(alone) - (28 * before + 31 * after) / 100
}

/// A word that may be meant.
struct Candidate {
    /// Its place among the characters.
    range: Range<usize>,
    word: Packed,
    score: i32,
}

/// Keeps a slip unless it overlaps with a surer one.
fn keep(slip: Slip, found: &mut Vec<Slip>) {
    match found.last_mut() {
        Some(last) if last.range.end > slip.range.start => {
            if last.score < slip.score {
                *last = slip;
            }
        }
        _ => found.push(slip),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_character_is_mended_by_the_words_around_it() {
        let text: Vec<char> = "我局对困南群众实行应保尽保，对现厂进行核查。"
            .chars()
            .collect();
        let found = slips(&text, &Vocabulary::get().joined(&text), 100);
        let found: Vec<(usize, &str)> = found
            .iter()
            .map(|slip| (slip.range.start, slip.right.as_str()))
            .collect();
        assert_eq!(found, [(3, "困难"), (15, "现场")]);
    }

    #[test]
    fn texts_of_any_length_are_read() {
        for text in ["", "全", "全属", "a全b属"] {
            let text: Vec<char> = text.chars().collect();
            slips(&text, &Vocabulary::get().joined(&text), i32::MIN);
        }
    }
}
