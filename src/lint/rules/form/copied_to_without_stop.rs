//! 抄送：… without 。.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 抄送：… without 。.
pub(crate) const COPIED_TO_WITHOUT_STOP: Rule = Rule {
    name: "copied-to-without-stop",
    title: "抄送末尾没有句号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("copied_to_without_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let is_copied_to = view.is_at(paragraph.range.start, "抄送：") && paragraph.range.len() > 4;
        if is_copied_to
            && (paragraph.is_last_of_block || is_above_printing(view, paragraph.range.end))
            && view.char(last) != '。'
            && !view.is_any_at(last, "，、")
        {
            findings
                .at(last..last + 1, "抄送机关末尾没有句号")
                .hint("最后一个抄送机关后面加句号")
                .suggest(last + 1..last + 1, "。");
        }
    }
}

/// Whether the line of the office that printed the paper (印发机关) stands below.
fn is_above_printing(view: &TextView<'_>, end: usize) -> bool {
    let next = view.paragraph(end + 1).map(|it| it.range.clone());
    next.is_some_and(|next| next.start > end && view.ends_at(next.end, "印发"))
}
