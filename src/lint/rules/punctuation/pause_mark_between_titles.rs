//! 、 between 》 and 《 or ” and “.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
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
        ) && !links(view, at)
        {
            let message = format!("“{}”之间不用顿号", view.text(at - 1..at + 2));
            findings
                .at(at..at + 1, message)
                .hint("删去顿号")
                .replace(at..at + 1, "");
        }
    }
}

/// “景漂”变“景归”、“景归”变“景定”: each item is two quotations and what links them.
fn links(view: &TextView<'_>, at: usize) -> bool {
    const LONGEST: usize = 12;
    const LONGEST_LINK: usize = 2;
    let open = (at.saturating_sub(LONGEST)..at)
        .rev()
        .find(|at| view.is_any_at(*at, "“《"));
    let close = (at + 2..at + LONGEST).find(|at| view.is_any_at(*at, "”》"));
    open.zip(close).is_some_and(|(open, close)| {
        let is_link = |at: usize| is_han(view.char(at));
        view.has_mark(&(open.saturating_sub(LONGEST_LINK)..open), "”》")
            && is_link(open - 1)
            && view.has_mark(&(close + 1..close + 2 + LONGEST_LINK), "“《")
            && is_link(close + 1)
    })
}
