//! 马青等委员：您提出…: several addressees, one 您.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 马青等委员：您提出…: several addressees, one 您.
pub(crate) const ADDRESSEE_NUMBER: Rule = Rule {
    name: "addressee-number",
    title: "称呼的人数与“您”不符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("addressee_number.md"),
};

/// Longer than this is no salutation.
const LONGEST_ADDRESSEE: usize = 60;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.paragraphs().windows(2) {
        let addressee = &pair[0];
        if is_plural_addressee(view, &addressee.range) {
            let name = addressee.range.start..addressee.range.end - 1;
            judge(view, name, pair[1].range.start, findings);
        }
    }
    // 张三、李四等委员：您提出的…… on one line.
    for paragraph in view.paragraphs() {
        let range = paragraph.range.clone();
        let head = range.start..range.end.min(range.start + LONGEST_ADDRESSEE);
        let colon = head.clone().find(|at| view.char(*at) == '：');
        let addressee = colon.map(|colon| range.start..colon + 1);
        if let Some(addressee) = addressee.filter(|it| is_plural_addressee(view, it)) {
            judge(
                view,
                range.start..addressee.end - 1,
                addressee.end,
                findings,
            );
        }
    }
}

/// Reports 您 at `start`, where the text after the addressee begins.
fn judge(view: &TextView<'_>, name: Range<usize>, start: usize, findings: &mut Findings<'_>) {
    let is_singular =
        view.char(start) == '您' && !view.is_at(start, "您们") && !view.is_at(start, "您（你们）");
    if is_singular {
        let name = view.text(name);
        findings
            .at(
                start..start + 1,
                format!("称呼“{name}”是几个人，正文却用“您”"),
            )
            .hint("改为“你们”")
            .suggest(start..start + 1, "你们");
    }
}

fn is_plural_addressee(view: &TextView<'_>, range: &Range<usize>) -> bool {
    let last = range.end - 1;
    let length = range.len();
    let title = view.one_of_before(last, &["委员", "代表"]);
    if !(4..LONGEST_ADDRESSEE).contains(&length) || view.char(last) != '：' || title.is_none() {
        return false;
    }
    view.find(range.clone(), "、").is_some() || view.find(range.clone(), "等").is_some()
}
