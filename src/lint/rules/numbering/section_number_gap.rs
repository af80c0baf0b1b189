//! 一、 then 三、: a section number is missing or repeated.

use super::headings::{Heading, each_heading};
use super::mixed_item_numbers::strange_heading;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 一、 then 三、: a section number is missing or repeated.
pub(crate) const SECTION_NUMBER_GAP: Rule = Rule {
    name: "section-number-gap",
    title: "小标题序数不连续",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("section_number_gap.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    each_heading(view, |last, heading| {
        compare(view, last[heading.level - 1], heading, findings);
    });
}

fn compare(
    view: &TextView<'_>,
    last: Option<Heading>,
    heading: Heading,
    findings: &mut Findings<'_>,
) {
    let Some(last) = last else {
        return;
    };
    // 1 begins a new list, such as that of an annex; a list of one heading is none.
    let begins_anew = heading.value == 1 && (last.value > 1 || heading.level > 2);
    // 二是 between them is for `mixed-item-numbers`.
    let is_told = strange_heading(view, last, heading).is_some();
    if heading.value == last.value + 1 || begins_anew || is_told {
        return;
    }
    let text = |heading: Heading| view.text(heading.start..heading.end);
    let message = format!("序数“{}”后面是“{}”", text(last), text(heading));
    let finding = if heading.level <= 2 {
        findings.at(heading.start..heading.end, message)
    } else {
        findings.warn(heading.start..heading.end, message)
    };
    finding.hint("补上缺少的一项，或者改正序数");
}
