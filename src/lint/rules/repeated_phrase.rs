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

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        for word in ["进一步", "推进", "加强", "切实"] {
            let first = word.chars().next().unwrap_or('\n');
            let range = paragraph.range.clone();
            let places: Vec<usize> = range
                .filter(|at| view.char(*at) == first && view.is_at(*at, word))
                .collect();
            if places.len() > MOST {
                let at = places[MOST];
                let message = format!("一段里“{word}”用了{}次", places.len());
                findings
                    .at(at..at + word.chars().count(), message)
                    .hint("换用别的词，或者删去");
            }
        }
    }
}
