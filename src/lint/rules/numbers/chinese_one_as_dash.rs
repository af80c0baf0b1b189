//! 2023一2025年, 5一8%: the Chinese numeral one for the dash of a range.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 2023一2025年, 5一8%: the Chinese numeral one for the dash of a range.
pub(crate) const CHINESE_ONE_AS_DASH: Rule = Rule {
    name: "chinese-one-as-dash",
    title: "“一”当成了连接号",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("chinese_one_as_dash.md"),
};

const WORDS: &[&str] = &["一"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_between = view.before(word.start).is_ascii_digit() && is_any_digit(view.char(word.end));
    let is_arabic = view.char(word.end).is_ascii_digit();
    if is_between && is_arabic && !view.in_title(word.start) {
        let start = (0..4)
            .take_while(|back| view.char(word.start - back - 1).is_ascii_digit())
            .count();
        let end = (0..4)
            .take_while(|it| view.char(word.end + it).is_ascii_digit())
            .count();
        let text = view.words(word.start - start..word.end + end);
        findings
            .at(
                word.start..word.end,
                format!("“{text}”里的“一”应当是连接号“—”"),
            )
            .hint("起止的数之间用“—”")
            .replace(word.start..word.end, "—");
    }
}
