//! 提升企业自主创新，, 在上级部门的大力支持，: the noun that an object or an adverbial ends with is missing.

use super::cut_off_frame::{FRAMES, frames, of_stretch};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::words::each_once;
use crate::lint::{Check, Rule, Word};

/// 提升企业自主创新，, 在上级部门的大力支持，: the noun that an object or an adverbial ends with is missing.
pub(crate) const CUT_OFF_OBJECT: Rule = Rule {
    name: "cut-off-object",
    title: "宾语、状语不完整",
    severity: Severity::Warning,
    check: Check::Table(tails, check),
    page: include_str!("cut_off_object.md"),
};

/// Verbs with the tails that their objects cannot end with, and what is missing then.
struct Object {
    verbs: &'static [&'static str],
    tails: &'static [&'static str],
    missing: &'static str,
    /// How many characters may stand between the verb and the tail; none before an adjective.
    near: usize,
}

const OBJECTS: [Object; 9] = [
    Object {
        verbs: &["提升", "提高", "增强"],
        tails: &[
            "自主创新",
            "应急处置",
            "应急救援",
            "风险防控",
            "风险防范",
            "防灾减灾",
            "抗风险",
            "自我发展",
        ],
        missing: "能力",
        near: NEAR,
    },
    Object {
        verbs: &["设立", "开通", "开设", "开辟"],
        tails: &["绿色"],
        missing: "通道",
        near: NEAR,
    },
    Object {
        verbs: &["发挥", "发挥了", "起到", "起到了"],
        tails: &[
            "示范引领",
            "龙头带动",
            "积极推动",
            "积极促进",
            "重要推动",
            "积极带动",
        ],
        missing: "作用",
        near: NEAR,
    },
    Object {
        verbs: &["取得", "取得了"],
        tails: &["明显", "显著", "积极", "阶段性", "良好"],
        missing: "成效",
        near: 0,
    },
    Object {
        verbs: &["营造", "营造了"],
        tails: &["良好"],
        missing: "氛围",
        near: 0,
    },
    Object {
        verbs: &["奠定", "奠定了", "打下", "打下了"],
        tails: &["坚实", "良好"],
        missing: "基础",
        near: 0,
    },
    Object {
        verbs: &["提供", "提供了"],
        tails: &["坚实", "有力"],
        missing: "保障",
        near: 0,
    },
    Object {
        verbs: &["提高", "提升"],
        tails: &["生活"],
        missing: "水平",
        near: NEAR,
    },
    Object {
        verbs: &["造成", "造成了"],
        tails: &["严重"],
        missing: "影响",
        near: 0,
    },
];

/// How far a verb stands before a noun that has others before it.
const NEAR: usize = 10;

/// Whose help something is done with, as 在…的大力支持下 ends.
pub(crate) const HELP: [&str; 8] = [
    "支持", "帮助", "关心", "指导", "领导", "努力", "配合", "推动",
];

/// All tails, those of [`OBJECTS`] and the others, each once.
fn tails() -> Vec<&'static str> {
    let objects = OBJECTS.iter().flat_map(|it| it.tails.iter().copied());
    let others = FRAMES.into_iter().chain(HELP).chain(ROLES);
    each_once(objects.chain(others).chain(["纠纷", "为期"]))
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let tail = view.words(word.start..word.end);
    if tail == "为期" {
        return of_stretch(view, word, findings);
    }
    if FRAMES.contains(&tail) {
        return frames(view, word, findings);
    }
    if !view.is_any_at(word.end, "，。；")
        || view.in_quotes(word.start)
        || view.in_title(word.start)
    {
        return;
    }
    let missing = object(view, word, tail)
        .or_else(|| mechanism(view, word, tail))
        .or_else(|| with_whose_help(view, word, tail))
        .or_else(|| role(view, word, tail));
    if let Some(missing) = missing {
        findings
            .at(
                word.start..word.end,
                format!("“{tail}”后面像是缺“{missing}”"),
            )
            .hint(format!("补上“{missing}”，或者核对这一句"))
            .suggest(word.end..word.end, missing);
    }
}

/// 提升企业自主创新，: the verb governs what is missing.
fn object(view: &TextView<'_>, word: Word, tail: &str) -> Option<&'static str> {
    let clause = view.clause(word.start);
    let before = |near: usize| clause.start.max(word.start.saturating_sub(near))..word.start;
    // 取得的成绩积极 and the like say what something is like.
    let is_own = view.has_any(&before(NEAR), &["的", "、", "和", "更", "较", "很"]);
    let mut objects = OBJECTS.iter().filter(|it| it.tails.contains(&tail));
    let is_beside = |it: &&Object| view.one_of_before(word.start, it.verbs).is_some();
    let found = objects.find(|it| match it.near {
        0 => is_beside(it) && !is_own,
        near => is_beside(it) || view.has_any(&before(near), it.verbs) && !is_own,
    })?;
    Some(found.missing)
}

/// 健全诉讼与非诉讼相衔接的多元化纠纷，.
fn mechanism(view: &TextView<'_>, word: Word, tail: &str) -> Option<&'static str> {
    let is_cut = tail == "纠纷"
        && view
            .one_of_before(word.start, &["多元化", "多元"])
            .is_some();
    let clause = view.clause(word.start).start..word.start;
    (is_cut && view.has_any(&clause, &["健全", "建立", "完善", "构建"])).then_some("解决机制")
}

/// 在上级部门的大力支持，我县…: 在 needs 下.
fn with_whose_help(view: &TextView<'_>, word: Word, tail: &str) -> Option<&'static str> {
    const LED: [&str; 9] = [
        "的大力",
        "的有力",
        "的亲切",
        "的正确",
        "的坚强",
        "的共同",
        "的精心",
        "的鼎力",
        "的积极",
    ];
    // 在资金上给予大力支持 has its verb.
    const VERBS: [&str; 9] = [
        "给予",
        "提供",
        "予以",
        "得到",
        "离不开",
        "争取",
        "上的",
        "中的",
        "方面的",
    ];
    let clause = view.clause(word.start);
    let begins = view.char(clause.start) == '在' && view.char(word.end) == '，';
    let is_led = view.one_of_before(word.start, &LED).is_some();
    let has_verb = || view.has_any(&(clause.start..word.start), &VERBS);
    (HELP.contains(&tail) && begins && is_led && !has_verb()).then_some("下")
}

/// What somebody does for others, as 发挥…的帮扶作用 tells.
const ROLES: [&str; 10] = [
    "帮扶",
    "引领",
    "带动",
    "桥梁纽带",
    "桥梁和纽带",
    "辐射带动",
    "先锋模范",
    "主力军",
    "枢纽",
    "兜底",
];

/// 充分发挥驻村工作队的帮扶，: 作用 is lost.
fn role(view: &TextView<'_>, word: Word, tail: &str) -> Option<&'static str> {
    let clause = view.clause(word.start).start..word.start;
    let plays = view.has_any(&clause, &["发挥"]);
    let is_owned = view.before(word.start) == '的';
    (ROLES.contains(&tail) && plays && is_owned && view.char(word.end) == '，').then_some("作用")
}
