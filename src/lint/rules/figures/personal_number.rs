//! 卡号6222…, 护照号E12345678: a number behind its label that tells who somebody is.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule};
use crate::text::personal::PersonalKind;

/// 卡号6222…, 护照号E12345678: a number behind its label that tells who somebody is.
pub(crate) const PERSONAL_NUMBER: Rule = Rule {
    name: "personal-number",
    title: "银行卡号、家庭住址",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("personal_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    home(view, findings);
    let personal = view.personal().iter();
    for number in personal.filter(|it| it.kind == PersonalKind::Account) {
        let text = view.words(number.range.clone());
        // 6222****4567 in Markdown has marks between that are not seen.
        if view.bytes(number.range.clone()).len() == text.len() {
            let masked: String = text.chars().take(4).collect();
            findings
                .at(
                    number.range.clone(),
                    format!("个人号码“{masked}……”是个人信息"),
                )
                .hint("删去");
        }
    }
}

/// Where somebody lives.
fn home(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let homes = view
        .personal()
        .iter()
        .filter(|it| it.kind == PersonalKind::Home);
    // 住址：武汉市 tells no house.
    let told = homes.filter(|it| view.words(it.range.clone()).contains(is_any_digit));
    for home in told {
        findings
            .at(home.range.clone(), "写到门牌、房号的家庭住址是个人信息")
            .hint("删去，或者只写到街道、村");
    }
}
