//! 同比增加18.64%.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::NumberKind;
use crate::lint::{Check, Rule};

/// 同比增加18.64%.
pub(crate) const INCREASE_OF_RATE: Rule = Rule {
    name: "increase-of-rate",
    title: "“增加”后面是百分数",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("increase_of_rate.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let is_rate = number.is_percent(view.chars()) && number.kind == NumberKind::Plain;
        let Some(verb) = view
            .one_of_before(start, &["增加", "增加了"])
            .filter(|_| is_rate)
        else {
            continue;
        };
        let lead = start - verb.chars().count();
        let compares = view.one_of_before(
            lead,
            &[
                "同比",
                "环比",
                "比上年",
                "较上年",
                "比上年同期",
                "较上年同期",
                "，",
                "比去年",
                "较去年",
            ],
        );
        let text = view.words(lead..number.unit.end);
        let message = format!("“{text}”：“增加”后面是百分数");
        let hint = "百分数用“增长”，数量用“增加”";
        // A share or a proportion may increase by a rate of its own, and 较搬迁前的3500人次增加20% is told as
        // often as 增长20%.
        let clause = view.clause(start);
        let lead_range = clause.start..start;
        let of_share = view.has_any(
            &lead_range,
            &["比例", "比重", "额度", "标准", "定额", "奖励", "补助"],
        );
        let before = view.numbers_in(lead_range.clone()).last();
        let is_of_number = before
            .is_some_and(|it| it.unit.end == lead && !it.is_year(view.chars()))
            && view.has_any(&lead_range, &["较", "比"]);
        if compares.is_some() || !(of_share || is_of_number) {
            findings
                .at(lead..number.unit.end, message)
                .hint(hint)
                .suggest(lead + 1..lead + 2, "长");
        } else {
            findings.hint(lead..number.unit.end, message).hint(hint);
        }
    }
}
