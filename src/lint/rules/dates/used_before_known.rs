//! 2023年底前，我们将根据2024年第一季度的监测结果确定: a result is used before it is there.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::times::Time;
use crate::lint::{Check, Rule};

/// 2023年底前，我们将根据2024年第一季度的监测结果确定: a result is used before it is there.
pub(crate) const USED_BEFORE_KNOWN: Rule = Rule {
    name: "used-before-known",
    title: "结果还没有出来就先用了",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("used_before_known.md"),
};

/// What leads in a result that is used.
const BASED: [&str; 5] = ["根据", "依据", "按照", "参照", "结合"];

/// What can be used only when it is there.
const RESULTS: [&str; 8] = [
    "结果", "数据", "情况", "成绩", "得分", "评估", "考核", "报告",
];

/// How far apart the two times stand in one sentence.
const FARTHEST: usize = 24;

/// More characters than stand between 年 and 前: 2023年第三季度末之前.
const LONGEST_REST: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('年') {
        // Most times are not followed by 前, which is cheaper to see than to read the time.
        if !(at + 1..at + LONGEST_REST).any(|at| view.char(at) == '前') {
            continue;
        }
        let due = view.time(at, None).filter(|due| is_due(view, due));
        let Some((due, used)) = due.and_then(|due| Some((due.clone(), used(view, &due)?))) else {
            continue;
        };
        let (text, result) = (view.text(due.range.clone()), view.text(used.range.clone()));
        findings
            .at(
                due.range.clone(),
                format!("“{text}”前就要用“{result}”的结果"),
            )
            .hint("核对两个时间");
    }
}

/// 2023年底前，: a time by which something is done.
fn is_due(view: &TextView<'_>, time: &Time) -> bool {
    let end = time.range.end + usize::from(view.is_any_at(time.range.end, "底末"));
    view.one_of_at(end, &["前，", "之前，", "以前，"]).is_some()
}

/// The time of the result that is used, if it begins after the other is over.
fn used(view: &TextView<'_>, due: &Time) -> Option<Time> {
    let sentence = view.sentence(due.range.end);
    let near = due.range.end..sentence.end.min(due.range.end + FARTHEST);
    let at = view.places_in('年', near).next()?;
    let used = view.time(at, None)?;
    let rest = used.range.end..sentence.end.min(used.range.end + 8);
    let is_result = view.has_any(&rest, &RESULTS);
    let is_used = view.one_of_before(used.range.start, &BASED).is_some() && is_result;
    (is_used && used.first > due.last).then_some(used)
}
