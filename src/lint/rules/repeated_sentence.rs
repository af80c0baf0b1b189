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

/// A long sentence that comes again so soon was pasted twice; further away two replies or two
/// articles of a law may share their usual sentences.
const NEAR: usize = 1_200;

/// Shorter sentences are often usual ones; they were pasted twice only within one paragraph.
const LONG: usize = 40;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    for paragraph in view
        .paragraphs()
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Text)
    {
        let mut start = paragraph.range.start;
        let mut hash = 0;
        for at in paragraph.range.clone() {
            if !matches!(view.char(at), '。' | '！' | '？') {
                hash = with(hash, view.char(at));
                continue;
            }
            if at - start >= LEAST
                && let Some(earlier) = seen.insert(hash, start)
                && start - earlier <= WINDOW
                && view.chars()[earlier..].starts_with(&view.chars()[start..at])
            {
                let is_inside = earlier >= paragraph.range.start;
                let is_near = start - earlier <= NEAR && at - start >= LONG;
                report(view, start..at, is_inside || is_near, findings);
            }
            (start, hash) = (at + 1, 0);
        }
    }
}

/// The hash of a sentence with one more character.
fn with(hash: u64, character: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(character as u32)).wrapping_mul(0x517c_c1b7_2722_0a95)
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
