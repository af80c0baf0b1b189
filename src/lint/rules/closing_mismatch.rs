//! A reply that closes like a report or a notice.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// A reply that closes like a report or a notice.
pub(crate) const CLOSING_MISMATCH: Rule = Rule {
    name: "closing-mismatch",
    title: "结束语与文种不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("closing_mismatch.md"),
};

const WORDS: &[&str] = &[
    "特此报告",
    "特此请示",
    "特此通知",
    "特此通报",
    "当否，请批示",
    "妥否，请批示",
    "以上请示",
    "特此批复",
    "特此公告",
    "特此通告",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let starts = "\n。".contains(view.before(word.start));
    let Some(title) = title(view, word.start).filter(|_| starts) else {
        return;
    };
    let text = view.text(word.start..word.end);
    findings
        .at(
            word.start..word.end,
            format!("标题的文种是“{title}”，结束语却是“{text}”"),
        )
        .hint("复函用“特此函复”“特此函告”，答复用“特此答复”");
}

/// The kind of document in the title, if it is a letter or a reply.
fn title(view: &TextView<'_>, before: usize) -> Option<&'static str> {
    let kinds = [
        "答复的函",
        "答复函",
        "复函",
        "会办意见的函",
        "的函",
        "会办意见",
        "协办意见",
        "的答复",
    ];
    let paragraphs = view
        .paragraphs()
        .iter()
        .take(12)
        .take_while(|paragraph| paragraph.range.end < before);
    paragraphs
        .filter(|paragraph| paragraph.range.len() < 90)
        .find_map(|paragraph| view.one_of_before(paragraph.range.end, &kinds))
}
