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
    // Every character of a text is held against these.
    let first = WORDS.map(|word| word.chars().next());
    for paragraph in view.paragraphs() {
        let mut places: [Vec<usize>; WORDS.len()] = Default::default();
        for at in paragraph.range.clone() {
            let here = Some(view.char(at));
            let number = first.iter().position(|first| *first == here);
            if let Some(number) = number.filter(|it| view.is_at(at, WORDS[*it])) {
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
