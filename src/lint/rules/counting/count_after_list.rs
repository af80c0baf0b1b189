//! 《甲》《乙》三项制度, 强基、扩面、提质“四大行动”: items that run into their count.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use std::cmp::Ordering;
use std::ops::Range;

use super::count_behind_name::{Count, count_behind_name};
use super::count_behind_offices::{count_behind_last_office, count_behind_offices};
use super::counted_with_lead::counted_with_lead;
use super::joined_places::joined_places;
use super::lists::{
    items_before, items_from, items_of_one_kind, number_at, offices_before, segments, titles_before,
};
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 《甲》《乙》三项制度, 强基、扩面、提质“四大行动”: items that run into their count.
pub(crate) const COUNT_AFTER_LIST: Rule = Rule {
    name: "count-after-list",
    title: "列出的项数与后面的数目不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("count_after_list.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    counted_with_lead(view, findings);
    for at in view.places('》') {
        titles(view, at, findings);
    }
    for at in view.places('“') {
        quoted(view, at, findings);
    }
    for at in view.places('”') {
        within(view, at, findings);
    }
    for at in view.places('、') {
        plain(view, at, findings);
        joined_places(view, at, findings);
    }
    for at in view.places('，').filter(|at| view.char(at + 1) == '共') {
        total(view, at, findings);
    }
    for number in view.numbers() {
        behind_like(view, number, findings);
    }
}

/// What a count may count, right behind its number.
const MEASURES: &[&str] = &["项", "个", "部", "份", "件", "篇", "种", "本"];

/// 《甲》《乙》三项制度.
fn titles(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    let Some((said, end)) = number_at(view, close + 1) else {
        return;
    };
    let listed = titles_before(view, close + 1);
    let is_count = view.one_of_at(end, MEASURES).is_some() && view.char(end + 1) != '月';
    if is_count && listed >= 2 && listed != said {
        report(view, close + 1..end + 1, listed, findings);
    }
}

/// 强基、扩面、提质、惠民“五大行动”, 甲、乙、丙“两项”改革.
fn quoted(view: &TextView<'_>, open: usize, findings: &mut Findings<'_>) {
    // “一条龙”服务 counts nothing.
    let Some((said, end)) = number_at(view, open + 1).filter(|(said, _)| *said >= 2) else {
        return;
    };
    let is_measure = view.is_any_at(end, "大项个条种类") && view.char(end + 1) != '一';
    const TOGETHER: [&str; 6] = ["位一体", "方联动", "方协同", "治融合", "网融合", "医联动"];
    let is_together = view.one_of_at(end, &TOGETHER).is_some();
    let is_count = is_measure || is_together || is_of_last_words(view, open, end);
    // …、居民参与的“四位一体”: 的 joins the list to its name.
    let end_of_list = open - usize::from(is_together && view.before(open) == '的');
    let Some(items) = items_before(view, end_of_list).filter(|items| is_count && *items != said)
    else {
        return;
    };
    let close = (end..end + 8).find(|at| view.char(*at) == '”');
    report(view, open..close.unwrap_or(end) + 1, items, findings);
}

/// 图书馆、博物馆、科技馆“三馆”: the counted word ends each of the names.
fn is_of_last_words(view: &TextView<'_>, open: usize, end: usize) -> bool {
    let word = view.char(end);
    let clause = view.clause(open.saturating_sub(1));
    let mut marks = view.marks_in(clause.start..open);
    is_han(word)
        && view.char(end + 1) == '”'
        && view.before(open) == word
        && marks.all(|at| view.char(at) != '、' || view.before(at) == word)
}

/// “首问负责、限时办结、服务承诺、责任追究”三项制度.
fn within(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    let Some((said, end)) = number_at(view, close + 1).filter(|(said, _)| *said >= 2) else {
        return;
    };
    let Some(pair) = view.pairs().closing_at(close) else {
        return;
    };
    let inside = segments(view, pair.open + 1..close);
    // “一人失能、全家失衡”八个字 counts what is written.
    let is_writing = view.one_of_at(end, &["个字", "个大字"]).is_some();
    let is_count =
        !is_writing && (view.one_of_at(end, MEASURES).is_some() || view.is_any_at(end, "大条类"));
    // “甲、乙”“丙、丁”两项 counts quotations.
    let is_alone = !view.is_any_before(pair.open, "”、和") && view.char(end + 1) != '月';
    let is_list = inside.least >= 2 && inside.least == inside.most && view.char(pair.open) == '“';
    if is_count && is_alone && is_list && inside.least != said {
        report(view, close + 1..end + 1, inside.least, findings);
    }
}

