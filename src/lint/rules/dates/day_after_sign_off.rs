//! 截至12月31日 in a letter signed in October, a meeting held on a day to come: days behind that of issue.

use jiff::civil::Date;

use super::tense::{is_planned, is_surely_done, told_sentence};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::view::times::Time;

/// 2024年，…截至12月31日 in a letter signed in October: a day without its year, which is that of the letter.
pub(super) fn without_year(view: &TextView<'_>, issued: Date, findings: &mut Findings<'_>) {
    let today = (
        u32::from(issued.month().unsigned_abs()),
        Some(u32::from(issued.day().unsigned_abs())),
    );
    let later = view
        .dates()
        .iter()
        .filter(|date| date.year.is_none() && (date.month, date.day.or(Some(1))) > today);
    for date in later {
        let start = date.range.start;
        let as_of = view.one_of_before(start, &["截至", "截止"]);
        let is_over = view.one_of_before(start, &["已于", "已在"]).is_some()
            || leads_what_is_done(view, date);
        let is_told = as_of.is_some() || is_over;
        let sentence = told_sentence(view, start);
        let is_of_year = is_of_year(view, start, issued) || !has_year(view, start);
        if is_told && is_of_year && (is_over || !is_planned(view, &sentence)) {
            let text = view.words(date.range.clone());
            findings
                .at(
                    date.range.clone(),
                    format!("“{text}”晚于落款的日期{issued}"),
                )
                .hint("核对这个日期和成文日期");
        }
    }
}

/// 6月中旬，区妇联已在3个街道启用…: a month that begins its sentence, and what is done in it.
fn leads_what_is_done(view: &TextView<'_>, date: &DateMention) -> bool {
    const PARTS: [&str; 5] = ["上旬", "中旬", "下旬", "初", "底"];
    let end = date.range.end;
    let part = view.one_of_at(end, &PARTS);
    let comma = end + part.map_or(0, |part| part.chars().count());
    let sentence = view.sentence(date.range.start);
    let clause = comma + 1..view.clause(comma + 1).end;
    let is_done = view.has_any(&clause, &["已"]) && !is_planned(view, &sentence);
    sentence.start == date.range.start && view.char(comma) == '，' && is_done
}

/// Whether the paragraph names a year before `at`.
fn has_year(view: &TextView<'_>, at: usize) -> bool {
    view.places_in('年', view.passage(at).start..at)
        .next()
        .is_some()
}

/// Whether the year that the paragraph names last before `at` is that of the letter.
fn is_of_year(view: &TextView<'_>, at: usize, issued: Date) -> bool {
    let last = view.places_in('年', view.passage(at).start..at).last();
    let time = last.and_then(|last| view.time(last, Some(issued.year())));
    time.is_some_and(|time| time.first.year() == issued.year())
}

/// What a department does on a day and does not tell beforehand without saying that it will.
const MET: [&str; 24] = [
    "组织召开",
    "印发了",
    "下发了",
    "出台了",
    "组织开展了",
    "开展了",
    "举办了",
    "组织了",
    "完成了",
    "与您",
    "对您",
    "向您",
    "召开座谈会",
    "召开协调会",
    "召开专题会",
    "召开现场会",
    "召开办公会",
    "召开了",
    "走访",
    "约谈",
    "签订",
    "签署",
    "收到",
    "赴",
];

/// 我局于2024年7月2日召开协调会.
pub(super) fn is_met(view: &TextView<'_>, time: &Time) -> bool {
    time.first == time.last && view.one_of_at(time.range.end, &MET).is_some()
}

/// 于2024年7月15日邀请您查看了现场: the clause of a day says that it is done.
pub(super) fn is_done_on(view: &TextView<'_>, time: &Time) -> bool {
    let end = time.range.end;
    let clause = end..view.clause(end).end;
    let is_bound = view.is_any_at(end, "的前之以到起止至—")
        || view.is_any_before(time.range.start, "至到截自从前—");
    let is_cited = view.in_title(end) || view.in_quotes(end) || view.in_parentheses(end);
    let is_day = time.first == time.last;
    is_day
        && !is_bound
        && !is_cited
        && view.has_any(&clause, &["了"])
        && is_surely_done(view, &clause)
}
