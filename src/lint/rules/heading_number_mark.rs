//! 一. or 一． or 一, for 一、.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::headings::heading_number;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 一. or 一． or 一, for 一、.
pub(crate) const HEADING_NUMBER_MARK: Rule = Rule {
    name: "heading-number-mark",
    title: "“一”后面不是顿号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("heading_number_mark.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    arabic_items(view, findings);
    for paragraph in view.paragraphs() {
        let Some(heading) = heading_number(view, paragraph.range.start).filter(|h| h.level == 1)
        else {
            continue;
        };
        let mark = heading.end - 1;
        if view.char(mark) != '、' {
            let message = format!(
                "序数“{}”后面不是顿号",
                view.text(heading.start..heading.end)
            );
            findings
                .at(heading.start..heading.end, message)
                .hint("改为“、”")
                .replace(mark..mark + 1, "、");
        }
    }
}

/// 困难：1，资金不足；2.人员不足: a comma behind the number of an item whose neighbours have a point.
fn arabic_items(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let (start, mark) = (number.digits.start, number.digits.end);
        if view.char(mark) != '，' || mark - start > 1 || !view.is_any_before(start, "：；。\n")
        {
            continue;
        }
        let value = view.char(start).to_digit(10).unwrap_or(0);
        let rest = mark..view.passage(mark).end;
        let next = |mark: char| format!("{}{mark}", value + 1);
        let goes_on = ['.', '．', '、'].iter().any(|mark| {
            let found = view.find(rest.clone(), &next(*mark));
            found.is_some_and(|at| view.is_any_before(at, "：；。"))
        });
        if goes_on {
            findings
                .at(start..mark + 1, format!("序数“{value}，”后面不用逗号"))
                .hint(format!("改为“{value}.”"))
                .suggest(mark..mark + 1, ".");
        }
    }
}
