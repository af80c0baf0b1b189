//! 由65%上升到82%，上升17%: 17 percentage points.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::changes::{changes, claims};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 由65%上升到82%，上升17%: 17 percentage points.
pub(crate) const PERCENT_FOR_PERCENTAGE_POINTS: Rule = Rule {
    name: "percent-for-percentage-points",
    title: "百分点写成了百分数",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("percent_for_percentage_points.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for change in changes(view) {
        if !change.from.is_percent(view.chars()) {
            continue;
        }
        for claim in claims(view, &change) {
            let difference = change.difference(view);
            let says_difference =
                difference.is_some() && claim.number.value(view.chars()) == difference;
            if claim.number.is_percent(view.chars()) && says_difference {
                let text = view.text(claim.number.range());
                let right = format!("{}个百分点", view.text(claim.number.digits.clone()));
                findings
                    .at(
                        claim.number.range(),
                        format!("两个百分数相差“{text}”应当用百分点"),
                    )
                    .hint(format!("改为“{right}”"))
                    .suggest(claim.number.range(), right);
            }
        }
    }
}
