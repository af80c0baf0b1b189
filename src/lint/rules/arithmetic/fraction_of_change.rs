//! 由15个工作日缩短为5个工作日，压缩了三分之一: a fraction that the change does not make.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::changes::{Change, claim_verb};
use crate::lint::view::{TextView, is_han};

/// How far behind a change its fraction is told, in characters.
const NEAR: usize = 24;

/// How far a fraction in words may be off what it stands for.
const ROUGH: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// Reports a fraction at `range`, if it is told of a change right before and is another one.
pub(super) fn fraction_of_change(
    view: &TextView<'_>,
    range: &Range<usize>,
    said: Decimal,
    findings: &mut Findings<'_>,
) {
    let Some(change) = told_of(view, range) else {
        return;
    };
    let from = change.from.value(view.chars());
    let share = change.difference(view).zip(from);
    let share = share.and_then(|(difference, from)| difference.checked_div(from));
    let Some(share) = share.filter(|share| (share / said - Decimal::ONE).abs() > ROUGH) else {
        return;
    };
    let (from, to) = (change.from.range(), change.to.range());
    let percent = plain(share * Decimal::ONE_HUNDRED, 1);
    let (text, from, to) = (view.words(range.clone()), view.words(from), view.words(to));
    findings
        .at(range.clone(), format!("“{text}”与“{from}”“{to}”不符"))
        .hint(format!("从{from}到{to}，变化{percent}%"));
}

/// The change that ends right before a clause that holds nothing but a verb of its direction and the fraction.
fn told_of<'v>(view: &'v TextView<'_>, range: &Range<usize>) -> Option<&'v Change> {
    let clause = view.clause(range.start);
    let lead = view.words(clause.start..range.start);
    let direction = claim_verb(lead).filter(|_| lead.chars().all(is_han))?;
    let ends = view.is_any_at(range.end, "，。；）\n");
    let change = view.change_before(clause.start)?;
    let gap = change.to.unit.end..clause.start;
    let is_near = gap.len() <= NEAR && view.numbers_in(gap).is_empty();
    (ends && is_near && change.direction == direction).then_some(change)
}
