//! 此页无正文.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 此页无正文.
pub(crate) const BLANK_PAGE_NOTE: Rule = Rule {
    name: "blank-page-note",
    title: "“此页无正文”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("blank_page_note.md"),
};

const WORDS: &[&str] = &["此页无正文", "本页无正文", "以下无正文"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if !view.in_quotes(word.start) {
        findings
            .at(
                word.start..word.end,
                format!("“{}”已经不用", view.text(word.start..word.end)),
            )
            .hint("调整行距、字距，使落款与正文同页");
    }
}
