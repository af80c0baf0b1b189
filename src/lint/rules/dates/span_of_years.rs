//! 从2022年到2024年的四年间: a span of another length.

use rust_decimal::Decimal;

use super::age_of_birth::age_of_birth;
use super::stated_term::stated_term;
use super::years_after::years_after;
use super::years_listed::years_listed;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
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
    counted_in_next_clause(view, findings);
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let chars = view.chars();
        let mark = from.unit.end;
        // Most numbers stand apart, which is the cheapest to see.
        let is_span = to.digits.start == mark + 1
            && from.is_year(chars)
            && to.is_year(chars)
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

/// 2021—2023年，我省四年累计: the clause behind a span tells another number of years.
fn counted_in_next_clause(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LONGEST: usize = 6;
    for pair in view.numbers().windows(2) {
        // Most numbers are no years that end a clause.
        if !view.is_at(pair[1].digits.end, "年，") {
            continue;
        }
        let value = |it: &Number| view.words(it.digits.clone()).parse::<usize>().ok();
        let is_year = |it: &Number| {
            it.digits.len() == 4 && value(it).is_some_and(|it| (1990..2100).contains(&it))
        };
        let mark = pair[1].digits.start.wrapping_sub(1);
        let joined = pair[0].digits.end + 1 >= mark && view.is_any_at(mark, "—至到-");
        let end = pair[1].digits.end;
        if !(joined && is_year(&pair[0]) && is_year(&pair[1])) {
            continue;
        }
        let start = end + 2;
        let years = value(&pair[1])
            .zip(value(&pair[0]))
            .and_then(|(to, from)| to.checked_sub(from));
        let said = (start..start + LONGEST).find_map(|at| {
            let number = chinese_number(view.char(at)).filter(|it| *it >= 2)?;
            let is_told = view
                .one_of_at(at + 1, &["年累计", "年共", "年间", "年来", "年合计"])
                .is_some();
            (is_told && !view.is_any_before(at, "近前后第十")).then_some((at, number))
        });
        let Some(((at, said), years)) = said
            .zip(years)
            .filter(|((_, said), years)| *said != years + 1)
        else {
            continue;
        };
        let text = view.words(pair[0].digits.start..end + 1);
        findings
            .at(at..at + 2, format!("“{text}”不是{said}年"))
            .hint(format!("{text}是{}年；核对起止年份和年数", years + 1));
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
