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
    check: Check::Table(words, check),
    page: include_str!("confused_word.md"),
};

/// A word, what tells of the other one and where, and the other one.
type Confused = (&'static str, Side, &'static [&'static str], &'static str);

const CONFUSED: [Confused; 6] = [
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

fn words() -> Vec<&'static str> {
    CONFUSED.iter().map(|(word, ..)| *word).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (wrong, side, beside, right) = CONFUSED[word.number];
    let clause = view.clause(word.start);
    let is_meant = match side {
        Side::Before => view.has_any(&(clause.start..word.start), beside),
        Side::After => view.has_any(&(word.end..clause.end), beside),
        Side::Object => is_object(view, word.end, beside),
    };
    if is_meant && !view.in_title(word.start) {
        let range = word.start..word.end;
        findings
            .at(range.clone(), format!("这里的“{wrong}”像是“{right}”"))
            .hint(format!("是这个意思，就改为“{right}”"))
            .suggest(range, right);
    }
}

/// 提高了湖区的生态环境, 截流补贴资金的问题: an object of a few words follows, and is not that of another verb.
fn is_object(view: &TextView<'_>, verb_end: usize, objects: &[&str]) -> bool {
    const LONGEST: usize = 12;
    // 截流干管工程补助资金 is money for pipes, 竖立形象墙 sets up a wall.
    const OTHERS: [&str; 18] = [
        "对", "在", "于", "和", "与", "、", "适应", "服务", "能力", "水平", "率", "度", "工程",
        "管", "污", "项目", "设施", "井",
    ];
    let start = verb_end + usize::from(view.char(verb_end) == '了');
    let clause = view.clause(start);
    let is_end = |at: &usize| {
        let next = view.char(*at);
        *at == clause.end || next == '的' || next.is_ascii_digit()
    };
    let mut ends = (start + 1..=clause.end.min(start + LONGEST)).filter(is_end);
    ends.any(|end| {
        view.one_of_before(end, objects).is_some() && !view.has_any(&(start..end), &OTHERS)
    })
}
