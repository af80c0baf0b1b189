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
