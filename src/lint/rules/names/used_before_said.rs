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
        // 由水监站负责: a body that somebody does something with.
        let is_led = is_led || is_body(name) && view.is_any_before(at, "由经向与报请托过助，。");
        // “快检中心”抽检样品: the quotation is nothing but the name.
        let is_quoted = view.in_quotes(at) && !(view.before(at) == '“' && view.char(from) == '”');
        let is_led = is_led || view.before(at) == '“' && is_body(name);
        let is_cited = view.in_title(at) || is_quoted || view.in_parentheses(at);
        // 示范区域 is another word.
        let is_whole = !view.is_any_at(from, "域级的区");
        if is_led && is_whole && !is_cited {
            return Some(at..from);
        }
    }
    None
}

/// Whether the short name ends as those of bodies do.
fn is_body(name: &str) -> bool {
    name.ends_with(['站', '办', '队', '局', '委', '所', '组', '馆', '处'])
        || name.ends_with("中心")
        || name.ends_with("公司")
}
