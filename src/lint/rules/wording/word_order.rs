//! 修缮了濒危一批古建筑, 基础设施得到条件明显改善: words of a phrase in the wrong order.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 修缮了濒危一批古建筑, 基础设施得到条件明显改善: words of a phrase in the wrong order.
pub(crate) const WORD_ORDER: Rule = Rule {
    name: "word-order",
    title: "词语次序不当",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("word_order.md"),
};

const WORDS: &[&str] = &["一批", "得到"];

/// Attributes of what is counted, which stand behind 一批.
const ATTRIBUTES: &[&str] = &[
    "重点污染",
    "濒危",
    "农村",
    "污染",
    "违法",
    "违规",
    "优秀",
    "高端",
    "优质",
    "特色",
    "重大",
    "侵权",
    "知识产权",
    "涉众",
    "老旧",
    "破损",
    "危旧",
    "落后",
    "先进",
    "急需",
    "紧缺",
    "风险",
    "突出",
    "典型",
    "重点",
    "示范",
    "精品",
    "民生",
    "创新",
    "高层次",
    "乡土",
    "专业",
    "闲置",
    "低效",
    "隐患",
    "违建",
    "食品安全",
    "消防安全",
    "生产安全",
    "安全",
    "消防",
    "火灾",
    "质量",
];

/// Deeds of which many things may be the object.
const DEEDS: &[&str] = &[
    "查处", "处置", "办理", "整治", "关停", "修缮", "打造", "培育", "建设", "实施", "引进", "推出",
    "解决", "化解", "清理", "取缔", "曝光", "侦破", "破获", "改造", "拆除", "淘汰", "建成", "引育",
    "选树", "侦办", "公布", "通报", "推广", "树立", "表彰", "评选", "储备", "谋划", "命名", "盘活",
    "消除",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        "一批" => quantifier(view, word, findings),
        _ => made_better(view, word, findings),
    }
}

/// 处置知识产权一批侵权违法线索: an attribute between the verb and 一批.
fn quantifier(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 10;
    let Some(attribute) = view.one_of_before(word.start, ATTRIBUTES) else {
        return;
    };
    let start = word.start - attribute.chars().count();
    let clause = view.clause(word.start).start;
    let lead = clause.max(start.saturating_sub(LONGEST))..start;
    let leads = DEEDS.iter().any(|deed| {
        let after = view
            .find(lead.clone(), deed)
            .map(|at| at + deed.chars().count());
        // The verb governs it at once, or behind 了.
        after.is_some_and(|at| at == start || at + 1 == start && view.char(at) == '了')
    });
    if leads && is_han(view.char(word.end)) && !view.in_quotes(word.start) {
        let text = view.words(start..word.end);
        findings
            .at(start..word.end, format!("“{text}”的次序不当"))
            .hint(format!("“一批”放到“{attribute}”前面"))
            .suggest(start..word.end, format!("一批{attribute}"));
    }
}

/// 得到条件明显改善: what was made better stands before 得到.
fn made_better(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const NOUNS: [&str; 8] = [
        "条件", "水平", "能力", "质量", "环境", "面貌", "状况", "秩序",
    ];
    const DEGREES: [&str; 8] = [
        "明显",
        "有效",
        "显著",
        "大幅",
        "不断",
        "进一步",
        "持续",
        "全面",
    ];
    const BETTER: [&str; 6] = ["改善", "提升", "提高", "增强", "好转", "改观"];
    let Some(noun) = view.one_of_at(word.end, &NOUNS) else {
        return;
    };
    let degree = word.end + noun.chars().count();
    let verb = view
        .one_of_at(degree, &DEGREES)
        .map(|it| degree + it.chars().count());
    let is_end = |at: usize| {
        let better = view
            .one_of_at(at, &BETTER)
            .map(|it| at + it.chars().count());
        better.is_some_and(|end| view.is_any_at(end, "，。；"))
    };
    if verb.is_some_and(is_end) {
        let text = view.words(word.start..degree);
        findings
            .at(word.start..degree, format!("“{text}”的次序不当"))
            .hint(format!("改为“{noun}得到”"))
            .suggest(word.start..degree, format!("{noun}得到"));
    }
}
