//! A paragraph of several sentences whose last one has no stop.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// A paragraph of several sentences whose last one has no stop.
pub(crate) const MISSING_FINAL_STOP: Rule = Rule {
    name: "missing-final-stop",
    title: "段末没有标点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("missing_final_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let ends = paragraph.is_last_of_block && paragraph.kind == ParagraphKind::Text;
        if ends && is_prose(&view.chars()[paragraph.range.clone()]) && is_open(view.char(last)) {
            findings
                .at(last..last + 1, "这一段最后没有标点")
                .hint("补上句号");
        }
    }
}

fn is_prose(chars: &[char]) -> bool {
    chars.len() >= 40
        && chars.contains(&'。')
        && chars[chars.len() - 8..].iter().all(|c| is_han(*c))
}

fn is_open(last: char) -> bool {
    is_han(last)
}
