//! 全年优良天数298天，优良率为91.6%: a year has 365 days.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 全年优良天数298天，优良率为91.6%: a year has 365 days.
pub(crate) const GOOD_DAYS_MISMATCH: Rule = Rule {
    name: "good-days-mismatch",
    title: "优良天数与比例不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("good_days_mismatch.md"),
};

const WORDS: &[&str] = &["优良天数"];

/// More days than a year has.
const YEAR: i64 = 366;

/// So many days of a year are measured at least.
const MEASURED: i64 = 345;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    more_than_a_year(view, word, findings);
    let sentence = view.sentence(word.start);
    let [days, share, ..] = view.numbers_in(word.end..sentence.end) else {
        return;
    };
    let is_near = days.digits.start - word.end <= 3 && share.digits.start - days.unit.end <= 14;
    let lead = days.unit.end..share.digits.start;
    let is_share =
        view.has_any(&lead, &["率", "比例", "占比"]) && !view.has_any(&lead, &["比上年", "同比"]);
    let is_pair = days.unit(chars) == ['天'] && days.is_exact_amount() && share.is_percent(chars);
    // Months and what is over so far have fewer days.
    let part = ["月", "季", "半年", "截至", "以来", "目前", "累计"];
    let is_of_part = view.has_any(&sentence, &part);
    if !is_near || !is_share || !is_pair || is_of_part || !share.is_exact_amount() {
        return;
    }
    let Some((days, said)) = days.value(chars).zip(share.value(chars)) else {
        return;
    };
    let percent = |of: i64| days * Decimal::ONE_HUNDRED / Decimal::from(of);
    let tenth = Decimal::new(1, 1);
    if said < percent(YEAR) - tenth || said > percent(MEASURED) {
        let text = view.words(share.range());
        findings
            .at(share.range(), format!("“{text}”与优良天数{days}天不符"))
            .hint(format!("按全年365天计算是{}%", plain(percent(365), 1)));
    }
}

/// 优良天数达371天: more than a year has.
fn more_than_a_year(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 4;
    let days = view.numbers_in(word.end..word.end + LONGEST).first();
    let days = days.filter(|it| it.unit(view.chars()) == ['天']);
    let value = days.and_then(|it| it.value(view.chars()));
    if let Some(days) = days.filter(|_| value > Some(Decimal::from(YEAR))) {
        let text = view.words(days.range());
        findings
            .at(days.range(), format!("一年没有“{text}”"))
            .hint("核对天数");
    }
}
