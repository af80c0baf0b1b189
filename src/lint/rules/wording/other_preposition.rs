//! 多次于市财政局会商, 被市公路中心负责, 对省财政厅作了汇报: one preposition for another, or none where one is due.

use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};

/// The words that tell which preposition is due.
pub(super) const TAILS: [&str; 29] = [
    "会商",
    "沟通",
    "对接",
    "协商",
    "洽谈",
    "签订",
    "座谈",
    "衔接",
    "联合",
    "磋商",
    "协调",
    "组成",
    "负责",
    "牵头",
    "汇报",
    "为组长",
    "为总指挥",
    "为召集人",
    "相衔接",
    "相适应",
    "相匹配",
    "相协调",
    "相结合",
    "领导下",
    "支持下",
    "关怀下",
    "关心下",
    "指导下",
    "帮助下",
];

/// One preposition where another is due.
struct Slip {
    written: &'static str,
    right: &'static str,
    /// How it is told to be wrong.
    message: &'static str,
    /// How far before the word it stands at most.
    near: usize,
    /// Words between that have a preposition of their own.
    without: &'static [&'static str],
}

/// Whether what stands around the preposition at a place makes it a slip.
type Fits = fn(&TextView<'_>, Word, usize) -> bool;

/// 我局多次于市财政局会商.
const WITH_OTHERS: Slip = Slip {
    written: "于",
    right: "与",
    message: "这里的“于”应当是“与”",
    near: 40,
    without: &["与", "和", "同", "召开", "举行"],
};

/// 专班有财政、教育等部门组成.
const MADE_OF: Slip = Slip {
    written: "有",
    right: "由",
    message: "“有……组成”应当是“由……组成”",
    near: 24,
    without: &["由", "的", "为", "从"],
};

/// 滨江岸线规划，有市规划院牵头编制.
const LED_BY: Slip = Slip {
    message: "“有……牵头”应当是“由……牵头”",
    near: 14,
    ..MADE_OF
};

/// 大桥加固工程被市公路中心负责实施.
const IN_CHARGE: Slip = Slip {
    written: "被",
    right: "由",
    message: "“被……负责”应当是“由……负责”",
    near: 16,
    without: &["为", "列", "评", "认", "指", "的"],
};

/// 已对省财政厅作了专题汇报.
const TOLD: Slip = Slip {
    written: "对",
    right: "向",
    message: "“对……汇报”应当是“向……汇报”",
    near: 30,
    without: &["的", "向", "情况"],
};

/// 由分管副县长为组长.
const HEADED_BY: Slip = Slip {
    written: "由",
    right: "以",
    message: "“由……为组长”不搭配；用“以……为组长”或者“由……任组长”",
    near: 14,
    without: &["任", "担", "以"],
};

/// 对国土空间规划相衔接.
const TOGETHER: Slip = Slip {
    written: "对",
    right: "与",
    message: "“相衔接”“相适应”前面用“与”",
    near: 16,
    without: &["与", "和", "同", "跟", "的", "进行", "对接"],
};

/// The characters before a preposition, and behind it, that make another word of it.
fn other_words(preposition: &str) -> (&'static str, &'static str) {
    match preposition {
        "有" => ("所现共国没含拥设具享特原仅只内还另", "关些的效机限序所"),
        "对" => ("相针面绝应核校点", "口接照于策外比象标应点"),
        "由" => ("理自事缘", "于此"),
        _ => ("", ""),
    }
}

/// Whether the clause begins with 有 and another verb follows 牵头.
fn is_led_by_have(view: &TextView<'_>, word: Word) -> bool {
    const WORK: [&str; 6] = ["编制", "制定", "组织", "实施", "负责", "办理"];
    let start = view.clause(word.start).start;
    view.char(start) == '有' && view.one_of_at(word.end, &WORK).is_some()
}

/// Looks at what stands before a word of [`TAILS`].
pub(super) fn check(view: &TextView<'_>, word: Word, tail: &str, findings: &mut Findings<'_>) {
    let ends = view.is_any_at(word.end, "，。；");
    let (slip, fits): (&Slip, Fits) = match tail {
        "组成" if ends => (&MADE_OF, of_several),
        "组成" => return,
        "牵头" if is_led_by_have(view, word) => (&LED_BY, by_a_body),
        "负责" | "牵头" => (&IN_CHARGE, by_a_body),
        "汇报" => (&TOLD, to_an_office),
        "为组长" | "为总指挥" | "为召集人" => (&HEADED_BY, |_, _, _| true),
        _ if tail.starts_with('相') => (&TOGETHER, |_, _, _| true),
        _ if tail.ends_with('下') => return lost_zai(view, word, findings),
        _ => (&WITH_OTHERS, with_a_body),
    };
    let at = written(view, word, slip).filter(|at| fits(view, word, *at));
    if let Some(at) = at {
        findings
            .at(at..at + 1, slip.message)
            .hint(format!("改为“{}”", slip.right))
            .suggest(at..at + 1, slip.right);
    }
}

/// The nearest place of the preposition in the clause, if it is one and governs what follows it alone.
fn written(view: &TextView<'_>, word: Word, slip: &Slip) -> Option<usize> {
    let clause = view.clause(word.start).start;
    let from = clause.max(word.start.saturating_sub(slip.near));
    let at = view.each(from..word.start, slip.written).last()?;
    let (before, behind) = other_words(slip.written);
    let is_word = view.is_any_before(at, before) || view.is_any_at(at + 1, behind);
    (!is_word && !view.has_any(&(at + 1..word.start), slip.without)).then_some(at)
}

/// 有财政、教育等部门组成: several, and no other preposition before them.
fn of_several(view: &TextView<'_>, word: Word, at: usize) -> bool {
    let clause = view.clause(word.start).start..at;
    view.has_mark(&(at..word.start), "、") && !view.has_any(&clause, MADE_OF.without)
}

/// 被市公路中心负责实施, and not 被…负责人: nothing but a name between.
fn by_a_body(view: &TextView<'_>, word: Word, at: usize) -> bool {
    let name = at + 1..word.start;
    let is_verb = !view.is_any_at(word.end, "人同的制区");
    is_verb && name.len() > 2 && name.clone().all(|it| is_han(view.char(it)))
}

/// 对省财政厅作了专题汇报: right behind whom it is told.
fn to_an_office(view: &TextView<'_>, word: Word, at: usize) -> bool {
    const LINKS: [&str; 10] = [
        "",
        "作",
        "作了",
        "进行",
        "进行了",
        "作专题",
        "作了专题",
        "进行了专题",
        "作书面",
        "作了书面",
    ];
    const OFFICES: [&str; 9] = [
        "厅",
        "局",
        "委",
        "政府",
        "党组",
        "常委会",
        "部",
        "领导",
        "主任会议",
    ];
    let links = LINKS.iter().filter(|it| view.ends_at(word.start, it));
    let mut ends = links.map(|it| word.start - it.chars().count());
    ends.any(|end| end > at && view.one_of_before(end, &OFFICES).is_some())
}

/// 多次于市财政局会商: what one does with others stands before it, and a body behind.
fn with_a_body(view: &TextView<'_>, _word: Word, at: usize) -> bool {
    const LEADS: [&str; 14] = [
        "多次", "积极", "主动", "及时", "先后", "共同", "我局", "我委", "我厅", "我们", "我办",
        "正在", "加强", "反复",
    ];
    const BODIES: &str = "市省区县州旗国有相企高周兄上铁电乡镇街";
    view.is_any_at(at + 1, BODIES) && view.one_of_before(at, &LEADS).is_some()
}

/// 市委、市政府的坚强领导下，: 在 is lost at the start of the sentence.
fn lost_zai(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LED: [&str; 9] = [
        "的坚强",
        "的正确",
        "的大力",
        "的亲切",
        "的关心",
        "的有力",
        "的精心",
        "的统一",
        "的全面",
    ];
    const LEADS: [&str; 8] = ["在", "于", "经", "通过", "由", "从", "得益", "凭"];
    let sentence = view.sentence(word.start);
    let is_led = view.one_of_before(word.start, &LED).is_some() && view.char(word.end) == '，';
    let lead = sentence.start..word.start;
    let is_first = !view.has_any(&lead, &["，", "；", "："]);
    if is_led && is_first && !view.has_any(&lead, &LEADS) {
        let text = view.words(word.start..word.end);
        findings
            .at(lead.start..word.end, format!("“……{text}”前面缺“在”"))
            .hint("补上“在”")
            .suggest(lead.start..lead.start, "在");
    }
}
