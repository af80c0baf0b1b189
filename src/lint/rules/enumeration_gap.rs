//! 一是…三是…: a number is missing or repeated.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 一是…三是…: a number is missing or repeated.
pub(crate) const ENUMERATION_GAP: Rule = Rule {
    name: "enumeration-gap",
    title: "“一是”“二是”次序不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("enumeration_gap.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.enumerations() {
        let pairs = list.values.windows(2).enumerate();
        for (index, _) in pairs.filter(|(_, pair)| pair[1] != pair[0] + 1) {
            let (before, marker) = (list.markers[index], list.markers[index + 1]);
            // 一是…；其次是…；三是… counts in other words.
            let is_told_otherwise = view.has_any(&(before..marker), &["其次", "另一", "再一"]);
            if is_told_otherwise {
                continue;
            }
            let message = format!(
                "“{}”后面是“{}”",
                view.text(before..before + 2),
                view.text(marker..marker + 2)
            );
            findings
                .at(marker..marker + 2, message)
                .hint("补上缺少的一项，或者改正序数");
        }
    }
}
