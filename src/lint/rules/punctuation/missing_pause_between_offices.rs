//! 市财政局市税务局、市邮政管理局: two offices of a list with nothing between them.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 市财政局市税务局、市邮政管理局: two offices of a list with nothing between them.
pub(crate) const MISSING_PAUSE_BETWEEN_OFFICES: Rule = Rule {
    name: "missing-pause-between-offices",
    title: "并列的机构之间缺顿号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_pause_between_offices.md"),
};

/// Where one office ends and the next one begins with its level.
const WORDS: &[&str] = &[
    "局市", "局县", "局区", "局省", "局州", "委市", "委县", "委区", "委省", "厅省", "联市", "联县",
    "院市", "院县",
];

/// What begins no office behind its level: 市级资金, 县域, 市区分局.
const NO_OFFICE: &str = "级域区直场内外属辖长民政本管里镇乡道";

/// The longest name of an office without its level.
const LONGEST: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let joint = word.start + 1;
    let level = view.char(joint);
    if NO_OFFICE.contains(view.char(word.end)) || view.in_quotes(joint) || view.in_title(joint) {
        return;
    }
    if begins_office(view, joint, level) && ends_office(view, word.end) {
        findings
            .at(joint - 1..word.end, "两个并列的机构之间没有顿号")
            .hint("补上“、”")
            .suggest(joint..joint, "、");
    }
}

/// Whether an office of the same level ends at `end`, and nothing but its name stands behind what leads to it.
fn begins_office(view: &TextView<'_>, end: usize, level: char) -> bool {
    const LEADS: &str = "\n，。；：、（由向与和经报请同据到在对从为及";
    let mut back = (end.saturating_sub(LONGEST)..end.saturating_sub(2)).rev();
    back.find(|at| view.char(*at) == level || !is_han(view.char(*at)))
        .is_some_and(|at| view.char(at) == level && LEADS.contains(view.before(at)))
}

/// Whether what begins at `start` is the name of an office that others follow, or that does something with them.
fn ends_office(view: &TextView<'_>, start: usize) -> bool {
    let end = (start + 2..start + LONGEST)
        .find(|at| !is_han(view.char(*at)) || view.is_any_at(*at, "和与及等"));
    end.is_some_and(|end| {
        view.is_any_before(end, "局委厅办联院会") && view.is_any_at(end, "、和与及等，会")
    })
}
