//! What tells that 提案 or 议案 is the paper that a letter answers: 您的提案, 该提案, 提案人.

use crate::lint::Word;
use crate::lint::view::TextView;

/// What makes of 提案 or 议案 the paper that is answered.
const OF_READER: &[&str] = &[
    "您的",
    "您",
    "你们的",
    "您提出的",
    "您所提的",
    "您所提",
    "你们提出的",
    "该",
    "本",
    "此",
    "贵",
    "此件",
    "这件",
    "这份",
    "该件",
    "所提",
    "您提交的",
    "您这份",
    "您这件",
    "高质量的",
    "高质量",
    "更多",
    "多提",
];

/// What makes of 提案 or 议案 the one who wrote it, or what it says.
const AFTER: &[&str] = &[
    "人",
    "者",
    "中",
    "收悉",
    "所提",
    "提出的",
    "委员",
    "案号",
    "编号",
];

/// 您的提案, 该提案, 提案人; 建议提案 and 议案办理 tell of all papers, 提案办理 of one kind.
pub(super) fn is_answered_paper(view: &TextView<'_>, word: Word, paper: &str) -> bool {
    let is_listed = view
        .one_of_at(word.end, &["委员会", "建议", "、", "和"])
        .is_some()
        || view.one_of_before(word.start, LISTS).is_some();
    let is_work = view
        .one_of_at(word.end, &["办理", "工作", "承办"])
        .is_some();
    let is_own = view.one_of_before(word.start, OF_READER).is_some();
    let is_meant = match is_work {
        true => paper == "提案",
        // 建议案第0426号 is a paper of its own, as 提案第3部分 is not.
        false if paper == "建议案" && view.is_at(word.end, "第") => true,
        false => is_own || view.one_of_at(word.end, AFTER).is_some(),
    };
    !is_listed && is_meant
}

/// What makes of 提案 one of several papers.
const LISTS: &[&str] = &[
    "建议",
    "政协",
    "委员",
    "委员的",
    "相关",
    "有关",
    "类似",
    "同类",
    "其他",
    "、",
    "和",
    "及",
    "或",
    "与",
];
