//! KM, KG, KW for km, kg, kW.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// KM, KG, KW for km, kg, kW.
pub(crate) const UNIT_SYMBOL_CASE: Rule = Rule {
    name: "unit-symbol-case",
    title: "单位符号大小写不对",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("unit_symbol_case.md"),
};

const SYMBOLS: &[(&str, &str)] = &[
    ("KM", "km"),
    ("Kwh", "kWh"),
    ("kWH", "kWh"),
    ("Kva", "kVA"),
    ("KVA", "kVA"),
    ("kva", "kVA"),
    ("MPA", "MPa"),
    ("KPa", "kPa"),
    ("Kpa", "kPa"),
    ("gwh", "GWh"),
    ("Gwh", "GWh"),
    ("Mwh", "MWh"),
    ("mwh", "MWh"),
    ("MWH", "MWh"),
    ("GWH", "GWh"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("kw", "kW"),
    ("kwh", "kWh"),
    ("KWh", "kWh"),
    ("KWH", "kWh"),
    ("kv", "kV"),
    ("KV", "kV"),
    ("Kv", "kV"),
    ("mw", "MW"),
    ("Mw", "MW"),
    ("MM", "mm"),
    ("CM", "cm"),
    ("ML", "mL"),
    ("Mpa", "MPa"),
    ("mpa", "MPa"),
    ("hz", "Hz"),
    ("HZ", "Hz"),
    ("DB", "dB"),
    ("db", "dB"),
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let end = number.multiplier.end.max(number.digits.end);
        let start = end + usize::from(view.char(end) == ' ');
        let length = (start..start + 4)
            .take_while(|at| view.char(*at).is_ascii_alphabetic())
            .count();
        let before = view.before(number.digits.start);
        if length == 0 || before.is_ascii_alphanumeric() || ".-/".contains(before) {
            continue;
        }
        let found = view.words(start..start + length);
        if let Some((_, right)) = SYMBOLS.iter().find(|(wrong, _)| *wrong == found) {
            findings
                .at(
                    start..start + length,
                    format!("单位符号“{found}”的大小写不对"),
                )
                .hint(format!("改为“{right}”"))
                .replace(start..start + length, *right);
        }
    }
}
