//! 将于2022年10月底前开工 in a letter of 2024, 今年（2020年） in one of 2021.

use std::ops::Range;

use jiff::civil::Date;

use super::plan_period_mismatch::plan_at;
use super::planned_before_told::planned_before_told;
use super::tense::told_sentence;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::{dated, issued_on};
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::view::times::Time;
use crate::lint::{Check, Rule};

/// 将于2022年10月底前开工 in a letter of 2024, 今年（2020年） in one of 2021.
pub(crate) const PLAN_IN_THE_PAST: Rule = Rule {
    name: "plan-in-the-past",
    title: "打算做的事，时间已经过去",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("plan_in_the_past.md"),
};

/// What stands right before the time of a plan.
const AHEAD: [&str; 27] = [
    "将于",
    "将在",
    "拟于",
    "拟在",
    "计划",
    "计划于",
    "计划在",
    "计划到",
    "预计",
    "预计于",
    "预计在",
    "预计到",
    "力争",
    "力争在",
    "力争于",
    "力争到",
    "争取",
    "争取在",
    "争取于",
    "确保",
    "确保在",
    "确保于",
    "有望于",
    "有望在",
    "定于",
    "即将于",
    "即将在",
];

/// What tells that a plan is an earlier one, or another's.
const EARLIER: [&str; 22] = [
    "原", "曾", "当时", "推迟", "延期", "延后", "未能", "提出", "明确", "规定", "部署", "印发",
    "出台", "批复", "承诺", "决定", "《", "反映", "提到", "通知", "公布", "当年",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let (Some(date), Some(issued)) = (dated(view), issued_on(view)) else {
        return undated(view, findings);
    };
    let signed = view.words(date.range.clone());
    for at in view.places('年') {
        let time = view.time(at, Some(issued.year()));
        let stale = time.and_then(|time| stale(view, &time, issued));
        if let Some(range) = stale.or_else(|| this_year(view, at, issued)) {
            report(view, range, signed, findings);
        }
    }
    let months = view.dates().iter().filter(|date| date.year.is_none());
    for month in months.filter(|month| is_month_past(view, month, issued)) {
        report(view, month.range.clone(), signed, findings);
    }
    for pair in view.pairs_opened_by('“') {
        if let Some(range) = plan(view, pair.open, issued) {
            report(view, range, signed, findings);
        }
    }
}

