//! ，一是…；二是…: a comma leads a list whose items are parted by semicolons.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// ，一是…；二是…: a comma leads a list whose items are parted by semicolons.
pub(crate) const COMMA_BEFORE_ENUMERATION: Rule = Rule {
    name: "comma-before-enumeration",
    title: "“一是”前面用了逗号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("comma_before_enumeration.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.enumerations() {
        let lead = list.markers[0];
        let has_semicolons = list.separators().all(|at| view.char(at) == '；');
        // 会议要求，一要…；二要… hands on what was said.
        if has_semicolons && view.before(lead) == '，' && view.char(lead + 1) != '要' {
            findings
                .at(lead - 1..lead + 2, "“一是”前面是逗号，各项之间却是分号")
                .hint("总说与分说之间改为冒号或者句号");
        }
    }
}
