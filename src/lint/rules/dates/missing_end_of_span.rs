//! 从2017年至，累计完成…: the end of a span is lost.

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
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
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
