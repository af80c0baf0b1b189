//! 二个部门 for 两个部门.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 二个部门 for 两个部门.
pub(crate) const ER_BEFORE_MEASURE_WORD: Rule = Rule {
    name: "er-before-measure-word",
    title: "量词前面用了“二”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("er_before_measure_word.md"),
};

const WORDS: &[&str] = &[
    "二个",
    "二家",
    "二名",
    "二所",
    "二座",
    "二户",
    "二件",
    "二台",
    "二辆",
    "二条",
    "二项",
    "二批",
    "二场",
    "二支",
    "二种",
    "二套",
    "二间",
    "二栋",
    "二艘",
    "开展了二次",
    "召开了二次",
    "组织了二次",
    "举行了二次",
    "举办了二次",
    "每周开放二次",
    "每周二次",
    "每月二次",
    "每年二次",
    "每天二次",
    "每季度二次",
    "不少于二次",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let before = view.before(word.start);
    let after = view.char(word.end);
    let is_ordinal =
        is_chinese_digit(before) || before.is_ascii_digit() || "第初、周期礼".contains(before);
    // 二个别 parts otherwise; 二位数 and 二位一体 are words.
    // 二套 is short for the second home of a family.
    let is_home = view.is_at(word.start, "二套") && {
        let sentence = view.sentence(word.start);
        "房住".contains(after) || view.has_any(&sentence, &["首套", "房贷", "公积金"])
    };
    // 二次供水 is a word of its own.
    const AGAIN: [&str; 12] = [
        "供水", "开发", "污染", "加压", "改造", "装修", "创业", "分配", "答复", "征求", "利用",
        "招标",
    ];
    let is_again = view.ends_at(word.end, "二次") && view.one_of_at(word.end, &AGAIN).is_some();
    let is_person = after == '人' && view.one_of_at(word.start, &["二个", "二名"]).is_some();
    let is_other = is_home || is_again || is_person || "别体性数一式".contains(after);
    // Laws and judgments write 二名以上, 前二条, 一至二名 and 二个月 throughout.
    // 二个月内共拆除147块 tells what was done, and is no law.
    let is_told = view.has_any(&view.sentence(word.start), &["共", "已", "了"]);
    let is_term = view.one_of_at(word.end, &["月", "工作日"]).is_some() && !is_told;
    let is_legal = is_term
        || "前至".contains(before)
        || (word.end..word.end + 3)
            .any(|at| view.one_of_at(at, &["以上", "以下", "以内"]).is_some());
    if !is_ordinal && !is_other && !is_legal {
        let text = view.words(word.start..word.end);
        findings
            .at(word.start..word.end, format!("量词前面的“{text}”用了“二”"))
            .hint("改用“两”")
            .replace(word.end - 2..word.end - 1, "两");
    }
}
