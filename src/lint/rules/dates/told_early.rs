//! 到2024年9月末，已达…; 2024年暑假期间，已组织…: told as done in a letter signed before.

use jiff::civil::Date;

use super::tense::{is_in_plan, is_planned, told_sentence};
use crate::lint::view::times::Time;
use crate::lint::view::{TextView, is_han};

/// Whether a time that is to come is told as over: one that 到 leads, or a season of the year.
pub(super) fn is_told_early(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    (is_reached(view, time, issued) || is_season(view, time, issued)) && {
        let sentence = told_sentence(view, time.range.start);
        !is_planned(view, &sentence)
            && !is_in_plan(view, &sentence)
            && !view.in_quotes(time.range.start)
            && !view.in_title(time.range.start)
    }
}

/// What is said of a figure that has been reached.
const REACHED: [&str; 16] = [
    "已达",
    "已有",
    "已增",
    "已建成",
    "已完成",
    "已超",
    "已突破",
    "已累计",
    "已降",
    "已覆盖",
    "已发放",
    "已办理",
    "已培训",
    "已实现",
    "已提高",
    "累计已",
];

/// 到2024年9月末，全市缴存职工已达21.6万人: no plan says 已.
fn is_reached(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    let start = time.range.start;
    // 到2030年 alone is the time of a forecast.
    let is_bare_year = view.before(time.range.end) == '年';
    if view.before(start) != '到' || time.first <= issued || is_bare_year {
        return false;
    }
    let leads = "\n。；！：，".contains(view.before(start - 1));
    let comma = time.range.end + usize::from(view.is_any_at(time.range.end, "末底初"));
    let clause = comma + 1..view.clause(comma + 1).end;
    // 到2024年底，已完成选址的5个站点全部建成: what is told with 的 was so before.
    let is_told = REACHED.iter().any(|word| {
        let found = view.find(clause.clone(), word);
        found.is_some_and(|at| !(at..clause.end).any(|at| view.char(at) == '的'))
    });
    leads && view.char(comma) == '，' && is_told && !view.numbers_in(clause.clone()).is_empty()
}

/// A part of a year that has a name, and the month in which it may begin, with the earliest day.
const SEASONS: [(&str, i8, i8); 12] = [
    ("暑假", 6, 15),
    ("暑期", 6, 15),
    ("秋季学期", 8, 15),
    ("秋季开学", 8, 15),
    ("国庆", 10, 1),
    ("“十一”", 10, 1),
    ("中秋", 9, 8),
    ("“五一”", 4, 27),
    ("五一", 4, 27),
    ("端午", 5, 28),
    ("高考", 6, 7),
    ("中考", 6, 1),
];

/// What was done in a season, and not only made ready for it.
const DONE: [&str; 16] = [
    "已组织",
    "已完成",
    "已开展",
    "已举办",
    "已接待",
    "已培训",
    "已检查",
    "已查处",
    "共接待",
    "累计接待",
    "组织了",
    "完成了",
    "开展了",
    "举办了",
    "培训了",
    "查处了",
];

/// What is done before a season comes.
const READY: [&str; 10] = [
    "安排", "部署", "制定", "准备", "方案", "迎接", "之前", "前期", "提前", "报名",
];

/// 2024年暑假期间，我局已组织… in a letter of May.
fn is_season(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    let (start, end) = (time.range.start, time.range.end);
    // Only a bare year stands before the name of a season.
    if view.before(end) != '年' || time.first.year() != issued.year() {
        return false;
    }
    let end = end + usize::from(view.char(end) == '的');
    let season = SEASONS.iter().find(|(name, _, _)| view.is_at(end, name));
    let Some((name, month, day)) = season else {
        return false;
    };
    let sentence = view.sentence(start);
    let rest = end + name.chars().count()..sentence.end;
    let lead = view.clause(end);
    let is_span = lead.end - end <= 10
        && (end..lead.end).all(|at| is_han(view.char(at)) || "“”".contains(view.char(at)));
    let begins = "\n。；！：".contains(view.before(start));
    let is_before = view.is_any_at(rest.start, "前来将");
    Date::new(issued.year(), *month, *day).is_ok_and(|first| issued < first)
        && is_span
        && begins
        && !is_before
        && view.has_any(&rest, &DONE)
        && !view.has_any(&rest, &READY)
}
