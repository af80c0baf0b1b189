//! All words of all rules looked for in one pass.

use std::sync::OnceLock;

use super::findings::Findings;
use super::pair_bits::PairBits;
use super::view::TextView;
use super::{Check, LintConfig, RULES, Rule, Word};
use crate::diagnostic::Diagnostic;

/// A word of a rule, ready to be compared.
struct Entry {
    /// The second character, which tells most words of a bucket apart; none of a single one.
    second: Option<char>,
    /// The third one, of which the same holds.
    third: Option<char>,
    characters: Vec<char>,
    rule: usize,
    number: usize,
}

/// The words of all rules by their first character.
struct Index {
    /// For each character of the basic plane the bucket's number, 0 for none.
    bucket_of: Vec<u16>,
    buckets: Vec<Vec<Entry>>,
    /// The pairs of first characters that a word may begin with.
    pairs: PairBits,
}

/// Marks the number of a bucket that has a word of one character, which any other may follow.
const HAS_SINGLE: u16 = 1 << 15;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(build)
}

/// Enough bits for most pairs of a text to begin no word.
const PAIR_BITS: usize = 1 << 19;

fn build() -> Index {
    let mut index = Index {
        bucket_of: vec![0; 0x1_0000],
        buckets: vec![Vec::new()],
        pairs: PairBits::of_bits(PAIR_BITS),
    };
    for (rule, words) in RULES
        .iter()
        .enumerate()
        .filter_map(|(n, rule)| Some((n, words_of(rule)?)))
    {
        for (number, word) in words.iter().enumerate() {
            let characters: Vec<char> = word.chars().collect();
            index.add_pairs(&characters);
            index.bucket(&characters).push(Entry {
                second: characters.get(1).copied(),
                third: characters.get(2).copied(),
                characters,
                rule,
                number,
            });
        }
    }
    for bucket in &mut index.buckets {
        bucket.sort_by_key(|entry| entry.second);
    }
    index
}

impl Index {
    fn add_pairs(&mut self, word: &[char]) {
        if let [first, second, ..] = word {
            self.pairs.add(*first, *second);
        }
    }

    /// The bucket of a word.
    fn bucket(&mut self, word: &[char]) -> &mut Vec<Entry> {
        let slot = &mut self.bucket_of[word[0] as usize & 0xffff];
        if *slot == 0 {
            *slot = u16::try_from(self.buckets.len()).unwrap_or(0);
            self.buckets.push(Vec::new());
        }
        if word.len() == 1 {
            *slot |= HAS_SINGLE;
        }
        &mut self.buckets[usize::from(*slot & !HAS_SINGLE)]
    }

    /// The words that may begin with the character and stand before that other one.
    #[inline]
    fn bucket_at(&self, first: char, second: Option<&char>) -> Option<&[Entry]> {
        let slot = self.bucket_of[first as usize & 0xffff];
        let may_begin = slot & HAS_SINGLE != 0
            || slot != 0 && second.is_none_or(|second| self.pairs.may_have(first, *second));
        may_begin.then(|| self.buckets[usize::from(slot & !HAS_SINGLE)].as_slice())
    }
}

fn words_of(rule: &Rule) -> Option<&'static [&'static str]> {
    match rule.check {
        Check::Words(words, _) => Some(words),
        Check::Table(words, _) => Some(words()),
        _ => None,
    }
}

/// Runs the rules that wait for words.
pub(super) fn check(view: &TextView<'_>, config: &LintConfig, found: &mut Vec<Diagnostic>) {
    let mut hits: Vec<Vec<Word>> = RULES.iter().map(|_| Vec::new()).collect();
    collect(view.chars(), &mut hits);
    for (rule, words) in RULES.iter().copied().zip(hits) {
        let (Check::Words(_, check) | Check::Table(_, check)) = rule.check else {
            continue;
        };
        if words.is_empty() || !config.runs(rule) {
            continue;
        }
        let mut findings = Findings::new(rule, view, found);
        for word in words {
            check(view, word, &mut findings);
        }
    }
}

fn collect(chars: &[char], hits: &mut [Vec<Word>]) {
    let index = index();
    for (start, character) in chars.iter().enumerate() {
        let next = chars.get(start + 1);
        let Some(bucket) = index.bucket_at(*character, next) else {
            continue;
        };
        let after_next = chars.get(start + 2);
        for entry in singles(bucket).iter().chain(of_second(bucket, next)) {
            let may_be = entry.third.is_none() || entry.third.as_ref() == after_next;
            // The first three characters are the same by now.
            let is_short = entry.characters.len() <= 3;
            if may_be && (is_short || chars[start..].starts_with(&entry.characters)) {
                let end = start + entry.characters.len();
                hits[entry.rule].push(Word {
                    number: entry.number,
                    start,
                    end,
                });
            }
        }
    }
}

/// The words of one character in a bucket, which stand first.
fn singles(bucket: &[Entry]) -> &[Entry] {
    let count = bucket.iter().take_while(|entry| entry.second.is_none());
    &bucket[..count.count()]
}

/// The words of a bucket that have the second character.
fn of_second<'b>(bucket: &'b [Entry], second: Option<&char>) -> &'b [Entry] {
    let Some(second) = second.copied().map(Some) else {
        return &[];
    };
    let from = bucket.partition_point(|entry| entry.second < second);
    let rest = &bucket[from..];
    let count = rest.iter().take_while(|entry| entry.second == second);
    &rest[..count.count()]
}
