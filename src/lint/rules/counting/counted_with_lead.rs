//! 由市教育局牵头，甲局、乙局、丙委参加的六部门: the one that leads and those that take part are counted together.

use super::lists::{joins_names, number_at};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// What takes part, before its count.
const JOIN: [&str; 4] = ["参加的", "参与的", "组成的", "配合的"];

/// What the offices are called.
const OFFICES: [&str; 5] = ["部门", "个部门", "家单位", "个单位", "单位"];

/// Reports the count of offices behind the list of those that 会同 or 牵头 leads.
pub(super) fn counted_with_lead(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for lead in view.each(0..view.chars().len(), "牵头，") {
        let start = lead + 3;
        let clause = view.clause(start);
        let Some((end, join)) = clause
            .clone()
            .find_map(|at| Some((at, view.one_of_at(at, &JOIN)?)))
        else {
            continue;
        };
        let number = end + join.chars().count();
        let Some((said, after)) = number_at(view, number) else {
            continue;
        };
        let Some(office) = view.one_of_at(after, &OFFICES) else {
            continue;
        };
        let pauses = view.places_in('、', start..end).count();
        // 住房和城乡建设局 holds a conjunction of its own.
        let joints = (start..end).filter(|at| joins_names(view, *at)).count();
        let is_open = view.has_any(&(start..end), &["等", "有关", "相关"]);
        let listed = pauses + joints + 2;
        if pauses > 0 && !is_open && listed != said {
            let range = number..after + office.chars().count();
            let text = view.words(range.clone());
            findings
                .at(range, format!("“{text}”与牵头、参加的共{listed}个不符"))
                .hint("核对数目和名称");
        }
    }
}
