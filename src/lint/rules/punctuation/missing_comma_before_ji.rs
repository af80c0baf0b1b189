//! “五大工程”即高价值…: the explanation is not set off.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// “五大工程”即高价值…: the explanation is not set off.
pub(crate) const MISSING_COMMA_BEFORE_JI: Rule = Rule {
    name: "missing-comma-before-ji",
    title: "“即”前面缺逗号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_comma_before_ji.md"),
};

const WORDS: &[&str] = &["即", "也就是"];

/// How long what the name is called may be behind it: “四公开”制度.
const LONGEST: usize = 8;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_torn = view.before(word.start) == '、';
    let end = word.start - usize::from(is_torn);
    let Some(close) = name_before(view, end) else {
        return;
    };
    // “1”即1个方案: a name of a number is told in place; 即将, 即可, 即是 and so on are other words.
    let is_in_place = close + 1 == word.start && view.before(close).is_ascii_alphanumeric();
    // 瞬即, 立即 are words.
    let is_word = view.is_any_before(word.start, "瞬立随当旋迅");
    if is_word || is_in_place || view.is_any_at(word.end, "将可是为使便时日若刻席位") {
        return;
    }
    let clause = view.clause(word.end);
    let lists = view.find(word.end..clause.end, "、").is_some();
    if lists && !is_one_of_several(view, word) {
        let range = if is_torn {
            end..word.start
        } else {
            word.start..word.start
        };
        findings
            .at(
                close.max(word.start.saturating_sub(1))..word.end,
                "解释性的“即”前面没有逗号",
            )
            .hint("“即”前面加逗号")
            .replace(range, "，");
    }
}

/// Where the quotation ends that is named right before `end`, what it is called between or nothing.
fn name_before(view: &TextView<'_>, end: usize) -> Option<usize> {
    let mut back = (end.saturating_sub(LONGEST + 1)..end).rev();
    let close = back.find(|at| !is_han(view.char(*at)))?;
    (view.char(close) == '”').then_some(close)
}

/// “一核”即…，“四区”即…: several explanations in a row would be torn by commas of their own.
fn is_one_of_several(view: &TextView<'_>, word: Word) -> bool {
    let sentence = view.sentence(word.start);
    let mut others = WORDS
        .iter()
        .flat_map(|other| view.each(sentence.clone(), other));
    others.any(|at| at != word.start && name_before(view, at).is_some())
}
