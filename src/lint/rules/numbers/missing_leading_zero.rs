//! .5个百分点.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// .5个百分点.
pub(crate) const MISSING_LEADING_ZERO: Rule = Rule {
    name: "missing-leading-zero",
    title: "小数点前面缺零",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("missing_leading_zero.md"),
};

/// Symbols of units that a number may stand before.
const SYMBOLS: [&str; 21] = [
    "勒克斯",
    "毫克",
    "微克",
    "毫西弗",
    "分贝",
    "度",
    "兆帕",
    "NTU",
    "mg",
    "kg",
    "μg",
    "mm",
    "cm",
    "km",
    "MPa",
    "kV",
    "kW",
    "MW",
    "mL",
    "ml",
    "dB",
];

/// What leads to how much something changed.
const CHANGES: [&str; 8] = [
    "下降", "上升", "增加", "减少", "提高", "降低", "增长", "回落",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let point = start.wrapping_sub(1);
        let before = view.before(point.min(start));
        let is_bare =
            view.before(start) == '.' && (is_han(before) || "，。；（、".contains(before));
        if !is_bare {
            continue;
        }
        let symbol = view.one_of_at(number.digits.end, &SYMBOLS);
        let end = number.unit.end + symbol.map_or(0, |it| it.chars().count());
        // 利用系数由.61提高到0.65 has no unit.
        let is_coefficient = view
            .one_of_before(point, &["由", "从", "为", "达", "达到", "到", "至"])
            .is_some();
        // 比上年下降.3。 has no unit either.
        let is_change = view.one_of_before(point, &CHANGES).is_some()
            && view.is_any_at(number.digits.end, "，。；、）");
        if end > number.digits.end || is_coefficient || is_change {
            let text = view.words(point..end);
            findings
                .at(point..end, format!("“{text}”的小数点前面没有零"))
                .hint("小数点前面补“0”")
                .replace(point..point, "0");
        }
    }
}
