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
    for word in WORDS {
        for paragraph in view.paragraphs_with(word) {
            let places = || view.each(paragraph.range.clone(), word);
            if let Some(at) = places().nth(MOST) {
                let message = format!("一段里“{word}”用了{}次", places().count());
                findings
                    .at(at..at + word.chars().count(), message)
                    .hint("换用别的词，或者删去");
            }
        }
    }
}
