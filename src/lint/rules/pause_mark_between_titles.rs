//! 、 between 》 and 《 or ” and “.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 、 between 》 and 《 or ” and “.
pub(crate) const PAUSE_MARK_BETWEEN_TITLES: Rule = Rule {
    name: "pause-mark-between-titles",
    title: "书名号、引号之间多了顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("pause_mark_between_titles.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('、') {
        let around = (view.before(at), view.char(at + 1));
        if matches!(
            around,
            ('》', '《') | ('”', '“') | ('〉', '〈') | ('’', '‘')
        ) {
            let message = format!("“{}”之间不用顿号", view.text(at - 1..at + 2));
            findings
                .at(at..at + 1, message)
                .hint("删去顿号")
                .replace(at..at + 1, "");
        }
    }
}
