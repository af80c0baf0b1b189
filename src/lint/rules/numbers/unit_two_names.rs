//! One unit is called by its short and by its full name.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// One unit is called by its short and by its full name.
pub(crate) const UNIT_TWO_NAMES: Rule = Rule {
    name: "unit-two-names",
    title: "一个单位两个叫法",
    severity: Severity::Hint,
    check: Check::Letter(check),
    page: include_str!("unit_two_names.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    for unit in &view.office().units {
        let Some(full_name) = &unit.full_name else {
            continue;
        };
        let full = view.mentions(&full_name.text);
        let short = view.mentions(&unit.name.text);
        let (Some(full), Some(short)) = (full.first(), short.first()) else {
            continue;
        };
        let explained = *full + full_name.text.chars().count();
        if view.text().is_at(explained, "（以下简称") {
            continue;
        }
        let (first, second, name) = match full < short {
            true => (&full_name.text, *short, &unit.name.text),
            false => (&unit.name.text, *full, &full_name.text),
        };
        let message = format!("前面叫“{first}”，这里叫“{name}”");
        findings
            .at(second..second + name.chars().count(), message)
            .hint("全信用一个叫法；第一次用全称的，加“（以下简称……）”");
    }
}
