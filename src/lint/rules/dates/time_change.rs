//! 由20:30延长至21:30，延长90分钟: the difference of two times of the day, recomputed.

use super::impossible_time::time;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How a time of the day is moved.
const MOVES: [&str; 8] = [
    "延长至",
    "延长到",
    "推迟至",
    "推迟到",
    "延后至",
    "延后到",
    "提前至",
    "提前到",
];

/// How long a time of the day is, in characters, at most.
const LONGEST: usize = 5;

/// Reports a difference in minutes or hours that is not that of the two times it is told of.
pub(crate) fn time_change(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for colon in view.places_of_any(&[':', '：', '∶']) {
        let Some((moved, said)) = change_at(view, colon) else {
            continue;
        };
        if minutes(view, said).is_some_and(|told| told != moved) {
            let text = view.words(said.range());
            findings
                .at(said.range(), format!("“{text}”与前面的两个时刻不符"))
                .hint(format!("按这两个时刻计算是{moved}分钟"));
        }
    }
}

/// How many minutes lie between the time at a colon and the one it was moved from, and the number that tells it.
fn change_at<'v>(view: &'v TextView<'_>, colon: usize) -> Option<(u32, &'v Number)> {
    let (to, hour, minute) = time(view, colon)?;
    let verb = view.one_of_before(to.start, &MOVES)?;
    let end = to.start - verb.chars().count();
    let colons = end.saturating_sub(LONGEST)..end;
    let mut times = colons
        .filter(|at| view.is_any_at(*at, ":：∶"))
        .filter_map(|at| time(view, at));
    let (_, from_hour, from_minute) = times.find(|(range, ..)| range.end == end)?;
    let clause = to.end + 1..view.clause(to.end + 1).end;
    let said = view.numbers_in(clause.clone()).first()?;
    // 延长90分钟, 推迟了1小时: the same verb, and nothing else before the number.
    let verb: String = verb.chars().take(2).collect();
    let lead = view.words(clause.start..said.digits.start);
    let each = ["每天", "每日", "共", "比原来"];
    let lead = each
        .iter()
        .find_map(|each| lead.strip_prefix(each))
        .unwrap_or(lead);
    let is_told = lead
        .strip_prefix(&verb)
        .is_some_and(|rest| matches!(rest, "" | "了" | "达"));
    let moved = (from_hour * 60 + from_minute).abs_diff(hour * 60 + minute);
    (view.char(to.end) == '，' && is_told && said.is_exact_amount()).then_some((moved, said))
}

fn minutes(view: &TextView<'_>, said: &Number) -> Option<u32> {
    let value: u32 = view.words(said.digits.clone()).parse().ok()?;
    match view.words(said.unit.clone()) {
        "分钟" => Some(value),
        "小时" | "个小时" => value.checked_mul(60),
        _ => None,
    }
}
