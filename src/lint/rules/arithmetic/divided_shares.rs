//! 从年龄结构看，甲占45%，乙占32%，丙占28%: shares of one division make no more than the whole.

use std::ops::Range;

use rust_decimal::Decimal;

use super::shares_sum::is_share;
use crate::lint::Word;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Words by which the named things may overlap, or hold each other.
const OVERLAPPING: [&str; 7] = ["党员", "女", "其中", "多选", "同比", "或", "兼"];

/// More than this over the whole is something else.
const FARTHEST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

/// Reports three or more shares behind a division, or before the word that they are all, if they make more
/// than the whole.
pub(super) fn divided_shares(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let is_divided = view.before(word.end) == '，';
    let range = match is_divided {
        true => word.end..sentence.end,
        false => sentence.start..word.start,
    };
    let clause = view.clause(word.start);
    let is_told = is_divided || view.has_any(&clause, &["构成", "合起来", "合计"]);
    let shares: Vec<&Number> = view
        .numbers_in(range.clone())
        .iter()
        .filter(|number| is_share(view, number))
        .collect();
    let [first, .., last] = shares.as_slice() else {
        return;
    };
    let chars = view.chars();
    let sum: Option<Decimal> = shares.iter().map(|share| share.value(chars)).sum();
    let slack: Option<Decimal> = shares.iter().map(|share| share.rounding(chars)).sum();
    let Some((sum, slack)) = sum.zip(slack).filter(|_| is_told && shares.len() >= 3) else {
        return;
    };
    let over = sum - Decimal::ONE_HUNDRED;
    let overlap = view.has_any(&range, &OVERLAPPING) || hold_each_other(view, &range);
    if over > slack && over <= FARTHEST && !overlap {
        let message = format!("各项占比之和是{}%", plain(sum, 2));
        findings
            .at(first.digits.start..last.unit.end, message)
            .hint("同一个整体的各项占比合起来不超过100%；逐项核对");
    }
}

/// 60岁以上的占34%，80岁以上的占12%: two bounds of one kind; one alone is the end of a scale.
fn hold_each_other(view: &TextView<'_>, range: &Range<usize>) -> bool {
    ["以上", "以下"].iter().any(|bound| {
        let first = view.find(range.clone(), bound);
        first.is_some_and(|at| view.find(at + 2..range.end, bound).is_some())
    })
}
