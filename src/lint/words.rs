//! All words and pairs of all rules looked for in one pass.

use std::sync::OnceLock;

use super::findings::Findings;
use super::pair_bits::PairBits;
use super::pair_marks::{MOST, PairMarks, place};
use super::view::TextView;
use super::{Check, LintConfig, RULES, Rule, Word};
use crate::diagnostic::Diagnostic;

/// A word of a rule with two characters or more, ready to be compared.
#[derive(Debug, Clone)]
struct Entry {
    /// What comes after its opening.
    rest: &'static str,
    length: u16,
    rule: u16,
    number: u16,
}

/// The first three characters of a word, which tell most words apart.
type Opening = [char; 3];

/// Stands for the third character of a word of two.
const NONE: char = '\0';

/// The words and the pairs of all rules.
struct Index {
    /// The pairs that words begin with, and those of the rules that look for pairs.
    marks: PairMarks,
    /// The openings: the third character tells most pairs of a text to begin no word.
    may_begin: PairBits,
    /// Where each bucket of pairs begins in `openings` and `entries`.
    buckets: Vec<u32>,
    /// Apart from what else is known of the words, so that most words are done with in little room.
    openings: Vec<Opening>,
    entries: Vec<Entry>,
    /// The words of one character, with their rules and numbers.
    singles: Vec<(char, usize, u16)>,
    /// The rules that look for pairs, in the order of their marks.
    pair_rules: Vec<usize>,
}

/// The mark of pairs that words begin with; those of the rules that look for pairs come after it.
const WORDS: usize = 0;

/// How many buckets the words have.
const BUCKETS: usize = 1 << 14;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(build)
}

fn build() -> Index {
    let mut index = Index {
        marks: PairMarks::new(),
        may_begin: PairBits::of_bits(1 << 17),
        buckets: Vec::new(),
        openings: Vec::new(),
        entries: Vec::new(),
        singles: Vec::new(),
        pair_rules: Vec::new(),
    };
    for (number, rule) in RULES.iter().enumerate() {
        match rule.check {
            Check::Words(words, _) => index.add_words(number, words),
            Check::Table(words, _) => index.add_words(number, &words()),
            Check::Pairs(pairs, _) => index.add_pairs(number, pairs),
            _ => {}
        }
    }
    index.sort();
    index
}

impl Index {
    fn add_pairs(&mut self, rule: usize, pairs: fn(&mut dyn FnMut([char; 2]))) {
        self.pair_rules.push(rule);
        let asker = WORDS + self.pair_rules.len();
        debug_assert!(asker < MOST);
        pairs(&mut |pair| self.marks.add(pair, asker));
    }

