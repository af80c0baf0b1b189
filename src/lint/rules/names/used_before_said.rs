//! 示范区建设…示范区（以下简称“示范区”）: a short name is used before it is agreed on.

use std::ops::Range;

use crate::lint::view::{TextView, is_han};

/// How far back in the paragraph the short name is looked for.
const BACK: usize = 300;

/// Where the short name stands alone before the place that agrees on it.
pub(super) fn used_before_said(
    view: &TextView<'_>,
    short: &Range<usize>,
    full: &Range<usize>,
) -> Option<Range<usize>> {
    const SHORTEST: usize = 3;
    const LEADS: [&str; 8] = [
        "我省", "我市", "我县", "我区", "我州", "我镇", "我局", "我委",
    ];
    let length = short.len();
    if length < SHORTEST || !short.clone().all(|at| is_han(view.char(at))) {
        return None;
    }
    let paragraph = view.paragraph(short.start)?.range.start;
    let end = full.start;
    let name = view.words(short.clone());
    let mut from = paragraph.max(end.saturating_sub(BACK));
    while let Some(at) = view.find(from..end, name) {
        from = at + length;
        let is_led = view.one_of_before(at, &LEADS).is_some()
            || at == paragraph
            || view.is_any_before(at, "。；")
            // 860个，交管中心实行24小时研判: a long one begins a clause.
            || length > SHORTEST && view.is_any_before(at, "，、");
        let is_cited = view.in_title(at) || view.in_quotes(at) || view.in_parentheses(at);
        // 示范区域 is another word.
        let is_whole = !view.is_any_at(from, "域级的区");
        if is_led && is_whole && !is_cited {
            return Some(at..from);
        }
    }
    None
}
