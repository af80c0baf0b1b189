//! 您提出《…的提案》收悉: 的 is lost before what was received.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 您提出《…的提案》收悉: 的 is lost before what was received.
pub(crate) const MISSING_DE: Rule = Rule {
    name: "missing-de",
    title: "“提出”后面缺“的”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_de.md"),
};

const WORDS: &[&str] = &["提出《", "提交《", "提出关于", "提交关于"];

/// What is said of a paper that has come.
const RECEIVED: &[&str] = &["已收悉", "收悉", "已收到", "收到"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 60;
    let verb_end = word.start + 2;
    let end = view.sentence(word.end).end.min(word.end + LONGEST);
    let received = RECEIVED.iter().find_map(|it| view.find(word.end..end, it));
    let Some(received) = received else {
        return;
    };
    let clause = view.clause(word.start);
    // 《…》（第12号）收悉, …的提案收悉: the paper stands right before.
    let is_paper = view.is_any_before(received, "》）案议") || view.ends_at(received, "提案");
    let is_same = received < clause.end || view.in_title(clause.end);
    if is_paper && is_same && !view.in_title(word.start) && !view.in_quotes(word.start) {
        findings
            .at(word.start..verb_end, "“提出”后面缺“的”")
            .hint("写成“提出的《……》收悉”")
            .suggest(verb_end..verb_end, "的");
    }
}
