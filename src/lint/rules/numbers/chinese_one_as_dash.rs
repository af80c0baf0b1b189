//! 2023一2025年, 5一8%: the Chinese numeral one for the dash of a range.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
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

/// How many digits of each number are shown.
const LONGEST: usize = 4;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_between =
        view.before(word.start).is_ascii_digit() && view.char(word.end).is_ascii_digit();
    if is_between && !view.in_title(word.start) {
        let is_digit = |at: &usize| view.char(*at).is_ascii_digit();
        let near = word.start.saturating_sub(LONGEST)..word.start;
        let start = word.start - near.rev().take_while(is_digit).count();
        let end = word.end + (word.end..word.end + LONGEST).take_while(is_digit).count();
        let text = view.words(start..end);
        findings
            .at(
                word.start..word.end,
                format!("“{text}”里的“一”应当是连接号“—”"),
            )
            .hint("起止的数之间用“—”")
            .replace(word.start..word.end, "—");
    }
}
