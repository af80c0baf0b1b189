//! 15～30%.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 15～30%.
pub(crate) const RANGE_WITHOUT_PERCENT: Rule = Rule {
    name: "range-without-percent",
    title: "百分数范围的前一个数缺“%”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("range_without_percent.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let mark = first.digits.end;
        let is_range = "～~-—–至".contains(view.char(mark)) && second.digits.start == mark + 1;
        let is_share = first.unit.is_empty() && second.is_percent(view.chars());
        if is_range
            && is_share
            && !first.is_year(view.chars())
            && !view.before(first.digits.start).is_ascii_alphabetic()
        {
            let text = view.text(first.digits.start..second.unit.end);
            findings
                .at(
                    first.digits.start..second.unit.end,
                    format!("“{text}”的前一个数没有“%”"),
                )
                .hint("两个数都写“%”，中间用“～”")
                .suggest(mark..mark + 1, "%～");
        }
    }
}
