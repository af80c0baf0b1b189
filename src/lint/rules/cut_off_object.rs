//! 提升企业自主创新，, 在上级部门的大力支持，: the noun that an object or an adverbial ends with is missing.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 提升企业自主创新，, 在上级部门的大力支持，: the noun that an object or an adverbial ends with is missing.
pub(crate) const CUT_OFF_OBJECT: Rule = Rule {
    name: "cut-off-object",
    title: "宾语、状语不完整",
    severity: Severity::Warning,
    check: Check::Words(TAILS, check),
    page: include_str!("cut_off_object.md"),
};

/// What an object ends with whose last word is missing, in the order of [`OBJECTS`].
const TAILS: &[&str] = &[
    "自主创新",
    "应急处置",
    "应急救援",
    "风险防控",
    "风险防范",
    "防灾减灾",
    "抗风险",
    "自我发展",
    "绿色",
    "示范引领",
    "龙头带动",
    "明显",
    "显著",
    "积极",
    "阶段性",
    "良好",
    "坚实",
    "有力",
    "严重",
    "纠纷",
    "支持",
    "帮助",
    "关心",
    "指导",
    "领导",
    "努力",
    "配合",
    "推动",
    "生活",
];

/// Verbs, the tails that they cannot end with, and what is missing.
const OBJECTS: [(&[&str], &[&str], &str); 9] = [
    (
        &["提升", "提高", "增强"],
        &[
            "自主创新",
            "应急处置",
            "应急救援",
            "风险防控",
            "风险防范",
            "防灾减灾",
            "抗风险",
            "自我发展",
        ],
        "能力",
    ),
    (&["设立", "开通", "开设", "开辟"], &["绿色"], "通道"),
    (
        &["发挥", "发挥了", "起到", "起到了"],
        &["示范引领", "龙头带动"],
        "作用",
    ),
    (
        &["取得", "取得了"],
        &["明显", "显著", "积极", "阶段性", "良好"],
        "成效",
    ),
    (&["营造", "营造了"], &["良好"], "氛围"),
    (
        &["奠定", "奠定了", "打下", "打下了"],
        &["坚实", "良好"],
        "基础",
    ),
    (&["提供", "提供了"], &["坚实", "有力"], "保障"),
    (&["提高", "提升"], &["生活"], "水平"),
    (&["造成", "造成了"], &["严重"], "影响"),
];

/// How far the verb stands before the tail.
const NEAR: usize = 10;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if !view.is_any_at(word.end, "，。；")
        || view.in_quotes(word.start)
        || view.in_title(word.start)
    {
        return;
    }
    let tail = TAILS[word.number];
    let found = object(view, word, tail).or_else(|| mechanism(view, word, tail));
    let found = found.or_else(|| with_whose_help(view, word, tail));
    if let Some(missing) = found {
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
    let near = clause.start.max(word.start.saturating_sub(NEAR))..word.start;
    // 取得的成绩积极 and the like say what something is like.
    let is_own = view.has_any(&near, &["的", "、", "和", "更", "较", "很"]);
    let mut objects = OBJECTS.iter().filter(|(_, tails, _)| tails.contains(&tail));
    // An adjective stands right behind its verb, a noun may have others before it.
    let is_adjective = [
        "明显",
        "显著",
        "积极",
        "阶段性",
        "良好",
        "坚实",
        "有力",
        "严重",
    ]
    .contains(&tail);
    let governs = |verbs: &[&str]| match is_adjective {
        true => view.one_of_before(word.start, verbs).is_some(),
        false => view.has_any(&near, verbs),
    };
    let found = objects.find(|(verbs, _, _)| governs(verbs))?;
    (!is_own).then_some(found.2)
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
    const HELP: [&str; 8] = [
        "支持", "帮助", "关心", "指导", "领导", "努力", "配合", "推动",
    ];
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
    let clause = view.clause(word.start);
    let begins = view.char(clause.start) == '在' && view.char(word.end) == '，';
    // 在资金上给予大力支持 has its verb.
    let has_verb = view.has_any(
        &(clause.start..word.start),
        &[
            "给予",
            "提供",
            "予以",
            "得到",
            "离不开",
            "争取",
            "上的",
            "中的",
            "方面的",
        ],
    );
    let is_led = view.one_of_before(word.start, &LED).is_some();
    (HELP.contains(&tail) && begins && is_led && !has_verb).then_some("下")
}
