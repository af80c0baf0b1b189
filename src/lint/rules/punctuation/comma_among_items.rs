//! 玉米、大豆，马铃薯等作物: a comma where 、 belongs.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 玉米、大豆，马铃薯等作物: a comma where 、 belongs.
pub(crate) const COMMA_AMONG_ITEMS: Rule = Rule {
    name: "comma-among-items",
    title: "并列项之间用了逗号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("comma_among_items.md"),
};

/// More characters than such an item has.
const LONGEST: usize = 5;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for comma in view.places('，') {
        if let Some(item) = of_one_end(view, comma) {
            report(view, item, comma, findings);
            continue;
        }
        if let Some(item) = amid_names(view, comma) {
            report(view, item, comma, findings);
            continue;
        }
        if let Some(items) = counted(view, comma) {
            report(view, items, comma, findings);
            continue;
        }
        let floor = comma.saturating_sub(LONGEST + 1);
        let pause = (floor..comma).rev().find(|at| !is_han(view.char(*at)));
        let Some(pause) = pause.filter(|at| view.char(*at) == '、' && comma - at > 2) else {
            continue;
        };
        let end = (comma + 1..comma + 2 + LONGEST)
            .find(|at| !is_han(view.char(*at)) || view.char(*at) == '等');
        let is_item = |at: usize| {
            view.char(at) == '等'
                && at > comma + 2
                && !view.is_any_before(at, "平同对均初中高坐静")
                && is_han(view.char(at + 1))
                && !view.is_any_at(at + 1, "级待额同候效到上了着不来")
        };
        let Some(end) = end.filter(|at| is_item(*at)) else {
            continue;
        };
        // 庙岛、牟平、莱州等海域，移植鳗草等: the list before the comma has its end.
        let has_end = (pause + 1..comma).any(|at| view.char(at) == '等');
        if has_end {
            continue;
        }
        let (before, after) = (comma - pause - 1, end - comma - 1);
        // Items of a list are about as long as each other; a clause of its own has a verb.
        let has_verb =
            (pause + 1..end).any(|at| view.is_any_at(at, "是有在为对将由把被及和与的了会同何"));
        if before.abs_diff(after) <= 1 && !has_verb {
            report(view, pause + 1..end + 1, comma, findings);
        }
    }
}

/// 交通运输、商务，邮政管理、海关等部门: short names on both sides, and what they are names of.
fn amid_names(view: &TextView<'_>, comma: usize) -> Option<Range<usize>> {
    const KINDS: [&str; 4] = ["等部门", "等单位", "等领域", "等行业"];
    const VERBS: &str = "是有在为对将由把被及和与的了会同何各已并";
    let is_name = |range: &Range<usize>| {
        let fits = (2..=LONGEST).contains(&range.len());
        fits && range
            .clone()
            .all(|at| is_han(view.char(at)) && !VERBS.contains(view.char(at)))
    };
    let before = (comma.saturating_sub(LONGEST + 1)..comma)
        .rev()
        .find(|at| !is_han(view.char(*at)))?;
    if view.char(before) != '、' {
        return None;
    }
    let after = (comma + 1..comma + 2 + LONGEST).find(|at| !is_han(view.char(*at)))?;
    let last = (after + 1..after + 2 + LONGEST).find(|at| view.one_of_at(*at, &KINDS).is_some())?;
    let is_paused = view.char(after) == '、';
    let are_names = [before + 1..comma, comma + 1..after, after + 1..last]
        .iter()
        .all(is_name);
    (is_paused && are_names).then_some(before + 1..after)
}

/// 古城墙、文庙，城隍庙三处省级文物: their count behind the last one tells that all three are items.
fn counted(view: &TextView<'_>, comma: usize) -> Option<Range<usize>> {
    const MEASURES: &str = "处个家所座条项名类种";
    let is_name = |range: &Range<usize>| (2..=6).contains(&range.len());
    let floor = comma.saturating_sub(LONGEST + 3);
    let pause = (floor..comma).rev().find(|at| !is_han(view.char(*at)))?;
    if view.char(pause) != '、' {
        return None;
    }
    let count = (comma + 3..comma + 8).find(|at| {
        let is_count = view.is_any_at(*at, "三四五") && view.is_any_at(at + 1, MEASURES);
        is_count && (comma + 1..*at).all(|it| is_han(view.char(it)))
    })?;
    let said = chinese_number(view.char(count))?;
    let clause = view.clause(comma.checked_sub(1)?);
    let pauses = clause.clone().filter(|at| view.char(*at) == '、').count();
    let fits = said == pauses + 2;
    let names = [pause + 1..comma, comma + 1..count];
    // 女子前四名, 形成了四项 and 总是货比三家 count no items.
    let has_verb = (pause + 1..count).any(|at| view.is_any_at(at, "的了是在为有前第各"));
    (fits && !has_verb && names.iter().all(is_name)).then_some(pause + 1..count)
}

/// What names of the same kind end in.
const ENDS: &str = "家局厅委部院校会所站师员";

/// What an item of its own clause begins with.
const OTHER: &str = "各该本全每两三均其此我有由在经并对将以与这那";

/// 书法家、摄影家，音乐家: the last items before the comma and the one behind it end alike.
fn of_one_end(view: &TextView<'_>, comma: usize) -> Option<Range<usize>> {
    let last = view.before(comma);
    // 实验室57家，: a measure word ends no name.
    if !view.is_any_before(comma, ENDS) || view.is_any_before(comma - 1, "0123456789余多") {
        return None;
    }
    let floor = comma.saturating_sub(2 * LONGEST + 2);
    let pauses = (floor..comma).rev().filter(|at| view.char(*at) == '、');
    let ends_alike = pauses.clone().all(|at| view.before(at) == last);
    let first = pauses.clone().last().filter(|_| ends_alike)?;
    // What stands before the first pause mark and behind it are two items at least.
    // 市教育局、市公安局，市住房城乡建设局: the name of an office may be long.
    let is_office = last == '局' && view.is_any_at(comma + 1, "市县区省州");
    let longest = if is_office { 2 * LONGEST + 2 } else { LONGEST };
    let end = (comma + 2..comma + 2 + longest).find(|at| view.char(*at) == last)?;
    let is_name = (comma + 1..end).all(|at| is_han(view.char(at)));
    let is_own = view.is_any_at(comma + 1, OTHER);
    (is_name && !is_own).then_some(first + 1..end + 1)
}

fn report(view: &TextView<'_>, items: Range<usize>, comma: usize, findings: &mut Findings<'_>) {
    let text = view.words(items);
    findings
        .at(comma..comma + 1, format!("“{text}”里并列项之间用了逗号"))
        .hint("并列项之间用“、”")
        .suggest(comma..comma + 1, "、");
}
