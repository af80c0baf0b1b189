//! 推动城市生命线工程高质，量建设: a comma within a word.

use crate::diagnostic::Severity;
use crate::lint::Check;
use crate::lint::Rule;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;

/// 推动城市生命线工程高质，量建设: a comma within a word.
pub(crate) const STOP_INSIDE_WORD: Rule = Rule {
    name: "stop-inside-word",
    title: "词语中间有标点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("stop_inside_word.md"),
};

/// A character that costs less stands alone too often to be the rest of a word.
const RARE: u8 = 15;

/// A word of two characters that costs more is too rare to be surely meant: 江，北, 农，商.
const COMMON: u8 = 18;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let vocabulary = Vocabulary::get();
    for comma in view.places('，') {
        let Some((start, end)) = torn(view, vocabulary, comma) else {
            continue;
        };
        let text = view.words(start..end);
        let word: String = text.chars().filter(|it| is_han(*it)).collect();
        findings
            .at(comma..comma + 1, format!("“{text}”：标点在“{word}”中间"))
            .hint("删去标点")
            .suggest(comma..comma + 1, "");
    }
}

fn is_rare(vocabulary: &Vocabulary, character: char) -> bool {
    vocabulary
        .cost(&[character])
        .is_none_or(|cost| cost >= RARE)
}

/// The word that the mark at `comma` tears, of two or three characters, if neither rest makes sense alone.
fn torn(view: &TextView<'_>, vocabulary: &Vocabulary, comma: usize) -> Option<(usize, usize)> {
    let rest = view.char(comma + 1);
    let is_rest = is_han(rest) && is_han(view.char(comma + 2)) && is_rare(vocabulary, rest);
    // 量建设: the rest begins no word with what follows.
    if !is_rest || vocabulary.has(&[rest, view.char(comma + 2)]) || view.in_quotes(comma) {
        return None;
    }
    let before = view.before(comma);
    let first = view.before(comma.saturating_sub(1));
    let long = [first, before, rest];
    if vocabulary.has(&long) {
        return Some((comma - 2, comma + 2));
    }
    let cost = vocabulary.cost(&[before, rest]);
    let is_torn = cost.is_some_and(|cost| cost <= COMMON)
        && !vocabulary.has(&[first, before])
        && is_rare(vocabulary, before);
    comma
        .checked_sub(1)
        .filter(|_| is_torn)
        .map(|start| (start, comma + 2))
}
