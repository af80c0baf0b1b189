//! An internal figure or measure in a letter.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// An internal figure or measure in a letter.
pub(crate) const INTERNAL_FIGURE: Rule = Rule {
    name: "internal-figure",
    title: "内部数据印进了信件",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("internal_figure.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    if view.letter().classification.is_some() {
        return;
    }
    let mut seen = BTreeSet::new();
    for (origin, range) in view.figures() {
        let Some(figure) = view.facts().figure(&origin.id) else {
            continue;
        };
        if view.facts().is_internal_figure(&figure.id) && seen.insert(&figure.id) {
            let name = figure.name.as_str();
            findings
                .at(
                    range,
                    format!("“{name}”是内部数据，印进了信件 {}", view.letter().id),
                )
                .hint(HINT);
        }
    }
    for id in view.letter().measures() {
        if view.facts().is_internal_measure(&id.text) {
            let message = format!("举措“{}”是内部的，用在了信件里", id.text);
            findings.place(id.place.clone(), message).hint(HINT);
        }
    }
}

const HINT: &str = "答复一般要公开：换成公开的数据，或核对 disclosure";
