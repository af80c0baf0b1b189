//! 截至2023年9月底 in a letter signed in June.

use std::ops::Range;

use jiff::civil::Date;

use super::day_after_sign_off::{is_done_on, is_met, without_year};
use super::issued_before::issued_before;
use super::tense::{is_done, is_in_plan, is_own, is_planned, is_surely_done, told_sentence};
use super::titled_later::titled_later;
use super::told_early::is_told_early;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::{dated, issued_on};
use crate::lint::view::TextView;
use crate::lint::view::times::Time;
use crate::lint::{Check, Rule};

/// 截至2023年9月底 in a letter signed in June.
pub(crate) const DATED_AFTER_SIGN_OFF: Rule = Rule {
    name: "dated-after-sign-off",
    title: "日期晚于落款的日期",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("dated_after_sign_off.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    issued_before(view, findings);
    let (Some(date), Some(issued)) = (dated(view), issued_on(view)) else {
        return;
    };
    let signed = view.words(date.range.clone());
    let year = Some(issued.year());
    let mut is_told = false;
    for time in view.times(year).filter(|time| time.last > issued) {
        if is_past(view, &time, issued) || is_told_early(view, &time, issued) {
            let text = view.words(time.range.clone());
            let message = format!("“{text}”晚于落款的日期{signed}");
            // Nobody can say which of the two is wrong: the first that is a day marks both.
            if !is_told && time.first == time.last {
                is_told = true;
                let earlier = format!("落款的日期早于正文里的“{text}”");
                findings
                    .warn(date.range.clone(), earlier)
                    .hint("核对这个日期和成文日期");
            }
            let finding = match is_certain(view, &time, issued) {
                true => findings.at(time.range, message),
                false => findings.warn(time.range, message),
            };
            finding.hint("核对这个日期和成文日期");
        }
    }
    titled_later(view, issued, findings);
    without_year(view, issued, findings);
}

/// Whether a day or a month is to come that something is counted on or was held.
fn is_certain(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    let as_of = view.one_of_before(time.range.start, &["截至", "截止", "目前（"]);
    let is_held = view.one_of_at(time.range.end, &HELD).is_some();
    let is_short = time.first.month() == time.last.month();
    is_short && time.first > issued && (as_of.is_some() || is_held)
}

/// Whether a time that is not over is told as past.
fn is_past(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    let sentence = told_sentence(view, time.range.start);
    let is_plan = || is_planned(view, &sentence);
    let is_to_come = time.first > issued;
    let as_of = ["截至", "截止", "截止到", "截至目前（", "截止目前（"];
    // 截至2024年汛前 names a part of the year that is over.
    let is_part = view.is_any_at(time.range.end, "汛春夏秋冬");
    if view.one_of_before(time.range.start, &as_of).is_some() && !is_part {
        return (is_to_come || time.days_left(issued) > 31) && !is_plan();
    }
    // 邀请您参加今年9月举行的活动 asks to what is to come.
    let asks = view.has_any(&(sentence.start..time.range.start), &["邀请"]);
    let is_held = view.one_of_at(time.range.end, &HELD).is_some() && !asks;
    let is_source = is_proposed(view, time) || is_source(view, time);
    if is_to_come && (is_held || is_source || is_in_force(view, time, &sentence)) {
        return true;
    }
    // 已于2024年12月8日将该路段纳入计划: 将 is no plan there.
    if is_to_come && (is_over(view, time) || is_counted(view, time)) {
        return !view.in_quotes(time.range.start) && !is_in_plan(view, &sentence);
    }
    let is_told = match is_to_come {
        true => is_met(view, time) || is_done_on(view, time) || is_told(view, time, &sentence),
        false => {
            is_running(view, time, issued)
                && (is_told(view, time, &sentence) || is_statistic(view, time, &sentence))
        }
    };
    is_told && !is_plan() && !is_in_plan(view, &sentence)
}

/// Whether a time that has begun has so much left that nothing can be told of it as a whole.
///
/// 上半年 may be told in June, and this year and this month at any time.
fn is_running(view: &TextView<'_>, time: &Time, issued: Date) -> bool {
    const LEAST: i32 = 30;
    let is_month = time.first.month() == time.last.month();
    let is_open = is_month || is_year(view, time);
    !is_open && time.days_left(issued) >= LEAST
}

/// 2024年1至8月，全县完成612公里: months from January are a time of statistics, which no plan names so.
fn is_statistic(view: &TextView<'_>, time: &Time, sentence: &Range<usize>) -> bool {
    let end = time.range.end;
    let is_span = view.before(end) == '月'
        || ["前三季度", "上半年"]
            .iter()
            .any(|it| view.ends_at(end, it));
    let has_figure = || !view.numbers_in(end..sentence.end).is_empty();
    time.first.month() == 1 && is_span && leads(view, time) && has_figure()
}

/// Whether a time is a year and is not called a whole one (全年).
fn is_year(view: &TextView<'_>, time: &Time) -> bool {
    let is_whole = time.first.month() == 1 && time.last.month() == 12;
    is_whole && !view.ends_at(time.range.end, "全年")
}

/// What follows the date of what is past.
const HELD: [&str; 5] = ["召开的", "举行的", "印发的", "发布的", "出台的"];

/// 您于2025年8月2日提出的建议.
fn is_proposed(view: &TextView<'_>, time: &Time) -> bool {
    let (start, end) = (time.range.start, time.range.end);
    view.one_of_before(start, &["您于", "您在", "你们于", "你们在"])
        .is_some()
        && view
            .one_of_at(end, &["提出的", "提交的", "反映的", "来信"])
            .is_some()
}

/// 根据2026年上半年统计数据: what has not been counted yet.
fn is_source(view: &TextView<'_>, time: &Time) -> bool {
    const COUNTED: [&str; 4] = ["统计数据", "的统计数据", "统计结果", "统计，"];
    view.is_any_before(time.range.start, "据") && view.one_of_at(time.range.end, &COUNTED).is_some()
}

/// 根据2023年12月1日施行的《…》，…已…: what was done under a rule was done after it.
fn is_in_force(view: &TextView<'_>, time: &Time, sentence: &Range<usize>) -> bool {
    let based = ["根据", "依据", "按照", "依照"];
    let force = ["施行的《", "起施行的《", "实施的《", "起实施的《"];
    let rest = time.range.end..sentence.end;
    view.one_of_before(time.range.start, &based).is_some()
        && view.one_of_at(time.range.end, &force).is_some()
        && is_surely_done(view, &rest)
}

/// Whether the time begins a sentence or a count: 2024年第三季度，全区…, 2024年全年共….
fn leads(view: &TextView<'_>, time: &Time) -> bool {
    let before = view.before(time.range.start);
    const SOURCES: [&str; 8] = [
        "据统计，",
        "经统计，",
        "据初步统计，",
        "据不完全统计，",
        "统计显示，",
        "数据显示，",
        "经核算，",
        "据了解，",
    ];
    let is_sourced = before == '，' && view.one_of_before(time.range.start, &SOURCES).is_some();
    let begins =
        (is_sourced || "\n。；！：”".contains(before)) && view.char(time.range.end) == '，';
    let end = time.range.end;
    let counted = if is_own(view, end) { end + 2 } else { end };
    let counts = view.one_of_at(counted, &["共", "累计"]).is_some();
    // 从2022年第三季度的投诉数据看.
    let is_source = before == '从' && view.char(end) == '的';
    let leads = begins || counts || is_source || is_over(view, time) || leads_a_span(view, end);
    leads && !view.in_quotes(time.range.start)
}

/// 已于2025年10月完成, and 已编制完成方案，并于2024年9月组织评审.
fn is_over(view: &TextView<'_>, time: &Time) -> bool {
    let start = time.range.start;
    let goes_on = |comma: usize| {
        view.ends_at(start, "并于")
            && view.is_any_at(comma, "，；")
            && view.find(view.clause(comma), "已").is_some()
    };
    view.one_of_before(start, &["已于", "已在"]).is_some()
        || start
            .checked_sub("，并于".chars().count())
            .is_some_and(goes_on)
}

/// 2023年度已完成: what can be said of no time to come.
fn is_counted(view: &TextView<'_>, time: &Time) -> bool {
    const DONE: [&str; 12] = [
        "已开展",
        "已组织",
        "已完成",
        "已建成",
        "已竣工",
        "已办结",
        "已累计",
        "已发放",
        "已培训",
        "已实现",
        "已投入使用",
        "已全部",
    ];
    view.one_of_at(time.range.end, &DONE).is_some() || is_whole_year(view, time)
}

/// 2024年全年，我市共完成136部.
fn is_whole_year(view: &TextView<'_>, time: &Time) -> bool {
    const TO_COME: [&str; 7] = ["将", "拟", "计划", "预计", "力争", "可", "要"];
    let end = time.range.end;
    let clause = end + 1..view.clause(end + 1).end;
    view.ends_at(end, "全年")
        && view.char(end) == '，'
        && view.has_any(
            &clause,
            &["共完成", "累计完成", "共建成", "共检查", "共受理"],
        )
        && !view.has_any(&clause, &TO_COME)
        && !view.numbers_in(clause).is_empty()
}

/// 2025年4月至6月试行期间，: what follows is of the whole span.
fn leads_a_span(view: &TextView<'_>, end: usize) -> bool {
    const LONGEST: usize = 10;
    let comma = (end..end + LONGEST).find(|at| view.char(*at) == '，');
    comma.is_some_and(|at| view.ends_at(at, "期间"))
}

/// Whether what follows the time is told as done: by the office, or with a figure.
fn is_told(view: &TextView<'_>, time: &Time, sentence: &Range<usize>) -> bool {
    let rest = time.range.end..sentence.end;
    let has_figure = !view.numbers_in(rest.clone()).is_empty();
    let is_told = match is_year(view, time) {
        true => is_surely_done(view, sentence),
        false => {
            is_own(view, time.range.end + 1)
                || is_over(view, time)
                || is_done(view, sentence) && has_figure
                || time.range.len() > "2023年".chars().count() && is_surely_done(view, &rest)
        }
    };
    is_told && leads(view, time)
}
