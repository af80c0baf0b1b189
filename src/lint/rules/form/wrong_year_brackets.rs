//! Other brackets than 〔〕 in a document number.

use super::serial::digits_end;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Other brackets than 〔〕 in a document number.
pub(crate) const WRONG_YEAR_BRACKETS: Rule = Rule {
    name: "wrong-year-brackets",
    title: "发文字号的年份不在六角括号里",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("wrong_year_brackets.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let Some(open) = number
            .digits
            .start
            .checked_sub(1)
            .filter(|_| number.digits.len() == 4)
        else {
            continue;
        };
        let close = number.digits.end;
        let is_wrong =
            view.is_any_at(open, "【[（(［〈《{<「") && view.is_any_at(close, "】]）)］〉》}>」");
        if is_wrong && is_serial(view, close + 1) && view.is_any_at(open + 1, "12") {
            let year = view.words(open + 1..close);
            findings
                .at(
                    open..close + 1,
                    format!("发文字号的年份写作“{}”", view.text(open..close + 1)),
                )
                .hint(format!("改用六角括号“〔{year}〕”"))
                .replace(open..open + 1, "〔")
                .replace(close..close + 1, "〕");
        }
    }
}

/// Whether a serial and 号 follow: 12号, 第12号.
fn is_serial(view: &TextView<'_>, at: usize) -> bool {
    let at = at + usize::from(view.char(at) == ' ');
    let at = at + usize::from(view.char(at) == '第');
    let end = digits_end(view, at);
    end > at && view.char(end) == '号'
}
