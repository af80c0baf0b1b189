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
    if is_leveled && ABOLISHED.contains(&name) && is_recent(view, word) {
        let range = word.start - 1..word.end;
        let (text, now) = (view.words(range.clone()), others[0]);
        findings
            .at(range, format!("2018年机构改革以后没有“{text}”了"))
            .hint(format!(
                "用现在的名称，例如“{level}{now}”；说从前的事，写“原……”"
            ));
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

/// Offices that the reform of 2018 (机构改革) put an end to at every level.
const ABOLISHED: [&str; 17] = [
    "环保局",
    "环境保护局",
    "国土局",
    "国土资源局",
    "工商局",
    "工商行政管理局",
    "质监局",
    "质量技术监督局",
    "食药监局",
    "食品药品监督管理局",
    "安监局",
    "安全生产监督管理局",
    "卫计委",
    "卫生和计划生育委员会",
    "国税局",
    "地税局",
    "文广新局",
];

/// Whether the sentence tells before the word of a year in which the reform was long done.
fn is_recent(view: &TextView<'_>, word: Word) -> bool {
    const DONE: u16 = 2020;
    let sentence = view.sentence(word.start).start..word.start;
    let mut years = view.numbers_in(sentence).iter();
    years.any(|it| {
        let year = view.words(it.digits.clone()).parse::<u16>();
        it.is_year(view.chars()) && year.is_ok_and(|year| (DONE..2100).contains(&year))
    })
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
