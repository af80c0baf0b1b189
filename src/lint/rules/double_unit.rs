//! 3亿4500万元.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 3亿4500万元.
pub(crate) const DOUBLE_UNIT: Rule = Rule {
    name: "double-unit",
    title: "亿和万两级单位连用",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("double_unit.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let multiplier = number.multiplier.clone();
        let text = view.text(multiplier.clone());
        if [
            "亿万", "万万", "亿亿", "千千", "百百", "亿千", "亿百", "万千", "万百",
        ]
        .contains(&text.as_str())
        {
            findings
                .at(
                    multiplier,
                    format!("“{}”连用了两级单位", view.text(number.range())),
                )
                .hint("只用一个单位；核对数的大小");
        }
    }
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let multiplier = |number: &Number| view.text(number.multiplier.clone());
        let adjoins = first.multiplier.end == second.digits.start && first.unit.is_empty();
        if adjoins && multiplier(first) == "亿" && multiplier(second) == "万" {
            let text = view.text(first.digits.start..second.multiplier.end);
            findings
                .at(
                    first.digits.start..second.multiplier.end,
                    format!("“{text}”连用了“亿”和“万”"),
                )
                .hint("只用一个单位，例如“3.45亿元”");
        }
    }
}
