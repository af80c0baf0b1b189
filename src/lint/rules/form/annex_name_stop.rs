//! A stop after an annex's name.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// A stop after an annex's name.
pub(crate) const ANNEX_NAME_STOP: Rule = Rule {
    name: "annex-name-stop",
    title: "附件名称后面有标点",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("annex_name_stop.md"),
};

/// 附件；现场照片, 附件、2.名单: a label that no colon follows.
fn check_label(view: &TextView<'_>, start: usize, findings: &mut Findings<'_>) {
    const LABELS: [&str; 6] = ["附件", "抄送", "主送", "联系人", "联系电话", "联系单位"];
    let label = view.one_of_at(start, &LABELS);
    let Some(mark) = label.map(|it| start + it.chars().count()) else {
        return;
    };
    let next = view.char(mark + 1);
    // 附件、附图 begins a list of names.
    let is_followed = is_han(next) && view.char(mark) == '；' || next.is_ascii_digit();
    if is_followed && view.is_any_at(mark, "；、。") {
        let text = view.words(start..mark);
        findings
            .at(
                mark..mark + 1,
                format!("“{text}”后面是“{}”", view.char(mark)),
            )
            .hint("改为冒号")
            .replace(mark..mark + 1, "：");
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut is_listed = false;
    for paragraph in view.paragraphs() {
        check_label(view, paragraph.range.start, findings);
        let last = paragraph.range.end - 1;
        let begins = view.is_at(paragraph.range.start, "附件：");
        // 2.…… under the first annex names the second one.
        let is_next = is_listed
            && view.char(paragraph.range.start).is_ascii_digit()
            && view.char(paragraph.range.start + 1) == '.';
        is_listed = begins || is_next;
        let is_annex = is_listed && paragraph.range.len() <= 80;
        if is_annex && view.is_any_at(last, "。；，、") {
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
