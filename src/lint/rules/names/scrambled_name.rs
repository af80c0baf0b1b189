//! 第一人民医院, then 第一医人民院: the characters of a name in another order, its end torn apart.

use std::ops::Range;

use crate::lint::Word;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::{TextView, is_han};

/// How many characters of a name are compared, its end included; of a shorter one so many less.
const LENGTH: usize = 6;
const SHORTEST: usize = 5;

/// How far around the name the torn one is looked for.
const NEAR: usize = 300;

/// Where the characters of the name that ends at the word stand in another order, and the name; asked only
/// at the first place of a name.
pub(super) fn scrambled(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let is_name = |start: &usize| (*start..word.end).all(|at| is_han(view.char(at)));
    let starts = [LENGTH, SHORTEST].into_iter();
    let mut starts = starts.filter_map(|length| word.end.checked_sub(length));
    let start = starts.find(is_name)?;
    let (name, length) = (&view.chars()[start..word.end], word.end - start);
    let back = start.saturating_sub(NEAR)..start;
    let text = view.text(start..word.end);
    if view.find(back.clone(), &text).is_some() {
        return None;
    }
    let forth = word.end..(word.end + NEAR).min(view.chars().len());
    let at = torn(view, name, back).or_else(|| torn(view, name, forth))?;
    Some((at..at + length, text))
}

/// Where the characters of a name stand in another order, from a place in `range` on.
fn torn(view: &TextView<'_>, name: &[char], range: Range<usize>) -> Option<usize> {
    let (first, last) = (name[0], name[name.len() - 1]);
    let end = view.chars().len().min(range.end + name.len() - 1);
    let mut windows = view.chars()[range.start..end].windows(name.len());
    // Both ends tell most places apart, of the hundreds that are looked at.
    let at = windows.position(|window| {
        window[0] == first
            && window[window.len() - 1] == last
            && window != name
            && has_same_characters(window, name)
    });
    at.map(|at| range.start + at)
}

/// …资源研究所, then …资源研究院: a long name with another end than before.
pub(super) fn other_end(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    const STEM: usize = 6;
    let start = word.start.checked_sub(STEM)?;
    let is_name = (start..word.start).all(|at| is_han(view.char(at)));
    let stem = view.words(start..word.start + 2);
    let back = start.saturating_sub(NEAR)..start;
    let at = view.find(back, stem).filter(|_| is_name)?;
    let end = at + stem.chars().count();
    let is_other = view.is_any_at(end, "院所") && view.char(end) != view.char(word.end - 1);
    is_other.then(|| (start..word.end, view.text(at..end + 1)))
}
