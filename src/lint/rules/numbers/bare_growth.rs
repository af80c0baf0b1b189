//! 同比增长41.6，: no % and no unit.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::NumberKind;
use crate::lint::{Check, Rule};

/// 同比增长41.6，: no % and no unit.
pub(crate) const BARE_GROWTH: Rule = Rule {
    name: "bare-growth",
    title: "增长率没有单位",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("bare_growth.md"),
};

/// What leads a rate of growth.
const COMPARED: [&str; 8] = [
    "同比增长",
    "同比下降",
    "环比增长",
    "环比下降",
    "同比增加",
    "同比减少",
    "同比提高",
    "同比上升",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let is_bare = number.unit.is_empty()
            && number.multiplier.is_empty()
            && number.kind == NumberKind::Plain;
        if is_bare
            && view.one_of_before(start, &COMPARED).is_some()
            && view.is_any_at(number.digits.end, "，。；、）\n")
            && !view.char(number.digits.end + 1).is_ascii_digit()
        {
            let text = view.words(start..number.digits.end);
            findings
                .at(start..number.digits.end, format!("“{text}”没有单位"))
                .hint("补上“%”、“个百分点”或者计量单位");
        }
    }
}
