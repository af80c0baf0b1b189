//! 从2017年至，累计完成…: the end of a span is lost; 自2024年7月2026年6月: what joins both ends is.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 从2017年至，累计完成…: the end of a span is lost.
pub(crate) const MISSING_END_OF_SPAN: Rule = Rule {
    name: "missing-end-of-span",
    title: "“至”后面没有时间",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_end_of_span.md"),
};

const WORDS: &[&str] = &[
    "年至，",
    "月至，",
    "日至，",
    "年至。",
    "月至。",
    "日至。",
    "年到，",
    "月到，",
    "日到，",
    "月20",
    "日20",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.end - word.start == "月20".chars().count() && view.char(word.start + 1) == '2' {
        return run_together(view, word.start + 1, findings);
    }
    let clause = view.clause(word.start).start..word.start;
    let is_dated = view.before(word.start).is_ascii_digit();
    let is_led = view.is_any_at(clause.start, "从自") || view.has_any(&clause, &["，从", "，自"]);
    if is_dated && is_led && !view.in_quotes(word.start) {
        let to = word.end - 2..word.end - 1;
        let text = view.words(clause.start..to.end);
        findings
            .at(to, format!("“{text}”没有写到什么时候"))
            .hint("补上终止的时间");
    }
}

/// 自2024年7月2026年6月: two dates with nothing between.
fn run_together(view: &TextView<'_>, second: usize, findings: &mut Findings<'_>) {
    const LONGEST: usize = 11;
    let Some(date) = view.date_at(second).filter(|it| it.year.is_some()) else {
        return;
    };
    let mut before = view.dates().iter();
    let first = before.find(|it| it.range.end == second && it.range.len() <= LONGEST);
    if let Some(first) = first.filter(|it| it.year.is_some() && !view.in_title(second)) {
        let range = first.range.start..date.range.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”：两个日期连在一起"))
            .hint("是起止日期，中间加“至”");
    }
}
