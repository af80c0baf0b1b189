//! Words that a wrong character made of others: the pairs of characters that no word has, mended.

use std::cell::LazyCell;
use std::ops::Range;

use super::window::Window;
use super::{Target, Vocabulary, unpacked};
use crate::lint::view::is_han;
use crate::text::confusions::{Likeness, classes};

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
    let mut start = 0;
    while let Some(skipped) = text[start..].iter().position(|it| is_han(*it)) {
        start += skipped;
        let length = text[start..].iter().position(|it| !is_han(*it));
        let end = length.map_or(text.len(), |length| start + length);
        let run = Run {
            vocabulary,
            text,
            joined,
            range: start..end,
        };
        run.search(least, &mut found);
        start = end;
    }
    found
}

/// Han characters without anything between them.
struct Run<'a> {
    vocabulary: &'a Vocabulary,
    text: &'a [char],
    joined: &'a [bool],
    range: Range<usize>,
}

impl Run<'_> {
    fn search(&self, least: i32, found: &mut Vec<Slip>) {
        let joins = |at: usize| at + 1 < self.range.end && self.joined[at];
        let (mut before, mut this) = (false, joins(self.range.start));
        for pair in self.range.start..self.range.end - 1 {
            let after = joins(pair + 1);
            if !(this || before && after) && self.is_dear(pair, [before, after]) {
                let window =
                    LazyCell::new(|| Window::around(self.vocabulary, self.text, &self.range, pair));
                let is_mendable = self.is_mendable(pair);
                let slip = is_mendable.then(|| self.slip(pair, &window, least));
                let swapped = self.swapped(pair, || &window);
                let slips = slip.flatten().into_iter().chain(swapped);
                slips
                    .filter(|slip| slip.score >= least)
                    .for_each(|slip| keep(slip, found));
            }
            (before, this) = (this, after);
        }
    }

    /// Whether the two characters cost enough that mending them may gain something.
    fn is_dear(&self, pair: usize, [before, after]: [bool; 2]) -> bool {
        let cost = |at: usize, in_word: bool| match in_word {
            true => IN_WORD,
            false => i32::from(self.vocabulary.alone(self.text[at])),
        };
        cost(pair, before) + cost(pair + 1, after) >= SUSPICIOUS
    }

    /// Whether a word would have the pair with another character in place of one of it.
    fn is_mendable(&self, pair: usize) -> bool {
        [pair, pair + 1]
            .into_iter()
            .any(|wrong| self.may_mend(wrong))
    }

    /// 要重 for 重要: the word of the two characters in the other order.
    fn swapped<'w>(&self, pair: usize, window: impl Fn() -> &'w Window<'w>) -> Option<Slip> {
        let right = [self.text[pair + 1], self.text[pair]];
        // 弯多、坡陡、路窄 say what things are like.
        let may_be = self.range.len() > right.len() && self.vocabulary.joins(right[0], right[1]);
        let cost = may_be.then(|| self.vocabulary.cost(&right)).flatten()?;
        let window = window();
        let place = pair - window.start..pair + 2 - window.start;
        let gain = window.gain(&place, cost);
        let means = window.means(&place).map(|mean| mean.unwrap_or(NO_MEAN));
        let alone = right.map(|it| self.vocabulary.alone(it));
        Some(Slip {
            range: pair..pair + 2,
            right: right.iter().collect(),
            score: SWAPPED + score(gain, cost, alone[0].max(alone[1]), means),
        })
    }

    fn may_mend(&self, wrong: usize) -> bool {
        let mends = |beside: usize, is_before: bool| {
            self.range.contains(&beside)
                && self
                    .vocabulary
                    .may_mend(self.text[wrong], self.text[beside], is_before)
        };
        wrong > 0 && mends(wrong - 1, false) || mends(wrong + 1, true)
    }

    /// The surest slip in one of the two characters at `pair`.
    fn slip(&self, pair: usize, window: &Window<'_>, least: i32) -> Option<Slip> {
        let mut best: Option<Candidate> = None;
        for wrong in [pair - window.start, pair + 1 - window.start] {
            let alone = self.vocabulary.alone(window.characters[wrong]);
            let gain = window.most_gain(wrong, LEAST_COST);
            if score(gain, LEAST_COST, alone, [BEST_MEAN; 2]) + BEST_REST >= least {
                self.candidates(window, wrong, &mut best);
            }
        }
        let best = best?;
        let range = window.start + best.range.start..window.start + best.range.end;
        Some(Slip {
            range,
            right: unpacked(best.target.word).collect(),
            score: best.score,
        })
    }

    /// Keeps the surest of the words that may be meant if the character at `wrong` is wrong.
    fn candidates(&self, window: &Window<'_>, wrong: usize, best: &mut Option<Candidate>) {
        let characters = window.characters;
        let before = wrong.checked_sub(1).map(|at| (characters[at], false));
        let after = characters.get(wrong + 1).map(|it| (*it, true));
        for (beside, is_before) in before.into_iter().chain(after) {
            for class in classes(characters[wrong]) {
                for target in self.vocabulary.targets(*class, beside, is_before) {
                    let fits = (target.place == 0) == is_before && target.class == *class;
                    let candidate = fits.then(|| self.candidate(window, wrong, target));
                    let sure = best.as_ref().map_or(i32::MIN, |best| best.score);
                    let surer = candidate.flatten().filter(|it| it.score > sure);
                    *best = surer.or(best.take());
                }
            }
        }
    }

    fn candidate(&self, window: &Window<'_>, wrong: usize, target: &Target) -> Option<Candidate> {
        let start = wrong.checked_sub(usize::from(target.place))?;
        let right = unpacked(target.word);
        let range = start..start + right.len();
        let written = window.characters.get(range.clone())?;
        let mut both = (start..).zip(written.iter().zip(right));
        let is_slip = both.all(|(at, (written, right))| (*written == right) != (at == wrong));
        if !is_slip || self.vocabulary.cost(written).is_some() {
            return None;
        }
        let mut candidate = Candidate {
            range,
            target: *target,
            score: 0,
        };
        candidate.score = self.score(window, wrong, &candidate);
        Some(candidate)
    }

    fn score(&self, window: &Window<'_>, wrong: usize, candidate: &Candidate) -> i32 {
        let Candidate { range, target, .. } = candidate;
        let likeness = match target.class.likeness() {
            Likeness::Sound => 0,
            Likeness::Look => -24,
            Likeness::NearSound => -149,
        };
        let long = if range.len() > 2 { LONG } else { 0 };
        let gain = window.gain(range, target.cost);
        let alone = self.vocabulary.alone(window.characters[wrong]);
        let means = window.means(range).map(|mean| mean.unwrap_or(NO_MEAN));
        score(gain, target.cost, alone, means) + likeness + long
    }
}

/// What the same word in the other order adds to the score: of 700 words swapped in right prose a quarter
/// is then surer than 300, and one place in 120,000 characters of newspapers and statutes.
const SWAPPED: i32 = 100;
/// What a word of three characters and more adds to the score.
const LONG: i32 = 70;
/// At an end of the run no words tell that the writer's words are known.
const NO_MEAN: i32 = 750;

/// The cheapest word, the cheapest words around and what else can add to a score: no score is higher.
const LEAST_COST: u8 = 8;
const BEST_MEAN: i32 = 450;
const BEST_REST: i32 = LONG;

/// How sure a slip is, in hundredths: by what its mending gains, what the word costs and the wrong
/// character alone, and what the characters before and after cost in the mean, in hundredths.
///
/// The weights are those of a logistic regression on 3,600 made slips and 2,500 places of right prose
/// (statutes, newspapers, replies) that a word would have mended.
fn score(gain: i32, cost: u8, alone: u8, [before, after]: [i32; 2]) -> i32 {
    566 + 37 * gain - 9 * i32::from(cost) - 21 * i32::from(alone) - (28 * before + 31 * after) / 100
}

/// A word that may be meant, at its place in a window.
struct Candidate {
    range: Range<usize>,
    target: Target,
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
