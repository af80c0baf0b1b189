//! 1. 2. （3）: a section number goes on in another form.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::headings::{Heading, heading_number};
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
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
    let mut last: [Option<Heading>; 4] = [None; 4];
    for paragraph in view.paragraphs() {
        if paragraph.kind == ParagraphKind::Cell {
            continue;
        }
        let Some(heading) = heading_number(view, paragraph.range.start) else {
            continue;
        };
        let level = heading.level - 1;
        let goes_on = |it: &Heading| it.value + 1 == heading.value;
        let is_own = last[level].is_some_and(|it| goes_on(&it) || it.value >= heading.value);
        let mut others = last.iter().enumerate().filter(|(other, _)| *other != level);
        let other = others.find_map(|(_, it)| it.filter(goes_on));
        if let Some(other) = other.filter(|_| heading.value > 1 && !is_own) {
            report(view, other, heading, findings);
        }
        last[level] = Some(heading);
        for lower in &mut last[heading.level..] {
            *lower = None;
        }
    }
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
