//! 以下四个方面：一是…二是…三是…: the count said is not the count given.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counts::{Count, counts};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 以下四个方面：一是…二是…三是…: the count said is not the count given.
pub(crate) const ENUMERATION_COUNT: Rule = Rule {
    name: "enumeration-count",
    title: "说的项数与列的项数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("enumeration_count.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        let lead = list.markers[0];
        let is_led = view.is_any_before(lead, "：，。");
        if !is_led || list.values.len() != list.values[list.values.len() - 1] {
            continue;
        }
        let Some(count) = said(view, lead) else {
            continue;
        };
        // 十一是 and what follows are not read.
        let is_cut_off = count.said > 10 && list.markers.len() == 10;
        if count.said != list.markers.len() && !is_cut_off {
            let message = format!(
                "前面说“{}”，后面列出{}项",
                view.text(count.range.clone()),
                list.markers.len()
            );
            findings.at(count.range, message).hint("核对项数");
        }
    }
}

/// How far before the list the count may stand, in characters.
const LONGEST_LEAD: usize = 24;

/// The count that leads the list: 四个方面, 三项措施, 两条整改措施, 五点意见.
fn said(view: &TextView<'_>, lead: usize) -> Option<Count> {
    let mark = lead.checked_sub(1)?;
    let clause = view.clause(mark);
    // Only a colon leads whatever is said before it; else the count ends its clause.
    let is_led = |count: &Count| {
        let ends = (count.range.end..count.range.end + 6).any(|at| view.is_any_at(at, "：，。"));
        let is_afar = view.char(mark) == '：' && clause.contains(&count.range.start);
        ends || is_afar && count.leads_from_afar(view)
    };
    counts(view, lead.saturating_sub(LONGEST_LEAD)..mark)
        .filter(is_led)
        .last()
}
