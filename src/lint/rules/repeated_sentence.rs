//! The same sentence twice in a text.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// The same sentence twice in a text.
pub(crate) const REPEATED_SENTENCE: Rule = Rule {
    name: "repeated-sentence",
    title: "整句重复",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_sentence.md"),
};

use std::collections::HashMap;

/// Shorter sentences may well be said twice.
const LEAST: usize = 18;

/// Further back nobody notices.
const WINDOW: usize = 20_000;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&[char], usize> = HashMap::new();
    for paragraph in view
        .paragraphs()
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Text)
    {
        let mut start = paragraph.range.start;
        let ends = paragraph
            .range
            .clone()
            .filter(|at| "。！？".contains(view.char(*at)));
        let ends: Vec<usize> = ends.collect();
        for end in ends {
            let sentence = &view.chars()[start..end];
            if sentence.len() >= LEAST
                && let Some(earlier) = seen.insert(sentence, start)
                && start - earlier <= WINDOW
            {
                report(view, start..end, findings);
            }
            start = end + 1;
        }
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let opening = view.text(range.start..range.start + 10);
    findings
        .at(range, format!("“{opening}……”这一句前面已经有了"))
        .hint("删去一处");
}
