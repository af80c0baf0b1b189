//! A mobile telephone number: personal data.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};
use crate::text::personal::{Personal, PersonalKind};

/// A mobile telephone number: personal data.
pub(crate) const MOBILE_NUMBER: Rule = Rule {
    name: "mobile-number",
    title: "手机号码",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("mobile_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let is_mobile = |it: &Personal| it.kind == PersonalKind::Mobile;
    for number in view.personal().iter().filter(|it| is_mobile(it)) {
        let (start, end) = (number.range.start, number.range.end);
        let is_word = |character: char| character.is_ascii_alphanumeric();
        if is_word(view.before(start)) || is_word(view.char(end)) {
            continue;
        }
        let text = view.words(start..end);
        let masked: String = text.chars().take(3).chain("********".chars()).collect();
        findings
            .at(start..end, format!("手机号码“{masked}”是个人信息"))
            .hint("公开的文本改用办公电话，或者删去");
    }
}
