//! 分三期实施：一期…；二期…。 and 关于甲、关于乙和关于丙的两条建议: what is counted is told one by one.

use super::count_mismatch::report;
use super::lists::{chinese_number, number_at};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// 共分三期实施：一期为…；二期为…。: as many stages are told as there are said to be.
pub(super) fn of_stages(view: &TextView<'_>, colon: usize, findings: &mut Findings<'_>) {
    const STAGES: [&str; 4] = ["期", "阶段", "步", "批"];
    const LONGEST_LEAD: usize = 10;
    let clause = view.clause(colon);
    let from = clause.start.max(colon.saturating_sub(LONGEST_LEAD));
    let said = (from..colon).find_map(|at| {
        let (said, end) = number_at(view, at).filter(|_| view.before(at) == '分')?;
        let end = end + usize::from(view.char(end) == '个');
        let stage = view.one_of_at(end, &STAGES)?;
        Some((at..end + stage.chars().count(), said, stage))
    });
    let Some((range, said, stage)) = said else {
        return;
    };
    let sentence = view.sentence(colon);
    // 两期 behind 一期 and 二期 tells of both.
    let numbered = (colon + 1..sentence.end).filter(|at| {
        let start = at + usize::from(view.char(*at) == '第');
        view.is_any_before(*at, "：；，、")
            && view.char(start) != '两'
            && chinese_number(view.char(start)).is_some()
            && view.is_at(start + 1, stage)
    });
    let listed = numbered.count();
    if listed >= 2 && listed != said {
        report(view, range, listed, findings);
    }
}

/// 关于甲、关于乙和关于丙的两条建议: each begins with 关于.
pub(super) fn of_suggestions(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const COUNTED: [&str; 6] = ["条建议", "点建议", "项建议", "个问题", "条意见", "个建议"];
    const LONGEST: usize = 80;
    for start in view.places('的').map(|at| at + 1) {
        let Some((said, end)) = number_at(view, start).filter(|(said, _)| *said >= 2) else {
            continue;
        };
        let Some(counted) = view.one_of_at(end, &COUNTED) else {
            continue;
        };
        let sentence = view.sentence(start);
        let from = sentence.start.max(start.saturating_sub(LONGEST));
        let named = (from..start)
            .filter(|at| view.is_at(*at, "关于") && view.is_any_before(*at, "的、和及出了与"));
        let listed = named.count();
        let is_open = view.find(from..start, "等").is_some();
        if listed >= 2 && listed != said && !is_open {
            report(view, start..end + counted.chars().count(), listed, findings);
        }
    }
}
