//! 共破获诈骗案件破获1260起: the verb stands before and after its object.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 共破获诈骗案件破获1260起: the verb stands before and after its object.
pub(crate) const REPEATED_VERB: Rule = Rule {
    name: "repeated-verb",
    title: "动词在一句里重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("repeated_verb.md"),
};

const WORDS: &[&str] = &[
    "破获", "查处", "完成", "新增", "建成", "办理", "受理", "投入", "开展", "培训", "发放", "检查",
    "抓获", "整改", "改造", "新建", "创建", "处理", "立案", "审结", "拨付", "争取", "化解", "排查",
    "改建", "安装", "配备", "引进", "选派", "救助", "发展", "种植", "治理", "修复", "绿化", "收集",
    "登记", "办结", "使得", "进行",
];

/// What the first of the two names if it is no verb.
const NOUNS: &[&str] = &[
    "机关", "机构", "中心", "单位", "部门", "人员", "队伍", "系统", "平台", "站", "点", "处",
    "窗口", "大厅", "对象", "学校", "企业",
];

/// How far apart the two may stand.
const LONGEST: usize = 16;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        "使得" | "进行" => told_again(view, word, findings),
        _ if view.char(word.end).is_ascii_digit() => before_number(view, word, findings),
        _ => {}
    }
}

fn told_again(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if let Some(range) = again(view, word) {
        let text = view.words(range.clone());
        findings
            .at(range.clone(), format!("“{text}”是重复的"))
            .hint("删去一个")
            .suggest(range, "");
    }
}

/// 使得进口货物使得平均…, 开展诊断进行诊断: the verb comes again, or another one with the same object.
fn again(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const DOES: [&str; 4] = ["开展", "实施", "组织", "予以"];
    if view.is_at(word.start, "使得") {
        let rest = word.end..view.clause(word.end).end;
        let again = view.find(rest, "使得")?;
        let is_plain = (word.end..again).all(|at| is_han(view.char(at)));
        return is_plain.then_some(again..again + 2);
    }
    let object = word.start.checked_sub(2)?..word.start;
    let is_same = view.is_at(word.end, view.words(object.clone()));
    let is_done = view.one_of_before(object.start, &DOES).is_some();
    (is_same && is_done).then_some(word.start..word.end + 2)
}

/// 共破获诈骗案件破获1260起.
fn before_number(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.start);
    let from = clause.start.max(word.start.saturating_sub(LONGEST));
    let verb = WORDS[word.number];
    let Some(first) = view.find(from..word.start, verb) else {
        return;
    };
    let between = first + 2..word.start;
    let is_one = !between.is_empty()
        && !is_name(view, first, verb)
        && !is_object(view, &between)
        && !parts_deeds(view, &between);
    if is_one {
        findings
            .at(word.start..word.end, format!("一句里两次用“{verb}”"))
            .hint("删去一个")
            .suggest(word.start..word.end, "");
    }
}

/// 登记机关办理结婚登记 names who does it first, 医疗救助直接救助41.6万人次 a scheme.
fn is_name(view: &TextView<'_>, first: usize, verb: &str) -> bool {
    const SCHEMES: [&str; 5] = ["医疗", "临时", "社会", "司法", "特困"];
    let is_scheme = verb == "救助" && view.one_of_before(first, &SCHEMES).is_some();
    is_scheme || view.one_of_at(first + 2, NOUNS).is_some()
}

/// 办理结婚登记: another verb has the second one for its object.
fn is_object(view: &TextView<'_>, between: &Range<usize>) -> bool {
    let mut verbs = WORDS.iter().filter(|verb| **verb != "登记");
    view.is_at(between.end, "登记") && verbs.any(|verb| view.find(between.clone(), verb).is_some())
}

/// 完成新建完成改造 and 已办理和新办理 are two things; a number between belongs to the first verb.
fn parts_deeds(view: &TextView<'_>, between: &Range<usize>) -> bool {
    const PARTS: &str = "和及与的并后再需应可率数量为是";
    let mut between = between.clone();
    between.any(|at| !is_han(view.char(at)) || view.is_any_at(at, PARTS))
}
