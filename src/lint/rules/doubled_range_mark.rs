//! 2000至-5000元: two marks of a range in a row.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 2000至-5000元: two marks of a range in a row.
pub(crate) const DOUBLED_RANGE_MARK: Rule = Rule {
    name: "doubled-range-mark",
    title: "表示范围的符号重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_range_mark.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.marks() {
        if !is_mark(view.char(at)) || is_mark(view.before(at)) {
            continue;
        }
        let start = at - usize::from(view.is_any_before(at, "至到"));
        let mut end = at + 1;
        while is_mark(view.char(end)) || view.is_any_at(end, "至到") {
            end += 1;
        }
        let joins_numbers = is_amount_end(view.before(start)) && view.char(end).is_ascii_digit();
        // －3～－1℃ are degrees below zero.
        let is_negative = view.text(start..end) == "～－" || view.text(start..end) == "～-";
        // —— is one dash.
        let is_dash = view.text(start..end).chars().all(|mark| mark == '—');
        if end > start + 1 && joins_numbers && !is_dash && !is_negative {
            let text = view.text(start..end);
            findings
                .at(start..end, format!("表示范围的符号“{text}”重复"))
                .hint("只留一个：“～”或者“至”");
        }
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '-' | '－' | '—' | '–' | '～' | '~')
}

/// A number or a unit ends in it.
fn is_amount_end(character: char) -> bool {
    character.is_ascii_digit() || "%年月日元万亿人个岁级时".contains(character)
}
