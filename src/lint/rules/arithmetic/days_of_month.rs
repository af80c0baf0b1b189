//! 9月，全月降雨日数多达33天: more days than a month has.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 9月，全月降雨日数多达33天: more days than a month has.
pub(crate) const DAYS_OF_MONTH: Rule = Rule {
    name: "days-of-month",
    title: "天数超过当月",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("days_of_month.md"),
};

const WORDS: &[&str] = &["全月", "当月", "全年", "当年"];

/// The days of the longest month and year.
const MONTH: i64 = 31;
const YEAR: i64 = 366;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let most = if view.char(word.end - 1) == '月' {
        MONTH
    } else {
        YEAR
    };
    let numbers = view.numbers_in(word.end..view.clause(word.end).end);
    let days = numbers.iter().find(|it| it.unit(view.chars()) == ['天']);
    // 全年累计服务1200天 adds up those of many.
    let is_sum = |end: usize| view.has_any(&(word.start..end), &["累计", "合计", "共", "总"]);
    let Some(days) = days.filter(|it| !is_sum(it.digits.start)) else {
        return;
    };
    if days.value(view.chars()) > Some(Decimal::from(most)) {
        let text = view.words(days.range());
        findings
            .at(
                days.range(),
                format!("“{}”没有“{text}”", view.words(word.start..word.end)),
            )
            .hint("核对天数");
    }
}
