//! Full-width digits, letters and %.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
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
    for at in view.odd_marks() {
        if at < done || half_width(view.char(at)).is_none() {
            continue;
        }
        let half: String = view.chars()[at..]
            .iter()
            .map_while(|c| half_width(*c))
            .collect();
        done = at + half.len();
        let message = format!("“{}”是全角字符", view.text(at..done));
        let finding = match is_between_words(view, at, done) {
            true => findings.hint(at..done, message),
            false => findings.at(at..done, message),
        };
        finding
            .hint(format!("改为半角的“{half}”"))
            .replace(at..done, half);
    }
}

/// 互联网＋政务, “3＋2”: papers print the mark in either width between words and in a name in
/// quotation marks.
fn is_between_words(view: &TextView<'_>, at: usize, done: usize) -> bool {
    // 967.5＋182.7＝1150.2元 is a sum as Chinese printing sets it.
    let is_sign = done == at + 1 && view.is_any_at(at, "＋＝");
    if is_sign && view.before(at) != ' ' && view.char(done) != ' ' {
        return true;
    }
    let is_word = |c: char| is_han(c) || "“”（）《》".contains(c);
    let is_of_name = |c: char| is_word(c) || view.in_quotes(at) && c.is_ascii_alphanumeric();
    is_sign && is_of_name(view.before(at)) && is_of_name(view.char(done))
}

fn half_width(character: char) -> Option<char> {
    match character {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '＋' | '＝' => {
            char::from_u32(character as u32 - 0xfee0)
        }
        _ => None,
    }
}
