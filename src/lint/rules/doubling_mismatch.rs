//! 由3.6万吨到7.2万吨，翻两番: once.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::changes::changes;
use crate::lint::rules::lists::chinese_number;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 由3.6万吨到7.2万吨，翻两番: once.
pub(crate) const DOUBLING_MISMATCH: Rule = Rule {
    name: "doubling-mismatch",
    title: "翻番数与前后两个数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubling_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for change in changes(view) {
        let sentence = view.sentence(change.to.unit.end);
        let Some((at, said)) = doublings(view, change.to.unit.end..sentence.end) else {
            continue;
        };
        let ratio = change
            .to
            .value(view.chars())
            .zip(change.from.value(view.chars()));
        let Some(ratio) = ratio.and_then(|(to, from)| to.checked_div(from)) else {
            continue;
        };
        let expected = Decimal::from(1_u64 << said.min(16));
        // A doubling is often said of a little less or a good deal more.
        let is_right = ratio * Decimal::TWO > expected * Decimal::new(19, 1)
            && ratio < expected * Decimal::new(19, 1);
        if !is_right {
            let text = view.text(at..at + 3);
            findings
                .at(
                    at..at + 3,
                    format!(
                        "“{text}”与“{}”到“{}”不符",
                        view.text(change.from.range()),
                        view.text(change.to.range())
                    ),
                )
                .hint(format!(
                    "后一个数是前一个数的{}倍；翻一番是2倍，翻两番是4倍",
                    plain(ratio, 2)
                ));
        }
    }
}

/// 翻一番, 翻两番 with the count.
fn doublings(view: &TextView<'_>, range: Range<usize>) -> Option<(usize, usize)> {
    let at = view.find(range, "翻")?;
    let at = if view.char(at + 1) == '了' {
        at + 1
    } else {
        at
    };
    (view.char(at + 2) == '番').then_some((at, chinese_number(view.char(at + 1))?))
}
