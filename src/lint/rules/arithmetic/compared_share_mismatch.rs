//! 76.4%，高于全省平均水平（72.9%）4.5个百分点: how far two shares are apart.

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 76.4%，高于全省平均水平（72.9%）4.5个百分点: how far two shares are apart.
pub(crate) const COMPARED_SHARE_MISMATCH: Rule = Rule {
    name: "compared-share-mismatch",
    title: "高出、低于的百分点与两个百分数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("compared_share_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        from_average(view, triple, findings);
    }
}

/// More characters than stand between a share and the one that it is compared with.
const LONGEST_COMPARISON: usize = 20;

/// 76.4%，高于全省平均水平（72.9%）4.5个百分点: how far two shares are apart.
fn from_average(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [here, average, points] = triple else {
        return;
    };
    let chars = view.chars();
    let is_near = average.digits.start - here.unit.end <= LONGEST_COMPARISON
        && points.digits.start - average.unit.end <= 3;
    let are_shares = here.is_percent(chars) && average.is_percent(chars);
    if !is_near || !are_shares || points.unit(chars) != ['个', '百', '分', '点'] {
        return;
    }
    let lead = view.text(here.unit.end..average.digits.start);
    let link = view.text(average.unit.end..points.digits.start);
    let is_compared = match link.as_str() {
        "）" => lead.ends_with('（') && lead.contains(['高', '低']),
        "高" | "低" | "高出" | "）高" | "）低" | "）高出" => lead.contains(['比', '较']),
        _ => false,
    };
    let exact = triple.iter().all(Number::is_exact_amount) && lead.starts_with('，');
    let values = here.value(chars).zip(average.value(chars));
    let difference = values.map(|(here, average)| (here - average).abs());
    let off = difference.zip(points.value(chars));
    if let Some((should, _)) = off.filter(|(should, said)| should != said && is_compared && exact) {
        let (text, here) = (view.text(points.range()), view.text(here.range()));
        let average = view.text(average.range());
        findings
            .at(points.range(), format!("“{text}”与“{here}”“{average}”不符"))
            .hint(format!("两个百分数相差{}个百分点", plain(should, 2)));
    }
}