/// 甲、乙、丙、丁五项制度, 市、县、乡、村三级, 武汉、襄阳、宜昌、黄石五市.
fn plain(view: &TextView<'_>, mark: usize, findings: &mut Findings<'_>) {
    let Some(count) = count_behind_name(view, mark) else {
        let counted = count_behind_offices(view, mark);
        if let Some((count, items)) = counted.or_else(|| count_behind_last_office(view, mark)) {
            judge(view, mark, &count, items, findings);
        }
        return;
    };
    let items = items_before(view, count.at).or_else(|| members_before(view, &count));
    let items = items.or_else(|| items_of_one_kind(view, count.at));
    let items = items.or_else(|| offices_before(view, count.at));
    if let Some(items) = items {
        judge(view, mark, &count, items, findings);
    } else if let Some((count, items)) = count_behind_last_office(view, mark) {
        judge(view, mark, &count, items, findings);
    }
}

/// Holds a count against the names that are listed before it.
fn judge(
    view: &TextView<'_>,
    mark: usize,
    count: &Count,
    items: usize,
    findings: &mut Findings<'_>,
) {
    let text = view.words(count.at..count.end);
    let clause = view.clause(mark);
    // 我局会同甲、乙、丙四个部门 may count the writer, who is no 高校.
    let counts_offices = ["部门", "单位", "家", "局"]
        .iter()
        .any(|noun| text.contains(noun));
    // 市教育局牵头，甲、乙、丙四部门 counts the one that leads.
    let sentence = view.sentence(mark).start..clause.start;
    let is_led = || view.has_any(&sentence, &["牵头", "会同", "联合"]);
    // 由甲、乙、丙四家单位组成 names all of them.
    let is_whole = view.one_of_at(count.end, &["组成", "共同组成"]).is_some()
        && view.has_any(&(clause.start..mark), &["由"])
        && !view.has_any(&(clause.start..mark), &["会同"]);
    let is_joined = counts_offices
        && !is_whole
        && (view.has_any(&(clause.start..mark), &["会同", "联合", "与", "同"]) || is_led());
    let range = count.at..count.end;
    let message = format!("“{text}”与前面列出的{items}项不符");
    match items.cmp(&count.said) {
        Ordering::Equal => {}
        Ordering::Less if is_joined && items + 1 == count.said => {
            let finding = findings.hint(range, message);
            finding.hint("核对数目和名称；如果把本单位算在内，写清楚是哪几个");
        }
        _ => {
            findings.warn(range, message).hint("核对数目和名称");
        }
    }
}

/// 市、区两级成立了由教育、公安、城管四部门组成的专班: the names begin behind 由.
fn members_before(view: &TextView<'_>, count: &Count) -> Option<usize> {
    const JOIN: [&str; 5] = ["组成", "参加", "参与", "负责人组成", "共同组成"];
    view.one_of_at(count.end, &JOIN)?;
    let clause = view.clause(count.at);
    let by = (clause.start..count.at)
        .rev()
        .find(|at| view.char(*at) == '由')?;
    items_from(view, by + 1, count.at)
}

/// 东湖社区、学院社区和南门社区4个社区: names that end as what is counted right behind them.
fn behind_like(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    let start = number.digits.start;
    // Most numbers stand behind no name, and count something else.
    if !is_han(view.before(start)) || !view.is_any_at(number.digits.end, "个家所座条") {
        return;
    }
    let noun = view.words(number.digits.end + 1..number.digits.end + 3);
    if !view.ends_at(start, noun) || !noun.chars().all(is_han) {
        return;
    }
    let clause = view.clause(start).start;
    let names = view.each(clause..start, noun).collect::<Vec<_>>();
    let parted = |pair: &[usize]| {
        let end = pair[0] + 2;
        view.is_any_at(end, "、和及与") && pair[1] - end <= LONGEST_NAME
    };
    let is_list = names.len() >= 2 && names.windows(2).all(parted);
    let said = view.words(number.digits.clone()).parse::<usize>().ok();
    if said.is_some_and(|said| is_list && said != names.len()) {
        report(view, start..number.digits.end + 3, names.len(), findings);
    }
}

/// More characters than such a name has before its end.
const LONGEST_NAME: usize = 8;

/// 课程有声乐、书法、国画、太极拳，共5门: the clause before lists them.
fn total(view: &TextView<'_>, comma: usize, findings: &mut Findings<'_>) {
    let Some((said, end)) = number_at(view, comma + 2) else {
        return;
    };
    let ends = is_han(view.char(end)) && view.is_any_at(end + 1, "，。；\n");
    let clause = view.clause(comma);
    let lead = ["有", "包括", "为", "是", "设"]
        .iter()
        .filter_map(|lead| {
            let first = view.find(clause.clone(), "、")?;
            Some(view.find(clause.start..first, lead)? + lead.chars().count())
        })
        .max();
    let Some(start) = lead.filter(|_| ends) else {
        return;
    };
    let listed = segments(view, start..comma);
    let is_list = listed.least >= 4 && !view.ends_at(comma, "等");
    // 营养与保健 is one name: more names than marks part them are not counted on.
    let is_near = listed.least.abs_diff(said) <= 2;
    if is_list && is_near && listed.least != said && (said < listed.least || said > listed.most) {
        report(view, comma + 1..end + 1, listed.least, findings);
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, listed: usize, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”与前面列出的{listed}项不符"))
        .hint("核对数目和名称");
}
