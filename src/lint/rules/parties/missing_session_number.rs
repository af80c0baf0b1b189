//! 十七届人大次会议: the session's number is lost.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 十七届人大次会议: the session's number is lost.
pub(crate) const MISSING_SESSION_NUMBER: Rule = Rule {
    name: "missing-session-number",
    title: "会议次数漏写",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_session_number.md"),
};

const WORDS: &[&str] = &[
    "届人大次会议",
    "届人大常委会次会议",
    "届政协次会议",
    "届次会议",
    "届会次会议",
    "届人大会议第",
    "届政协会议第",
    "届会议第",
    "届人大会议上",
    "届政协会议上",
    "届人大会议期间",
    "届政协会议期间",
    "届人民代表大会次会议",
    "届委员会次会议",
    "人大次会议",
    "政协次会议",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let before = view.before(word.start);
    if is_chinese_digit(before) || before.is_ascii_digit() {
        let text = view.words(word.start - 1..word.end);
        findings
            .at(word.start..word.end, format!("“{text}”漏了会议的次数"))
            .hint("写成“某届某次会议”");
    }
}
