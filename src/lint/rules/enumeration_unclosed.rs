//! The last item of a list ends with ； or ，.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// The last item of a list ends with ； or ，.
pub(crate) const ENUMERATION_UNCLOSED: Rule = Rule {
    name: "enumeration-unclosed",
    title: "最后一项没有用句号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("enumeration_unclosed.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        let last = list.end - 1;
        let Some(paragraph) = view.paragraph(last).filter(|p| p.range.end == list.end) else {
            continue;
        };
        let ends = paragraph.is_last_of_block || !begins_item(view, list.end + 1);
        if ends && view.char(last) == '；' {
            findings
                .at(last..last + 1, "最后一项以分号结束")
                .hint("改为句号")
                .replace(last..last + 1, "。");
        }
    }
}

/// Whether one more item may begin in a line right below.
fn begins_item(view: &TextView<'_>, at: usize) -> bool {
    let first = view.char(at);
    is_chinese_digit(first) || first.is_ascii_digit() || "（(第另此同最".contains(first)
}
