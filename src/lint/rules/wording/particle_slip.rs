//! 可喜得成效, 充分得发挥, 有了明显地提升, 做的更细: 的, 地 and 得 for one another.

use std::ops::Range;

use super::complement::{DEGREES, JUDGED, RESULTS, before_complement};
use super::particle_words::{ATTRIBUTES, NOUNS, OF_A_PLACE, OF_PLACES};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::{Check, Rule, Word};

/// 可喜得成效, 充分得发挥, 有了明显地提升, 做的更细: 的, 地 and 得 for one another.
pub(crate) const PARTICLE_SLIP: Rule = Rule {
    name: "particle-slip",
    title: "“的”“地”“得”用错",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("particle_slip.md"),
};

fn words() -> Vec<&'static str> {
    let complements = DEGREES.iter().chain(RESULTS).copied();
    ["地", "得"].into_iter().chain(complements).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let at = word.start;
    let right = match view.char(at) {
        '地' if says_how(view, at) => '得',
        '地' if before_noun(view, at) || as_object(view, at) || behind_thing(view, at) => '的',
        '得' if before_noun(view, at) || behind_noun(view, at) || before_count(view, at) => '的',
        '地' if judges(view, at) => '的',
        '得' if before_verb(view, at) || before_preposition(view, at) => '地',
        '得' if behind_object(view, at) => '的',
        '的' if before_complement(view, word) => '得',
        _ => return,
    };
    let start = at.saturating_sub(2);
    let end = word.end.max(at + 3);
    let written = view.char(at);
    let text = view.words(start..end);
    findings
        .at(
            start..end,
            format!("“{text}”里的“{written}”应当是“{right}”"),
        )
        .hint("定语后面用“的”，状语后面用“地”，补语前面用“得”")
        .suggest(at..at + 1, right.to_string());
}

/// 做地很好: how something was done is said behind the verb.
fn says_how(view: &TextView<'_>, at: usize) -> bool {
    const DEGREES: [&str; 4] = ["比较", "很", "非常", "十分"];
    view.one_of_at(at + 1, &DEGREES).is_some() && view.one_of_before(at, JUDGED).is_some()
}

/// 可喜得成效, 配套设施地需求, 便民利民地举措.
fn before_noun(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at + 1, NOUNS).is_some()
        && (view.one_of_before(at, ATTRIBUTES).is_some() || is_particle(view, at))
}

/// Whether the character at `at` stands behind a word and belongs to none: 利民|地|举措, and not 用地|指标.
fn is_particle(view: &TextView<'_>, at: usize) -> bool {
    let has = |range: Range<usize>| is_word(view, range);
    let is_of_place = || view.one_of_at(at + 1, OF_A_PLACE).is_some();
    let is_place =
        view.char(at) == '地' && (view.one_of_before(at, OF_PLACES).is_some() || is_of_place());
    let is_behind_word = at >= 2 && has(at - 2..at) && !is_place && !view.in_quotes(at);
    let is_own = !has(at.saturating_sub(1)..at + 1) && !has(at.saturating_sub(2)..at + 1);
    is_behind_word && is_own && !has(at..at + 2) && !has(at..at + 3)
}

fn is_word(view: &TextView<'_>, range: Range<usize>) -> bool {
    let word = view.chars().get(range);
    word.is_some_and(|it| Vocabulary::get().has(it))
}

/// 特药药店地覆盖范围, 广大地货车司机: nothing is done in the way of a thing, and 广大 leads nouns alone.
fn behind_thing(view: &TextView<'_>, at: usize) -> bool {
    const THINGS: &str = "店所站院校厂馆室厅局员师";
    const ENDS: [&str; 7] = ["范围", "资质", "时间", "秩序", "行为", "状况", "负担"];
    if view.ends_at(at, "广大") {
        return is_han(view.char(at + 1)) && !view.is_any_at(at + 1, "区方域带质");
    }
    if !view.is_any_before(at, THINGS) {
        return false;
    }
    let is_end = view.one_of_at(at + 3, NOUNS).is_some() || view.one_of_at(at + 3, &ENDS).is_some();
    is_end && is_word(view, at + 1..at + 3) && is_particle(view, at)
}

/// 新增得52个: what follows is a count, and 新增 is done no better or worse.
fn before_count(view: &TextView<'_>, at: usize) -> bool {
    const DONE: [&str; 13] = [
        "新增", "新建", "改造", "建成", "修建", "新修", "改建", "扩建", "投入", "发放", "引进",
        "拆除", "整治",
    ];
    view.char(at + 1).is_ascii_digit() && view.one_of_before(at, &DONE).is_some()
}

