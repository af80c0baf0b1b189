//! The same two to twelve characters twice in a row.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule};

/// The same two to twelve characters twice in a row.
pub(crate) const DOUBLED_WORD: Rule = Rule {
    name: "doubled-word",
    title: "词语重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_word.md"),
};

/// Doubled on purpose, or two words that meet.
const RIGHT: &[&str] = &[
    "研究研究",
    "讨论讨论",
    "商量商量",
    "考虑考虑",
    "了解了解",
    "学习学习",
    "休息休息",
    "打扮打扮",
    "锻炼锻炼",
    "活动活动",
    "总结总结",
    "介绍介绍",
    "整理整理",
    "代表代表",
    "领导领导",
    "雪白雪白",
    "通红通红",
    "笔直笔直",
    "委员委员",
    "意思意思",
    "比较比较",
    "琢磨琢磨",
    "合计合计",
    "打听打听",
    "检查检查",
    "清楚清楚",
    "体验体验",
    "感受感受",
    "来回来回",
    "一步一步",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let mut at = 0;
    while at + 3 < chars.len() {
        match doubled(chars, at) {
            Some(length) if is_wrong(view, at, length) => {
                report(view, at, length, findings);
                at += length * 2;
            }
            _ => at += 1,
        }
    }
}

/// The length of the word that is repeated at `at`.
fn doubled(chars: &[char], at: usize) -> Option<usize> {
    if !is_han(chars[at]) && !chars[at].is_ascii_digit() {
        return None;
    }
    let fits = |length: &usize| {
        let end = at + length * 2;
        end <= chars.len()
            && chars[at] == chars[at + length]
            && chars[at..at + length] == chars[at + length..end]
    };
    (2..=12).find(fits)
}

fn is_wrong(view: &TextView<'_>, at: usize, length: usize) -> bool {
    let word = &view.chars()[at..at + length];
    let is_word =
        word.iter().all(|c| is_han(*c) || c.is_ascii_digit()) && word.iter().any(|c| is_han(*c));
    // 点点滴滴 repeats single characters, 一个一个 counts one by one.
    let is_count = "一半".contains(word[0]) || is_number(word);
    let is_single = word.iter().all(|c| *c == word[0]);
    is_word
        && !is_count
        && !is_single
        && view.one_of_at(at, RIGHT).is_none()
        && !joins_words(view, at, length)
}

/// 五十五十 and the like are numbers.
fn is_number(word: &[char]) -> bool {
    word.iter()
        .all(|c| is_chinese_digit(*c) || c.is_ascii_digit() || "万亿".contains(*c))
}

/// 中国中国 in 发展中国中国式 is seen by what stands around.
fn joins_words(view: &TextView<'_>, at: usize, length: usize) -> bool {
    let doubled = view.text(at..at + length * 2);
    let after = view.char(at + length * 2);
    match doubled.as_str() {
        // Kinds of documents have a rule of their own.
        "的提案的提案" | "的建议的建议" | "的答复的答复" | "的报告的报告" | "的请示的请示" => {
            true
        }
        "中心中心" => "城小主学校区医".contains(after),
        "发展发展" => after == '中',
        "国家国家" | "人民人民" => "级公法检医币银".contains(after),
        "工作工作" => "站组者室".contains(after),
        _ => false,
    }
}

fn report(view: &TextView<'_>, at: usize, length: usize, findings: &mut Findings<'_>) {
    let word = view.text(at..at + length);
    findings
        .at(at..at + length * 2, format!("“{word}”重复"))
        .hint("删去一个")
        .suggest(at..at + length, "");
}
