//! 共2460件，其中民事案件1530件、刑事案件870件、行政案件60件，民事案件占72.2%: the part is named again.

use crate::lint::findings::Findings;
use crate::lint::rules::part_of_whole::{fits, report};
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// How long the name of a part is.
const NAME: std::ops::RangeInclusive<usize> = 2..=10;

/// Reports a share that is said of a part by its name, where all parts of the whole are told of before.
pub(super) fn share_of_named_part(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let start = said.digits.start;
    let Some(link) = view.one_of_before(
        start,
        &["占比达到", "占比达", "占比为", "占比", "占总数的", "占"],
    ) else {
        return;
    };
    let end = start - link.chars().count();
    let clause = view.clause(end);
    let name = clause.start..end;
    let is_name = NAME.contains(&name.len()) && name.clone().all(|at| is_han(view.char(at)));
    let told = is_name.then(|| whole_and_part(view, name)).flatten();
    if let Some((whole, part)) = told.filter(|(whole, part)| !fits(view, said, part, whole)) {
        report(view, "占比", said, (part, whole), findings);
    }
}

/// The number right behind the name before, and the number before it that it makes with the others of
/// the sentence.
fn whole_and_part<'v>(
    view: &'v TextView<'_>,
    name: std::ops::Range<usize>,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let sentence = view.sentence(name.start);
    let before = sentence.start..name.start;
    let at = view.find(before.clone(), view.words(name.clone()))?;
    let end = at + name.len();
    let part = view.numbers_in(end..end + 1).first()?;
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == part.unit(chars);
    let mut all = view.numbers_in(before).iter().filter(alike);
    let whole = all.next().filter(|whole| whole.digits.end <= at)?;
    let sum = all
        .map(|it| it.value(chars))
        .sum::<Option<rust_decimal::Decimal>>();
    (sum.is_some() && sum == whole.value(chars)).then_some((whole, part))
}
