//! 提案6条，其中本单位1条、会办4条.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::{Finding, Findings};
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
    let Some(list) = parts(view, after.clone()) else {
        return;
    };
    let Some(whole) = whole(view, sentence.start..word.start, list.parts[0]) else {
        return;
    };
    let chars = view.chars();
    let sum: Option<Decimal> = list.parts.iter().map(|part| part.value(chars)).sum();
    let Some((sum, total)) = sum.zip(whole.value(chars)) else {
        return;
    };
    // A part above the whole has a rule of its own.
    if list
        .parts
        .iter()
        .any(|part| part.value(chars) > Some(total))
    {
        return;
    }
    let slack = slack(view, whole, &list.parts);
    let is_whole = list.is_closed && is_complete(view, &list.parts, after.start);
    if sum > total + slack || is_whole && sum + slack < total {
        let _ = report(view, whole, &list.parts, sum, findings);
    } else if list.is_closed && list.parts.len() >= 3 && is_nearly(sum, total, slack) {
        report(view, whole, &list.parts, sum, findings).hint("核对总数和各部分；没有列全就加“等”");
    } else if list.is_closed
        && list.parts.len() >= 3
        && (sum - total).abs() * TWENTY <= total
        && sum != total
    {
        let range = whole.digits.start..list.parts[list.parts.len() - 1].unit.end;
        findings
            .hint(range, "各部分之和与总数差一点")
            .hint("不是四舍五入造成的，就核对总数和各部分");
    }
}

fn report<'f>(
    view: &TextView<'_>,
    whole: &Number,
    parts: &[&Number],
    sum: Decimal,
    findings: &'f mut Findings<'_>,
) -> Finding<'f> {
    let factor = whole
        .value(view.chars())
        .zip(whole.decimal(view.chars()))
        .and_then(|(value, decimal)| value.checked_div(decimal))
        .unwrap_or(Decimal::ONE);
    let sum = plain(sum.checked_div(factor).unwrap_or(sum), 4);
    let scale = view.text(whole.multiplier.clone());
    findings
        .at(
            whole.digits.start..parts[parts.len() - 1].unit.end,
            format!(
                "“{}”与“其中”各部分之和{sum}{scale}不符",
                view.text(whole.range())
            ),
        )
        .hint("核对总数和各部分")
}

/// What rounding may part is a twentieth of the whole at most.
const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Whether three parts or more leave so little over that it was hardly meant.
fn is_nearly(sum: Decimal, total: Decimal, slack: Decimal) -> bool {
    let is_most = sum * Decimal::TEN >= total * Decimal::from(9);
    is_most && sum + slack < total
}

/// How far rounding may put the sum of the parts from the whole.
fn slack(view: &TextView<'_>, whole: &Number, parts: &[&Number]) -> Decimal {
    let numbers = parts.iter().copied().chain([whole]);
    let slacks = numbers.map(|number| number.rounding(view.chars()).unwrap_or(Decimal::ZERO));
    slacks.sum()
}

/// The parts of a whole as they are listed.
struct PartList<'v> {
    parts: Vec<&'v Number>,
    /// Whether nothing that is said after them can be one more part.
    is_closed: bool,
}

/// The numbers of one unit after 其中, joined by 、 or ，; at least two.
fn parts<'v>(view: &'v TextView<'_>, after: Range<usize>) -> Option<PartList<'v>> {
    let numbers = view.numbers_in(after.clone());
    let first = numbers.first()?;
    let mut parts: Vec<&Number> = Vec::new();
    let mut from = after.start;
    for number in numbers {
        if !is_part(view, from, number, first) {
            break;
        }
        parts.push(number);
        from = number.unit.end;
        if !"、，和".contains(view.char(from)) {
            break;
        }
    }
    (parts.len() >= 2).then(|| PartList {
        is_closed: is_closed(view, from, first.unit(view.chars())),
        parts,
    })
}

/// What is reckoned from the parts and is none: 出口465亿元、进口217亿元，顺差248亿元.
const DERIVED: [&str; 7] = ["顺差", "逆差", "差额", "相差", "结余", "净增", "净减"];

fn is_part(view: &TextView<'_>, from: usize, number: &Number, first: &Number) -> bool {
    let chars = view.chars();
    let lead = view.text(from..number.digits.start);
    // 已办结6件 is said of the whole again.
    let is_whole_again = lead
        .trim_start_matches('，')
        .starts_with(['已', '均', '全', '占', '共', '现', '目']);
    let names_a_part = !is_whole_again
        && lead.chars().count() <= 16
        && !lead.contains([
            '比', '增', '减', '：', '；', '（', '其', '达', '超', '每', '至', '到', '计',
        ]);
    let names_a_part = names_a_part && !DERIVED.iter().any(|word| lead.contains(word));
    let same = number.unit(chars) == first.unit(chars) && number.kind == NumberKind::Plain;
    same && names_a_part && !number.is_approximate && !number.unit.is_empty()
}

/// Whether the list ends: at a stop, or before a clause that says something else.
fn is_closed(view: &TextView<'_>, end: usize, unit: &[char]) -> bool {
    if "。；\n".contains(view.char(end)) {
        return true;
    }
    let clause = view.clause(end + 1);
    let is_amount = |number: &Number| number.unit(view.chars()) == unit;
    view.char(end) == '，' && !view.numbers_in(end..clause.end).iter().any(is_amount)
}

fn whole<'v>(view: &'v TextView<'_>, before: Range<usize>, part: &Number) -> Option<&'v Number> {
    let chars = view.chars();
    let whole = view.numbers_in(before).last()?;
    let rest = whole.unit.end..view.clause(whole.unit.end).end;
    let adjoins = view.text(rest).chars().count() <= 2;
    let same = whole.unit(chars) == part.unit(chars) && !whole.is_approximate;
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
    ("公立", "民营"),
    ("公办", "民营"),
    ("公立", "私立"),
    ("国有", "民营"),
    ("城区", "农村"),
    ("县城", "农村"),
    ("城区", "乡村"),
    ("主城区", "远城区"),
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
