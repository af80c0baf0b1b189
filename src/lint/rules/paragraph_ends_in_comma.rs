//! A paragraph that ends in ， or 、.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// A paragraph that ends in ， or 、.
pub(crate) const PARAGRAPH_ENDS_IN_COMMA: Rule = Rule {
    name: "paragraph-ends-in-comma",
    title: "段落以逗号或顿号结束",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("paragraph_ends_in_comma.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let ends = paragraph.is_last_of_block && paragraph.kind == ParagraphKind::Text;
        let next = view.char(last + 1 + usize::from(view.char(last + 1) == '\n'));
        let is_before_closing = view.char(last) == '；' && "再感特专此以".contains(next);
        if ends && is_before_closing && paragraph.range.len() > 2 {
            findings
                .warn(last..last + 1, "段落以“；”结束，后面没有别的项")
                .hint("改为句号")
                .suggest(last..last + 1, "。");
        }
        if ends && view.is_any_at(last, "，、") && paragraph.range.len() > 2 {
            findings
                .at(last..last + 1, format!("段落以“{}”结束", view.char(last)))
                .hint("补完这一句，或者改为句号");
        }
    }
}
