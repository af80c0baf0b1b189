//! The count right behind some names of offices: 市财政局、市水利局和市林业局三部门.

use std::ops::Range;

use super::count_behind_name::Count;
use super::lists::{joins_names, number_at};
use crate::lint::view::{TextView, is_han};

/// The count behind two names of offices that 和 joins: 市财政局、市水利局和市林业局三部门.
pub(super) fn count_behind_offices(view: &TextView<'_>, mark: usize) -> Option<(Count, usize)> {
    const LONGEST: usize = 30;
    if !is_level(view, mark + 1) {
        return None;
    }
    let clause = view.clause(mark);
    let is_office = |start: usize, end: usize| is_office(view, start, end);
    let mut parts = mark + 5..clause.end.min(mark + LONGEST);
    let joint = parts.find(|at| view.is_any_at(*at, "和与及") && is_office(mark + 1, *at))?;
    let count = counted(view, joint + 5..clause.end.min(joint + 18))?;
    let pauses = pauses(view, clause.start..mark + 1);
    let are_offices = pauses
        .windows(2)
        .all(|pair| is_office(pair[0] + 1, pair[1]));
    let is_list = is_office(joint + 1, count.at)
        && are_offices
        && view.is_any_before(*pauses.first()?, "局委办厅");
    is_list.then_some((count, pauses.len() + 2))
}

/// The count behind the last of some offices that begin their clause: 省财政厅、省住房和城乡建设厅三部门.
pub(super) fn count_behind_last_office(view: &TextView<'_>, mark: usize) -> Option<(Count, usize)> {
    const LONGEST: usize = 17;
    if !is_level(view, mark + 1) {
        return None;
    }
    let clause = view.clause(mark);
    let count = counted(view, mark + 5..clause.end.min(mark + LONGEST))?;
    let pauses = pauses(view, clause.start..mark + 1);
    let starts = [clause.start]
        .into_iter()
        .chain(pauses.iter().map(|at| at + 1));
    let ends = pauses.iter().copied().chain([count.at]);
    let are_offices = starts
        .zip(ends)
        .all(|(start, end)| is_office(view, start, end) && !is_two(view, start..end));
    are_offices.then_some((count, pauses.len() + 1))
}

/// What the counted offices are called.
const COUNTED_OFFICES: [&str; 6] = ["个部门", "家单位", "家部门", "个单位", "部门", "单位"];

/// The first count of offices in `range`.
fn counted(view: &TextView<'_>, mut range: Range<usize>) -> Option<Count> {
    range.find_map(|at| {
        let (said, end) = number_at(view, at).filter(|(said, _)| *said >= 2)?;
        let counted = view.one_of_at(end, &COUNTED_OFFICES)?;
        let end = end + counted.chars().count();
        Some(Count { said, at, end })
    })
}

/// Where 、 stands in `range`.
fn pauses(view: &TextView<'_>, range: Range<usize>) -> Vec<usize> {
    view.places_in('、', range).collect()
}

fn is_level(view: &TextView<'_>, at: usize) -> bool {
    matches!(view.char(at), '省' | '市' | '县' | '区' | '州' | '团')
}

/// Whether nothing but the name of an office stands there.
fn is_office(view: &TextView<'_>, start: usize, end: usize) -> bool {
    (4..=16).contains(&end.saturating_sub(start))
        && is_level(view, start)
        && (view.is_any_before(end, "局委办厅")
            || view.one_of_before(end, &["委员会", "办公室"]).is_some())
        && (start..end).all(|at| is_han(view.char(at)))
}

/// 市教育局和市卫生健康委: two names that are joined.
fn is_two(view: &TextView<'_>, mut name: Range<usize>) -> bool {
    name.any(|at| joins_names(view, at))
}
