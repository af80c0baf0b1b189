//! 1. 2. （3）: a section number goes on in another form.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::headings::{Heading, LastHeadings, each_heading};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 1. 2. （3）: a section number goes on in another form.
pub(crate) const MIXED_SECTION_NUMBERS: Rule = Rule {
    name: "mixed-section-numbers",
    title: "同一层次的序数写法不同",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("mixed_section_numbers.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    each_heading(view, |last, heading| {
        let other = last_in_another_form(last, heading);
        if let Some(other) = other.filter(|_| heading.value > 1) {
            report(view, other, heading, findings);
        }
    });
}

/// The number of another form that this one goes on from, unless it goes on from one of its own.
fn last_in_another_form(last: &LastHeadings, heading: Heading) -> Option<Heading> {
    let level = heading.level - 1;
    let goes_on = |it: &Heading| it.value + 1 == heading.value;
    if last[level].is_some_and(|it| goes_on(&it) || it.value >= heading.value) {
        return None;
    }
    let others = last.iter().enumerate().filter(|(other, _)| *other != level);
    others.filter_map(|(_, it)| *it).find(goes_on)
}

fn report(view: &TextView<'_>, other: Heading, heading: Heading, findings: &mut Findings<'_>) {
    let text = |it: Heading| view.text(it.start..it.end);
    findings
        .at(
            heading.start..heading.end,
            format!("“{}”后面是“{}”，写法不同", text(other), text(heading)),
        )
        .hint("同一层次用同一种序数：“一、”“（一）”“1.”“（1）”");
}
