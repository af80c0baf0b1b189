//! 〈…〉 that is not inside 《》.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 〈…〉 that is not inside 《》.
pub(crate) const OUTER_SINGLE_TITLE_MARKS: Rule = Rule {
    name: "outer-single-title-marks",
    title: "最外层用了单书名号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("outer_single_title_marks.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        let is_outer = view.char(pair.open) == '〈' && !view.in_title(pair.open);
        if is_outer && is_han(view.char(pair.open + 1)) {
            findings
                .at(pair.open..pair.close + 1, "最外层的书名号是单书名号")
                .hint("改为双书名号“《》”")
                .replace(pair.open..pair.open + 1, "《")
                .replace(pair.close..pair.close + 1, "》");
        }
    }
}
