//! 马青等委员：您提出…: several addressees, one 您.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::Paragraph;
use crate::lint::{Check, Rule};

/// 马青等委员：您提出…: several addressees, one 您.
pub(crate) const ADDRESSEE_NUMBER: Rule = Rule {
    name: "addressee-number",
    title: "称呼的人数与“您”不符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("addressee_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.paragraphs().windows(2) {
        let (addressee, opening) = (&pair[0], &pair[1]);
        if !is_plural_addressee(view, addressee) {
            continue;
        }
        let start = opening.range.start;
        if view.char(start) == '您'
            && !view.is_at(start, "您们")
            && !view.is_at(start, "您（你们）")
        {
            let name = view.text(addressee.range.start..addressee.range.end - 1);
            findings
                .at(
                    start..start + 1,
                    format!("称呼“{name}”是几个人，正文却用“您”"),
                )
                .hint("改为“你们”")
                .suggest(start..start + 1, "你们");
        }
    }
}

fn is_plural_addressee(view: &TextView<'_>, paragraph: &Paragraph) -> bool {
    let last = paragraph.range.end - 1;
    let length = paragraph.range.len();
    let title = view.one_of_before(last, &["委员", "代表"]);
    if !(4..60).contains(&length) || view.char(last) != '：' || title.is_none() {
        return false;
    }
    view.find(paragraph.range.clone(), "、").is_some()
        || view.find(paragraph.range.clone(), "等").is_some()
}
