//! 截至2023年底为止: both say the same.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 截至2023年底为止: both say the same.
pub(crate) const REDUNDANT_UNTIL: Rule = Rule {
    name: "redundant-until",
    title: "“截至”与“为止”重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("redundant_until.md"),
};

const WORDS: &[&str] = &["为止"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // 截至目前为止 is told by the rule on redundant words.
    if view.one_of_before(word.start, &["目前", "今"]).is_some() {
        return;
    }
    let clause = view.clause(word.start);
    let begins = ["截至", "截止"]
        .iter()
        .find(|begin| view.find(clause.start..word.start, begin).is_some());
    if let Some(begin) = begins {
        findings
            .at(word.start..word.end, format!("“{begin}”和“为止”意思重复"))
            .hint("删去“为止”")
            .suggest(word.start..word.end, "");
    }
}
