//! The same sentence twice in a text.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

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

/// Shorter sentences may well be said twice.
const LEAST: usize = 18;

/// Further back nobody notices.
const WINDOW: usize = 20_000;

/// A long sentence that comes again so soon was pasted twice; further away two replies or two
/// articles of a law may share their usual sentences.
const NEAR: usize = 1_200;

/// Shorter sentences are often usual ones; they were pasted twice only within one paragraph.
const LONG: usize = 40;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    for paragraph in view
        .paragraphs()
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Text)
    {
        let mut start = paragraph.range.start;
        for at in view.marks_in(paragraph.range.clone()) {
            if !matches!(view.char(at), '。' | '！' | '？') {
                continue;
            }
            let sentence = std::mem::replace(&mut start, at + 1)..at;
            if sentence.len() >= LEAST
                && let Some(earlier) =
                    seen.insert(hash(view.words(sentence.clone())), sentence.start)
                && sentence.start - earlier <= WINDOW
                && view.chars()[earlier..].starts_with(&view.chars()[sentence.clone()])
            {
                let is_inside = earlier >= paragraph.range.start;
                let is_near = sentence.start - earlier <= NEAR && sentence.len() >= LONG;
                report(view, sentence, is_inside || is_near, findings);
            }
        }
    }
}

fn hash(sentence: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(sentence.as_bytes());
    hasher.finish()
}

fn report(view: &TextView<'_>, range: Range<usize>, is_near: bool, findings: &mut Findings<'_>) {
    let opening = view.words(range.start..range.start + 10);
    let message = format!("“{opening}……”这一句前面已经有了");
    let finding = match is_near {
        true => findings.at(range, message),
        false => findings.hint(range, message),
    };
    finding.hint("删去一处");
}
