//! 由48万增至54万，由2.5万增至2.8万，分别增长12.5%和10.2%: the rates of the changes before, one each.

use crate::lint::arithmetic::{Interval, Verdict, growth, plain, verdict};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::{Change, Direction, claim_verb};
use crate::lint::view::numbers::Number;

/// Reports each rate behind 分别增长 that is not the one of its change.
pub(super) fn growth_of_each(view: &TextView<'_>, findings: &mut Findings<'_>) {
    if view.changes().len() < 2 {
        return;
    }
    for at in view.each(0..view.chars().len(), "分别") {
        let rates = rates(view, at);
        let sentence = view.sentence(at).start..at;
        let before = view.changes().iter();
        let before = before.filter(|it| sentence.contains(&it.to.digits.start));
        let changes: Vec<&Change> = before.collect();
        if rates.len() < 2 || changes.len() != rates.len() {
            continue;
        }
        let lead = at + "分别".chars().count()..rates[0].digits.start;
        let falls = claim_verb(view.words(lead)) == Some(Direction::Down);
        for (change, rate) in changes.into_iter().zip(rates) {
            judge(view, change, (rate, falls), findings);
        }
    }
}

/// The exact percentages behind 分别增长 that 和 or 、 joins.
fn rates<'v>(view: &'v TextView<'_>, at: usize) -> Vec<&'v Number> {
    let chars = view.chars();
    let start = at + "分别".chars().count();
    let mut from = start;
    let numbers = view.numbers_in(start..view.clause(at).end).iter();
    let joined = numbers.take_while(|number| {
        let lead = from.min(number.digits.start)..number.digits.start;
        let is_joined = match from == start {
            true => claim_verb(view.words(lead)).is_some(),
            false => matches!(view.words(lead), "和" | "、" | "及" | "与"),
        };
        from = number.unit.end;
        is_joined && number.is_percent(chars) && number.is_exact_amount()
    });
    joined.collect()
}

/// Holds a rate, which is said to be that of a fall or of a rise, against its change.
fn judge(
    view: &TextView<'_>,
    change: &Change,
    (rate, falls): (&Number, bool),
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let ends = Interval::beside(&change.from, &change.to, chars);
    let Some(should) = ends.and_then(|(from, to)| growth(from, to)) else {
        return;
    };
    let should = if falls { should.negated() } else { should };
    if verdict(rate, chars, should) == Some(Verdict::Wrong) {
        let text = view.words(rate.range());
        let (from, to) = (view.text(change.from.range()), view.text(change.to.range()));
        findings
            .at(rate.range(), format!("“{text}”与“{from}”到“{to}”不符"))
            .hint(format!("按这两个数计算是{}%", plain(should.middle(), 1)));
    }
}
