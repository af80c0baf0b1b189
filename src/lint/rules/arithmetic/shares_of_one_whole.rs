//! 800份问卷中，有520名…，占62%；有96名…，占12%: shares of one whole that is counted in another unit.

use super::part_of_whole::{fits, report};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// A part with its share.
type Shared<'v> = (&'v Number, &'v Number);

/// Reports the only share of a sentence that is not one of its first number, where another share is.
pub(super) fn shares_of_one_whole(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let Some((whole, shared)) = shares(view, said) else {
        return;
    };
    let is_right = |it: &&Shared<'_>| fits(view, it.1, it.0, whole);
    let mut wrong = shared.iter().filter(|it| !is_right(it));
    let only = wrong.next().filter(|_| wrong.next().is_none());
    if let Some((part, _)) = only.filter(|it| it.1.digits == said.digits && shared.len() > 1) {
        report(view, "占比", said, (part, whole), findings);
    }
}

/// The first number of the sentence, if it stands before 中，, and the parts with their shares behind it.
fn shares<'v>(view: &'v TextView<'_>, said: &Number) -> Option<(&'v Number, Vec<Shared<'v>>)> {
    const NEAR: usize = 10;
    let chars = view.chars();
    let numbers = view.numbers_in(view.sentence(said.digits.start));
    let (whole, rest) = numbers.split_first()?;
    let clause = view.clause(whole.unit.end);
    let is_whole = view.ends_at(clause.end, "中") && clause.end - whole.unit.end <= NEAR;
    let is_share = |it: &Number| it.is_percent(chars) && view.ends_at(it.digits.start, "，占");
    let pairs = rest.windows(2).filter(|pair| is_share(&pair[1]));
    let pairs: Vec<Shared<'v>> = pairs.map(|pair| (&pair[0], &pair[1])).collect();
    let are_counts = pairs.iter().all(|(part, _)| {
        part.is_exact_amount() && part.value(chars) < whole.value(chars) && !part.is_percent(chars)
    });
    let are_of_other = pairs.iter().all(|it| it.0.unit(chars) != whole.unit(chars));
    (is_whole && are_counts && are_of_other && whole.is_exact_amount()).then_some((whole, pairs))
}
