//! 始建于1984年，2024年迎来建馆30周年: an anniversary that is not so many years after.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 始建于1984年，2024年迎来建馆30周年: an anniversary that is not so many years after.
pub(crate) const ANNIVERSARY_MISMATCH: Rule = Rule {
    name: "anniversary-mismatch",
    title: "周年数与年份不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("anniversary_mismatch.md"),
};

const WORDS: &[&str] = &["周年"];

/// What leads to the year of the beginning.
const BEGUN: [&str; 9] = [
    "始建于",
    "建于",
    "成立于",
    "创办于",
    "创建于",
    "组建于",
    "设立于",
    "建成于",
    "诞生于",
];

/// How far before the anniversary both years stand at most.
const NEAR: usize = 60;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let start = view
        .sentence(word.start)
        .start
        .max(word.start.saturating_sub(NEAR));
    let Some((said, before)) = view.numbers_in(start..word.start).split_last() else {
        return;
    };
    let value = |it: &Number| view.words(it.digits.clone()).parse::<u32>().ok();
    let years = |it: &&Number| it.is_year(view.chars());
    let mut told = before.iter().filter(years);
    let (Some(from), Some(to), None) = (told.next(), told.next(), told.next()) else {
        return;
    };
    let is_begun = view.one_of_before(from.digits.start, &BEGUN).is_some();
    let passed = value(to)
        .zip(value(from))
        .and_then(|(to, from)| to.checked_sub(from));
    let is_beside = said.digits.end == word.start;
    if let Some(passed) =
        passed.filter(|passed| is_begun && is_beside && value(said) != Some(*passed))
    {
        let text = view.words(said.digits.start..word.end);
        findings
            .at(
                said.digits.start..word.end,
                format!("“{text}”与前面的两个年份不符"),
            )
            .hint(format!("两个年份相差{passed}年；核对年份和周年数"));
    }
}
