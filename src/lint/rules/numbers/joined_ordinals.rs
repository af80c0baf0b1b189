//! 一二季度 for 一、二季度.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 一二季度 for 一、二季度.
pub(crate) const JOINED_ORDINALS: Rule = Rule {
    name: "joined-ordinals",
    title: "两个序数之间缺顿号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("joined_ordinals.md"),
};

const WORDS: &[&str] = &[
    "一二季度",
    "二三季度",
    "三四季度",
    "一二三季度",
    "一二审",
    "一二产业",
    "二三产业",
    "一二三产业",
    "一二期",
    "二三期",
    "三四期",
    "一二标段",
    "二三标段",
    "三四标段",
    "一二批次",
    "二三批次",
    "一二年级",
    "二三年级",
    "三四年级",
    "四五年级",
    "五六年级",
    "一二级医",
    "一二级重点",
    "一二级保护",
    "一二级公路",
    "二三级公路",
    "二三级医",
    "三四级手术",
    "一二级残疾",
    "三四级残疾",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    // 一二三产业融合发展 is an established name, and 一二期 is how people speak of a housing estate.
    let is_estate = text == "一二期"
        && view
            .one_of_at(word.end, &["工程", "项目", "建设"])
            .is_none();
    if text == "一二三产业" || is_estate || is_chinese_digit(view.before(word.start)) {
        findings
            .hint(word.start..word.end, format!("“{text}”是几个序数的省略"))
            .hint("序数之间加顿号");
        return;
    }
    let listed: Vec<String> = text.chars().map(String::from).collect();
    let numerals = listed
        .iter()
        .take_while(|c| is_chinese_digit(c.chars().next().unwrap_or(' ')))
        .count();
    let right = listed[..numerals].join("、") + &listed[numerals..].concat();
    findings
        .at(word.start..word.end, format!("“{text}”的序数之间没有顿号"))
        .hint(format!("写成“{right}”"))
        .suggest(word.start + 1..word.start + 1, "、");
}
