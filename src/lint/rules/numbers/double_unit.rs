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

/// Multipliers that are two.
const DOUBLED: [&str; 9] = [
    "亿万", "万万", "亿亿", "千千", "百百", "亿千", "亿百", "万千", "万百",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let multiplier = number.multiplier.clone();
        // Most numbers have none.
        if !multiplier.is_empty() && DOUBLED.contains(&view.words(multiplier.clone())) {
            findings
                .at(
                    multiplier,
                    format!("“{}”连用了两级单位", view.text(number.range())),
                )
                .hint("只用一个单位；核对数的大小");
        }
    }
    for pair in view.numbers().windows(2) {
        thousands_in_words(view, &pair[0], &pair[1], findings);
        hundred_millions(view, &pair[0], &pair[1], findings);
    }
}

/// 3亿4500万元: digits go on behind 亿 and have 万 behind them.
fn hundred_millions(
    view: &TextView<'_>,
    first: &Number,
    second: &Number,
    findings: &mut Findings<'_>,
) {
    let multiplier = |number: &Number| view.words(number.multiplier.clone());
    let adjoins = first.multiplier.end == second.digits.start && first.unit.is_empty();
    if !adjoins || multiplier(first) != "亿" {
        return;
    }
    // 1亿2000多万元: 多 stands before the unit.
    let rough = second.digits.end;
    let is_rough = view.is_any_at(rough, "多余") && view.char(rough + 1) == '万';
    let end = match is_rough {
        true => rough + 2,
        false => second.multiplier.end,
    };
    if is_rough || multiplier(second) == "万" {
        let range = first.digits.start..end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”连用了“亿”和“万”"))
            .hint("只用一个单位，例如“3.45亿元”");
    }
}

/// 1千860张: digits go on behind a unit of ten, a hundred or a thousand.
fn thousands_in_words(
    view: &TextView<'_>,
    first: &Number,
    second: &Number,
    findings: &mut Findings<'_>,
) {
    let end = first.digits.end;
    let adjoins = view.is_any_at(end, "千百") && second.digits.start == end + 1;
    if adjoins && !second.unit.is_empty() {
        let text = view.words(first.digits.start..second.unit.end);
        findings
            .at(
                first.digits.start..second.digits.end,
                format!("“{text}”阿拉伯数字和“千”“百”混用"),
            )
            .hint("全部写成阿拉伯数字");
    }
}
