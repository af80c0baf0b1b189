//! 于3月5日答复，并于3月12日收到: handled before it had come in, or told so.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// What says that a paper came in, behind its date.
const RECEIVED: [&str; 5] = ["收到", "接到", "接收", "收悉", "签收"];

/// What came in.
const PAPERS: [&str; 8] = [
    "提案", "建议", "议案", "交办", "转办", "转来", "批转", "来信",
];

/// What is done with a paper, behind its date.
const HANDLED: [&str; 26] = [
    "即安排",
    "安排",
    "即组织",
    "召开",
    "形成",
    "面商",
    "答复",
    "联系",
    "走访",
    "调研",
    "座谈",
    "研究",
    "办结",
    "成立",
    "制定",
    "拟定",
    "提出",
    "进行",
    "与您",
    "向您",
    "组织",
    "赴",
    "对您",
    "实地",
    "完成",
    "即召开",
];

/// How far apart the two dates stand in one sentence.
const LONGEST: usize = 60;

/// Reports a date of receipt that is later than the date of an answer before it, and a date of handling
/// behind it that is earlier.
pub(super) fn received_late(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.dates().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let between = first.range.end..second.range.start;
        is_handled_before_handed(view, first, second, findings);
        if between.len() > LONGEST || view.has_mark(&between, "。！？\n") {
            continue;
        }
        let is_late = is_later(first, second) == Some(true)
            && is_answered(view, first, &between)
            && is_receipt(view, second);
        if is_proposed_after(view, first, second, &between) {
            let text = view.words(second.range.clone());
            let message = format!(
                "“{text}”收到，早于提出的“{}”",
                view.text(first.range.clone())
            );
            findings
                .at(second.range.clone(), message)
                .hint("核对两个日期");
        }
        let is_early = is_later(second, first) == Some(true)
            && is_receipt(view, first)
            && is_handled(view, second);
        if is_late || is_early {
            let (text, other) = (
                view.text(second.range.clone()),
                view.text(first.range.clone()),
            );
            findings
                .at(
                    second.range.clone(),
                    format!("“{other}”和“{text}”的先后不对：先收到，后办理"),
                )
                .hint("核对两个日期");
        }
    }
}

/// 在2024年1月召开的会议上提出…，2023年3月18日收到: it came in before it was proposed.
fn is_proposed_after(
    view: &TextView<'_>,
    met: &DateMention,
    received: &DateMention,
    between: &Range<usize>,
) -> bool {
    let month = |date: &DateMention| Some((date.year?, date.month));
    let is_before = month(received)
        .zip(month(met))
        .is_some_and(|(received, met)| received < met);
    is_before
        && view
            .one_of_at(met.range.end, &["召开", "在", "举行"])
            .is_some()
        && view.has_any(between, &PAPERS)
        && is_receipt(view, received)
}

/// Whether the second of two days is later; nothing if that cannot be told.
///
/// A date without a year is of the year before it, unless so many months lie between that a year may have
/// ended.
fn is_later(first: &DateMention, second: &DateMention) -> Option<bool> {
    const MOST_MONTHS: u32 = 6;
    let days = (first.month, first.day?).cmp(&(second.month, second.day?));
    let is_near = first.month.abs_diff(second.month) <= MOST_MONTHS;
    match (first.year, second.year) {
        (Some(one), Some(other)) if one != other => None,
        _ => is_near.then(|| days.is_lt()),
    }
}

/// 3月12日收到…交办的该件提案.
fn is_receipt(view: &TextView<'_>, date: &DateMention) -> bool {
    let clause = date.range.end..view.clause(date.range.end).end;
    view.one_of_at(date.range.end, &RECEIVED).is_some() && view.has_any(&clause, &PAPERS)
}

/// 3月5日对您的提案进行了初步答复.
fn is_answered(view: &TextView<'_>, date: &DateMention, between: &Range<usize>) -> bool {
    let answers = ["答复", "办结", "面商"];
    let papers = ["提案", "建议", "议案"];
    // 曾 and 去年 tell of an earlier paper.
    let told = view.clause(date.range.start).start..between.end;
    let is_earlier = ["曾", "此前", "去年", "上年", "前期", "往年", "前年"];
    view.has_any(between, &answers)
        && view.has_any(between, &papers)
        && !view.has_any(&told, &is_earlier)
}

/// 3月5日召开专题会议, where the clause begins with the date.
fn is_handled(view: &TextView<'_>, date: &DateMention) -> bool {
    let leads = ["，", "；", "，于", "，并于", "，即于", "，又于"];
    let leads = view.one_of_before(date.range.start, &leads);
    leads.is_some() && view.one_of_at(date.range.end, &HANDLED).is_some()
}

/// 提案于5月8日转交我局办理。接到提案后，于4月10日成立工作专班: handled before it was handed on.
fn is_handled_before_handed(
    view: &TextView<'_>,
    handed: &DateMention,
    handled: &DateMention,
    findings: &mut Findings<'_>,
) {
    const HANDED: [&str; 6] = ["转交", "交办", "转办", "交我", "转我", "交由"];
    const GOT: [&str; 6] = ["接到", "收到", "接办", "接件", "承办后", "领办"];
    let between = handed.range.end..handled.range.start;
    let key = |it: &DateMention| Some((it.year?, it.month, it.day?));
    let is_before = key(handled)
        .zip(key(handed))
        .is_some_and(|(one, other)| one < other);
    let is_told = between.len() <= LONGEST
        && view.one_of_at(handed.range.end, &HANDED).is_some()
        && view.has_any(&between, &GOT);
    if is_before && is_told {
        let (text, other) = (
            view.text(handled.range.clone()),
            view.text(handed.range.clone()),
        );
        findings
            .at(
                handled.range.clone(),
                format!("“{other}”和“{text}”的先后不对：先收到，后办理"),
            )
            .hint("核对两个日期");
    }
}
