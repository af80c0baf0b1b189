//! A letter without a sign-off.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// A letter without a sign-off.
pub(crate) const MISSING_SIGN_OFF: Rule = Rule {
    name: "missing-sign-off",
    title: "没有署名",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("missing_sign_off.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let closing_block = view.document().main_part.closing_block.as_ref();
    let is_signed = closing_block.is_some_and(|block| !block.sign_offs.is_empty());
    if !is_signed {
        findings
            .place(view.letter().place.clone(), "这封信没有发文机关署名")
            .hint("删去 sign_offs: []，署名就是机关全称");
    }
}
