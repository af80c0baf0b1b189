//! 13～17万元.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 13～17万元.
pub(crate) const RANGE_WITHOUT_MULTIPLIER: Rule = Rule {
    name: "range-without-multiplier",
    title: "数值范围的前一个数缺“万”“亿”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("range_without_multiplier.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let mark = first.digits.end;
        if second.digits.start != mark + 1 {
            continue;
        }
        let is_range = view.is_any_at(mark, "～~") || is_rising(view, first, second);
        let large = view.is_any_at(second.digits.end, "万亿") && !second.multiplier.is_empty();
        if is_range && large && first.multiplier.is_empty() {
            let text = view.words(first.digits.start..second.multiplier.end);
            let unit = view.words(second.multiplier.clone());
            findings
                .at(
                    first.digits.start..second.multiplier.end,
                    format!("“{text}”的前一个数没有“{unit}”"),
                )
                .hint(format!("两个数都写“{unit}”"))
                .suggest(mark..mark, unit);
        }
    }
}

/// 1—3万元, 3至5万人次; 500至3万元 may leave out 元 as well.
fn is_rising(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let chars = view.chars();
    let are_plain = first.kind == NumberKind::Plain && second.kind == NumberKind::Plain;
    let is_name =
        view.is_any_before(first.digits.start, "第至—-–.") || view.in_title(first.digits.start);
    view.is_any_at(first.digits.end, "—–至到")
        && are_plain
        && !is_name
        && first.decimal(chars) < second.decimal(chars)
}
