//! 从2022年到2024年的四年间: a span of another length.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use rust_decimal::Decimal;

use crate::lint::rules::age_of_birth::age_of_birth;
use crate::lint::rules::lists::chinese_number;
use crate::lint::rules::stated_term::stated_term;
use crate::lint::rules::years_after::years_after;
use crate::lint::rules::years_listed::years_listed;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 从2022年到2024年的四年间: a span of another length.
pub(crate) const SPAN_OF_YEARS: Rule = Rule {
    name: "span-of-years",
    title: "起止年份与年数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("span_of_years.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    stated_term(view, findings);
    years_listed(view, findings);
    age_of_birth(view, findings);
    years_after(view, findings);
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let chars = view.chars();
        let mark = from.unit.end;
        let is_span = from.is_year(chars)
            && to.is_year(chars)
            && to.digits.start == mark + 1
            && view.is_any_at(mark, "到至—");
        let at = to.unit.start + 1;
        // 2021年至2023年四年间 has no 的.
        let at = at - usize::from(view.char(at) != '的');
        let Some(said) = is_span.then(|| said(view, at)).flatten() else {
            continue;
        };
        let years = to
            .decimal(chars)
            .zip(from.decimal(chars))
            .map(|(to, from)| to - from);
        let fits = |years: Decimal| years == said || years + Decimal::ONE == said;
        if years.is_some_and(|years| years >= Decimal::ONE && !fits(years)) {
            let text = view.words(from.digits.start..at + 3);
            findings
                .at(at + 1..at + 3, format!("“{text}”的年数与起止年份不符"))
                .hint("核对起止年份和年数");
        }
    }
}

/// The number of years in 的四年间, 年四年间, 的三年来.
fn said(view: &TextView<'_>, at: usize) -> Option<Decimal> {
    let is_told = view.is_any_at(at, "的年")
        && view.char(at + 2) == '年'
        && view.is_any_at(at + 3, "间来里中期时，");
    let number = chinese_number(view.char(at + 1)).filter(|_| is_told)?;
    Some(Decimal::from(number))
}
