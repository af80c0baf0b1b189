//! 煤炭、油品、天然气、非化石能源占能源消费总量的比重分别为48%、17%、14%和25%: shares of one whole.

use rust_decimal::Decimal;

use crate::lint::Word;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Words by which the named things are not parts of one whole, or may overlap.
const NO_PARTS: [&str; 26] = [
    "以上",
    "以下",
    "党员",
    "女",
    "学历",
    "职称",
    "选择",
    "受访",
    "问卷",
    "调查",
    "反映",
    "关注",
    "诉求",
    "认为",
    "年",
    "月",
    "季度",
    "GDP",
    "生产总值",
    "各自",
    "县、",
    "区、",
    "镇、",
    "市、",
    "其中",
    "%",
];

/// Reports shares that are listed one by one and make more than the whole, or less if the names leave
/// nothing over.
pub(super) fn listed_shares(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let clause = view.clause(word.start);
    let names = clause.start..word.start;
    let shares = shares(view, word.end..view.sentence(word.end).end);
    let count = 1 + names
        .clone()
        .filter(|at| view.is_any_at(*at, "、和与及"))
        .count();
    let is_list = shares.len() >= 3 && view.find(names.clone(), "、").is_some();
    let is_of_industries =
        view.has_any(&names, &["三次产业", "一、二、三产业"]) && shares.len() == 3;
    let are_named = is_list && count == shares.len();
    let are_parts = are_named && !view.has_any(&names, &NO_PARTS);
    if !are_parts && !is_of_industries {
        return;
    }
    let leaves_none =
        is_of_industries || view.has_any(&names, &["其他", "其余", "其它", "第三产业"]);
    let sum: Option<Decimal> = shares.iter().map(|share| share.value(chars)).sum();
    let slack: Option<Decimal> = shares.iter().map(|share| share.rounding(chars)).sum();
    let Some((sum, slack)) = sum.zip(slack) else {
        return;
    };
    let over = sum - Decimal::ONE_HUNDRED;
    let is_over = over > slack && over <= Decimal::from(20);
    let is_under = leaves_none && -over > slack && -over <= Decimal::from(20);
    if is_over || is_under {
        let range = shares[0].digits.start..shares[shares.len() - 1].unit.end;
        findings
            .at(range, format!("各项占比之和是{}%", plain(sum, 2)))
            .hint("同一个整体的各项占比合起来不超过100%；逐项核对");
    }
}

/// The exact percentages that stand side by side at the beginning of `range`.
fn shares<'v>(view: &'v TextView<'_>, range: std::ops::Range<usize>) -> Vec<&'v Number> {
    let mut from = range.start;
    let mut shares = Vec::new();
    for number in view.numbers_in(range) {
        let is_first = shares.is_empty();
        let joins = number.digits.start == from + usize::from(!is_first)
            && (is_first || view.is_any_at(from, "、和与，"));
        if !joins || !number.is_percent(view.chars()) || !number.is_exact_amount() {
            break;
        }
        shares.push(number);
        from = number.unit.end;
    }
    shares
}
