//! 可喜得成效, 充分得发挥, 有了明显地提升, 做的更细: 的, 地 and 得 for one another.

use std::ops::Range;

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
    check: Check::Words(WORDS, check),
    page: include_str!("particle_slip.md"),
};

const WORDS: &[&str] = &[
    "地",
    "得",
    "的更",
    "的很",
    "的十分",
    "的非常",
    "的比较",
    "的越来越",
    "的不够",
    "的也不够",
    "的还不太",
    "的不太",
    "的还不够",
    "的特别",
    "的扎实",
    "的细致",
    "的到位",
    "的不错",
    "的彻底",
    "的出色",
    "的红火",
    "的有声有色",
    "的有条不紊",
    "的明明白白",
    "的清清楚楚",
    "的实实在在",
    "的扎扎实实",
    "的整整齐齐",
    "的红红火火",
    "的一清二楚",
    "的实",
    "的准",
    "的快",
    "的慢",
    "的细",
    "的干干净净",
    "的井井有条",
    "的可口",
    "的不合理",
    "的不好",
    "的很好",
    "的很快",
    "的不到位",
    "的不实",
    "的长久",
    "的稳妥",
    "的及时",
    "的规范",
    "的深入",
    "的充分",
    "的周到",
    "的好",
    "的不及时",
    "的不充分",
    "的不深入",
];

/// How many of the words say how much, so that what it is must follow; the others say it themselves.
const DEGREES: usize = 14;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let at = word.start;
    let right = match view.char(at) {
        '地' if view
            .one_of_at(at + 1, &["比较", "很", "非常", "十分"])
            .is_some()
            && view.one_of_before(at, JUDGED).is_some() =>
        {
            '得'
        }
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

/// 可喜得成效, 配套设施地需求, 便民利民地举措.
fn before_noun(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at + 1, NOUNS).is_some()
        && (view.one_of_before(at, ATTRIBUTES).is_some() || is_particle(view, at))
}

/// Whether the character at `at` stands behind a word and belongs to none: 利民|地|举措, and not 用地|指标.
fn is_particle(view: &TextView<'_>, at: usize) -> bool {
    let vocabulary = Vocabulary::get();
    let has = |range: Range<usize>| view.chars().get(range).is_some_and(|it| vocabulary.has(it));
    let is_of_place = || view.one_of_at(at + 1, OF_A_PLACE).is_some();
    let is_place =
        view.char(at) == '地' && (view.one_of_before(at, OF_PLACES).is_some() || is_of_place());
    let is_behind_word = at >= 2 && has(at - 2..at) && !is_place && !view.in_quotes(at);
    let is_own = !has(at.saturating_sub(1)..at + 1) && !has(at.saturating_sub(2)..at + 1);
    is_behind_word && is_own && !has(at..at + 2) && !has(at..at + 3)
}

/// 特药药店地覆盖范围, 广大地货车司机: nothing is done in the way of a thing, and 广大 leads nouns alone.
fn behind_thing(view: &TextView<'_>, at: usize) -> bool {
    const THINGS: &str = "店所站院校厂馆室厅局员师";
    if view.ends_at(at, "广大") {
        return is_han(view.char(at + 1)) && !view.is_any_at(at + 1, "区方域带质");
    }
    if !view.is_any_before(at, THINGS) {
        return false;
    }
    let is_word = |range: Range<usize>| {
        let word = view.chars().get(range);
        word.is_some_and(|it| Vocabulary::get().has(it))
    };
    let is_end = view.one_of_at(at + 3, NOUNS).is_some()
        || view
            .one_of_at(
                at + 3,
                &["范围", "资质", "时间", "秩序", "行为", "状况", "负担"],
            )
            .is_some();
    is_end && is_word(at + 1..at + 3) && is_particle(view, at)
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

/// Verbs of which it is said how well something was done.
const JUDGED: &[&str] = &[
    "做", "办", "抓", "干", "管", "走", "跑", "变", "进展", "进行", "开展", "推进", "落实", "发展",
    "执行", "运行", "处理", "准备", "配合", "服务", "修", "搞", "看", "打扫", "设置", "提高",
    "提升", "布置", "收拾", "整理", "提", "写", "讲", "说", "分析", "阐述", "论述", "论证", "考虑",
    "梳理", "总结", "概括", "介绍", "宣传", "贯彻", "衔接", "管护", "维护", "经营", "运营", "解决",
    "改造", "实施", "整治", "保护", "培训", "对接", "保障", "沟通",
];

/// The longest complement: 做得更加深入细致.
const LONGEST: usize = 6;

/// 进展的十分顺利，: nothing follows that it could belong to.
fn before_complement(view: &TextView<'_>, word: Word) -> bool {
    let rest = word.end..word.end + LONGEST;
    let length = rest.take_while(|at| is_han(view.char(*at))).count();
    let end = word.end + length;
    let is_end = match word.number < DEGREES {
        true => (1..LONGEST).contains(&length) || view.ends_at(word.end, "不够"),
        false => length == 0,
    };
    // 多的很, 好的很
    if view.is_at(word.start, "的很") && length == 0 {
        return view.is_any_before(word.start, "多大高快低少强难")
            && view.is_any_at(end, "，。；、");
    }
    // 随着改革推进的深入，: what it has become is a noun.
    let clause = view.clause(word.start).start..word.start;
    let nouns = [
        "随着", "确保", "保证", "实现", "注重", "促进", "推动", "提高",
    ];
    if view.has_any(&clause, &nouns) {
        return false;
    }
    let has_own = (word.end..end).any(|at| view.is_any_at(at, "的是有"));
    is_end
        && !has_own
        && view.is_any_at(end, "，。；、")
        && view.one_of_before(word.start, JUDGED).is_some()
}
