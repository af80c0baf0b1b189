//! 每年安排200万元，三年共安排500万元: so much a year for so many years is another total.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What tells the total of some years, right behind them.
const TOTALS: [&str; 6] = ["年共", "年累计", "年合计", "年总计", "年一共", "年总共"];

/// More characters than stand between what each year gets and the end of its clause.
const LONGEST_REST: usize = 13;

/// Reports the total of some years right behind what each year gets, if they give another one.
pub(super) fn yearly_total(view: &TextView<'_>, each: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let clause = view.clause(each.unit.end);
    let start = clause.end + 1;
    let next = view.clause(start);
    let is_next = view.is_any_at(clause.end, "，；") && clause.end - each.unit.end <= LONGEST_REST;
    let lead = usize::from(view.is_any_at(start, "连"));
    let years = number_at(view, start + lead).filter(|_| is_next);
    let Some((years, _)) =
        years.filter(|(years, end)| *years >= 2 && view.one_of_at(*end, &TOTALS).is_some())
    else {
        return;
    };
    let mut totals = view.numbers_in(start..next.end).iter();
    let total = totals.find(|it| it.unit(chars) == each.unit(chars) && it.is_exact_amount());
    let Some(total) = total.filter(|_| each.is_exact_amount()) else {
        return;
    };
    let count = Decimal::from(years);
    let told = each.value(chars).and_then(|it| it.checked_mul(count));
    let Some((should, said)) = told.zip(total.value(chars)) else {
        return;
    };
    let slack = each.rounding(chars).unwrap_or_default() * count
        + total.rounding(chars).unwrap_or_default();
    // Millions that are told without decimals are exact.
    let is_round = each.factor(chars) == total.factor(chars);
    let slack = if is_round {
        slack.min(each.factor(chars))
    } else {
        slack
    };
    if (should - said).abs() > slack {
        let text = view.words(total.range());
        let right = plain(should / total.factor(chars), 4);
        let scale = view.words(total.multiplier.start..total.unit.end);
        findings
            .at(total.range(), format!("“{text}”不是每年的数乘{years}年"))
            .hint(format!("每年的数乘{years}是{right}{scale}"));
    }
}
