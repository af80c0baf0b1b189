//! 同比增加18.64%.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 同比增加18.64%.
pub(crate) const INCREASE_OF_RATE: Rule = Rule {
    name: "increase-of-rate",
    title: "“增加”后面是百分数",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("increase_of_rate.md"),
};

/// What compares right before the verb.
const COMPARES: [&str; 9] = [
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比上年同期",
    "较上年同期",
    "，",
    "比去年",
    "较去年",
];

/// What names an amount, with the link before its number.
const NAMES: [&str; 14] = [
    "增加额为",
    "增加额达",
    "增加额达到",
    "增加量为",
    "增加量达",
    "增加量达到",
    "增长额为",
    "增长额达到",
    "减少额为",
    "减少额达到",
    "减少量为",
    "减少量达到",
    "增量为",
    "增量达到",
];

/// 增加额达到25%: a difference is told in the unit of its amounts.
fn named(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    let start = number.digits.start;
    if let Some(name) = view.one_of_before(start, &NAMES) {
        let range = start - name.chars().count()..number.unit.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”：数量的差不用百分数"))
            .hint("百分数用“增幅”“降幅”，差额写数量");
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let is_rate = |it: &&Number| it.is_percent(view.chars()) && it.kind == NumberKind::Plain;
    for number in view.numbers().iter().filter(is_rate) {
        let start = number.digits.start;
        named(view, number, findings);
        let Some(verb) = view.one_of_before(start, &["增加", "增加了"]) else {
            continue;
        };
        let lead = start - verb.chars().count();
        let range = lead..number.unit.end;
        let message = format!("“{}”：“增加”后面是百分数", view.words(range.clone()));
        let hint = "百分数用“增长”，数量用“增加”";
        if view.one_of_before(lead, &COMPARES).is_some() || !may_increase(view, lead, start) {
            findings
                .at(range, message)
                .hint(hint)
                .suggest(lead + 1..lead + 2, "长");
        } else {
            findings.hint(range, message).hint(hint);
        }
    }
}

/// A share or a proportion may increase by a rate of its own, and 较搬迁前的3500人次增加20% is told as often as
/// 增长20%.
fn may_increase(view: &TextView<'_>, verb: usize, start: usize) -> bool {
    const SHARES: [&str; 7] = ["比例", "比重", "额度", "标准", "定额", "奖励", "补助"];
    let lead = view.clause(start).start..start;
    let before = view.numbers_in(lead.clone()).last();
    let follows = before.is_some_and(|it| it.unit.end == verb && !it.is_year(view.chars()));
    view.has_any(&lead, &SHARES) || follows && view.has_any(&lead, &["较", "比"])
}
