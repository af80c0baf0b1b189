//! 印发（泉卫医〔2023〕62号）《通知》: the number stands before the title.

use super::serial::digits_end;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 印发（泉卫医〔2023〕62号）《通知》: the number stands before the title.
pub(crate) const DOCUMENT_NUMBER_BEFORE_TITLE: Rule = Rule {
    name: "document-number-before-title",
    title: "发文字号写在标题前面",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("document_number_before_title.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('〔') {
        bare(view, pair.open, pair.close, findings);
    }
    for at in view.places('）') {
        if !view.is_at(at.wrapping_sub(1), "号）《") {
            continue;
        }
        let Some(pair) = view.pairs().closing_at(at) else {
            continue;
        };
        // 《甲》（…号）《乙》: the number is that of the title before it.
        let is_number = view.find(pair.open..at, "〔").is_some();
        if is_number && is_han(view.before(pair.open)) {
            let text = view.words(pair.open..at + 1);
            findings
                .at(pair.open..at + 1, format!("发文字号“{text}”写在标题前面"))
                .hint("先写标题，后括注发文字号：《……》（……号）");
        }
    }
}

/// 贯彻鄂政办发〔2024〕27号《若干措施》: the same without parentheses.
fn bare(view: &TextView<'_>, open: usize, close: usize, findings: &mut Findings<'_>) {
    let end = digits_end(view, close + 1);
    if end > close + 1 && view.is_at(end, "号《") && is_han(view.before(open)) {
        let text = view.words(open..end + 1);
        findings
            .at(open..end + 1, format!("发文字号“{text}”写在标题前面"))
            .hint("先写标题，后括注发文字号：《……》（……号）");
    }
}
