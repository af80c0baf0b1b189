//! A mobile telephone number: personal data.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// A mobile telephone number: personal data.
pub(crate) const MOBILE_NUMBER: Rule = Rule {
    name: "mobile-number",
    title: "手机号码",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("mobile_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let digits = &view.chars()[number.digits.clone()];
        let is_mobile = digits.len() == 11 && digits[0] == '1' && ('3'..='9').contains(&digits[1]);
        let around = (
            view.before(number.digits.start),
            view.char(number.digits.end),
        );
        let is_alone = !around.0.is_ascii_alphanumeric() && !around.1.is_ascii_alphanumeric();
        if is_mobile
            && is_alone
            && digits.iter().all(char::is_ascii_digit)
            && number.unit.is_empty()
            && number.multiplier.is_empty()
        {
            let masked: String = digits[..3]
                .iter()
                .chain(&['*'; 4])
                .chain(&digits[7..])
                .collect();
            findings
                .at(
                    number.digits.clone(),
                    format!("手机号码“{masked}”是个人信息"),
                )
                .hint("公开的文本改用办公电话，或者删去");
        }
    }
}
