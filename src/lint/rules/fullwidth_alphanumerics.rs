//! Full-width digits, letters and %.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Full-width digits, letters and %.
pub(crate) const FULLWIDTH_ALPHANUMERICS: Rule = Rule {
    name: "fullwidth-alphanumerics",
    title: "用了全角数字或字母",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("fullwidth_alphanumerics.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut done = 0;
    for at in view.marks() {
        if at < done || half_width(view.char(at)).is_none() {
            continue;
        }
        let half: String = view.chars()[at..]
            .iter()
            .map_while(|c| half_width(*c))
            .collect();
        done = at + half.len();
        findings
            .at(at..done, format!("“{}”是全角字符", view.text(at..done)))
            .hint(format!("改为半角的“{half}”"))
            .replace(at..done, half);
    }
}

fn half_width(character: char) -> Option<char> {
    match character {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '＋' | '＝' => {
            char::from_u32(character as u32 - 0xfee0)
        }
        _ => None,
    }
}
