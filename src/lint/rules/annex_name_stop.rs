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
    let mut is_listed = false;
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let begins = view.is_at(paragraph.range.start, "附件：");
        // 2.…… under the first annex names the second one.
        let is_next = is_listed
            && view.char(paragraph.range.start).is_ascii_digit()
            && view.char(paragraph.range.start + 1) == '.';
        is_listed = begins || is_next;
        let is_annex = is_listed && paragraph.range.len() <= 80;
        if is_annex && view.is_any_at(last, "。；，") {
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
