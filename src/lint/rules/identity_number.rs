//! An identity card number with a valid check digit: personal data.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// An identity card number with a valid check digit: personal data.
pub(crate) const IDENTITY_NUMBER: Rule = Rule {
    name: "identity-number",
    title: "身份证号码",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("identity_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let digits = &view.chars()[number.digits.clone()];
        let with_x = digits.len() == 17 && "Xx".contains(view.char(number.digits.end));
        let end = number.digits.end + usize::from(with_x);
        let is_named = view
            .find(start.saturating_sub(12)..start, "身份证")
            .is_some();
        if end - start == 18 && is_identity(&view.chars()[start..end], is_named) {
            let masked = format!("{}************", view.text(start..start + 6));
            findings
                .at(start..end, format!("身份证号码“{masked}”是个人信息"))
                .hint("删去");
        }
    }
}

/// GB 11643: birthday and check digit; a number that is said to be one may be mistyped.
fn is_identity(chars: &[char], is_named: bool) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits: Vec<u32> = chars[..17].iter().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != 17 {
        return false;
    }
    let month = digits[10] * 10 + digits[11];
    let day = digits[12] * 10 + digits[13];
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize);
    (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (is_named || check == Some(chars[17].to_ascii_uppercase()))
}
