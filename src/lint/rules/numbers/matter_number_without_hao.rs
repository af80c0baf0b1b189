//! 第36提案: the number of a proposal without 号.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 第36提案: the number of a proposal without 号.
pub(crate) const MATTER_NUMBER_WITHOUT_HAO: Rule = Rule {
    name: "matter-number-without-hao",
    title: "编号缺“号”字",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("matter_number_without_hao.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        order_without_di(view, number, findings);
        let (start, end) = (number.digits.start, number.digits.end);
        let is_matter = view.one_of_at(end, &["提案", "建议", "议案"]).is_some();
        if view.before(start) == '第' && is_matter {
            let text = view.words(start - 1..end + 2);
            findings
                .at(start - 1..end + 2, format!("“{text}”缺“号”字"))
                .hint(format!(
                    "写成“第{}号{}”",
                    view.text(start..end),
                    view.text(end..end + 2)
                ))
                .suggest(end..end, "号");
        }
    }
}

/// Who gives orders (令) that are numbered.
const GIVERS: &[&str] = &[
    "国务院令",
    "主席令",
    "政府令",
    "部令",
    "委令",
    "局令",
    "总署令",
    "委员会令",
];

/// 国务院令722号: the serial number of an order without 第.
fn order_without_di(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    let (start, end) = (number.digits.start, number.digits.end);
    let is_serial =
        view.before(start) == '令' && view.char(end) == '号' && number.digits.len() <= 4;
    if is_serial && let Some(giver) = view.one_of_before(start, GIVERS) {
        let from = start - giver.chars().count();
        let text = view.words(from..end + 1);
        let digits = view.words(start..end);
        findings
            .at(from..end + 1, format!("“{text}”缺“第”字"))
            .hint(format!("写成“{giver}第{digits}号”"))
            .suggest(start..start, "第");
    }
}
