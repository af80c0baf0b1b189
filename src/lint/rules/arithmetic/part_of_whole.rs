//! A part and its whole with the share that is said of them, recomputed.

use crate::lint::arithmetic::{Interval, Verdict, plain, share, verdict};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Whether an exact amount counts the same things as another number.
pub(crate) fn count_the_same(view: &TextView<'_>, one: &Number, other: &Number) -> bool {
    are_of_one_unit(view, one, other) && one.is_exact_amount()
}

/// Whether two numbers have the same unit; 人, 名 and 位 are one.
pub(crate) fn are_of_one_unit(view: &TextView<'_>, one: &Number, other: &Number) -> bool {
    let chars = view.chars();
    let is_of_people = |it: &Number| matches!(it.unit(chars), ['人' | '名' | '位']);
    one.unit(chars) == other.unit(chars) || is_of_people(one) && is_of_people(other)
}

/// What the share of the part should be, in per cent, as rounding allows.
pub(crate) fn should_be(view: &TextView<'_>, part: &Number, whole: &Number) -> Option<Interval> {
    let chars = view.chars();
    let intervals = Interval::beside(part, whole, chars);
    intervals.and_then(|(part, whole)| share(part, whole))
}

/// Whether the printed share is that of the two numbers, rounded or cut off.
pub(crate) fn fits(view: &TextView<'_>, said: &Number, part: &Number, whole: &Number) -> bool {
    let should = should_be(view, part, whole);
    let verdict = should.and_then(|should| verdict(said, view.chars(), should));
    verdict.is_some_and(|verdict| verdict != Verdict::Wrong)
}

/// 占60%，为4080万元: what a share comes to stands behind it, and not before.
pub(super) fn comes_to(view: &TextView<'_>, share: &Number) -> bool {
    let end = share.unit.end;
    let link = view.one_of_at(end, &["，为", "，计", "，即"]);
    let start = end + link.map_or(0, |link| link.chars().count());
    let amount = view.numbers_in(start..start + 1).first();
    link.is_some() && amount.is_some_and(|it| !it.is_percent(view.chars()))
}

/// Reports a share, which `name` calls 占比 or 比率, with what it should be.
pub(crate) fn report(
    view: &TextView<'_>,
    name: &str,
    said: &Number,
    (part, whole): (&Number, &Number),
    findings: &mut Findings<'_>,
) {
    let Some(should) = should_be(view, part, whole) else {
        return;
    };
    let text = view.words(said.range());
    let (part, whole) = (view.text(part.range()), view.text(whole.range()));
    let places = said.decimal(view.chars()).map_or(2, |value| value.scale());
    findings
        .at(
            said.range(),
            format!("{name}“{text}”与“{part}”“{whole}”不符"),
        )
        .hint(format!(
            "{part}除以{whole}是{}%",
            plain(should.middle(), places.max(1))
        ));
}

/// 现有425公里，已实施340公里: the clause right behind the whole tells how much of it is done.
pub(crate) fn is_done(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    let clause = view.clause(part.digits.start);
    let done = ["已", "现已", "目前已", "累计已", "截至目前已"];
    clause.start == view.clause(whole.unit.end).end + 1
        && view.one_of_at(clause.start, &done).is_some()
}

/// 200个，其中…150个, or 在500家企业中，…200家.
pub(crate) fn is_led(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    let between = view.words(whole.unit.end..part.digits.start);
    let is_part = match between.split_once("其中") {
        Some((lead, rest)) => {
            lead.chars().count() <= 2 && !rest.trim_start_matches('，').contains(['，', '；'])
        }
        // 1250个行政村中已有1100个: what is told of some among all.
        None => ["中，", "中已有", "中有", "中已"].iter().any(|among| {
            between.split_once(among).is_some_and(|(lead, rest)| {
                lead.chars().count() <= 12
                    && !lead.contains(['，', '；'])
                    && !rest.contains(['，', '；'])
            })
        }),
    };
    is_part && !between.contains(['比', '增', '减', '每'])
}
