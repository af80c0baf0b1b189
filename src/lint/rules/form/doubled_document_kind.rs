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
    "关于《关于",
    "建议》建议",
    "提案》提案",
    "议案》议案",
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
    let is_wrong = match text.chars().nth(2) {
        // 关于《关于…的提案》的答复 is a title.
        Some('《') => is_received(view, word),
        // 《…的建议》建议加强管理 tells what the paper advises.
        Some('》') if !text.contains('的') => view
            .one_of_at(word.end, &["已", "收悉", "由", "交", "现", "，", "（"])
            .is_some(),
        _ => true,
    };
    if !is_wrong {
        return;
    }
    let finding = findings.at(word.start..word.end, format!("“{text}”重复"));
    if text.starts_with("关于《") {
        finding.hint("删去书名号前面的“关于”");
    } else if text.starts_with("关于“") {
        finding.hint("题名用书名号，写成“关于《关于……的建议》的答复”");
    } else {
        finding.hint("只留一个，题名放进书名号");
    }
}

/// 关于《关于…的建议》收悉: what was received is the paper, and not something about it.
fn is_received(view: &TextView<'_>, word: Word) -> bool {
    let mut pairs = view.marks_in(word.end..view.sentence(word.end).end);
    let close = pairs.find(|at| view.char(*at) == '》');
    close.is_some_and(|close| {
        view.one_of_at(close + 1, &["收悉", "已收悉", "已收到"])
            .is_some()
    })
}
