//! Times of the day written with 时: 9时至26时, 10时30分开始…10时结束.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// A time of the day, in minutes.
pub(super) struct Hour {
    pub(super) range: Range<usize>,
    pub(super) minutes: u32,
}

/// How far apart a beginning and an end on one day are told.
const LONGEST: usize = 12;

/// Reports hours behind the end of the day and an end before its beginning.
pub(super) fn hours(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<Hour> = None;
    for number in view.numbers() {
        // Most numbers count other things.
        if view.char(number.digits.end) != '时' && view.char(number.digits.end) != '点' {
            continue;
        }
        let Some(hour) = hour(view, number) else {
            continue;
        };
        of_half(view, &hour, findings);
        of_minutes(view, &hour, number, findings);
        if let Some(before) = last.take() {
            compare(view, &before, &hour, findings);
        }
        last = Some(hour);
    }
}

/// 上午25时, 4月18日26时, 上午15时: no such hour, in the morning or at all.
fn of_half(view: &TextView<'_>, hour: &Hour, findings: &mut Findings<'_>) {
    const HOUR: u32 = 60;
    let start = hour.range.start;
    let is_morning = view
        .one_of_before(start, &["上午", "早上", "凌晨", "早晨"])
        .is_some();
    let is_told = is_morning
        || view
            .one_of_before(
                start,
                &[
                    "下午",
                    "晚上",
                    "中午",
                    "傍晚",
                    "当晚",
                    "夜间",
                    "日",
                    "开放至",
                    "延长至",
                    "营业至",
                    "运营至",
                    "服务至",
                    "办公至",
                ],
            )
            .is_some();
    let most = if is_morning { 13 * HOUR - 1 } else { 24 * HOUR };
    let is_hour = view.char(hour.range.end) != '前' || is_morning;
    if is_told && is_hour && hour.minutes > most {
        let lead = if is_morning { 2 } else { 0 };
        let text = view.text(start - lead..hour.range.end);
        findings
            .at(
                start - lead..hour.range.end,
                format!("没有“{text}”这个时刻"),
            )
            .hint("核对时间");
    }
}

/// 上午9时75分: an hour has sixty minutes.
fn of_minutes(view: &TextView<'_>, hour: &Hour, number: &Number, findings: &mut Findings<'_>) {
    const LEADS: [&str; 8] = ["上午", "下午", "早上", "晚上", "中午", "凌晨", "当晚", "日"];
    let hours = view.words(number.digits.clone()).parse::<u32>();
    let more = hours.map_or(0, |hours| hour.minutes - hours * 60);
    let is_clock =
        view.char(number.digits.end) == '时' && !view.is_any_before(number.digits.start, "用历耗");
    let is_told = is_clock || view.one_of_before(hour.range.start, &LEADS).is_some();
    if is_told && more > 59 {
        let text = view.words(hour.range.clone());
        findings
            .at(hour.range.clone(), format!("没有“{text}”这个时刻"))
            .hint("核对时间");
    }
}

/// 10时30分, of two digits at most.
pub(super) fn hour(view: &TextView<'_>, number: &Number) -> Option<Hour> {
    let value = |digits: Range<usize>| view.words(digits).parse::<u32>().ok();
    let hours = value(number.digits.clone()).filter(|_| number.digits.len() <= 2)?;
    // 24小时 has another unit; 26时代 is none either.
    let end = number.digits.end + 1;
    let is_word = view.is_any_at(end, "代段期尚差速光间刻");
    let minutes = view.numbers_in(end..end + 1).first();
    let minutes = minutes.filter(|it| view.char(it.digits.end) == '分' && it.digits.len() <= 2);
    let range = number.digits.start..minutes.map_or(end, |it| it.digits.end + 1);
    let more = minutes.and_then(|it| value(it.digits.clone())).unwrap_or(0);
    let minutes = hours * 60 + more;
    (!is_word).then_some(Hour { range, minutes })
}

fn compare(view: &TextView<'_>, before: &Hour, hour: &Hour, findings: &mut Findings<'_>) {
    const DAY: u32 = 24 * 60;
    let between = before.range.end..hour.range.start;
    let joint = view.char(between.start);
    let is_range = between.len() == 1 && "至到—～-－".contains(joint);
    let text = || view.text(hour.range.clone());
    if is_range && hour.minutes > DAY {
        findings
            .at(hour.range.clone(), format!("没有“{}”这个时刻", text()))
            .hint("核对时间");
    } else if is_range && is_turned(before, hour) {
        let range = before.range.start..hour.range.end;
        findings
            .at(range.clone(), format!("“{}”前后颠倒", view.text(range)))
            .hint("核对时间");
    } else if is_ended_early(view, before, hour, &between) {
        let message = format!(
            "“{}”结束早于“{}”开始",
            text(),
            view.text(before.range.clone())
        );
        findings.at(hour.range.clone(), message).hint("核对时间");
    }
}

/// 16时30分至15时30分: over a night many more hours pass.
fn is_turned(before: &Hour, hour: &Hour) -> bool {
    const NIGHT: u32 = 6 * 60;
    // 11时至3时 may be in the afternoon.
    const NOON: u32 = 12 * 60;
    let turned = before.minutes.checked_sub(hour.minutes);
    hour.minutes > NOON && turned.is_some_and(|it| it > 0 && it < NIGHT)
}

/// 上午10时30分开始，上午10时结束.
fn is_ended_early(view: &TextView<'_>, before: &Hour, hour: &Hour, between: &Range<usize>) -> bool {
    const BEGUN: [&str; 4] = ["开始", "启动", "准时开始", "正式开始"];
    const DONE: [&str; 3] = ["结束", "圆满结束", "全部结束"];
    // 下午2时30分开始，5时结束 leaves out 下午 the second time.
    const EARLIEST: u32 = 7 * 60;
    const HALVES: [&str; 4] = ["上午", "下午", "晚上", "当日"];
    let half = |at: usize| view.one_of_before(at, &HALVES);
    let is_half = half(before.range.start) == half(hour.range.start)
        || half(hour.range.start).is_none() && hour.minutes >= EARLIEST;
    let is_apart = ["次日", "第二天", "翌日", "日", "月", "。", "\n"];
    between.len() <= LONGEST
        && view.one_of_at(before.range.end, &BEGUN).is_some()
        && view.one_of_at(hour.range.end, &DONE).is_some()
        && is_half
        && hour.minutes <= before.minutes
        && !view.has_any(between, &is_apart)
}
