//! 增长-3.2%, 下降-3.2%.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 增长-3.2%, 下降-3.2%.
pub(crate) const SIGNED_CHANGE: Rule = Rule {
    name: "signed-change",
    title: "增长、下降后面有负号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("signed_change.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        if !view.is_any_before(start, "-－−") || number.unit.is_empty() {
            continue;
        }
        if let Some(verb) = view.one_of_before(
            start - 1,
            &["增长", "增加", "下降", "减少", "降低", "提高", "上升"],
        ) {
            let from = start - 1 - verb.chars().count();
            let text = view.words(from..number.unit.end);
            findings
                .at(from..number.unit.end, format!("“{text}”：动词后面不用负号"))
                .hint("增长为负就写“下降”，数字不带负号");
        }
    }
}
