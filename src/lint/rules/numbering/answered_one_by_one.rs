//! 甲、乙、丙、丁等五条建议……现逐条答复如下：一、…；二、…；三、…；四、…: as many are answered as are named.

use crate::lint::findings::Findings;
use crate::lint::rules::counting::count_mismatch::report;
use crate::lint::rules::counting::lists::{chinese_number, number_at, segments};
use crate::lint::view::TextView;

/// How far behind the count its items may be answered.
const FARTHEST: usize = 1_000;

/// More items than are told in one sentence.
const MOST: usize = 10;

/// Reports a count behind 等 if both what is named before it and what is answered one by one behind it are of
/// another number.
pub(crate) fn answered_one_by_one(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    const COUNTED: [&str; 7] = [
        "条建议",
        "点建议",
        "项建议",
        "个建议",
        "条意见",
        "个问题",
        "点意见",
    ];
    let Some((said, end)) = number_at(view, at).filter(|(said, _)| *said >= 2) else {
        return;
    };
    let Some(counted) = view.one_of_at(end, &COUNTED) else {
        return;
    };
    let clause = view.clause(at - 1);
    let named = segments(view, clause.start..at - 1).least;
    if named < 2 || named == said {
        return;
    }
    if answered(view, end) == Some(named) {
        report(view, at..end + counted.chars().count(), named, findings);
    }
}

/// How many items are numbered behind 逐条答复如下：, in one line or each in its own.
fn answered(view: &TextView<'_>, from: usize) -> Option<usize> {
    const LEADS: [&str; 6] = [
        "逐条答复如下：",
        "逐一答复如下：",
        "逐项答复如下：",
        "逐条回复如下：",
        "逐一回复如下：",
        "分别答复如下：",
    ];
    let sentence = view.sentence(from);
    let lead = |lead: &&str| Some(view.find(from..sentence.end, lead)? + lead.chars().count());
    let start = LEADS.iter().find_map(lead)?;
    let end = (start + FARTHEST).min(view.chars().len());
    let mut next = start;
    let mut count = 0;
    while count < MOST {
        let is_item = |at: &usize| {
            view.is_any_before(*at, "：；。\n")
                && view.char(*at) != '两'
                && chinese_number(view.char(*at)) == Some(count + 1)
        };
        let pauses = view.marks_in(next..end).filter(|at| view.char(*at) == '、');
        let Some(at) = pauses.filter_map(|at| at.checked_sub(1)).find(is_item) else {
            break;
        };
        count += 1;
        next = at + 2;
    }
    (count >= 2).then_some(count)
}
