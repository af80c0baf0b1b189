//! 切实的加强, 有效的推动了: 的 for 地.

use super::manner_of_deed::{before_deed, before_done};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 切实的加强, 有效的推动了: 的 for 地.
pub(crate) const STRUCTURAL_PARTICLE: Rule = Rule {
    name: "structural-particle",
    title: "状语后面用了“的”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("structural_particle.md"),
};

/// Words that lead a verb and no noun.
const ADVERBS: &[&str] = &[
    "切实",
    "大力",
    "不断",
    "进一步",
    "逐步",
    "稳步",
    "适时",
    "坚决",
    "及时",
    "认真",
    "极大",
    "最大限度",
    "大幅度",
    "创造性",
    "大幅",
    "尽快",
    "自觉",
    "努力",
    "积极",
    "扎实",
    "逐渐",
    "主动",
    "耐心",
    "仔细",
    "因地制宜",
    "坚定不移",
    "千方百计",
    "毫不动摇",
    "有条不紊",
    "循序渐进",
    "大张旗鼓",
    "旗帜鲜明",
    "扎扎实实",
    "持之以恒",
];

/// Such words that lead 发展 as well, which is a noun behind others: 积极的发展态势.
const OF_GROWTH: &[&str] = &[
    "因地制宜",
    "坚定不移",
    "千方百计",
    "毫不动摇",
    "大力",
    "循序渐进",
];

/// Words that lead a noun as often: 有效的推进机制.
const ADJECTIVES: &[&str] = &[
    "有效",
    "明显",
    "显著",
    "充分",
    "严格",
    "持续",
    "高效",
    "有力",
    "快速",
    "迅速",
    "顺利",
    "圆满",
    "科学",
    "合理",
    "妥善",
    "深入",
    "全面",
    "广泛",
    "准确",
    "深刻",
    "牢固",
    "稳妥",
    "有序",
    "较大程度",
    "很大程度",
    "最大程度",
    "更大程度",
    "一定程度",
];

const VERBS: &[&str] = &[
    "提高", "推动", "促进", "加强", "改善", "解决", "保障", "提升", "落实", "完成", "推进", "降低",
    "减少", "增强", "维护", "满足", "缓解", "遏制", "防范", "化解", "调动", "激发", "贯彻", "执行",
    "做好", "抓好", "加快", "加大", "扩大", "优化", "完善", "强化", "深化", "拓展", "巩固", "开展",
    "研究", "办理", "听取", "学习", "分析", "梳理", "对待", "吸纳", "采纳", "考虑", "答复", "核实",
    "调查", "排查", "督促", "发挥", "打击", "整改", "整治", "改进", "方便", "减轻", "带动", "助推",
    "规范", "清理", "回应", "利用", "履行", "引导", "帮助", "探索", "讲解", "解答", "解释", "倾听",
    "询问", "劝导", "疏导", "核对", "发展", "预防", "防止", "夯实", "破解", "盘活", "守护", "弥补",
    "拓宽", "丰富", "扭转", "争取", "配合", "对接", "协调", "转移", "疏散", "处置", "救助",
];

/// Nouns that make the verb before them an attribute: 极大的促进作用.
pub(super) const NOUNS: &[&str] = &[
    "作用", "空间", "效果", "意义", "力度", "成效", "机制", "方案", "措施", "意见", "工作", "情况",
    "结果", "过程", "机会", "能力", "体系", "方法", "方式", "态势", "趋势", "局面", "条件", "支持",
    "要求", "阶段", "目标", "任务", "路径", "举措", "办法", "渠道", "手段", "状态", "需求", "幅度",
    "思路", "模式", "道路", "格局", "前景", "战略", "理念", "质量",
];

/// Words that begin an object and nothing else.
const DETERMINERS: &[&str] = &["各项", "各类", "各种", "这项", "这一", "有关", "相关"];

/// What leads a verb if more of it is meant, and the verbs that are no nouns: 更好的发挥作用.
const COMPARATIVES: &[&str] = &[
    "更好",
    "更加有效",
    "更有效",
    "更加充分",
    "更充分",
    "更加主动",
    "更加积极",
    "更加扎实",
    "更加深入",
    "更加精准",
    "更加严格",
];
const PURE_VERBS: &[&str] = &[
    "发挥", "利用", "推动", "促进", "满足", "调动", "激发", "维护", "履行", "引导", "帮助", "方便",
    "做好", "抓好", "推进", "落实", "开展", "解决", "回应",
];

/// Verbs whose object is what follows: 得到极大的提高.
const GOVERNING: &[&str] = &[
    "得到", "有", "取得", "实现", "获得", "给予", "作出", "是", "受到", "带来", "提供", "起到",
    "产生", "需要", "进行", "形成", "迎来", "享受", "体现", "以",
];

/// Prepositions that lead to a verb, and what makes nouns and adjectives of them: 向上, 将来.
const PREPOSITIONS: &str = "向把将给";
const NO_PREPOSITION: &str = "上好善心导往日量前来后关手脉军领士要予定与力养";

