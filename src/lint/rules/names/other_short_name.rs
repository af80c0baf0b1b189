//! （以下简称《措施》）, then 《意见》; “三项行动”, then “四项行动”; 市环境执法支队, then 市环监支队.

use std::ops::Range;

use super::abbreviation_mismatch::{BEFORE, FORTH, report};
use crate::lint::findings::Findings;
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
pub(super) const LONGEST_LETTER: usize = 20_000;

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
    let full = full_title(view, word_end);
    let titles = view.pairs_opened_by('《');
    let mut others = titles.filter(|it| agreed.end < it.open && it.open < end);
    let other = others.find(|it| {
        let written = view.words(it.open + 1..it.close);
        let is_kind = KINDS.contains(&written) && is_unnamed(view, written);
        written != view.words(agreed.clone())
            && (is_kind
                || full
                    .as_ref()
                    .is_some_and(|full| is_drawn_from_alone(view, written, full)))
    });
    if let Some(other) = other {
        let range = other.open..other.close + 1;
        report(view, &range, view.words(open..agreed.end + 1), findings);
    }
}

/// The title whose short name is agreed on right behind it.
fn full_title(view: &TextView<'_>, word_end: usize) -> Option<Range<usize>> {
    const LEAD: usize = 8;
    let mut ends = (word_end.saturating_sub(LEAD)..word_end).rev();
    let close = ends.find(|at| view.char(*at) == '》')?;
    let pair = view.pairs().closing_at(close)?;
    Some(pair.open + 1..pair.close)
}

/// 《总规》 where 《规划》 was agreed on for 《…总体规划》: characters of that title, and of no other one.
fn is_drawn_from_alone(view: &TextView<'_>, written: &str, full: &Range<usize>) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    let is_drawn = |title: &str| {
        let mut rest = title.chars();
        written.chars().all(|one| rest.any(|it| it == one))
    };
    let title = view.words(full.clone());
    // 《养老服务条例》 for 《某市养老服务条例》 is the title itself, without its place.
    let is_short = LENGTHS.contains(&written.chars().count()) && written.chars().all(is_han);
    if !is_short || !is_drawn(title) || title.contains(written) || is_agreed(view, written) {
        return false;
    }
    let mut titles = view
        .pairs_opened_by('《')
        .map(|it| view.words(it.open + 1..it.close));
    titles.all(|other| other == title || other == written || !is_drawn(other))
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
    !is_named && !is_agreed(view, kind) && view.find(whole, &format!("{kind}（")).is_none()
}

/// Whether some paper was given the name for a short name.
fn is_agreed(view: &TextView<'_>, name: &str) -> bool {
    let whole = 0..view.chars().len();
    AGREES
        .iter()
        .any(|it| view.find(whole.clone(), &format!("{it}《{name}")).is_some())
}

/// 意见 of 实施意见.
fn last_two(kind: &str) -> &str {
    let start = kind.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    &kind[start..]
}

/// “产业资金” where “专项资金” was agreed on, its first half from the words around the full name.
///
/// Where the agreed name is used as well, the other one is another fund.
pub(super) fn of_fund(view: &TextView<'_>, short: &Range<usize>, findings: &mut Findings<'_>) {
    const TAILS: [&str; 4] = ["资金", "基金", "机制", "系统"];
    let tail = view.one_of_before(short.end, &TAILS);
    let is_quoted = short.len() == 4 && view.before(short.start) == '“';
    let is_letter = view.chars().len() <= LONGEST_LETTER;
    let Some(tail) = tail.filter(|_| is_quoted && is_letter) else {
        return;
    };
    let end = (short.end + FORTH).min(view.chars().len());
    let name = view.words(short.clone());
    let told = view
        .paragraph(short.start)
        .map_or(0..0, |it| it.range.clone());
    let mut quotes = view
        .pairs_opened_by('“')
        .filter(|it| short.end < it.open && it.open < end);
    let other = quotes.find(|it| {
        let written = it.open + 1..it.close;
        let stem = view.words(written.start..written.start + 2);
        let is_alike = written.len() == 4 && view.ends_at(it.close, tail);
        is_alike
            && view.words(written.clone()) != name
            && view.find(told.start..it.open, stem).is_some()
            && view.find(0..it.open, view.words(written.clone())).is_none()
            // 企业自有的“改造资金” is another one.
            && view.is_any_before(it.open, "，。；\n")
            && !view.is_any_at(it.close + 1, "“、和与及（")
    });
    let is_used = view.find(short.end..end, name).is_some();
    if let Some(other) = other.filter(|_| !is_used) {
        report(view, &(other.open + 1..other.close), name, findings);
    }
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
