//! 总额达到1860亿元，同比增长12.5个百分点.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 总额达到1860亿元，同比增长12.5个百分点.
pub(crate) const POINTS_OF_AMOUNT: Rule = Rule {
    name: "points-of-amount",
    title: "数量的增长用了百分点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("points_of_amount.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for pair in view.numbers().windows(2) {
        let (amount, change) = (&pair[0], &pair[1]);
        if view.text(change.unit.clone()) != "个百分点" || !is_amount(view, amount) {
            continue;
        }
        let lead = view.text(amount.unit.end..change.digits.start);
        let compared = [
            "，同比",
            "，比上年",
            "，较上年",
            "，比去年",
            "，比上年同期",
            "，比去年同期",
        ];
        let mut rest = compared.iter().filter_map(|word| lead.strip_prefix(word));
        if rest.any(|verb| ["增长", "下降", "减少", "增加"].contains(&verb)) {
            let text = view.text(change.range());
            let right = format!("{}%", view.text(change.digits.clone()));
            let amount: String = chars[amount.range()].iter().collect();
            findings
                .at(
                    change.range(),
                    format!("“{amount}”的变化“{text}”应当用百分数"),
                )
                .hint(format!(
                    "如果是增长率，改为“{right}”；百分点只用于两个百分数之差"
                ));
        }
    }
}

/// Something counted or measured, no rate and no date.
fn is_amount(view: &TextView<'_>, number: &Number) -> bool {
    let unit = view.text(number.unit.clone());
    let is_other = unit.is_empty() || ["%", "年", "月", "日", "个百分点"].contains(&unit.as_str());
    number.kind == NumberKind::Plain && !is_other && !unit.starts_with('月')
}
