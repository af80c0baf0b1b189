//! 湘潭市委、市政府…，株洲市委、市政府: the committee of another place.

use std::ops::Range;

use super::place_names::{LETTER, NAME, begins_clause, is_place_name};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 湘潭市委、市政府…，株洲市委、市政府: the committee of another place.
pub(crate) const OTHER_COMMITTEE: Rule = Rule {
    name: "other-committee",
    title: "写成了别处的党委、政府",
    severity: Severity::Warning,
    check: Check::Words(COMMITTEES, check),
    page: include_str!("other_committee.md"),
};

/// What follows the name of a place.
const COMMITTEES: &[&str] = &["市委、市政府", "县委、县政府", "区委、区政府"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(name) = named(view, word.start) else {
        return;
    };
    let letter = name.start.saturating_sub(LETTER)..name.start;
    let mut committees = view.each(letter, COMMITTEES[word.number]);
    let Some(own) = committees.find_map(|at| named(view, at)) else {
        return;
    };
    let (own, text) = (view.words(own), view.words(name.clone()));
    if own != text {
        let level = view.char(word.start);
        findings
            .at(
                name.start..word.start + 1,
                format!("前面是“{own}{level}委”，这里是“{text}”"),
            )
            .hint("核对地名；照搬别处的信时常漏改");
    }
}

/// The name of the place before `at`, at the start of a clause.
fn named(view: &TextView<'_>, at: usize) -> Option<Range<usize>> {
    let start = at.checked_sub(NAME)?;
    // 带去市委、市政府的问候: a verb is no place.
    let is_verb = view.is_any_before(at, "去到给受听请据照被让使");
    (is_place_name(view, start) && !is_verb && begins_clause(view, start)).then_some(start..at)
}
