//! A heading on its own line that ends with 。 or ：.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::headings::heading_number;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// A heading on its own line that ends with 。 or ：.
pub(crate) const HEADING_FINAL_STOP: Rule = Rule {
    name: "heading-final-stop",
    title: "标题末尾有标点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("heading_final_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        if !"。：；，".contains(view.char(last)) || paragraph.range.len() > 40 {
            continue;
        }
        let number = heading_number(view, paragraph.range.start);
        let is_heading = paragraph.kind == ParagraphKind::Heading
            || number.is_some_and(|number| number.level == 1);
        let inside = &view.chars()[paragraph.range.start..last];
        if is_heading && !inside.iter().any(|c| "。；：".contains(*c)) {
            findings
                .at(
                    last..last + 1,
                    format!("单独成行的标题以“{}”结束", view.char(last)),
                )
                .hint("删去标题末尾的标点")
                .replace(last..last + 1, "");
        }
    }
}
