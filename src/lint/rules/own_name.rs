//! The office calls itself 我局 here and by its name there.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// The office calls itself 我局 here and by its name there.
pub(crate) const OWN_NAME: Rule = Rule {
    name: "own-name",
    title: "自称前后不一",
    severity: Severity::Hint,
    check: Check::Letter(check),
    page: include_str!("own_name.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let office = view.office();
    let Some(own) = &office.self_name else {
        return;
    };
    if view.mentions(&own.text).is_empty() {
        return;
    }
    let names = [Some(&office.name), office.short_name.as_ref()];
    let found = names.into_iter().flatten().find_map(|name| {
        let is_listed = |at: &usize| {
            let end = at + name.text.chars().count();
            view.text().before(*at) == '、' || "、和与及".contains(view.text().char(end))
        };
        let at = view
            .mentions(&name.text)
            .into_iter()
            .find(|at| !is_listed(at))?;
        Some((at, name))
    });
    if let Some((at, name)) = found {
        let message = format!("正文自称“{}”，这里又写“{}”", own.text, name.text);
        findings
            .at(at..at + name.text.chars().count(), message)
            .hint(format!("说的是本单位，就改为“{}”", own.text));
    }
}
