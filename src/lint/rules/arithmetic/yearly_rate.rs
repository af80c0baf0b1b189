//! 由2020年的20万人增加到2023年的26万人，年均增长30%: what grew in all years is no yearly rate.

use rust_decimal::Decimal;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::Change;
use crate::lint::view::numbers::Number;

/// What leads a yearly rate.
const LEADS: [&str; 12] = [
    "年均增长",
    "年均增幅",
    "年均增速",
    "年均提高",
    "年均增加",
    "年均增长率",
    "年均增长率为",
    "年均增长率达",
    "年均增速为",
    "年均增速达",
    "年均增幅达",
    "年均下降",
];

/// Reports a yearly rate that is the growth of more than one year.
pub(super) fn yearly_rate(view: &TextView<'_>, change: &Change, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let Some(rate) = rate(view, change) else {
        return;
    };
    let (Some(from), Some(to)) = (change.from.value(chars), change.to.value(chars)) else {
        return;
    };
    let grown = (to - from).abs().checked_div(from);
    let Some((grown, said)) = grown.zip(rate.decimal(chars)) else {
        return;
    };
    // A growth that is told to the last digit was worked out from these two numbers.
    let is_whole = (grown * Decimal::ONE_HUNDRED).round_dp(said.scale()) == said;
    let years = years_between(view, change);
    if is_whole && said >= Decimal::from(6) && years.is_some_and(|years| years >= 2) {
        let text = view.words(rate.range());
        let years = years.unwrap_or_default();
        findings
            .at(
                rate.range(),
                format!("“{text}”是{years}年累计的增幅，不是年均的"),
            )
            .hint("写成“累计增长”，或者按年数重算年均增幅");
    }
}

/// The exact rate that 年均增长 leads right behind the change.
fn rate<'v>(view: &'v TextView<'_>, change: &Change) -> Option<&'v Number> {
    const LONGEST: usize = 12;
    let from = change.claims_from;
    let rate = view.numbers_in(from..from + LONGEST).first()?;
    let is_led = view.char(from) == '，' && view.one_of_before(rate.digits.start, &LEADS).is_some();
    let is_rate = rate.is_percent(view.chars()) && rate.is_exact_amount();
    (is_led && is_rate && !change.from.is_percent(view.chars())).then_some(rate)
}

/// How many years lie between the two ends of a change, if each has its year before it.
fn years_between(view: &TextView<'_>, change: &Change) -> Option<u16> {
    let year = |number: &Number| {
        const NEAR: usize = 8;
        let start = number.digits.start;
        let chars = view.chars();
        let mut before = view.numbers_in(start.saturating_sub(NEAR)..start).iter();
        let year = before.rfind(|it| it.is_year(chars))?;
        view.words(year.digits.clone()).parse::<u16>().ok()
    };
    year(&change.to)?.checked_sub(year(&change.from)?)
}
