//! {{部门工作}}, 联系电话：待补充, 投入X万元: what was to be filled in and was not.

use std::ops::Range;

use super::leftover_note::{LONGEST, text};
use crate::lint::Word;
use crate::lint::view::{TextView, is_han};

/// 投入X万元: one letter for the digits, behind a word.
pub(super) fn amount_to_come(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let before = view.before(word.start);
    // X名单 is a list of its own.
    let is_word = view.is_any_at(word.end, "单属者词");
    (is_han(before) && before != '第' && !is_word).then_some(word.start..word.end)
}

/// XX委员：, the line of the addressee, whose name is to come.
pub(super) fn is_reader(view: &TextView<'_>, word: Word, end: usize) -> bool {
    "Xx＊_＿#".contains(view.char(word.start))
        && view.before(word.start) == '\n'
        && view.one_of_at(end, &["委员：", "代表："]).is_some()
}

/// {{部门工作}}, ${name}: what a template would have filled in.
pub(super) fn variable(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let is_doubled = view.char(word.start) == '{';
    let mut rest = word.end..word.end + LONGEST;
    let close = rest.find(|at| view.is_any_at(*at, "}\n。"))?;
    let end = close + 1 + usize::from(is_doubled);
    let closes = view.char(close) == '}' && view.char(end - 1) == '}';
    (closes && close > word.end).then_some(word.start..end)
}

/// 联系电话：待补充, where the line or the clause ends.
pub(super) fn to_come(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let is_number = || {
        view.one_of_before(
            word.start,
            &["电话：", "联系人：", "电话：（", "联系人：（"],
        )
        .is_some()
    };
    if text(word) == "待定" {
        return is_number().then_some(word.start..word.end);
    }
    if text(word) != "待补" && text(word) != "待核" {
        return None;
    }
    let rest = view.one_of_at(word.end, &["充", "实", "对", "齐", "录"]);
    let end = word.end + rest.map_or(0, |rest| rest.chars().count());
    let is_whole = view.is_any_before(word.start, "：:") && view.is_any_at(end, "，；。、）\n");
    is_whole.then_some(word.start..end)
}

/// 其余×万元; 5×万元 multiplies.
pub(super) fn amount(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    is_han(view.before(word.start)).then_some(word.start..word.end)
}
