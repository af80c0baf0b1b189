//! An item that holds 。 ends with ；.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// An item that holds 。 ends with ；.
pub(crate) const SEMICOLON_AFTER_FULL_STOP: Rule = Rule {
    name: "semicolon-after-full-stop",
    title: "项里有句号，项末却用分号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("semicolon_after_full_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        // A list with different marks is reported as such.
        if list.separators().any(|at| view.char(at) != '；') {
            continue;
        }
        let items = 0..list.markers.len() - 1;
        let holding = items
            .into_iter()
            .find(|index| view.find(list.item(*index), "。").is_some());
        if let Some(index) = holding {
            let separator = list.markers[index + 1] - 1;
            let label = list.label(view, index);
            findings
                .at(
                    separator..separator + 3,
                    format!("“{label}”一项里面有句号，项末却用分号"),
                )
                .hint("各项都以句号结束，或者把项里的句号改为逗号");
        }
    }
}