    fn add_words(&mut self, rule: usize, words: &[&'static str]) {
        for (number, word) in (0..).zip(words) {
            let mut rest = word.chars();
            match (rest.next(), rest.next()) {
                (Some(first), Some(second)) => {
                    self.marks.add([first, second], WORDS);
                    let third = rest.next().unwrap_or(NONE);
                    self.may_begin.add(mixed([first, second]), third);
                    self.openings.push([first, second, third]);
                    self.entries.push(Entry {
                        rest: rest.as_str(),
                        length: word.chars().count() as u16,
                        rule: rule as u16,
                        number,
                    });
                }
                (Some(single), None) => self.singles.push((single, rule, number)),
                _ => {}
            }
        }
    }

    /// Puts the words into their buckets; counting takes a tenth of the time that sorting does.
    fn sort(&mut self) {
        let bucket = |[first, second, _]: Opening| place([first, second], BUCKETS);
        self.buckets = vec![0; BUCKETS + 1];
        for opening in &self.openings {
            self.buckets[bucket(*opening) + 1] += 1;
        }
        let mut end = 0;
        for start in &mut self.buckets {
            end += *start;
            *start = end;
        }
        let mut next = self.buckets.clone();
        let words = self.openings.clone().into_iter();
        for (opening, entry) in words.zip(self.entries.clone()) {
            let place = &mut next[bucket(opening)];
            self.openings[*place as usize] = opening;
            self.entries[*place as usize] = entry;
            *place += 1;
        }
    }

    /// Whether a word may begin with the characters, or with the first two of them alone.
    fn may_begin(&self, [first, second, third]: Opening) -> bool {
        let pair = mixed([first, second]);
        self.may_begin.may_have(pair, third) | self.may_begin.may_have(pair, NONE)
    }

    /// The words that begin with the characters, or with the first two of them alone.
    fn beginning_with(&self, opening: Opening) -> impl Iterator<Item = &Entry> {
        let [first, second, _] = opening;
        let short = [first, second, NONE];
        let bucket = place([first, second], BUCKETS);
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let openings = range.clone().zip(self.openings[range].iter());
        let alike = openings.filter(move |(_, it)| **it == opening || **it == short);
        alike.map(|(place, _)| &self.entries[place])
    }
}

/// A pair as a number.
fn mixed(pair: [char; 2]) -> u32 {
    place(pair, 1 << u32::BITS) as u32
}

/// The words of a table whose lines may share some.
pub(super) fn each_once(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// A word of a rule that stands in a text: a third of what [`Word`] takes, because there are many.
#[derive(Debug, Clone, Copy)]
struct Hit {
    start: u32,
    length: u16,
    number: u16,
}

impl From<Hit> for Word {
    fn from(hit: Hit) -> Self {
        let start = hit.start as usize;
        Self {
            number: usize::from(hit.number),
            start,
            end: start + usize::from(hit.length),
        }
    }
}

/// What stands where in a text, by the numbers of the rules.
struct Found {
    words: Vec<Vec<Hit>>,
    pairs: Vec<Vec<u32>>,
}

/// Runs the rules that wait for words or pairs.
pub(super) fn check(view: &TextView<'_>, config: &LintConfig, found: &mut Vec<Diagnostic>) {
    let Found { words, pairs } = Found::of(view);
    for (rule, words) in RULES.iter().copied().zip(words) {
        let (Check::Words(_, check) | Check::Table(_, check)) = rule.check else {
            continue;
        };
        if words.is_empty() || !config.runs(rule) {
            continue;
        }
        let mut findings = Findings::new(rule, view, found);
        for word in words {
            check(view, word.into(), &mut findings);
        }
    }
    for (number, places) in index().pair_rules.iter().zip(pairs) {
        let rule: &Rule = RULES[*number];
        if let Check::Pairs(_, check) = rule.check
            && config.runs(rule)
        {
            check(view, &places, &mut Findings::new(rule, view, found));
        }
    }
}

impl Found {
    fn of(view: &TextView<'_>) -> Self {
        let index = index();
        let mut found = Self {
            words: vec![Vec::new(); RULES.len()],
            pairs: vec![Vec::new(); index.pair_rules.len()],
        };
        for (single, rule, number) in &index.singles {
            let words = view.places(*single).map(|start| Hit {
                start: start as u32,
                length: 1,
                number: *number,
            });
            found.words[*rule].extend(words);
        }
        let askers = WORDS + 1 + index.pair_rules.len();
        index
            .marks
            .each_block(view.chars(), askers, |asker, places| {
                match asker.checked_sub(WORDS + 1) {
                    Some(rule) => found.pairs[rule].extend_from_slice(places),
                    None => places.iter().for_each(|start| found.words_at(view, *start)),
                }
            });
        let has_singles = |rule: &usize| index.singles.iter().any(|single| single.1 == *rule);
        for rule in (0..RULES.len()).filter(has_singles) {
            found.words[rule].sort_by_key(|word| word.start);
        }
        found
    }

    fn words_at(&mut self, view: &TextView<'_>, at: u32) {
        let start = at as usize;
        let opening = [view.char(start), view.char(start + 1), view.char(start + 2)];
        let index = index();
        if !index.may_begin(opening) {
            return;
        }
        for entry in index.beginning_with(opening) {
            if entry.rest.is_empty() || view.is_at(start + opening.len(), entry.rest) {
                self.words[usize::from(entry.rule)].push(Hit {
                    start: at,
                    length: entry.length,
                    number: entry.number,
                });
            }
        }
    }
}
