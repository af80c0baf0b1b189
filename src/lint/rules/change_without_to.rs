//! 由10家增加20家: the end of the change lacks 到.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 由10家增加20家: the end of the change lacks 到.
pub(crate) const CHANGE_WITHOUT_TO: Rule = Rule {
    name: "change-without-to",
    title: "“由……增加……”缺“到”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("change_without_to.md"),
};

const VERBS: &[&str] = &[
    "增加", "增长", "提高", "提升", "上升", "减少", "下降", "降低", "压缩", "缩短",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let same_unit = from.unit(view.chars()) == to.unit(view.chars()) && !from.unit.is_empty();
        let begins = view
            .one_of_before(from.digits.start, &["由", "从"])
            .is_some()
            && !view.ends_at(from.digits.start, "自由");
        let verb = view.one_of_at(from.unit.end, VERBS);
        let adjoins =
            verb.is_some_and(|verb| from.unit.end + verb.chars().count() == to.digits.start);
        if same_unit && begins && adjoins {
            let start = from.digits.start - 1;
            let text = view.text(start..to.unit.end);
            findings
                .at(start..to.unit.end, format!("“{text}”里缺“到”"))
                .hint("说到达的数用“增加到”，说增加的数不要用“由”");
        }
    }
}
