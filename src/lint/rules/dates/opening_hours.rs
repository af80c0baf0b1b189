//! 每日9:00开馆、21:00闭馆，每日开放10小时: how long something is open, held against when it opens and closes.

use super::hours::{Hour, hour};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 每日9:00开馆、21:00闭馆，每日开放10小时: how long something is open, held against when it opens and closes.
pub(crate) const OPENING_HOURS: Rule = Rule {
    name: "opening-hours",
    title: "开放的时间与起止时刻不符",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("opening_hours.md"),
};

/// What the hours behind a word tell of.
#[derive(Clone, Copy)]
enum Told {
    /// How long something is open.
    Length,
    /// How much longer it is open than it was.
    Growth,
}

const LEADS: &[(&str, Told)] = &[
    ("每日开放", Told::Length),
    ("每天开放", Told::Length),
    ("每日营业", Told::Length),
    ("每天营业", Told::Length),
    ("每天延长", Told::Growth),
];

fn words() -> Vec<&'static str> {
    LEADS.iter().map(|(word, _)| *word).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some((said, minutes)) = minutes_at(view, word.end) else {
        return;
    };
    match LEADS[word.number].1 {
        Told::Length => open_for(view, word, (said, minutes), findings),
        Told::Growth => longer_by(view, word, (said, minutes), findings),
    }
}

/// How many minutes the hours at `at` are.
fn minutes_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<(&'v Number, u32)> {
    let said = view.numbers_in(at..at + 1).first()?;
    let is_hours = view
        .one_of_at(said.digits.end, &["小时", "个小时"])
        .is_some();
    let hours = view.words(said.digits.clone()).parse::<u16>().ok()?;
    is_hours.then_some((said, u32::from(hours) * 60))
}

/// 每日9:00开馆、21:00闭馆，每日开放10小时.
fn open_for(
    view: &TextView<'_>,
    word: Word,
    (said, minutes): (&Number, u32),
    findings: &mut Findings<'_>,
) {
    const OPENS: [&str; 4] = ["开馆", "开门", "开放", "营业"];
    const CLOSES: [&str; 4] = ["闭馆", "关门", "闭园", "打烊"];
    let before = view.sentence(word.start).start..word.start;
    let clock = |words: &[&str]| {
        let mut places = words.iter().map(|it| view.each(before.clone(), it).last());
        clock_before(view, places.find_map(|place| place)?)
    };
    let length = clock(&CLOSES)
        .zip(clock(&OPENS))
        .and_then(|(closes, opens)| closes.checked_sub(opens));
    if length.is_some_and(|length| length != minutes) {
        findings
            .at(said.range(), "开放的时间与前面的起止时刻不符")
            .hint("核对时刻和小时数");
    }
}

/// The minutes of 9:00 that stands right before `end`.
fn clock_before(view: &TextView<'_>, end: usize) -> Option<u32> {
    let minutes = view.words(end.checked_sub(2)?..end).parse::<u32>().ok()?;
    let colon = end.checked_sub(3)?;
    let is_colon = view.is_any_at(colon, ":：");
    let digits = (1..=2).rev().find_map(|count| {
        let start = colon.checked_sub(count)?;
        view.words(start..colon).parse::<u32>().ok()
    })?;
    (is_colon && minutes < 60 && digits < 25).then_some(digits * 60 + minutes)
}

/// 由8时至17时调整为8时至20时，每天延长2小时: how much longer the later span is.
fn longer_by(
    view: &TextView<'_>,
    word: Word,
    (said, minutes): (&Number, u32),
    findings: &mut Findings<'_>,
) {
    let before = view.numbers_in(view.sentence(word.start).start..word.start);
    let hours = before
        .iter()
        .filter(|it| view.char(it.digits.end) == '时')
        .filter_map(|it| hour(view, it));
    let hours: Vec<Hour> = hours.collect();
    let [from, to, new_from, new_to] = hours.as_slice() else {
        return;
    };
    let length = |from: &Hour, to: &Hour| to.minutes.checked_sub(from.minutes);
    let lengths = length(new_from, new_to).zip(length(from, to));
    let longer = lengths.and_then(|(new, old)| new.checked_sub(old));
    if let Some(longer) = longer.filter(|it| *it != minutes) {
        findings
            .at(said.range(), "延长的时间与前后两个时段不符")
            .hint(format!("两个时段相差{longer}分钟"));
    }
}
