//! 1、 for 1.

use super::headings::heading_number;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 1、 for 1.
pub(crate) const PAUSE_MARK_AFTER_ARABIC_NUMBER: Rule = Rule {
    name: "pause-mark-after-arabic-number",
    title: "“1”后面用了顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("pause_mark_after_arabic_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let Some(heading) = heading_number(view, paragraph.range.start).filter(|h| h.level == 3)
        else {
            continue;
        };
        let mark = heading.end - 1;
        if view.char(mark) == '、' {
            findings
                .at(
                    heading.start..heading.end,
                    format!("序数“{}”后面是顿号", view.text(heading.start..heading.end)),
                )
                .hint("改为圆点“.”")
                .replace(mark..mark + 1, ".");
        }
    }
}
