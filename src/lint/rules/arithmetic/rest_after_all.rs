//! 已全部完成改造。剩余12个小区: nothing is left of what is done altogether.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 已全部完成改造。剩余12个小区: nothing is left of what is done altogether.
pub(crate) const REST_AFTER_ALL: Rule = Rule {
    name: "rest-after-all",
    title: "已全部完成的又说还有剩余",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("rest_after_all.md"),
};

const WORDS: &[&str] = &["其余", "剩余", "剩下", "余下", "尚有", "仍有"];

/// What is done altogether.
const ALL: &[&str] = &[
    "已全部完成",
    "已全部办结",
    "已全部整改",
    "已全部建成",
    "已全部完工",
    "均已办结",
    "均已完成",
    "均已建成",
    "均已整改",
    "均已完工",
    "全部办结",
    "全部整改到位",
];

/// What tells that all of a part is meant, or what is left is of another thing.
const PARTS: &[&str] = &[
    "主办", "会办", "其中", "批", "期", "年", "月", "段", "前", "首", "上述", "重点", "这些", "（",
    "城区", "市级", "中，",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let follows = is_any_digit(view.char(word.end)) && view.is_any_before(word.start, "。，；");
    if !follows {
        return;
    }
    // What is done altogether stands in the clause right before.
    let Some(before) = word.start.checked_sub(1).map(|mark| view.clause(mark)) else {
        return;
    };
    let all = ALL
        .iter()
        .find(|words| view.find(before.clone(), words).is_some());
    let sentence = view.sentence(before.start);
    let range = sentence.start..view.clause(word.end).end;
    let Some(all) = all.filter(|_| !view.has_any(&range, PARTS)) else {
        return;
    };
    let text = view.words(word.start..view.clause(word.end).end);
    findings
        .at(
            word.start..view.clause(word.end).end,
            format!("前面说“{all}”，这里说“{text}”"),
        )
        .hint("核对是不是全部完成");
}
