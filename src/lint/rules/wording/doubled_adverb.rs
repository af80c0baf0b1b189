//! 已经在…已经纳入: the same adverb twice in a clause.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 已经在…已经纳入: the same adverb twice in a clause.
pub(crate) const DOUBLED_ADVERB: Rule = Rule {
    name: "doubled-adverb",
    title: "副词在一句里重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("doubled_adverb.md"),
};

const WORDS: &[&str] = &["已经", "已", "将", "正在", "进一步", "大力"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.text(word.start..word.end);
    if !["已经", "正在"].contains(&text.as_str()) {
        return;
    }
    let clause = view.clause(word.end);
    let again = view.find(word.end..clause.end, &text);
    // 已经于今年5月已印发: the short form again, right before its verb.
    let short =
        (text == "已经").then(|| view.find(word.end + 2..clause.end.min(word.end + 12), "已"));
    let again = again.or_else(|| short.flatten().filter(|at| is_adverb(view, *at)));
    // A pause mark or 或者 parts two verbs that may each have the adverb.
    let parts = again.is_some_and(|again| {
        let between = word.end..again;
        ["、", "的", "或者", "或", "和", "以及", "与"]
            .iter()
            .all(|word| view.find(between.clone(), word).is_none())
    });
    if let Some(again) = again.filter(|_| parts) {
        findings
            .at(
                again..again + 1 + usize::from(view.is_at(again, &text)),
                format!("一句里两次用“{text}”"),
            )
            .hint("删去一个");
    }
}

/// 已 before a verb, and not in 已经, 业已 or 而已.
fn is_adverb(view: &TextView<'_>, at: usize) -> bool {
    !view.is_any_at(at + 1, "经知有往") && !view.is_any_before(at, "业而早均都也")
}
