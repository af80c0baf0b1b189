//! Wrong words of an office, beside those of `words.txt`, and right ones that no dictionary has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::findings::Findings;
use super::rules::wording::character_slip::CHARACTER_SLIP;
use super::rules::wording::phrase_slip::PHRASE_SLIP;
use super::rules::wording::word_slip::{self, Slip, WORD_SLIP};
use super::view::TextView;
use super::{LintConfig, Word};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Source, Span};

/// What begins a line of right words.
const RIGHT: &str = "对";

/// Most words that a list may have.
const MOST: usize = 10_000;

/// Wrong words with what is right.
#[derive(Debug, Default)]
pub struct WordList {
    slips: Vec<Slip>,
    /// The words that begin with a character, by their numbers.
    by_first: BTreeMap<char, Vec<usize>>,
    /// Words that are right as they stand.
    right: Vec<String>,
}

impl WordList {
    /// Reads a list: a line a word, in the columns of `words.txt`: wrong, right, 错 or 疑 or 提, and
    /// longer words in which it is right; or 对 and words that are right; `#` begins a remark.
    ///
    /// # Errors
    /// `word-list` for every line that is not so.
    pub fn read(source: &Arc<Source>, sink: &mut Sink) -> Self {
        let mut list = Self::default();
        for line in 1..=source.line_count() {
            let text = source.line_text(line).trim_start_matches('\u{feff}').trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let mut words = text.split_whitespace();
            if text != RIGHT && words.next() == Some(RIGHT) {
                list.right.extend(words.map(str::to_owned));
                continue;
            }
            match list.slip(text) {
                Ok(slip) => list.add(slip),
                Err(fault) => sink.push(
                    Diagnostic::error("word-list", Span::line(source, line), fault).with_hint(
                        "写成“错词 对词 错”；第三栏写错、疑或提，后面可以写含有错词而没有错的词；写得对的词写成“对 词”",
                    ),
                ),
            }
        }
        list
    }

    fn slip(&self, line: &str) -> Result<Slip, String> {
        let Some(slip) = word_slip::slip(line) else {
            return Err("这一行读不懂".to_owned());
        };
        if slip.wrong == slip.right {
            return Err(format!("“{}”的错词和对词一样", slip.wrong));
        }
        if self.slips.iter().any(|known| known.wrong == slip.wrong) {
            return Err(format!("“{}”写了两次", slip.wrong));
        }
        if word_slip::is_known(&slip.wrong) {
            return Err(format!("“{}”已经在内置的词表里", slip.wrong));
        }
        if let Some(other) = slip.except.iter().find(|it| !it.contains(&slip.wrong)) {
            return Err(format!("“{other}”里没有“{}”", slip.wrong));
        }
        if self.slips.len() == MOST {
            return Err(format!("词表太长，至多{MOST}个词"));
        }
        Ok(slip)
    }

    fn add(&mut self, slip: Slip) {
        if let Some(first) = slip.wrong.chars().next() {
            let numbers = self.by_first.entry(first).or_default();
            numbers.push(self.slips.len());
            self.slips.push(slip);
        }
    }

    /// Whether one of the right words stands around the place of a finding.
    fn has_around(&self, view: &TextView<'_>, found: &Diagnostic) -> bool {
        let place = view.indexes(&found.place.range());
        let written = view.text(place.clone());
        let mut words = self.right.iter();
        words.any(|word| {
            let mut starts = word.match_indices(&written);
            starts.any(|(bytes, _)| {
                let lead = word[..bytes].chars().count();
                place.start >= lead && view.is_at(place.start - lead, word)
            })
        })
    }

    /// Takes back what was only concluded of words that the office knows to be right.
    pub(super) fn take_back(&self, view: &TextView<'_>, found: &mut Vec<Diagnostic>) {
        if !self.right.is_empty() {
            let is_concluded =
                |one: &Diagnostic| [CHARACTER_SLIP.name, PHRASE_SLIP.name].contains(&one.rule);
            found.retain(|one| !is_concluded(one) || !self.has_around(view, one));
        }
    }

    /// Reports the list's words in a text.
    pub(super) fn check(
        &self,
        view: &TextView<'_>,
        config: &LintConfig,
        found: &mut Vec<Diagnostic>,
    ) {
        if self.slips.is_empty() || !config.runs(&WORD_SLIP) {
            return;
        }
        let mut findings = Findings::new(&WORD_SLIP, view, found);
        for (start, first) in view.chars().iter().enumerate() {
            let Some(numbers) = self.by_first.get(first) else {
                continue;
            };
            for slip in numbers.iter().map(|number| &self.slips[*number]) {
                if view.is_at(start, &slip.wrong) {
                    let end = start + slip.wrong.chars().count();
                    let word = Word {
                        number: 0,
                        start,
                        end,
                    };
                    word_slip::report(view, word, (slip, slip.severity), &mut findings);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::text;

    #[test]
    fn a_right_word_of_the_office_is_taken_for_no_slip() {
        let found = |list: &str| {
            let mut sink = Sink::default();
            let words = WordList::read(&Source::new("content/words.txt", list), &mut sink);
            let config = LintConfig {
                words: Arc::new(words),
                ..LintConfig::default()
            };
            let found = text(&Source::new("a.md", "该问题仍然存再。\n"), &config);
            found.iter().map(|one| one.rule).collect::<Vec<_>>()
        };
        assert_eq!(found("# 没有\n"), ["character-slip"]);
        assert!(found("对 仍然存再 晨厂\n").is_empty());
        assert_eq!(found("对 在存再\n"), ["character-slip"]);
    }
}
