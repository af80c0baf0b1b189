//! 城东、城西、城北三个片区分别新增12个、9个: fewer numbers than names.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::lists::segments;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 城东、城西、城北三个片区分别新增12个、9个: fewer numbers than names.
pub(crate) const DISTRIBUTIVE_MISMATCH: Rule = Rule {
    name: "distributive-mismatch",
    title: "“分别”前后的项数不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("distributive_mismatch.md"),
};

const WORDS: &[&str] = &["分别"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.start);
    let Some(values) = values_after(view, word.end) else {
        return;
    };
    let names = clause.start..word.start;
    let Some(last) = view
        .marks_in(names.clone())
        .filter(|at| view.char(*at) == '、')
        .last()
    else {
        return;
    };
    // What follows the last name up to 分别 must be short, or the list is another one.
    let segments = segments(view, names);
    let is_list = segments.least >= 2 && word.start - last <= 12;
    if is_list && !(segments.least..=segments.most).contains(&values.count) {
        let text = view.words(word.start..values.end);
        findings
            .at(
                word.start..values.end,
                format!("“{text}”是{}个数，前面是{}项", values.count, segments.least),
            )
            .hint("逐项核对，缺的补上");
    }
}

/// Numbers listed after 分别.
struct Values {
    count: usize,
    end: usize,
}

/// Numbers of one unit joined by 、 or 和 that begin shortly after 分别; at least two.
fn values_after(view: &TextView<'_>, from: usize) -> Option<Values> {
    let numbers = view.numbers_in(from..view.clause(from).end);
    let first = numbers.first()?;
    let lead = view.text(from..first.digits.start);
    let chars = view.chars();
    if lead.chars().count() > 14 || lead.contains(['、', '比', '较']) || first.is_year(chars) {
        return None;
    }
    let mut values = Values {
        count: 1,
        end: first.unit.end,
    };
    for number in &numbers[1..] {
        let link = view.text(values.end..number.digits.start);
        let is_next = ["、", "和", "及"].contains(&link.as_str());
        if !is_next || number.unit(chars) != first.unit(chars) {
            break;
        }
        values.count += 1;
        values.end = number.unit.end;
    }
    // Anything but a stop after them may go on with the list.
    let ends = view.is_any_at(values.end, "，。；\n（");
    (values.count >= 2 && ends).then_some(values)
}
