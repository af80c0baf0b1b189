//! 已于今年1月18日开馆。自1月8日开馆以来: one event on two days.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::dates::DateMention;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 已于今年1月18日开馆。自1月8日开馆以来: one event on two days.
pub(crate) const DATE_OF_EVENT_MISMATCH: Rule = Rule {
    name: "date-of-event-mismatch",
    title: "同一件事前后日期不同",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("date_of_event_mismatch.md"),
};

/// How far apart the two are told, in characters.
const FARTHEST: usize = 300;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    since_event(view, findings);
    let dates = view.dates();
    for (index, since) in dates
        .iter()
        .enumerate()
        .filter(|(_, it)| is_since(view, it))
    {
        let event = view.words(since.range.end..since.range.end + 2);
        let before = dates[..index].iter().rev();
        let near = before.take_while(|it| since.range.start - it.range.end <= FARTHEST);
        let begins = |it: &&DateMention| {
            let formal = view
                .one_of_at(it.range.end, &["正式"])
                .map_or(0, |it| it.chars().count());
            view.is_at(it.range.end + formal, event)
        };
        let told = near.filter(begins);
        let mut told = told.take(2);
        let (Some(first), None) = (told.next(), told.next()) else {
            continue;
        };
        if differs(first, since) {
            let (text, first) = (
                view.text(since.range.clone()),
                view.text(first.range.clone()),
            );
            findings
                .at(
                    since.range.clone(),
                    format!("这里说{text}{event}，前面说{first}{event}"),
                )
                .hint("核对哪一个日期对");
        }
    }
}

/// 自1月8日开馆以来.
fn is_since(view: &TextView<'_>, date: &DateMention) -> bool {
    let end = date.range.end;
    view.is_any_before(date.range.start, "自从")
        && is_han(view.char(end))
        && view
            .one_of_at(end + 2, &["以来", "之后", "后", "起", "至今"])
            .is_some()
}

/// Whether two dates cannot be the same day.
fn differs(first: &DateMention, second: &DateMention) -> bool {
    let years = matches!((first.year, second.year), (Some(a), Some(b)) if a != b);
    let days = matches!((first.day, second.day), (Some(a), Some(b)) if a != b);
    years || first.month != second.month || days
}

/// What is done once with a building or a body.
const EVENTS: [&str; 13] = [
    "建成通车",
    "建成投用",
    "建成投入使用",
    "投入使用",
    "建成开放",
    "正式开园",
    "正式开馆",
    "正式运营",
    "正式投用",
    "建成启用",
    "投用",
    "通车",
    "建成",
];

/// 该桥于2023年9月建成通车。…2021年9月建成通车以来: one event in two months, where nothing else has it.
fn since_event(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let told = view.dates().iter().filter_map(|date| {
        let event = view.one_of_at(date.range.end, &EVENTS)?;
        Some((date, event))
    });
    let told: Vec<(&DateMention, &str)> = told.collect();
    let [(first, _), (second, event)] = told[..] else {
        return;
    };
    let end = second.range.end + event.chars().count();
    let is_again = view.one_of_at(end, &["以来", "后"]).is_some();
    let is_near = second.range.start - first.range.end <= FARTHEST;
    // 二期 and 南线 are other works.
    let between = first.range.end..second.range.start;
    let is_other = view.has_any(
        &between,
        &["二期", "三期", "南线", "北线", "另", "分别", "扩建"],
    );
    if is_again && is_near && !is_other && differs(first, second) {
        let (text, first) = (
            view.text(second.range.clone()),
            view.text(first.range.clone()),
        );
        findings
            .at(
                second.range.clone(),
                format!("这里说{text}{event}，前面说{first}"),
            )
            .hint("核对哪一个日期对");
    }
}
