//! 共1240个，除124个外，均已建成，建成比例为93%: what is left of all is told as a rate.

use rust_decimal::Decimal;

use super::part_of_whole::count_the_same;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// More characters than stand between 除 and how many are left out.
const NEAR: usize = 6;

/// Reports a rate behind 除…外，均…, if the number left out and the whole before it make another one.
pub(super) fn rate_of_all_but(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let Some((left_out, whole)) = told(view, said) else {
        return;
    };
    let chars = view.chars();
    let values = left_out.value(chars).zip(whole.value(chars));
    let rest = values.and_then(|(part, whole)| (whole - part).checked_div(whole));
    let should = rest.map(|it| it * Decimal::ONE_HUNDRED);
    let Some((should, printed)) = should.zip(said.decimal(chars)) else {
        return;
    };
    let unit = Decimal::new(1, printed.scale());
    if (should - printed).abs() >= unit {
        let text = view.words(said.range());
        let (part, whole) = (view.words(left_out.range()), view.words(whole.range()));
        let right = plain(should, printed.scale().max(1));
        findings
            .at(
                said.range(),
                format!("比率“{text}”与“{whole}”“除{part}外”不符"),
            )
            .hint(format!("算下来是{right}%；核对三个数"));
    }
}

/// What is left out, and the whole before it.
fn told<'v>(view: &'v TextView<'_>, said: &Number) -> Option<(&'v Number, &'v Number)> {
    let start = said.digits.start;
    let sentence = view.sentence(start).start..start;
    let except = view.find(sentence.clone(), "除")?;
    let left_out = view.numbers_in(except..except + NEAR).first()?;
    let outside = left_out.unit.end..view.clause(left_out.unit.end).end;
    let is_left_out = view.ends_at(outside.end, "外");
    let are_all = view.is_any_at(outside.end + 1, "均都") || view.is_at(outside.end + 1, "全部");
    let clause = view.clause(start).start..start;
    let is_rate = view.has_any(&clause, &["率", "比例", "覆盖面", "比重"]);
    // A second amount behind 外 may be what the rate is of.
    let amounts = view.numbers_in(outside.end..start);
    let mut wholes = view.numbers_in(sentence.start..except).iter();
    let whole = wholes.rfind(|it| count_the_same(view, it, left_out))?;
    (is_left_out && are_all && is_rate && amounts.is_empty()).then_some((left_out, whole))
}
