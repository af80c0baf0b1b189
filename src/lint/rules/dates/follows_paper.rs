//! 招标公告于8月15日发布，7月20日开标; 5月20日形成初稿，5月8日就初稿沟通: what can only be done with a paper is dated
//! before it.

use std::ops::Range;

use super::steps_reversed::{adjoining, does};
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// What can only follow the notice that invites tenders.
const TENDERED: [&str; 6] = ["开标", "评标", "定标", "中标", "签订合同", "签约"];

/// What a paper is called before it is final.
const DRAFTS: [&str; 8] = [
    "初稿",
    "草稿",
    "草案",
    "讨论稿",
    "送审稿",
    "修改稿",
    "征求意见稿",
    "代拟稿",
];

/// Whether the next date tells of what can only be done with the paper that the first one tells of.
pub(super) fn follows_paper(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    adjoining(view, first, next).is_some_and(|clause| {
        follows_tender(view, first, next) || follows_draft(view, clause, next)
    })
}

/// 招标公告于8月15日发布，7月20日开标.
fn follows_tender(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    const ISSUED: [&str; 5] = ["发布", "发出", "挂网", "公开", "刊登"];
    const TENDERS: [&str; 5] = ["招标公告", "采购公告", "招标文件", "磋商公告", "谈判公告"];
    let rest = first.range.end..view.clause(first.range.end).end;
    let whole = view.clause(first.range.start).start..rest.end;
    view.has_any(&rest, &ISSUED)
        && view.has_any(&whole, &TENDERS)
        && does(view, next.range.end, &TENDERED)
        && !is_of_other_part(view, first, next)
}

/// 5月20日形成初稿，5月8日就初稿沟通.
fn follows_draft(view: &TextView<'_>, clause: Range<usize>, next: &DateMention) -> bool {
    const MADE: [&str; 8] = [
        "形成", "起草", "拟定", "完成", "草拟", "拟出", "编制", "撰写",
    ];
    if !view.has_any(&clause, &MADE) {
        return false;
    }
    let later = next.range.end..view.clause(next.range.end).end;
    let mut drafts = DRAFTS.iter();
    let draft = drafts.find(|draft| view.find(clause.clone(), draft).is_some());
    let of_draft = draft.and_then(|draft| view.find(later.clone(), draft));
    of_draft.is_some_and(|at| {
        let mut lead = at.saturating_sub(4).max(later.start)..at;
        lead.any(|at| view.is_any_at(at, "就将对把围按该"))
    })
}

/// 二标段招标公告于8月15日发布，7月20日一标段开标: another part of the work.
fn is_of_other_part(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    const PARTS: [&str; 8] = [
        "标段", "一期", "二期", "三期", "首批", "首次", "批次", "重新",
    ];
    let told = view.clause(first.range.start).start..view.clause(next.range.end).end;
    view.has_any(&told, &PARTS)
}
