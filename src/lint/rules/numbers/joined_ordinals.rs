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
    "一二等奖",
    "一二等功",
    "一二号楼",
    "二三等奖",
    "二三等功",
    "二三号楼",
    "三四号楼",
    "三四批次",
    "四五号楼",
    "四五批次",
    "四五标段",
    "五六号楼",
    "五六批次",
    "五六标段",
    "六七年级",
    "六七号楼",
    "六七批次",
    "六七标段",
    "七八年级",
    "七八号楼",
    "七八批次",
    "七八标段",
    "八九年级",
    "八九号楼",
    "八九批次",
    "八九标段",
    "第一二",
    "第二三",
    "第三四",
    "第四五",
    "第五六",
    "第六七",
    "第七八",
    "第八九",
    "一二号线",
    "二三号线",
    "三四号线",
    "四五号线",
    "五六号线",
    "六七号线",
    "七八号线",
    "八九号线",
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
    // 第一二〇章 is one number.
    if is_chinese_digit(view.char(word.end)) || view.is_any_at(word.end, "百千万") {
        return;
    }
    let first = word.start + usize::from(view.char(word.start) == '第');
    let is_numeral = |at: &usize| is_chinese_digit(view.char(*at));
    let end = (first..word.end)
        .find(|at| !is_numeral(at))
        .unwrap_or(word.end);
    let listed: Vec<&str> = (first..end).map(|at| view.words(at..at + 1)).collect();
    let [before, after] = [word.start..first, end..word.end].map(|it| view.words(it));
    let right = format!("{before}{}{after}", listed.join("、"));
    findings
        .at(word.start..word.end, format!("“{text}”的序数之间没有顿号"))
        .hint(format!("写成“{right}”"))
        .suggest(first + 1..first + 1, "、");
}
