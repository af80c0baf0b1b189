//! 竖立…理念, 截流…资金, 大桥合拢: a right word where, beside what its clause tells of, another one is meant.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 竖立…理念, 截流…资金, 大桥合拢: a right word where, beside what its clause tells of, another one is meant.
pub(crate) const CONFUSED_WORD: Rule = Rule {
    name: "confused-word",
    title: "易混的词用错了",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("confused_word.md"),
};

const WORDS: &[&str] = &["竖立", "截流", "合拢", "今早", "法制化", "提高了", "提高"];

/// What is meant beside which words of its clause, for each of the words.
const MEANT: [(&str, Side, &[&str], &str); 8] = [
    ("权力", Side::Before, &["享有"], "权利"),
    ("启示", Side::Before, &["张贴", "刊登", "贴出"], "启事"),
    (
        "竖立",
        Side::Object,
        &[
            "理念", "意识", "形象", "信心", "榜样", "典型", "观念", "新风",
        ],
        "树立",
    ),
    (
        "截流",
        Side::Object,
        &["资金", "补贴", "经费", "专款", "款项", "补助", "挪用"],
        "截留",
    ),
    (
        "合拢",
        Side::Before,
        &["大桥", "主桥", "主拱", "钢箱梁", "主跨", "高架桥", "连续梁"],
        "合龙",
    ),
    (
        "今早",
        Side::After,
        &[
            "纳入",
            "实现",
            "建成",
            "完成",
            "启动",
            "落实",
            "落地",
            "投入使用",
            "出台",
            "投用",
            "开工",
            "见效",
        ],
        "尽早",
    ),
    (
        "法制化",
        Side::After,
        &["国际化", "便利化", "营商环境"],
        "法治化",
    ),
    ("提高", Side::Object, &["环境"], "改善"),
];

/// Where the clause has what tells what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    /// Behind a few attributes, at the end of the clause, or before 的 or a number.
    Object,
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let written = WORDS[word.number];
    let wrong = written.trim_end_matches('了');
    // 提高了 is told by itself, and so not by 提高 again.
    if wrong == written && view.char(word.end) == '了' || view.in_title(word.start) {
        return;
    }
    let meant = MEANT.iter().filter(|(it, ..)| *it == wrong);
    for (_, side, beside, right) in meant {
        let clause = view.clause(word.start);
        let is_meant = match side {
            Side::Before => view.has_any(&(clause.start..word.start), beside),
            Side::After => view.has_any(&(word.end..clause.end), beside),
            Side::Object => is_object(view, word, beside),
        };
        if is_meant {
            let range = word.start..word.start + wrong.chars().count();
            findings
                .at(range.clone(), format!("这里的“{wrong}”像是“{right}”"))
                .hint(format!("是这个意思，就改为“{right}”"))
                .suggest(range, *right);
        }
    }
}

/// 提高了湖区的生态环境, 截流补贴资金的问题: an object of a few words follows, and is not that of another verb.
fn is_object(view: &TextView<'_>, word: Word, objects: &[&str]) -> bool {
    const LONGEST: usize = 12;
    // 截流干管工程补助资金 is money for pipes, 竖立形象墙 sets up a wall.
    const OTHERS: [&str; 18] = [
        "对", "在", "于", "和", "与", "、", "适应", "服务", "能力", "水平", "率", "度", "工程",
        "管", "污", "项目", "设施", "井",
    ];
    let clause = view.clause(word.end);
    let ends = word.end + 1..=clause.end.min(word.end + LONGEST);
    let is_end = |at: &usize| {
        let next = view.char(*at);
        *at == clause.end || next == '的' || next.is_ascii_digit()
    };
    let mut ends = ends.filter(is_end);
    ends.any(|end| {
        let is_named = objects.iter().any(|object| view.ends_at(end, object));
        is_named && !view.has_any(&(word.end..end), &OTHERS)
    })
}
