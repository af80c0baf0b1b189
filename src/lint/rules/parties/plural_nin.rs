//! 您们: 您 has no plural.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 您们: 您 has no plural.
pub(crate) const PLURAL_NIN: Rule = Rule {
    name: "plural-nin",
    title: "“您们”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("plural_nin.md"),
};

const WORDS: &[&str] = &["您们"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    findings
        .at(word.start..word.end, format!("“{text}”不是规范的说法"))
        .hint("一位用“您”，几位用“你们”")
        .suggest(word.start..word.end, "你们");
}