/// 拥堵状况极大的缓解，: nothing governs the verb that the clause ends with.
fn at_end(view: &TextView<'_>, at: usize) -> bool {
    const VERBS_ALONE: [&str; 6] = ["缓解", "改善", "提升", "提高", "改观", "增强"];
    let verb = view.one_of_at(at + 1, &VERBS_ALONE);
    let start = at.saturating_sub(2);
    verb.is_some()
        && view.is_any_at(at + 3, "，。；")
        && view.one_of_before(at, &["极大"]).is_some()
        && !is_governed(view, start)
}

/// 提供更加精细化地服务: what is provided is a noun.
fn before_noun(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const NOUNS: [&str; 5] = ["服务", "保障", "支持", "支撑", "便利"];
    const NEAR: usize = 14;
    for at in view.places('地') {
        let clause = view.clause(at);
        let near = clause.start.max(at.saturating_sub(NEAR))..at;
        let noun = view.one_of_at(at + 1, &NOUNS);
        let ends = noun.is_some() && view.is_any_at(at + 3, "，。；");
        let is_manner = view.is_any_before(at, "化准效捷好优质利");
        if ends && is_manner && view.has_any(&near, &["提供", "给予"]) {
            findings
                .at(at..at + 1, "名词前面应当用“的”")
                .hint("改为“的”")
                .suggest(at..at + 1, "的");
        }
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    before_noun(view, findings);
    for at in view.places('的') {
        check_preposition(view, at, findings);
        if at_end(view, at) {
            report(view, at - 2, at, at + 3, findings);
            continue;
        }
        if let Some((start, end)) = before_done(view, at).or_else(|| before_deed(view, at)) {
            report(view, start, at, end, findings);
            continue;
        }
        let Some(verb) = view.one_of_at(at + 1, VERBS) else {
            continue;
        };
        let after = at + 1 + verb.chars().count();
        let is_done = view.char(after) == '了';
        let adverb = view.one_of_before(at, ADVERBS);
        let adverb = adverb.filter(|it| verb != "发展" || OF_GROWTH.contains(it));
        let comparative = view.one_of_before(at, COMPARATIVES);
        let comparative = comparative.filter(|_| PURE_VERBS.contains(&verb));
        // 广泛的开展: what is carried out (开展) is no noun.
        let manner = view
            .one_of_before(at, ADJECTIVES)
            .filter(|_| verb == "开展" || is_last_of_manners(view, at));
        let adverb = adverb.or(comparative).or(manner);
        let adjective = view.one_of_before(at, ADJECTIVES).filter(|_| is_done);
        let Some(lead) = adverb.or(adjective) else {
            continue;
        };
        let start = at - lead.chars().count();
        let leads_object = is_done || has_object(view, after);
        if leads_object && !is_governed(view, start) {
            report(view, start, at, after, findings);
        }
    }
}

/// 科学论证、有序的推进单行道路网建设: a manner behind 、, where verbs are listed.
fn is_last_of_manners(view: &TextView<'_>, at: usize) -> bool {
    at.checked_sub(3)
        .is_some_and(|mark| view.char(mark) == '、')
}

/// 极大的向一线倾斜: a preposition follows.
fn check_preposition(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    let is_led = view.is_any_at(at + 1, PREPOSITIONS) && is_han(view.char(at + 2));
    // 稳步的向前推进
    let is_forth = view
        .one_of_at(at + 1, &["向前推进", "向前发展", "向前迈进"])
        .is_some();
    if !is_led || NO_PREPOSITION.contains(view.char(at + 2)) && !is_forth {
        return;
    }
    if let Some(lead) = view.one_of_before(at, ADVERBS) {
        let start = at - lead.chars().count();
        if !is_governed(view, start) {
            report(view, start, at, at + 2, findings);
        }
    }
}

/// Whether an object follows the verb, and not a noun that the verb belongs to.
fn has_object(view: &TextView<'_>, after: usize) -> bool {
    if view.one_of_at(after, DETERMINERS).is_some() {
        return true;
    }
    // 更进一步的落实到每一个主体: where it gets to.
    if view.ends_at(after, "落实") && view.char(after) == '到' {
        return true;
    }
    let follows = is_han(view.char(after)) && !view.is_any_at(after, "和与及、的或等至到是为");
    follows && view.one_of_at(after, NOUNS).is_none() && view.one_of_at(after + 2, NOUNS).is_none()
}

pub(super) fn is_governed(view: &TextView<'_>, start: usize) -> bool {
    let clause = view.clause(start);
    view.has_any(&(clause.start..start), GOVERNING)
}

fn report(view: &TextView<'_>, start: usize, at: usize, end: usize, findings: &mut Findings<'_>) {
    let text = view.words(start..end);
    findings
        .at(start..end, format!("“{text}”里的“的”应当是“地”"))
        .hint("动词前面的状语用“地”，或者删去“的”")
        .suggest(at..at + 1, "地");
}
