//! 增长277万元: 增长 takes a rate, 增加 an amount.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::NumberKind;
use crate::lint::{Check, Rule};

/// 增长277万元: 增长 takes a rate, 增加 an amount.
pub(crate) const GROWTH_OF_AMOUNT: Rule = Rule {
    name: "growth-of-amount",
    title: "“增长”后面是数量",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("growth_of_amount.md"),
};

/// Units of what is counted or measured; a body or a plant may well 增长5厘米.
const AMOUNTS: &[&str] = &[
    "元",
    "件",
    "户",
    "家",
    "人",
    "人次",
    "吨",
    "亩",
    "所",
    "名",
    "公里",
    "千米",
    "公顷",
    "平方公里",
    "平方米",
    "立方米",
    "座",
    "处",
    "台",
    "辆",
    "条",
    "项",
    "起",
    "例",
    "班次",
    "张",
];

/// 净增长 is said of areas and of money, not of what is counted one by one.
fn is_count(unit: &str) -> bool {
    ["人", "户", "家", "名", "件", "所"].contains(&unit)
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let Some(verb) = view.one_of_before(start, &["增长", "增长了"]) else {
            continue;
        };
        let unit = view.text(number.unit.clone());
        let is_amount = AMOUNTS.contains(&unit.as_str());
        let lead = start - verb.chars().count();
        if is_amount
            && number.kind == NumberKind::Plain
            && (view.before(lead) != '净' || is_count(&unit))
        {
            let text = view.text(lead..number.unit.end);
            findings
                .at(lead..number.unit.end, format!("“{text}”：“增长”后面是数量"))
                .hint("数量用“增加”，百分数用“增长”")
                .suggest(lead + 1..lead + 2, "加");
        }
    }
}
