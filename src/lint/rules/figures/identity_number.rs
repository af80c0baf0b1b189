//! An identity card number with a valid check digit: personal data.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};
use crate::text::personal::PersonalKind;

/// An identity card number with a valid check digit: personal data.
pub(crate) const IDENTITY_NUMBER: Rule = Rule {
    name: "identity-number",
    title: "身份证号码",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("identity_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.personal() {
        if number.kind == PersonalKind::Identity {
            let text = view.words(number.range.clone());
            let masked: String = text.chars().take(6).chain("************".chars()).collect();
            findings
                .at(
                    number.range.clone(),
                    format!("身份证号码“{masked}”是个人信息"),
                )
                .hint("删去");
        }
    }
}
