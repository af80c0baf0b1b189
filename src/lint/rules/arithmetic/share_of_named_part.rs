//! 共2460件，其中民事案件1530件、刑事案件870件、行政案件60件，民事案件占72.2%: the part is named again.

use super::part_of_whole::{comes_to, fits, report};
use crate::lint::arithmetic::{is_misprint, printed_share};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// How long the name of a part is.
const NAME: std::ops::RangeInclusive<usize> = 2..=10;

/// Reports a share that is said of a part by its name, where all parts of the whole are told of before.
pub(super) fn share_of_named_part(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let start = said.digits.start;
    // 占60%，为4080万元: what the share comes to stands behind it.
    if comes_to(view, said) {
        return;
    }
    let Some(link) = view.one_of_before(
        start,
        &[
            "占比已达",
            "占比高达",
            "占比达到",
            "占比达",
            "占比为",
            "占比",
            "占总数的",
            "占",
        ],
    ) else {
        return;
    };
    let end = start - link.chars().count();
    let clause = view.clause(end);
    let name = clause.start..end;
    let is_name = NAME.contains(&name.len()) && name.clone().all(|at| is_han(view.char(at)));
    let told = is_name
        .then(|| whole_and_part(view, name).or_else(|| only_pair(view, said, clause.start)))
        .flatten();
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

/// 常住人口28万人，老年人5.6万人，老年人口占比已达25%: the only two numbers of a kind before, of which the
/// share is one digit off.
fn only_pair<'v>(
    view: &'v TextView<'_>,
    said: &Number,
    end: usize,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let amounts = view.numbers_in(view.sentence(end).start..end);
    let last = amounts.last().filter(|it| !it.is_percent(chars))?;
    let mut amounts = amounts
        .iter()
        .filter(|it| it.unit(chars) == last.unit(chars));
    let (whole, part) = (amounts.next()?, amounts.next()?);
    let alike = whole.unit(chars) == part.unit(chars) && !whole.unit(chars).is_empty();
    let are_exact = [whole, part, said].iter().all(|it| it.is_exact_amount());
    let adjoins = view.clause(part.digits.start).end + 1 == end;
    let is_part = part.value(chars) < whole.value(chars);
    let should = printed_share(part, whole, chars)?;
    let is_slip = is_misprint(said.decimal(chars)?, should);
    (amounts.next().is_none() && alike && are_exact && adjoins && is_part && is_slip)
        .then_some((whole, part))
}
