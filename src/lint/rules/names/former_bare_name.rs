//! 农业局 where 县农业农村局 is told of, 县国土局 beside 自然资源局: the levels of the two names are not
//! both said, or are not the same.

use std::ops::Range;

use super::former_name::{LEVELS, NEAR, is_bare, is_earlier, report};
use super::former_names::{GONE, NAMES};
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

pub(super) fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (name, others) = NAMES[word.number];
    let level = view.before(word.start);
    // 开发区环保局 may still be there.
    let is_leveled = LEVELS.contains(level) && level != '区';
    let is_stale = is_leveled && is_bare(view, word.start - 1) || is_bare(view, word.start);
    if !is_stale || !GONE.contains(&name) || is_listed(view, word) || is_earlier(view, word) {
        return;
    }
    let near = near(view, word);
    let present = others
        .iter()
        .find_map(|other| present(view, near.clone(), (other, is_leveled)));
    if let Some(present) = present {
        let start = word.start - usize::from(is_leveled);
        report(view, start..word.end, view.words(present), findings);
    }
}

/// 农业局、水利局 as kinds of offices are not told of one place; 文化和旅游局 is another name.
fn is_listed(view: &TextView<'_>, word: Word) -> bool {
    view.is_any_before(word.start, "、和与及") || view.is_any_at(word.end, "、系")
}

/// The letter around the name, or its paragraph.
fn near(view: &TextView<'_>, word: Word) -> Range<usize> {
    let near = word.start.saturating_sub(NEAR)..(word.end + NEAR).min(view.chars().len());
    match view.paragraph(word.start) {
        Some(paragraph) if view.reply().addressee.is_none() => {
            near.start.max(paragraph.range.start)..near.end.min(paragraph.range.end)
        }
        _ => near,
    }
}

/// The present name with its level, or without it beside a former one that has a level.
fn present(
    view: &TextView<'_>,
    near: Range<usize>,
    (other, is_leveled): (&str, bool),
) -> Option<Range<usize>> {
    let mut from = near.start;
    while let Some(at) = view.find(from..near.end, other) {
        let end = at + other.chars().count();
        from = end;
        let has_level = LEVELS.contains(view.before(at));
        if has_level && !is_leveled && is_bare(view, at - 1) {
            return Some(at - 1..end);
        }
        if is_leveled && is_bare(view, at) {
            return Some(at..end);
        }
    }
    None
}
