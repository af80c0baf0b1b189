//! More than 120 characters without 。.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::{Check, Rule};

/// More than 120 characters without 。.
pub(crate) const LONG_SENTENCE: Rule = Rule {
    name: "long-sentence",
    title: "句子过长",
    severity: Severity::Hint,
    check: Check::Text(check),
    page: include_str!("long_sentence.md"),
};

const MOST: usize = 120;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let may_be_long = |it: &&Paragraph| it.kind == ParagraphKind::Text && it.range.len() > MOST;
    for paragraph in view.paragraphs().iter().filter(may_be_long) {
        let mut start = paragraph.range.start;
        let stops = view
            .marks_in(paragraph.range.clone())
            .filter(|at| matches!(view.char(*at), '。' | '！' | '？' | '；'));
        // What has no stop ends with its paragraph.
        for at in stops.chain([paragraph.range.end - 1]) {
            let length = at.saturating_sub(start);
            if length > MOST {
                findings
                    .at(start..start + 8, format!("这一句有{length}个字"))
                    .hint("分成几句");
            }
            start = at + 1;
        }
    }
}
