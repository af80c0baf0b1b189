//! 自2023年1月1日起施行，于2023年4月审议通过: what is in force is told to have been passed after it came into force.

use super::steps_reversed::is_before;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// Reports the later date of two if what came into force on the first was passed on it.
pub(super) fn passed_later(
    view: &TextView<'_>,
    first: &DateMention,
    next: &DateMention,
    findings: &mut Findings<'_>,
) {
    const LONGEST: usize = 14;
    let between = first.range.end..next.range.start;
    let is_later = first.year.is_some() && is_before(first, next, None);
    if between.len() > LONGEST || !is_later {
        return;
    }
    let in_force = view
        .one_of_at(first.range.end, &["起施行，", "起实施，"])
        .is_some();
    let clause = next.range.end..view.clause(next.range.end).end;
    let is_passed = view.has_any(&clause, &["审议通过", "表决通过"])
        && view
            .one_of_before(next.range.start, &["，", "于", "已于"])
            .is_some();
    if in_force && is_passed {
        let text = view.words(next.range.clone());
        let message = format!(
            "“{text}”通过，晚于施行的“{}”",
            view.words(first.range.clone())
        );
        findings
            .at(next.range.clone(), message)
            .hint("核对两个日期");
    }
}
