//! “十四五”期间（2020—2025年）: the years of a five-year plan.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// “十四五”期间（2020—2025年）: the years of a five-year plan.
pub(crate) const PLAN_PERIOD_MISMATCH: Rule = Rule {
    name: "plan-period-mismatch",
    title: "规划期的起止年份不对",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("plan_period_mismatch.md"),
};

const WORDS: &[&str] = &[
    "八五",
    "九五",
    "十五",
    "十一五",
    "十二五",
    "十三五",
    "十四五",
    "十五五",
    "十六五",
];

/// The number of the first plan of the list.
const FIRST: u16 = 8;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // The plan is named in quotation marks; 十五 of 十五五 and 第十五 are other words.
    if view.before(word.start) != '“' || view.char(word.end) != '”' {
        return;
    }
    let Some((from, to)) = years_after(view, word.end + 1) else {
        return last_year(view, word, findings);
    };
    let first = first_year(word.number as u16 + FIRST);
    let (said, last) = (view.text(from.digits.clone()), view.text(to.digits.clone()));
    if (said.parse(), last.parse()) == (Ok(first), Ok(first + 4)) {
        return;
    }
    let plan = view.words(word.start..word.end);
    findings
        .at(
            from.digits.start..to.digits.end,
            format!("“{plan}”不是{said}—{last}年"),
        )
        .hint(format!("“{plan}”是{first}—{}年", first + 4));
}

/// “十四五”末的2024年, “十三五”收官之年2021年: the last year of a plan, or its first one.
fn last_year(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const ENDS: [&str; 6] = [
        "末的",
        "末，即",
        "收官之年",
        "收官年",
        "规划收官之年",
        "最后一年",
    ];
    const BEGINS: [&str; 4] = ["开局之年", "规划开局之年", "第一年", "初的"];
    let first = first_year(word.number as u16 + FIRST);
    let end = view
        .one_of_at(word.end + 1, &ENDS)
        .map(|it| (it, first + 4));
    let begin = view.one_of_at(word.end + 1, &BEGINS).map(|it| (it, first));
    let Some((lead, right)) = end.or(begin) else {
        return;
    };
    let at = word.end + 1 + lead.chars().count();
    let at = at + usize::from(view.char(at) == '的');
    let told = view.numbers_in(at..at + 1).first();
    let said = told.filter(|it| it.is_year(view.chars()) && view.char(it.digits.end) == '年');
    let year = said.and_then(|it| view.words(it.digits.clone()).parse::<u16>().ok());
    if let Some((said, year)) = said.zip(year).filter(|(_, year)| *year != right) {
        let plan = view.words(word.start..word.end);
        findings
            .at(said.range(), format!("“{plan}”的这一年不是{year}年"))
            .hint(format!("“{plan}”是{first}—{}年", first + 4));
    }
}

/// The name of the plan that stands at `at`, and its last year.
pub(super) fn plan_at(view: &TextView<'_>, at: usize) -> Option<(&'static str, u16)> {
    let plans = (FIRST..).zip(WORDS);
    // 十五 of 十五五 is another plan.
    let (number, name) = plans.filter(|(_, name)| view.is_at(at, name)).last()?;
    Some((name, first_year(number) + 4))
}

/// The first year of a plan: that of the fourteenth was 2021.
fn first_year(plan: u16) -> u16 {
    1951 + 5 * plan
}

/// Two years joined as a range in parentheses right after the plan's name.
fn years_after<'v>(view: &'v TextView<'_>, at: usize) -> Option<(&'v Number, &'v Number)> {
    let lead = view.one_of_at(at, &["期间（", "时期（", "规划期（", "规划（", "（"])?;
    let start = at + lead.chars().count();
    let [from, to] = view.numbers_in(start..start + 8) else {
        return None;
    };
    let is_year = |number: &Number| number.digits.len() == 4;
    let mark = from.unit.end;
    let joined = to.digits.start == mark + 1 && view.is_any_at(mark, "—–-～至");
    let ends = view.is_any_at(to.unit.end, "）");
    (from.digits.start == start && is_year(from) && is_year(to) && joined && ends)
        .then_some((from, to))
}
