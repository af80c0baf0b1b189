//! 每日9:00开馆、21:00闭馆，每日开放10小时: how long something is open, held against when it opens and closes.

use super::hours::{Hour, hour};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How many minutes the hours behind `at` are.
fn minutes_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<(&'v Number, u32)> {
    let said = view.numbers_in(at..at + 1).first()?;
    let is_hours = view
        .one_of_at(said.digits.end, &["小时", "个小时"])
        .is_some();
    let hours = view.words(said.digits.clone()).parse::<u16>().ok()?;
    is_hours.then_some((said, u32::from(hours) * 60))
}

/// 每日9:00开馆、21:00闭馆，每日开放10小时.
pub(super) fn open_for(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LEADS: [&str; 4] = ["每日开放", "每天开放", "每日营业", "每天营业"];
    const OPENS: [&str; 4] = ["开馆", "开门", "开放", "营业"];
    const CLOSES: [&str; 4] = ["闭馆", "关门", "闭园", "打烊"];
    for lead in LEADS {
        for at in view.each(0..view.chars().len(), lead) {
            let before = view.sentence(at).start..at;
            let clock = |words: &[&str]| {
                let place = words
                    .iter()
                    .find_map(|word| view.each(before.clone(), word).last());
                place.and_then(|place| clock_before(view, place))
            };
            let length = clock(&CLOSES)
                .zip(clock(&OPENS))
                .and_then(|(closes, opens)| closes.checked_sub(opens));
            let told = minutes_at(view, at + lead.chars().count());
            if let Some(((said, told), length)) = told.zip(length)
                && told != length
            {
                findings
                    .at(said.range(), "开放的时间与前面的起止时刻不符")
                    .hint("核对时刻和小时数");
            }
        }
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
pub(super) fn longer_by(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.each(0..view.chars().len(), "每天延长") {
        let told = minutes_at(view, at + "每天延长".chars().count());
        let before = view.numbers_in(view.sentence(at).start..at);
        let hours: Vec<Hour> = before
            .iter()
            .filter(|it| view.char(it.digits.end) == '时')
            .filter_map(|it| hour(view, it))
            .collect();
        let ([from, to, new_from, new_to], Some((said, told))) = (hours.as_slice(), told) else {
            continue;
        };
        let length = |from: &Hour, to: &Hour| to.minutes.checked_sub(from.minutes);
        let lengths = length(new_from, new_to).zip(length(from, to));
        let longer = lengths.and_then(|(new, old)| new.checked_sub(old));
        if let Some(longer) = longer.filter(|it| told != *it) {
            findings
                .at(said.range(), "延长的时间与前后两个时段不符")
                .hint(format!("两个时段相差{longer}分钟"));
        }
    }
}
