//! 云岭县已建成…。下一步，临江县将继续: the letter of another county was copied.

use std::ops::Range;

use super::place_names::{LETTER, NAME, begins_clause, is_place_name};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 云岭县已建成…。下一步，临江县将继续: the letter of another county was copied.
pub(crate) const OTHER_PLACE: Rule = Rule {
    name: "other-place",
    title: "写成了别的地方",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("other_place.md"),
};

/// What leads to the promise of whoever writes.
const WORDS: &[&str] = &["下一步，", "接下来，", "今后，", "下步，"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let level = word.end + NAME;
    let is_place = view.is_any_at(level, "县市区旗") && view.char(level + 1) == '将';
    if !is_place || !is_place_name(view, word.end) {
        return;
    }
    let name = view.words(word.end..level + 1);
    let near = word.start.saturating_sub(LETTER)..view.chars().len().min(word.end + LETTER);
    if view.each(near.clone(), name).nth(1).is_some() {
        return;
    }
    if let Some(own) = own(view, view.char(level), near.start..word.start) {
        findings
            .at(
                word.end..level + 1,
                format!("前面说的是“{own}”，这里是“{name}”"),
            )
            .hint("核对地名；照搬别处的信时常漏改");
    }
}

/// The place of that level that begins clauses of the range twice or more.
fn own<'v>(view: &'v TextView<'_>, level: char, range: Range<usize>) -> Option<&'v str> {
    let starts = view
        .places_in(level, range)
        .filter_map(|at| at.checked_sub(NAME))
        .filter(|start| begins_clause(view, *start) && is_place_name(view, *start));
    let mut names: Vec<&str> = starts.map(|at| view.words(at..at + NAME + 1)).collect();
    names.sort_unstable();
    names
        .windows(2)
        .find(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
}
