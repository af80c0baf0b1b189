//! A document number that is not written by the standard.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// A document number that is not written by the standard.
pub(crate) const DOCUMENT_NUMBER: Rule = Rule {
    name: "document-number",
    title: "发文字号的写法不合规定",
    severity: Severity::Error,
    check: Check::Letter(check),
    page: include_str!("document_number.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let letter = view.letter();
    let previous = letter.previous_reply.as_ref();
    let previous = previous.and_then(|reply| reply.document_number.as_ref());
    let numbers = letter.document_number.iter().chain(previous);
    for fault in numbers.filter_map(|number| number.fault()) {
        findings
            .place(fault.place, fault.message)
            .hint(fault.hint.unwrap_or_default());
    }
}
