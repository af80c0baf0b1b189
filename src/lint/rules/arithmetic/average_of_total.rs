//! The total that an average is told of, and the average held against it.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How much of itself an average over days, months or years may be off, both numbers being rounded.
const ROUGH: Decimal = Decimal::from_parts(8, 0, 0, false, 2);

/// A total and the clause that tells it.
pub(super) struct Total<'v> {
    pub(super) number: &'v Number,
    pub(super) clause: Range<usize>,
}

/// The one number of the average's unit in the clause right before that of the average, which begins at `at`
/// or with one of the words of 折合.
pub(super) fn total_before<'v>(
    view: &'v TextView<'_>,
    at: usize,
    average: &Number,
) -> Option<Total<'v>> {
    const LEADS: [&str; 3] = ["折合", "相当于", "平均"];
    let chars = view.chars();
    let start = view.clause(at).start;
    let lead = view.one_of_at(start, &LEADS);
    let begins = start == at || start + lead.map_or(0, |lead| lead.chars().count()) == at;
    let clause = view.clause(start.checked_sub(1).filter(|_| begins)?);
    let same = |it: &&Number| it.unit(chars) == average.unit(chars) && it.is_exact_amount();
    let mut totals = view.numbers_in(clause.clone()).iter().filter(same);
    let number = totals.next().filter(|_| totals.next().is_none())?;
    let is_amount = average.is_exact_amount() && !average.is_percent(chars);
    is_amount.then_some(Total { number, clause })
}

/// Reports an average that is not that of a total over so many days, months or years (`of`).
pub(super) fn judge(
    view: &TextView<'_>,
    average: &Number,
    total: &Number,
    (count, of): (i64, &str),
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let should = total
        .value(chars)
        .and_then(|it| it.checked_div(Decimal::from(count)));
    let Some((should, printed)) = should.zip(average.value(chars)) else {
        return;
    };
    if (should - printed).abs() > printed.abs() * ROUGH {
        let (text, total) = (view.words(average.range()), view.words(total.range()));
        let right = plain(should / average.factor(chars), 2);
        let scale = view.words(average.multiplier.start..average.unit.end);
        findings
            .warn(average.range(), format!("平均数“{text}”与“{total}”不符"))
            .hint(format!("{total}除以{count}{of}约是{right}{scale}"));
    }
}
