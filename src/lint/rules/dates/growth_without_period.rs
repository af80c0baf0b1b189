//! 同比 in a paragraph that names no period before it.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// 同比 in a paragraph that names no period before it.
pub(crate) const GROWTH_WITHOUT_PERIOD: Rule = Rule {
    name: "growth-without-period",
    title: "同比没有说时间",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("growth_without_period.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view
        .paragraphs_with("同比")
        .filter(|paragraph| paragraph.kind == ParagraphKind::Text)
    {
        let Some(at) = view.find(paragraph.range.clone(), "同比") else {
            continue;
        };
        // A line of a list or a table has its period in its head.
        if paragraph.range.len() < 30 || names_period(view.words(paragraph.range.start..at)) {
            continue;
        }
        let message = "这一段没有说是哪一年的“同比”";
        // A paragraph before may have said it for all.
        let is_told = names_period(view.words(0..at)) || view.is_built();
        let is_told = is_told || names_period(view.words(at..paragraph.range.end));
        let finding = match is_told {
            true => findings.hint(at..at + 2, message),
            false => findings.at(at..at + 2, message),
        };
        finding.hint("在前面写明时间，例如“2021年”");
    }
}

fn names_period(text: &str) -> bool {
    const PERIODS: [&str; 8] = ["年", "季度", "月", "上半", "去年", "目前", "同期", "当年"];
    PERIODS.iter().any(|word| text.contains(word))
}
