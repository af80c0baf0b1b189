//! The addressee is spoken of by name where 贵院 or 贵局 is due.

use crate::diagnostic::Severity;
use crate::facts::Unit;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// The addressee is spoken of by name where 贵院 or 贵局 is due.
pub(crate) const THIRD_PERSON_ADDRESSEE: Rule = Rule {
    name: "third-person-addressee",
    title: "对收信单位用了第三人称",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("third_person_addressee.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let Some(unit) = addressee(view) else {
        return;
    };
    let Some(courtesy) = &unit.courtesy else {
        return;
    };
    let names = [Some(&unit.name), unit.full_name.as_ref()];
    for name in names.into_iter().flatten() {
        for at in view.mentions(&name.text) {
            let range = at..at + name.text.chars().count();
            let message = format!("这封信写给{}，正文里却用第三人称", name.text);
            let hint = format!(
                "改为“{}”，或用 {{{{ unit(name=\"{}\") }}}} 自动换称",
                courtesy.text, unit.name.text
            );
            findings
                .at(range.clone(), message)
                .hint(hint)
                .suggest(range, courtesy.text.clone());
        }
    }
}

/// The unit that the letter is written to, if it is one alone and the office knows it.
fn addressee<'v>(view: &'v LetterView<'_>) -> Option<&'v Unit> {
    let printed = view.document().main_part.addressees.as_ref()?;
    let name = printed.text.trim_end_matches('：');
    let is_unit = |unit: &&Unit| {
        let full_name = unit.full_name.as_ref().map(|name| name.text.as_str());
        unit.name.text == name || full_name == Some(name)
    };
    view.office().units.iter().find(is_unit)
}
