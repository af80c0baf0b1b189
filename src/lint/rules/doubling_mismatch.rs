//! 由3.6万吨到7.2万吨，翻两番: once.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::lists::chinese_number;
use crate::lint::view::{TextView, is_chinese_digit};
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
    for change in view.changes() {
        let sentence = view.sentence(change.to.unit.end);
        let Some((place, said)) = doublings(view, change.to.unit.end..sentence.end) else {
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
            let text = view.text(place.clone());
            findings
                .at(
                    place,
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

/// 翻一番, 翻了两番 with the count, if it is said of the change itself.
fn doublings(view: &TextView<'_>, range: Range<usize>) -> Option<(Range<usize>, usize)> {
    let start = view.find(range.clone(), "翻")?;
    let count = start + 1 + usize::from(view.char(start + 1) == '了');
    let said = chinese_number(view.char(count))?;
    let is_doubling = view.char(count + 1) == '番' && is_own(&view.text(range.start..start));
    is_doubling.then_some((start..count + 2, said))
}

/// Whether what stands between the change and 翻 has no subject of its own, as in “，五年翻两番”.
fn is_own(lead: &str) -> bool {
    let lead = lead.trim_start_matches(['，', '、', '（', '；']);
    let is_of_years = |character: char| character.is_ascii_digit() || is_chinese_digit(character);
    let lead = lead.trim_start_matches(is_of_years);
    let lead = ["年间", "年来", "年内", "年时间", "年"]
        .iter()
        .find_map(|years| lead.strip_prefix(years))
        .unwrap_or(lead);
    ["", "实现", "实现了", "整整", "累计", "共", "已"].contains(&lead)
}
