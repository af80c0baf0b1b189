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
const MEANT: [(&str, Side, &[&str], &str); 6] = [
    (
        "竖立",
        Side::After,
        &[
            "理念", "意识", "形象", "信心", "榜样", "典型", "观念", "思想", "标杆", "新风", "品牌",
            "权威", "目标",
        ],
        "树立",
    ),
    (
        "截流",
        Side::After,
        &["资金", "补贴", "经费", "专款", "款项", "补助", "挪用"],
        "截留",
    ),
    (
        "合拢",
        Side::Before,
        &[
            "大桥",
            "特大桥",
            "主桥",
            "主拱",
            "钢箱梁",
            "主跨",
            "高架桥",
            "连续梁",
        ],
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
    ("提高", Side::End, &["环境"], "改善"),
];

/// Where the clause has what tells what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    /// Right behind a few attributes, at the end of the clause.
    End,
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
            Side::After => view.has_any(&(word.end..after(view, word)), beside),
            Side::End => is_object(view, word, beside),
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

/// The end of what stands behind the word: of its clause, or of the next words if the clause ends in a list.
fn after(view: &TextView<'_>, word: Word) -> usize {
    const FARTHEST: usize = 16;
    view.clause(word.end).end.min(word.end + FARTHEST)
}

/// 提高了湖区的生态环境: an object of a few words ends the clause, and is not that of another verb.
fn is_object(view: &TextView<'_>, word: Word, objects: &[&str]) -> bool {
    const LONGEST: usize = 12;
    let clause = view.clause(word.end);
    let object = word.end..clause.end;
    let ends = objects.iter().any(|it| view.ends_at(clause.end, it));
    let others = [
        "对", "在", "于", "和", "与", "、", "应对", "适应", "服务", "能力", "水平", "率", "度",
    ];
    ends && object.len() <= LONGEST && !view.has_any(&object, &others)
}
