//! 《关于……的通知（国发〔2024〕5号）》: the number stands inside the title marks.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 《关于……的通知（国发〔2024〕5号）》: the number stands inside the title marks.
pub(crate) const DOCUMENT_NUMBER_INSIDE_TITLE: Rule = Rule {
    name: "document-number-inside-title",
    title: "发文字号写进了书名号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("document_number_inside_title.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('〔') {
        let close = pair.close;
        let end = (close + 1..close + LONGEST).find(|at| view.char(*at) == '）');
        let Some(end) = end.filter(|end| view.is_at(end + 1, "》") && view.ends_at(*end, "号"))
        else {
            continue;
        };
        let back = pair.open.saturating_sub(LONGEST)..pair.open;
        let Some(open) = back.rev().find(|at| view.char(*at) == '（') else {
            continue;
        };
        if view.in_title(open) {
            let number = view.words(open..end + 1);
            findings
                .at(open..end + 2, format!("发文字号“{number}”写进了书名号"))
                .hint("发文字号放在书名号后面")
                .suggest(open..end + 2, format!("》{number}"));
        }
    }
}

/// Longest part of a number to either side of its year: the office's code, or the serial.
const LONGEST: usize = 12;
