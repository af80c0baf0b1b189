//! 2024年7月，我局会商优化了方案。…力争2022年底建成: a plan for a time before what its own paragraph tells of.

use std::ops::Range;

use crate::lint::view::TextView;

/// What stands right before the year of a plan.
const AHEAD: [&str; 13] = [
    "力争",
    "力争在",
    "力争于",
    "预计",
    "预计于",
    "预计到",
    "力争到",
    "计划到",
    "计划于",
    "拟于",
    "将于",
    "争取",
    "确保",
];

/// What follows the year of a plan at the start of a sentence.
const WILL: [&str; 6] = ["我们将", "我局将", "我委将", "我市将", "我县将", "我区将"];

/// What tells that the plan is an earlier one, or another's.
const EARLIER: [&str; 12] = [
    "原", "曾", "当时", "提出", "明确", "规定", "部署", "印发", "出台", "批复", "要求", "《",
];

/// How many characters a year has: 2022年.
const YEAR: usize = 5;

/// The year of a plan, if a sentence before in the paragraph tells of a later year as past.
pub(super) fn planned_before_told(view: &TextView<'_>, at: usize) -> Option<Range<usize>> {
    let range = at.checked_sub(YEAR - 1)?..at + 1;
    let planned = year(view, at)?;
    let sentence = view.sentence(range.start);
    let leads = range.start == sentence.start
        && view.char(at + 1) == '，'
        && view.one_of_at(at + 2, &WILL).is_some();
    let is_ahead = leads || view.one_of_before(range.start, &AHEAD).is_some();
    if !is_ahead || view.has_any(&(sentence.start..range.start), &EARLIER) {
        return None;
    }
    // 2025年，建成率达到96%，预计到2024年底…: what the sentence itself tells of before.
    let opening = sentence.start + YEAR - 1;
    let own = year(view, opening).filter(|_| view.char(opening + 1) == '，');
    if own.is_some_and(|own| planned < own) && opening < range.start {
        return Some(range);
    }
    let passage = view.passage(range.start).start..sentence.start;
    let told = view.places_in('年', passage);
    let later = told.filter(|told| is_past(view, *told));
    let last = later.filter_map(|told| year(view, told)).max()?;
    (planned < last).then_some(range)
}

/// The four digits before 年.
fn year(view: &TextView<'_>, at: usize) -> Option<u16> {
    let start = at.checked_sub(YEAR - 1)?;
    let year = view.words(start..at).parse().ok()?;
    let is_whole = !view.before(start).is_ascii_digit() && view.char(at) == '年';
    (is_whole && (2000..2100).contains(&year)).then_some(year)
}

/// Whether the sentence of a year tells what was done, and no plan.
fn is_past(view: &TextView<'_>, at: usize) -> bool {
    const TO_COME: [&str; 7] = ["将", "力争", "计划", "预计", "到20", "拟", "目标"];
    let sentence = view.sentence(at);
    view.has_any(&sentence, &["了", "已"]) && !view.has_any(&sentence, &TO_COME)
}
