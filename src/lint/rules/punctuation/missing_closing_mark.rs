//! Where the closing mark is missing whose opening one stands alone.

use std::ops::Range;

use crate::lint::view::{TextView, is_han};

/// Where a closing mark is missing, and the mark.
pub(super) struct Missing {
    pub(super) at: usize,
    pub(super) mark: &'static str,
    /// What it should stand behind, as a clerk calls it.
    pub(super) behind: &'static str,
}

/// The place at which the mark is missing that closes what opens at `open`, if it can be told.
pub(super) fn missing_closing_mark(view: &TextView<'_>, open: usize) -> Option<Missing> {
    let found = |at: usize, mark, behind| Missing { at, mark, behind };
    match view.char(open) {
        '（' => end_of_telephone(view, open)
            .map(|at| found(at, "）", "电话号码"))
            .or_else(|| end_of_names(view, open).map(|at| found(at, "）", "最后一个名称")))
            .or_else(|| end_of_counts(view, open).map(|at| found(at, "）", "最后一个数"))),
        '《' => end_of_title(view, open)
            .or_else(|| end_of_proposal(view, open))
            .map(|at| found(at, "》", "文件名称")),
        '“' => end_of_quoted(view, open).map(|at| found(at, "”", "引用的话")),
        _ => None,
    }
}

/// （联系人：李明，电话：0571-88001234将继续: where the telephone number ends that a bracket should close.
fn end_of_telephone(view: &TextView<'_>, open: usize) -> Option<usize> {
    const LABELS: [&str; 5] = ["电话：", "手机：", "电话", "联系方式：", "号码："];
    const LEAST: usize = 7;
    let sentence = view.sentence(open);
    let inside = open + 1..sentence.end.min(open + 40);
    let start = LABELS
        .iter()
        .find_map(|label| Some(view.find(inside.clone(), label)? + label.chars().count()))?;
    let is_digit = |at: &usize| view.char(*at).is_ascii_digit() || view.char(*at) == '-';
    let length = (start..sentence.end).take_while(is_digit).count();
    let end = start + length;
    (length >= LEAST && is_han(view.char(end))).then_some(end)
}

/// 3家（县人民医院、县中医医院、县妇幼保健院，均已接入: where the names end that a bracket lists.
fn end_of_names(view: &TextView<'_>, open: usize) -> Option<usize> {
    const GOES_ON: [&str; 12] = [
        "均", "都", "已", "全部", "共", "目前", "现", "分别", "年", "总", "可", "累计",
    ];
    let clause = view.clause(open + 1);
    let is_list = view.has_mark(&(open..clause.end), "、") && view.char(clause.end) == '，';
    let goes_on = view.one_of_at(clause.end + 1, &GOES_ON).is_some();
    (is_list && goes_on).then_some(clause.end)
}

/// 42个（其中省级15个，市级27个，年收入均…: where what is counted in one unit ends.
fn end_of_counts(view: &TextView<'_>, open: usize) -> Option<usize> {
    const MOST: usize = 8;
    view.one_of_at(open + 1, &["其中", "含", "包括"])?;
    let mut end = None;
    let mut unit = '\n';
    let mut start = open + 1;
    for _ in 0..MOST {
        let clause = view.clause(start);
        let is_counted = view
            .numbers_in(start..clause.end)
            .last()
            .is_some_and(|it| it.digits.end + 1 == clause.end);
        let own = view.before(clause.end);
        if !is_counted || end.is_some() && own != unit {
            return end;
        }
        (end, unit) = (Some(clause.end), own);
        if view.char(clause.end) != '，' {
            return None;
        }
        start = clause.end + 1;
    }
    None
}

/// 《关于支持返乡创业的建议收悉: where the name of a proposal ends.
fn end_of_proposal(view: &TextView<'_>, open: usize) -> Option<usize> {
    const KINDS: [&str; 3] = ["的建议", "的提案", "的议案"];
    const AFTER: [&str; 6] = ["收悉", "已收悉", "已收到", "（第", "，", "提案收悉"];
    end_behind(view, open, &KINDS, &AFTER)
}

/// 《关于……的指导意见的规定，: where the name of a paper ends that no mark closes.
fn end_of_title(view: &TextView<'_>, open: usize) -> Option<usize> {
    const KINDS: [&str; 14] = [
        "意见", "通知", "办法", "方案", "规划", "条例", "规定", "细则", "决定", "纲要", "计划",
        "措施", "标准", "规范",
    ];
    const AFTER: [&str; 9] = [
        "的规定",
        "的要求",
        "的精神",
        "规定，",
        "要求，",
        "精神，",
        "等文件",
        "，",
        "（",
    ];
    end_behind(view, open, &KINDS, &AFTER)
}

/// The first place of the clause behind one of `kinds` and before one of `after`.
fn end_behind(view: &TextView<'_>, open: usize, kinds: &[&str], after: &[&str]) -> Option<usize> {
    let clause = view.clause(open);
    let ends = |at: &usize| {
        view.one_of_before(*at, kinds).is_some() && view.one_of_at(*at, after).is_some()
    };
    (open + 4..clause.end + 1).find(ends)
}

/// What a quotation is told to be, right behind it.
const TOLD: [&str; 22] = [
    "的原则",
    "的要求",
    "的目标",
    "的思路",
    "的理念",
    "的方针",
    "的模式",
    "的机制",
    "的格局",
    "的方式",
    "的办法",
    "的标准",
    "的定位",
    "的局面",
    "的总要求",
    "的总体要求",
    "的总体思路",
    "的工作思路",
    "的工作机制",
    "的工作原则",
    "的发展思路",
    "的部署",
];

/// “粤省事、“粤商通”, “谁审批、谁监管的原则: where a quotation ends, at the next one or at what it is called.
fn end_of_quoted(view: &TextView<'_>, open: usize) -> Option<usize> {
    const LONGEST: usize = 60;
    let sentence = view.sentence(open + 1);
    let range: Range<usize> = open + 2..sentence.end.min(open + LONGEST);
    let next = view
        .marks_in(range.clone())
        .find(|at| view.char(*at) == '“');
    let range = range.start..next.unwrap_or(range.end);
    let called = TOLD
        .iter()
        .filter_map(|told| view.find(range.clone(), told))
        .min();
    let next = next.filter(|at| view.is_any_before(*at, "、和，"));
    called.or(next.map(|next| next - 1))
}
