//! A paragraph that begins with a stop or a closing mark.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// A paragraph that begins with a stop or a closing mark.
pub(crate) const PARAGRAPH_STARTS_WITH_STOP: Rule = Rule {
    name: "paragraph-starts-with-stop",
    title: "段落以标点开头",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("paragraph_starts_with_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut follows_gap = true;
    for paragraph in view.paragraphs() {
        let first = paragraph.range.start;
        if follows_gap
            && view.is_any_at(first, "，。；、：！？")
            && paragraph.kind == ParagraphKind::Text
        {
            findings
                .at(
                    first..first + 1,
                    format!("段落以“{}”开头", view.char(first)),
                )
                .hint("删去这个标点，或者与上一段连起来");
        }
        follows_gap = paragraph.is_last_of_block;
    }
}
