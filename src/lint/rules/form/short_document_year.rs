//! 〔22〕15号, 〔202〕15号.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 〔22〕15号, 〔202〕15号.
pub(crate) const SHORT_DOCUMENT_YEAR: Rule = Rule {
    name: "short-document-year",
    title: "发文字号的年份不是四位",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("short_document_year.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let (start, end) = (number.digits.start, number.digits.end);
        let in_brackets = view.before(start) == '〔' && view.char(end) == '〕';
        // 〔202〕8号 lacks a digit, 〔20244〕8号 has one too many.
        let is_odd = matches!(number.digits.len(), 1..=3 | 5);
        if in_brackets && is_odd && view.char(end + 1).is_ascii_digit() {
            findings
                .at(
                    start - 1..end + 1,
                    format!("发文字号的年份写作“{}”", view.text(start - 1..end + 1)),
                )
                .hint("年份标全称，用四位数字");
        }
    }
}
