//! 第36提案: the number of a proposal without 号.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
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
        let (start, end) = (number.digits.start, number.digits.end);
        let is_matter = view.one_of_at(end, &["提案", "建议", "议案"]).is_some();
        if view.before(start) == '第' && is_matter {
            let text = view.text(start - 1..end + 2);
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
