//! 下发了关于调整……的通知（洛医保发〔2023〕5号）: a cited title without 《》.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 下发了关于调整……的通知（洛医保发〔2023〕5号）: a cited title without 《》.
pub(crate) const DOCUMENT_WITHOUT_TITLE_MARKS: Rule = Rule {
    name: "document-without-title-marks",
    title: "公文标题没有书名号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("document_without_title_marks.md"),
};

const WORDS: &[&str] = &[
    "的通知（",
    "的意见（",
    "的办法（",
    "的方案（",
    "的规定（",
    "的批复（",
    "的公告（",
    "的决定（",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let open = word.end - 1;
    let Some(close) = (open..open + 24).find(|at| view.char(*at) == '）') else {
        return;
    };
    let is_number = view.char(close - 1) == '号' && view.find(open..close, "〔").is_some();
    let clause = view.clause(word.start);
    let title = view.find(clause.start..word.start, "关于");
    let Some(start) = title.filter(|at| is_number && !view.in_title(*at)) else {
        return;
    };
    if view.find(clause.start..word.start, "《").is_none() {
        let end = word.end - 1;
        findings
            .at(start..end, "引用的公文标题没有书名号")
            .hint("公文标题用书名号：《关于……的通知》")
            .suggest(start..start, "《")
            .suggest(end..end, "》");
    }
}
