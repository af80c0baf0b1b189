//! 累计 without 截至 in its paragraph.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 累计 without 截至 in its paragraph.
pub(crate) const UNDATED_TOTAL: Rule = Rule {
    name: "undated-total",
    title: "“累计”没有截止时间",
    severity: Severity::Hint,
    check: Check::Words(WORDS, check),
    page: include_str!("undated_total.md"),
};

const WORDS: &[&str] = &["累计"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let clause = view.clause(word.end);
    let has_number = !view.numbers_in(word.end..clause.end).is_empty();
    let lead = view.words(
        view.paragraph(word.start)
            .map_or(sentence.start, |p| p.range.start)..word.start,
    );
    let dated = ["截至", "年", "以来", "目前", "月", "期间", "自"]
        .iter()
        .any(|date| lead.contains(date));
    if has_number && !dated {
        findings
            .at(word.start..word.end, "“累计”没有说截至什么时候")
            .hint("在前面写明，例如“截至2021年底”");
    }
}