/// What a text without a date of issue tells by itself.
fn undated(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('年') {
        if let Some(range) = planned_before_told(view, at) {
            let text = view.words(range.clone());
            findings
                .at(
                    range,
                    format!("“{text}”在前面说的年份之前，这里却说成以后的事"),
                )
                .hint("多半是套用旧稿没有改；核对时间");
        }
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, signed: &str, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(
            range,
            format!("“{text}”在落款的日期{signed}之前，这里却说成以后的事"),
        )
        .hint("多半是套用旧稿没有改；核对时间");
}

/// The time of a plan, if it is over on the day of issue.
fn stale(view: &TextView<'_>, time: &Time, issued: Date) -> Option<Range<usize>> {
    let (start, end) = (time.range.start, time.range.end);
    let is_past = time.last < issued;
    if view
        .one_of_before(start, &["即将到来的", "即将到来"])
        .is_some()
    {
        let is_spring = view.one_of_at(end, &["春节", "元旦"]).is_some();
        let is_over = is_spring && time.first.year() == issued.year() && issued.month() > 3;
        return (is_past || is_over).then(|| time.range.clone());
    }
    let sentence = told_sentence(view, start);
    let is_ahead = view.one_of_before(start, &AHEAD).is_some()
        || is_due(view, time, &sentence)
        || is_led(view, time, &sentence);
    (is_past && is_ahead && !is_earlier(view, start)).then(|| time.range.clone())
}

/// Whether the sentence or the clause tells of an earlier plan.
fn is_earlier(view: &TextView<'_>, start: usize) -> bool {
    let sentence = told_sentence(view, start);
    view.has_any(&(sentence.start..start), &EARLIER)
        || view.has_any(&view.clause(start), &["推迟", "延期", "延后", "提前"])
}

/// 下一步，…2022年底前…: a plan with a time by which it is done.
fn is_due(view: &TextView<'_>, time: &Time, sentence: &Range<usize>) -> bool {
    let end = time.range.end + usize::from(view.is_any_at(time.range.end, "底末"));
    let lead = ["下一步", "接下来", "今后", "下阶段"];
    let leads = lead.iter().any(|it| view.is_at(sentence.start, it));
    let rest = end..sentence.end.min(end + 12);
    // 2000年底前建成的小区将全部完成改造: the time is that of the houses.
    let is_of_thing = view
        .one_of_at(end, &["前建成的", "前建成、", "以前建成的", "前的"])
        .is_some();
    let goes_on = view.has_any(
        &rest,
        &[
            "将完成",
            "将建成",
            "将全面",
            "将全部",
            "我局将",
            "我们将",
            "我委将",
        ],
    );
    view.one_of_at(end, &["前", "之前", "以前"]).is_some() && (leads || goes_on) && !is_of_thing
}

/// 2023年，我局将继续…: what is to come in a time that is over.
fn is_led(view: &TextView<'_>, time: &Time, sentence: &Range<usize>) -> bool {
    let leads = sentence.start == time.range.start && view.char(time.range.end) == '，';
    let clause = view.clause(time.range.end + 1);
    leads && view.has_any(&clause, &TO_COME)
}

/// What tells of the time to come and of no other.
const TO_COME: [&str; 18] = [
    "将继续",
    "将进一步",
    "将加快",
    "将加大",
    "将全面",
    "将着力",
    "将努力",
    "将持续",
    "将大力",
    "将新增",
    "将新建",
    "将建成",
    "将逐步",
    "将重点",
    "将实施",
    "力争",
    "拟新建",
    "计划新建",
];

/// 今年（2020年）: the year that is told and the year in parentheses are two.
fn this_year(view: &TextView<'_>, at: usize, issued: Date) -> Option<Range<usize>> {
    let ago = match view.before(at) {
        '今' => 0,
        '去' => 1,
        '明' => -1,
        _ => return None,
    };
    // 今年以来（2024年1—5月）
    let open = at + 1 + 2 * usize::from(ago == 0 && view.is_at(at + 1, "以来"));
    let year = open + 1..open + 5;
    let is_told = view.is_any_at(open, "（(") && view.is_any_at(year.end, "年）)");
    let said: i16 = view.words(year).parse().ok().filter(|_| is_told)?;
    (said != issued.year() - ago).then_some(at - 1..open + 6)
}

/// 将于4月底前 in a letter of June: a month without a year is of this year.
fn is_month_past(view: &TextView<'_>, date: &DateMention, issued: Date) -> bool {
    let start = date.range.start;
    let is_ahead = view
        .one_of_before(start, &["将于", "将在", "拟于", "计划于"])
        .is_some();
    let sentence = told_sentence(view, start);
    let has_year = view.has_any(&sentence, &["年"]);
    let month = u32::from(issued.month().unsigned_abs());
    is_ahead && !has_year && date.month < month && !is_earlier(view, start)
}

/// “十三五”时期，我局将继续…, if that plan is over.
fn plan(view: &TextView<'_>, open: usize, issued: Date) -> Option<Range<usize>> {
    let (name, last) = plan_at(view, open + 1)?;
    let end = open + name.chars().count() + 2;
    if view.char(end - 1) != '”' || i32::from(last) >= i32::from(issued.year()) {
        return None;
    }
    let near = view.clause(open).start..end + 8;
    if view.has_any(&near, &["今年"]) && view.has_any(&near, &["开局", "收官", "关键一年"])
    {
        return Some(open..end);
    }
    let during = view.one_of_at(end, &["时期", "期间"])?;
    let rest = end + during.chars().count();
    let sentence = told_sentence(view, open);
    let is_led = view.char(rest) == '，' && view.has_any(&(rest..sentence.end), &TO_COME);
    let is_to_come = is_led || view.one_of_at(rest, &TO_COME).is_some();
    let is_told = view.has_any(&sentence, &EARLIER);
    (is_to_come && !is_told).then_some(open..rest)
}
