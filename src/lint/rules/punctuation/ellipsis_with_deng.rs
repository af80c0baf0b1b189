//! An ellipsis beside 等, which says the same.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// An ellipsis beside 等, which says the same.
pub(crate) const ELLIPSIS_WITH_DENG: Rule = Rule {
    name: "ellipsis-with-deng",
    title: "省略号与“等”连用",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("ellipsis_with_deng.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut done = 0;
    for at in view.places_of_any(&['…', '.', '。']) {
        if at < done {
            continue;
        }
        done = at
            + view.chars()[at..]
                .iter()
                .take_while(|c| **c == view.char(at))
                .count();
        let is_ellipsis = view.char(at) == '…' || done - at >= 3;
        let is_list = is_list_end(view, done);
        if is_ellipsis && ((view.char(done) == '等' && is_list) || view.before(at) == '等') {
            let start = if view.before(at) == '等' { at - 1 } else { at };
            let end = if start == at { done + 1 } else { done };
            findings
                .at(start..end, format!("“{}”意思重复", view.text(start..end)))
                .hint("省略号与“等”只留一个")
                .suggest(start..end, "等");
        }
    }
}

/// 等 at `at` ends a list and is no part of 等待 or 等级.
fn is_list_end(view: &TextView<'_>, at: usize) -> bool {
    !view.is_any_at(at + 1, "待级候于同到")
}
