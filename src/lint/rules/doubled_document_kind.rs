//! 提案的提案, 关于“关于.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 提案的提案, 关于“关于.
pub(crate) const DOUBLED_DOCUMENT_KIND: Rule = Rule {
    name: "doubled-document-kind",
    title: "文种重复",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("doubled_document_kind.md"),
};

const WORDS: &[&str] = &[
    "提案的提案",
    "建议的建议",
    "建议”的建议",
    "提案”的提案",
    "建议》的建议",
    "提案》的提案",
    "议案》的议案",
    "答复的答复",
    "复函的复函",
    "关于“关于",
    "意见的函的函",
    "函的函",
    "报告的报告",
    "请示的请示",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // 提案的提案人 is who made it.
    if view.is_any_at(word.end, "人者") {
        return;
    }
    let text = view.words(word.start..word.end);
    let finding = findings.at(word.start..word.end, format!("“{text}”重复"));
    if text.starts_with("关于“") {
        finding.hint("题名用书名号，写成“关于《关于……的建议》的答复”");
    } else {
        finding.hint("只留一个，题名放进书名号");
    }
}