/// 生活水平得明显提高, 不同程度得招工难: a noun that is said to belong to what follows.
fn behind_noun(view: &TextView<'_>, at: usize) -> bool {
    const SAID: [&str; 8] = [
        "明显",
        "显著",
        "不断",
        "持续",
        "进一步",
        "大幅",
        "稳步",
        "快速",
    ];
    let is_degree = view.one_of_before(at, &["不同程度", "一定程度", "最大程度", "较大程度"]);
    let is_said = view.one_of_at(at + 1, &SAID).is_some();
    is_degree.is_some() || is_said && view.one_of_before(at, NOUNS).is_some()
}

/// Words whose object is what was done.
const GOVERNING: &[&str] = &[
    "有了",
    "取得了",
    "得到了",
    "实现了",
    "获得了",
    "得到",
    "取得",
];

/// What is done, as the object of 有了.
const DONE: &[&str] = &[
    "提升", "提高", "改善", "增强", "发展", "变化", "缓解", "落实", "进步", "突破", "解决", "加强",
    "好转", "改观", "优化", "保障", "遏制", "控制", "规范", "完善", "拓展", "推广", "应用", "转变",
];

/// 有了明显地提升，: what follows is the end of the object.
fn as_object(view: &TextView<'_>, at: usize) -> bool {
    let is_end = !is_han(view.char(at + 3));
    is_end
        && view.one_of_at(at + 1, DONE).is_some()
        && (2..=4).any(|length| {
            at.checked_sub(length)
                .is_some_and(|start| view.one_of_before(start, GOVERNING).is_some())
        })
}

/// Words that lead a verb.
const ADVERBS: &[&str] = &[
    "充分", "依法", "积极", "认真", "及时", "有效", "切实", "全面", "深入", "不断", "有力", "严格",
    "主动", "大力", "扎实", "稳步", "顺利", "逐步", "广泛", "迅速", "妥善", "持续", "极大", "更好",
    "适时",
];

/// Verbs that follow such words.
const VERBS: &[&str] = &[
    "发挥", "开展", "推进", "推动", "加强", "落实", "解决", "提高", "提升", "促进", "完善", "保障",
    "做好", "调动", "利用", "运用", "履行", "执行", "贯彻", "改善", "激发", "吸收", "吸纳", "听取",
    "回应", "化解", "满足", "缓解", "服务", "参与", "支持", "配合", "协调", "增强",
];

/// 充分得发挥.
fn before_verb(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at + 1, VERBS).is_some() && view.one_of_before(at, ADVERBS).is_some()
}

/// 耐心细致得向经营户宣讲: what leads a preposition leads a verb.
fn before_preposition(view: &TextView<'_>, at: usize) -> bool {
    const MANNERS: [&str; 10] = [
        "细致", "耐心", "热情", "详细", "主动", "及时", "认真", "反复", "积极", "有序",
    ];
    view.is_any_at(at + 1, "向把将对")
        && is_han(view.char(at + 2))
        && view.one_of_before(at, &MANNERS).is_some()
}

/// 推动数字产业得集聚: a thing whose growth or care is the object of the clause.
fn behind_object(view: &TextView<'_>, at: usize) -> bool {
    const THINGS: [&str; 14] = [
        "产业", "企业", "项目", "工程", "经济", "城市", "农村", "设施", "资源", "环境", "机制",
        "体系", "队伍", "人才",
    ];
    const DEEDS: [&str; 14] = [
        "集聚", "发展", "建设", "管理", "保护", "治理", "利用", "需求", "要求", "实施", "运行",
        "培养", "引进", "投入",
    ];
    const GOVERNS: [&str; 9] = [
        "推动", "促进", "加强", "加快", "推进", "强化", "保障", "支持", "满足",
    ];
    let clause = view.clause(at).start..at;
    view.one_of_before(at, &THINGS).is_some()
        && view.one_of_at(at + 1, &DEEDS).is_some()
        && view.has_any(&clause, &GOVERNS)
}

/// 是分不开地。: the end of what something is said to be.
fn judges(view: &TextView<'_>, at: usize) -> bool {
    const JUDGEMENTS: [&str; 10] = [
        "分不开",
        "可行",
        "必要",
        "重要",
        "正确",
        "合理",
        "有效",
        "明显",
        "显著",
        "一致",
    ];
    let clause = view.clause(at).start..at;
    view.is_any_at(at + 1, "，。；")
        && view.one_of_before(at, &JUDGEMENTS).is_some()
        && view.has_any(&clause, &["是"])
}
