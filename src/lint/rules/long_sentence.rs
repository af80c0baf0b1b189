//! More than 120 characters without 。.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
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
    for paragraph in view
        .paragraphs()
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Text)
    {
        let mut start = paragraph.range.start;
        for at in paragraph.range.clone() {
            if !matches!(view.char(at), '。' | '！' | '？' | '；') && at + 1 != paragraph.range.end
            {
                continue;
            }
            if at - start > MOST {
                findings
                    .at(start..start + 8, format!("这一句有{}个字", at - start))
                    .hint("分成几句");
            }
            start = at + 1;
        }
    }
}
