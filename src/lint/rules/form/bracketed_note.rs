//! （数据请业务科核实后再发）, 【批注：请规划科补充】: words in brackets that are said to the writer.

use std::ops::Range;

use super::leftover_note::{LONGEST, text};
use crate::lint::Word;
use crate::lint::view::{TextView, is_han};

/// The brackets around a note to the writer.
pub(super) fn note(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let back = word.start.saturating_sub(LONGEST)..word.start;
    let open = back.rev().find(|at| view.is_any_at(*at, "【（[(〔"))?;
    let forth = word.end..word.end + LONGEST;
    let close = forth
        .clone()
        .find(|at| view.is_any_at(*at, "】）])〕\n。"))?;
    let is_closed = view.is_any_at(close, "】）])〕");
    let inside = open + 1..close;
    let is_one = !inside.clone().any(|at| view.is_any_at(at, "】）])〕\n。"));
    (is_closed && is_one && is_note(view, word, &inside)).then_some(open..close + 1)
}

/// Whether the words in brackets are said to the writer.
fn is_note(view: &TextView<'_>, word: Word, inside: &Range<usize>) -> bool {
    let starts = word.start == inside.start;
    let ends = word.end == inside.end;
    let is_square = view.is_any_before(inside.start, "【[");
    match text(word) {
        // （第二稿） at the start of a text; 《…》（送审稿） is a name.
        "稿" => ends && is_numbered_draft(view, inside),
        "批注" | "修订：" | "修改：" | "校对：" => starts,
        "此处" | "此段" | "这段" => has_task(view, inside),
        "请核实" | "请核对" | "请补充" => starts || is_square,
        "数据请" | "数字请" | "口径请" | "表述请" => starts,
        // （数据请业务科核实后再发）, while （经街道初审后再报） tells how it is done.
        "单位名称" | "部门名称" | "具体事项" | "具体数" | "填写" | "插入" => {
            is_square
        }
        "后更新" => ends && view.has_any(inside, &["待"]),
        "再核实" | "再核对" | "再确认" => {
            let is_task = ends || view.one_of_at(word.end, &["一下", "后"]).is_some();
            is_task && view.has_any(inside, &["请"])
        }
        "再发" | "再报" | "再印" => ends && view.has_any(inside, &["请"]),
        "待定" => false,
        "未经审定" | "未定稿" => starts || ends,
        "阅后删" | "可删" | "是否保留" | "存疑" => starts || ends || is_square,
        "待补" | "待核" | "待更新" | "待完善" => {
            starts
                || is_square
                || ends
                || view
                    .one_of_at(word.end, &["充", "实", "对", "查"])
                    .is_some()
                    && word.end + 1 == inside.end
        }
        _ => is_square || starts && ends,
    }
}

/// 此处数据待核, 此处补充照片.
fn has_task(view: &TextView<'_>, inside: &Range<usize>) -> bool {
    view.has_any(
        inside,
        &["待", "补", "核", "请", "改", "填", "插入", "删", "是否"],
    )
}

/// （第二稿） and （修改稿） before the text, or behind the title of a letter.
fn is_numbered_draft(view: &TextView<'_>, inside: &Range<usize>) -> bool {
    const DRAFTS: [&str; 6] = ["修改稿", "初稿", "草稿", "讨论稿", "送审稿", "征求意见稿"];
    let inner = view.words(inside.clone());
    let leads = view.before(inside.start - 1) == '\n' && is_han(view.char(inside.end + 1));
    let replies = view
        .one_of_before(inside.start - 1, &["答复", "意见", "函"])
        .is_some();
    let line = view.paragraph(inside.start).map(|it| it.range.clone());
    let ends = replies && line.is_some_and(|it| it.start == 0 && it.end == inside.end + 1);
    (leads || ends) && (inner.starts_with('第') || DRAFTS.contains(&inner))
}
