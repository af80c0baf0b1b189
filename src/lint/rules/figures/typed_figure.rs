//! A statistic typed in prose instead of a figure.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};

/// A statistic typed in prose instead of a figure.
pub(crate) const TYPED_FIGURE: Rule = Rule {
    name: "typed-figure",
    title: "手写的数字没有出处",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("typed_figure.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    for number in view.typed() {
        let text = view.text().text(number.range());
        findings
            .at(number.range(), format!("“{text}”是手写的数字，没有出处"))
            .hint("写进 facts 的 figures，文字里用 {{ figure.编号 }} 打印");
    }
}
