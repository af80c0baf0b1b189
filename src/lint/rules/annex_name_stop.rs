//! A stop after an annex's name.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// A stop after an annex's name.
pub(crate) const ANNEX_NAME_STOP: Rule = Rule {
    name: "annex-name-stop",
    title: "附件名称后面有标点",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("annex_name_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let is_annex = view.is_at(paragraph.range.start, "附件：") && paragraph.range.len() <= 80;
        if is_annex && "。；，".contains(view.char(last)) {
            findings
                .at(
                    last..last + 1,
                    format!("附件名称后面有“{}”", view.char(last)),
                )
                .hint("删去")
                .replace(last..last + 1, "");
        }
    }
}
