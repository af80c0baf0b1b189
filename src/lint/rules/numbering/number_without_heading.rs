//! 二、 as a line of its own: the number of a heading whose words are lost.

use super::headings::heading_number;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 二、 as a line of its own: the number of a heading whose words are lost.
pub(crate) const NUMBER_WITHOUT_HEADING: Rule = Rule {
    name: "number-without-heading",
    title: "只有序号，没有标题",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("number_without_heading.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let lines = view.paragraphs().iter().map(|it| it.range.clone());
    for line in lines.filter(|line| (2..=4).contains(&line.len())) {
        let number = heading_number(view, line.start);
        if number.is_some_and(|number| number.end == line.end) {
            let text = view.words(line.clone());
            findings
                .at(line, format!("“{text}”后面没有标题"))
                .hint("补上标题，或者删去序号");
        }
    }
}
