//! 提案6条，其中本单位1条、会办4条.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule, Word};

/// 提案6条，其中本单位1条、会办4条.
pub(crate) const PARTS_MISMATCH: Rule = Rule {
    name: "parts-mismatch",
    title: "各部分之和与总数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("parts_mismatch.md"),
};

const WORDS: &[&str] = &["其中"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let after = word.end..sentence.end;
    let Some(parts) = parts(view, after.clone()) else {
        return;
    };
    let Some(whole) = whole(view, sentence.start..word.start, parts[0]) else {
        return;
    };
    let sum: Option<Decimal> = parts.iter().map(|part| part.value(view.chars())).sum();
    let Some((sum, total)) = sum.zip(whole.value(view.chars())) else {
        return;
    };
    if sum == total
        || parts
            .iter()
            .any(|part| part.value(view.chars()) > Some(total))
    {
        return;
    }
    let range = whole.digits.start..parts[parts.len() - 1].unit.end;
    let message = format!(
        "“{}”与“其中”各部分之和{}不符",
        view.text(whole.range()),
        plain(sum, 4)
    );
    let is_whole = is_complete(view, &parts, after.start);
    if sum > total || is_whole {
        findings.at(range, message).hint("核对总数和各部分");
    }
}

/// The exact whole numbers of one unit after 其中, joined by 、 or ，; at least two.
fn parts<'v>(view: &'v TextView<'_>, after: Range<usize>) -> Option<Vec<&'v Number>> {
    let chars = view.chars();
    let numbers = view.numbers_in(after.clone());
    let first = numbers.first()?;
    let mut parts: Vec<&Number> = Vec::new();
    let mut from = after.start;
    for number in numbers {
        let lead = view.text(from..number.digits.start);
        // 已办结6件 is said of the whole again.
        let is_whole_again = lead
            .trim_start_matches('，')
            .starts_with(['已', '均', '全', '占', '共', '现', '目']);
        let names_a_part = !is_whole_again
            && lead.chars().count() <= 16
            && !lead.contains(['比', '增', '减', '：', '；', '（', '其', '达', '超', '每']);
        let same = number.unit(chars) == first.unit(chars) && number.kind == NumberKind::Plain;
        if !same
            || !names_a_part
            || number.is_approximate
            || number.rounding(chars) != Some(Decimal::ZERO)
            || number.unit.is_empty()
        {
            break;
        }
        parts.push(number);
        from = number.unit.end;
        if !"、，和".contains(view.char(from)) {
            break;
        }
    }
    (parts.len() >= 2 && "。；\n".contains(view.char(from))
        || parts.len() >= 2
            && view
                .one_of_at(from, &["，已", "，均", "，全", "，落实", "，占", "，共"])
                .is_some())
    .then_some(parts)
}

fn whole<'v>(view: &'v TextView<'_>, before: Range<usize>, part: &Number) -> Option<&'v Number> {
    let chars = view.chars();
    let whole = view.numbers_in(before).last()?;
    let adjoins = view
        .text(whole.unit.end..view.clause(whole.unit.end).end)
        .chars()
        .count()
        <= 2;
    let same = whole.unit(chars) == part.unit(chars)
        && !whole.is_approximate
        && whole.rounding(chars) == Some(Decimal::ZERO);
    (same && adjoins && whole.kind == NumberKind::Plain).then_some(whole)
}

/// Pairs of names that leave nothing over.
const COMPLETE: &[(&str, &str)] = &[
    ("我单位", "会办"),
    ("本单位", "会办"),
    ("我局", "会办"),
    ("主办", "会办"),
    ("主办", "协办"),
    ("独办", "会办"),
    ("主办", "分办"),
    ("男", "女"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("公办", "民办"),
    ("A类", "B类"),
    ("城区", "乡镇"),
    ("满意", "不满意"),
    ("线上", "线下"),
    ("国内", "国外"),
    ("境内", "境外"),
    ("省内", "省外"),
    ("市内", "市外"),
    ("新建", "改建"),
    ("新建", "改扩建"),
    ("新建", "续建"),
    ("已完成", "未完成"),
    ("已办结", "正在办理"),
    ("建议", "提案"),
    ("人大建议", "政协提案"),
];

/// Whether the names of the parts leave nothing over.
fn is_complete(view: &TextView<'_>, parts: &[&Number], start: usize) -> bool {
    let text = view.text(start..parts[parts.len() - 1].unit.end);
    COMPLETE
        .iter()
        .any(|(one, other)| text.contains(one) && text.replace(one, "").contains(other))
}
