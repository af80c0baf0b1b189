//! 常住人口48.3万人，老年人12.5万人，老年人口占常住人口的比例已达31.2%: the whole is named with its share.

use super::part_of_whole::{count_the_same, fits, report};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// What stands between the name of the whole and its share.
const LINKS: [&str; 10] = [
    "的比例已达",
    "的比重已达",
    "的比例达到",
    "的比重达到",
    "的比例达",
    "的比重达",
    "的比例为",
    "的比重为",
    "的比例",
    "的比重",
];

/// More characters than the name of a whole has.
const LONGEST: usize = 12;

/// Reports a share of what the first of two numbers of one unit is named, if it is not that of the two.
pub(super) fn share_of_named_whole(
    view: &TextView<'_>,
    said: &Number,
    findings: &mut Findings<'_>,
) {
    if let Some((part, whole)) = told(view, said)
        && said.is_exact_amount()
        && !fits(view, said, part, whole)
    {
        report(view, "占比", said, (part, whole), findings);
    }
}

/// The part and the whole of the sentence that the share is told of.
fn told<'v>(view: &'v TextView<'_>, said: &Number) -> Option<(&'v Number, &'v Number)> {
    let end = said.digits.start;
    let end = end - view.one_of_before(end, &LINKS)?.chars().count();
    let of = (end.saturating_sub(LONGEST)..end)
        .rev()
        .find(|at| view.char(*at) == '占')?;
    let name = of + 1..end;
    let is_name = name.len() >= 2 && name.clone().all(|at| is_han(view.char(at)));
    let clause = view.clause(of);
    let before = view.numbers_in(view.sentence(of).start..clause.start);
    let chars = view.chars();
    let part = before
        .last()
        .filter(|it| is_name && !it.is_percent(chars))?;
    let mut alike = before.iter().filter(|it| count_the_same(view, it, part));
    let whole = alike.next()?;
    let is_only_pair = alike.next().is_some_and(|it| it.digits == part.digits);
    let adjoins = view.clause(part.unit.end).end + 1 == clause.start;
    let is_named = view.ends_at(whole.digits.start, view.words(name));
    let is_less = part.value(chars) < whole.value(chars);
    (is_only_pair && adjoins && is_named && is_less).then_some((part, whole))
}
