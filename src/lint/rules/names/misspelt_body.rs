//! 市未成年人救护保护中心, then 市未成年人救助保护中心: one long name with one other character.

use std::ops::Range;

use crate::lint::Word;
use crate::lint::view::{TextView, is_han};

/// How many characters before the other one, and between it and the end, are the same.
const BEFORE: usize = 4;
const BETWEEN: usize = 2;

/// The longest part of a name that is compared.
const LONGEST: usize = 14;

/// How far on the name is looked for.
const NEAR: usize = 400;

/// Characters by which bodies of one kind are told from each other.
pub(super) const TELLING: &str =
    "一二三四五六七八九十东南西北中上下大小内外省市州盟县区旗乡镇村男女老幼新旧前后左右甲乙丙丁";

/// The place of a name like the one that ends with the word, which stands behind it, and that one.
pub(super) fn misspelt(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let end = view.words(word.start..word.end);
    let near = word.end..view.chars().len().min(word.end + NEAR);
    // Another name that ends alike comes next, or none.
    let found = |at: usize| Some((at, differing(view, word.start, at)?));
    let (other, back) = view.each(near, end).find_map(found)?;
    let like = view.text(word.start - back - BEFORE..word.end);
    let later = other - back - BEFORE..other + word.end - word.start;
    Some((later, like))
}

/// Words that slip into a name before its end, or out of it.
const SLIPPED: [&str; 9] = [
    "服务", "管理", "指导", "技术", "发展", "建设", "事务", "保障", "产业",
];

/// How many characters before such a word are the same; fewer where the name begins with its level.
const STEM: usize = 6;
const SHORT_STEM: usize = 4;

/// 市公共资源交易中心, then 市公共资源交易服务中心: the place of the later name, and the name before it.
pub(super) fn with_more(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let end = view.words(word.start..word.end);
    let cut = |at: usize| {
        let slipped = view.one_of_before(at, &SLIPPED);
        at - slipped.map_or(0, |it| it.chars().count())
    };
    let own = stem(view, cut(word.start))?;
    let length = own.chars().count();
    let back = word.start.saturating_sub(NEAR)..word.start;
    let other = view.each(back, end).find(|at| {
        let is_longer = cut(*at) == *at;
        let is_alike = cut(*at) >= length && view.ends_at(cut(*at), own);
        is_alike && is_longer != (cut(word.start) == word.start)
    })?;
    let name = cut(word.start) - length..word.end;
    let end = other + word.end - word.start;
    Some((name, view.text(cut(other) - length..end)))
}

/// The characters before the end of a name that tell it from others.
fn stem<'v>(view: &'v TextView<'_>, end: usize) -> Option<&'v str> {
    let start = end.checked_sub(STEM)?;
    if (start..end).all(|it| is_han(view.char(it))) {
        return Some(view.words(start..end));
    }
    // ，市大数据中心: the whole name.
    let start = (start..=end - SHORT_STEM)
        .find(|at| !is_han(view.before(*at)) && is_han(view.char(*at)))?;
    let is_whole =
        view.is_any_at(start, "省市县区州") && (start..end).all(|it| is_han(view.char(it)));
    is_whole.then(|| view.words(start..end))
}

/// How far before both ends the only character stands in which the two names differ.
fn differing(view: &TextView<'_>, one: usize, other: usize) -> Option<usize> {
    let most = LONGEST.min(one).min(other - one);
    let mut backs = 1..=most;
    let back = backs.find(|back| view.char(one - back) != view.char(other - back))?;
    let is_like = back > BETWEEN
        && back + BEFORE <= most
        && (back + 1..=back + BEFORE).all(|it| {
            let character = view.char(one - it);
            is_han(character) && character == view.char(other - it)
        });
    let tells = [one, other]
        .iter()
        .any(|end| TELLING.contains(view.char(end - back)) || !is_han(view.char(end - back)));
    (is_like && !tells).then_some(back)
}
