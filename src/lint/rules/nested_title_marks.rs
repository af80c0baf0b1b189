//! 《》 inside 《》.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 《》 inside 《》.
pub(crate) const NESTED_TITLE_MARKS: Rule = Rule {
    name: "nested-title-marks",
    title: "书名号里又用双书名号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("nested_title_marks.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        let parent = pair.parent.map_or('\n', |open| view.char(open));
        if view.char(pair.open) == '《' && parent == '《' {
            findings
                .at(
                    pair.open..pair.close + 1,
                    "书名号里面的书名号应当用单书名号",
                )
                .hint("里层的“《》”改为“〈〉”")
                .suggest(pair.open..pair.open + 1, "〈")
                .suggest(pair.close..pair.close + 1, "〉");
        }
    }
}
