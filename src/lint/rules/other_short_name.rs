//! （以下简称《措施》）, then 《意见》; “三项行动”, then “四项行动”; 市环境执法支队, then 市环监支队.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::abbreviation_mismatch::{BEFORE, FORTH, report};
use crate::lint::view::{TextView, is_chinese_digit, is_han};

/// Kinds of papers that are called by their kind alone.
const KINDS: [&str; 25] = [
    "意见",
    "措施",
    "方案",
    "办法",
    "规划",
    "条例",
    "计划",
    "规定",
    "通知",
    "细则",
    "纲要",
    "决定",
    "要点",
    "指南",
    "标准",
    "规范",
    "政策",
    "若干措施",
    "若干意见",
    "实施意见",
    "实施方案",
    "工作方案",
    "实施细则",
    "行动方案",
    "行动计划",
];

/// How a paper, a body or an action gets its short name.
const AGREES: [&str; 5] = ["简称", "下称", "以下称", "即", "称为"];

/// No letter is longer, in characters; in what is, each short name would be held against all titles.
const LONGEST_LETTER: usize = 20_000;

/// 《意见》 where 《措施》 was agreed on, and no paper in the text could be called 《意见》.
pub(super) fn of_paper(view: &TextView<'_>, word_end: usize, findings: &mut Findings<'_>) {
    if view.chars().len() > LONGEST_LETTER {
        return;
    }
    let marks = "“：:";
    let open = (word_end..word_end + 2).find(|at| !marks.contains(view.char(*at)));
    let Some(open) = open.filter(|at| view.char(*at) == '《') else {
        return;
    };
    let Some(agreed) = view
        .one_of_at(open + 1, &KINDS)
        .map(|_| open + 1..kind_end(view, open))
    else {
        return;
    };
    let end = (agreed.end + FORTH).min(view.chars().len());
    let titles = view.pairs_opened_by('《');
    let mut others = titles.filter(|it| agreed.end < it.open && it.open < end);
    let other = others.find(|it| {
        let written = view.words(it.open + 1..it.close);
        KINDS.contains(&written)
            && written != view.words(agreed.clone())
            && is_unnamed(view, written)
    });
    if let Some(other) = other {
        let range = other.open..other.close + 1;
        report(view, &range, view.words(open..agreed.end + 1), findings);
    }
}

/// The place of the closing mark of a title that holds a kind alone, or of nothing.
fn kind_end(view: &TextView<'_>, open: usize) -> usize {
    const LONGEST: usize = 5;
    let mut ends = open + 2..open + 2 + LONGEST;
    ends.find(|at| view.char(*at) == '》').unwrap_or(open + 1)
}

/// Whether no title in the text ends with the kind, and no other paper was given it for a short name.
fn is_unnamed(view: &TextView<'_>, kind: &str) -> bool {
    let whole = 0..view.chars().len();
    let mut titles = view.pairs_opened_by('《').map(|it| it.open + 1..it.close);
    let is_named = titles.any(|title| {
        let is_longer = title.len() > kind.chars().count();
        is_longer && view.find(title, last_two(kind)).is_some()
    });
    let is_agreed = AGREES
        .iter()
        .any(|it| view.find(whole.clone(), &format!("{it}《{kind}")).is_some());
    !is_named && !is_agreed && view.find(whole, &format!("{kind}（")).is_none()
}

/// 意见 of 实施意见.
fn last_two(kind: &str) -> &str {
    let start = kind.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    &kind[start..]
}

/// “四项行动” where “三项行动” was agreed on.
pub(super) fn of_count(view: &TextView<'_>, short: &Range<usize>, findings: &mut Findings<'_>) {
    const WIDER: [&str; 10] = [
        "扩展",
        "升级",
        "拓展",
        "增加",
        "新增",
        "另",
        "基础上",
        "调整",
        "扩大",
        "即",
    ];
    let first = view.char(short.start);
    let is_quoted = view.before(short.start) == '“' && short.len() >= 3;
    if !is_quoted || !is_chinese_digit(first) || is_chinese_digit(view.char(short.start + 1)) {
        return;
    }
    let rest = view.words(short.start + 1..short.end + 1);
    let end = (short.end + FORTH).min(view.chars().len());
    let mut from = short.end + 1;
    while let Some(at) = view.find(from..end, rest) {
        from = at + short.len();
        let start = at - 1;
        let is_other = is_chinese_digit(view.char(start)) && view.char(start) != first;
        let is_whole = view.before(start) == '“';
        let is_agreed = view.one_of_before(start - 1, &AGREES).is_some();
        if is_other && is_whole && !is_agreed && !view.has_any(&view.sentence(start), &WIDER) {
            report(
                view,
                &(start..from - 1),
                view.words(short.clone()),
                findings,
            );
            return;
        }
    }
}

/// 市环监支队 where 市环境执法支队 was agreed on: the same beginning and end, no more characters.
pub(super) fn of_force(view: &TextView<'_>, short: &Range<usize>, findings: &mut Findings<'_>) {
    const FORCES: [&str; 3] = ["支队", "大队", "总队"];
    let Some(force) = view.one_of_before(short.end, &FORCES) else {
        return;
    };
    if short.len() < 5 || !"省市县区州".contains(view.char(short.start)) {
        return;
    }
    let head = view.words(short.start..short.start + 2);
    let end = (short.end + FORTH).min(view.chars().len());
    let mut from = short.end;
    while let Some(at) = view.find(from..end, head) {
        from = at + 2;
        let mut ends = at + 5..=at + short.len();
        let Some(tail) = ends.find(|it| view.ends_at(*it, force)) else {
            continue;
        };
        let is_name = (at..tail).all(|it| is_han(view.char(it)));
        let is_other = view.words(at..tail) != view.words(short.clone());
        if is_name && is_other && BEFORE.contains(view.before(at)) && is_new(view, at..tail) {
            report(view, &(at..tail), view.words(short.clone()), findings);
            return;
        }
    }
}

/// Whether the name was not agreed on for another body and stands nowhere before.
fn is_new(view: &TextView<'_>, name: Range<usize>) -> bool {
    let written = view.words(name.clone());
    view.find(0..name.start, written).is_none() && !view.is_any_at(name.end, "（(长")
}
