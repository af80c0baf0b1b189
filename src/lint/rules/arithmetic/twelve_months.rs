//! 每人每月200元，按12个月计算，每人每年2200元: twelve months make another sum.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 每人每月200元，按12个月计算，每人每年2200元: twelve months make another sum.
pub(crate) const TWELVE_MONTHS: Rule = Rule {
    name: "twelve-months",
    title: "按月的标准与按年的标准不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("twelve_months.md"),
};

const WORDS: &[&str] = &["每人每年", "每户每年", "每名每年", "每人全年"];

/// What tells that the months of the whole year are meant.
const OF_YEAR: [&str; 4] = ["12个月", "十二个月", "折合", "合计"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(yearly) = view.numbers_in(word.end..word.end + 3).first() else {
        return;
    };
    if let Some(should) = of_months(view, word, yearly) {
        let text = view.words(yearly.range());
        let unit = view.words(yearly.unit.clone());
        findings
            .at(yearly.range(), format!("每年“{text}”不是每月标准的12倍"))
            .hint(format!("12个月是{}{unit}", plain(should, 2)));
    }
}

/// What the only monthly amount of the sentence makes in a year, where another sum is printed.
fn of_months(view: &TextView<'_>, word: Word, yearly: &Number) -> Option<Decimal> {
    const EACH_MONTH: usize = 2;
    // 每月发放高龄津贴100元: what is paid stands between.
    const LONGEST_NAME: usize = 10;
    let chars = view.chars();
    let before = view.sentence(word.start).start..word.start;
    let mut places = view.each(before, "每月");
    // 重度每人每月200元、轻度每人每月100元: the yearly sum may be that of either.
    let at = places.next().filter(|_| places.next().is_none())? + EACH_MONTH;
    let monthly = view.numbers_in(at..word.start).first()?;
    let is_told =
        monthly.digits.start - at <= LONGEST_NAME && monthly.unit(chars) == yearly.unit(chars);
    let are_exact = monthly.is_exact_amount() && yearly.is_exact_amount();
    let should = monthly.value(chars)?.checked_mul(Decimal::from(12))?;
    let is_wrong = Some(should) != yearly.value(chars);
    let is_of_year = WORDS[word.number].contains("全年")
        || view.has_any(&(monthly.unit.end..word.start), &OF_YEAR);
    (is_told && are_exact && is_wrong && is_of_year).then_some(should)
}
