//! 1. 2. （3）: a section number goes on in another form.

use super::headings::{Heading, LastHeadings, each_heading};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
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
    let mut mixed: Option<(Heading, Heading)> = None;
    each_heading(view, |last, heading| {
        if let Some((first, second)) = mixed.take() {
            let goes_on = heading.level == second.level && heading.value == second.value + 1;
            match first.value == 1 && goes_on {
                true => report_first(view, first, second, findings),
                false => report(view, first, second, findings),
            }
        }
        let other = last_in_another_form(last, heading);
        mixed = other.filter(|_| heading.value > 1).map(|it| (it, heading));
    });
    if let Some((other, heading)) = mixed {
        report(view, other, heading, findings);
    }
}

/// （一）, 二、, 三、: two go on in one form, so that the first one is the strange one.
fn report_first(view: &TextView<'_>, first: Heading, second: Heading, findings: &mut Findings<'_>) {
    let text = |it: Heading| view.text(it.start..it.end);
    findings
        .at(
            first.start..first.end,
            format!("“{}”后面是“{}”，写法不同", text(first), text(second)),
        )
        .hint("同一层次用同一种序数：“一、”“（一）”“1.”“（1）”");
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
