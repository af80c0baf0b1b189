//! 进一步, 推进, 加强 more than five times in a paragraph.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 进一步, 推进, 加强 more than five times in a paragraph.
pub(crate) const REPEATED_PHRASE: Rule = Rule {
    name: "repeated-phrase",
    title: "套话重复",
    severity: Severity::Hint,
    check: Check::Text(check),
    page: include_str!("repeated_phrase.md"),
};

const MOST: usize = 5;

/// What is said too often.
const WORDS: [&str; 4] = ["进一步", "推进", "加强", "切实"];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let mut places: [Vec<usize>; WORDS.len()] = Default::default();
        for at in paragraph.range.clone() {
            // Every character of a text is looked at: four comparisons, and no words.
            if !matches!(view.char(at), '进' | '推' | '加' | '切') {
                continue;
            }
            if let Some(number) = WORDS.iter().position(|word| view.is_at(at, word)) {
                places[number].push(at);
            }
        }
        for (word, places) in WORDS.into_iter().zip(&places) {
            if let Some(at) = places.get(MOST) {
                let message = format!("一段里“{word}”用了{}次", places.len());
                findings
                    .at(*at..at + word.chars().count(), message)
                    .hint("换用别的词，或者删去");
            }
        }
    }
}
