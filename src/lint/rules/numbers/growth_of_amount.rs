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

/// What names a rate, with the link before its number.
const RATES: [&str; 14] = [
    "增幅为",
    "增幅达",
    "增幅达到",
    "增幅是",
    "降幅为",
    "降幅达",
    "降幅达到",
    "增长率为",
    "增长率达",
    "增长率达到",
    "增速为",
    "增速达",
    "增速达到",
    "下降率为",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        let verb = view.one_of_before(start, &["增长", "增长了"]);
        let verb = verb.map(|it| (it, true));
        let named = || view.one_of_before(start, &RATES).map(|it| (it, false));
        let Some((verb, is_verb)) = verb.or_else(named) else {
            continue;
        };
        let unit = view.text(number.unit.clone());
        let is_amount = AMOUNTS.contains(&unit.as_str());
        let lead = start - verb.chars().count();
        if is_amount
            && number.kind == NumberKind::Plain
            && (view.before(lead) != '净' || is_count(&unit))
        {
            let range = lead..number.unit.end;
            let text = view.text(range.clone());
            let name = view.text(lead..lead + 2);
            let finding = findings
                .at(range, format!("“{text}”：“{name}”后面是数量"))
                .hint("数量用“增加”，百分数用“增长”“增幅”");
            if is_verb {
                finding.suggest(lead + 1..lead + 2, "加");
            }
        }
    }
}
