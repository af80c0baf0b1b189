//! The year of the document number is not that of the date of issue.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// The year of the document number is not that of the date of issue.
pub(crate) const DOCUMENT_YEAR: Rule = Rule {
    name: "document-year",
    title: "文号年份与成文日期不符",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("document_year.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let letter = view.letter();
    let (Some(number), Some(issued_on)) = (&letter.document_number, letter.issued_on) else {
        return;
    };
    if i32::from(number.year) != i32::from(issued_on.year()) {
        let message = format!(
            "文号年份是{}年，成文日期在{}年",
            number.year,
            issued_on.year()
        );
        findings
            .place(number.place.clone(), message)
            .hint("文号的年份是发文的年份，核对哪一个写错了");
    }
}
