//! 本着以人为本，, 在助推乡村振兴方面。, 开展以…为主题，: frames of two words (框架) that lack the second one, or what they lead to.

use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};

/// The words of frames.
pub(super) const FRAMES: [&str; 7] = [
    "发挥",
    "加大对",
    "加强对",
    "本着",
    "方面",
    "为主题",
    "的基础上",
];

/// Reports the frame whose word stands at `word` if it is not whole.
pub(super) fn frames(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let text = view.words(word.start..word.end);
    let missing = match text {
        "发挥" => what_is_played(view, word),
        "加大对" | "加强对" => what_is_done(view, word),
        "本着" => in_the_spirit_of(view, word),
        "方面" => in_this_respect(view, word),
        "为主题" => under_the_theme(view, word),
        _ => on_the_basis(view, word),
    };
    if let Some(missing) = missing {
        findings
            .at(
                word.start..word.end,
                format!("“{text}”这一句不完整，像是缺{missing}"),
            )
            .hint("补上缺的词语，或者核对这一句");
    }
}

/// 充分发挥社会组织的，: what is brought into play is lost.
fn what_is_played(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    let clause = view.clause(word.end);
    let ends = view.before(clause.end) == '的' && view.char(clause.end) == '，';
    let is_bare = !view.has_any(&(word.end..clause.end), &["是", "作用"]);
    (ends && is_bare && clause.end > word.end + 2).then_some("“作用”")
}

/// 加大对非法营运行为。, 加强对野外用火，: what is done to it is not said.
fn what_is_done(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    const THINGS: [&str; 14] = [
        "行为", "现象", "问题", "企业", "群众", "人员", "用火", "项目", "车辆", "设施", "场所",
        "商户", "家庭", "产品",
    ];
    let clause = view.clause(word.end);
    let is_thing = view.one_of_before(clause.end, &THINGS).is_some();
    let is_whole = view.has_any(&(word.end..clause.end), &["的"]);
    let ends = view.is_any_at(clause.end, "，。；");
    (is_thing && ends && !is_whole).then_some("“的监管”“的力度”一类的词")
}

/// 本着以人为本，推动…: a principle is called one.
fn in_the_spirit_of(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    const CALLED: [&str; 24] = [
        "原则", "精神", "态度", "方针", "理念", "宗旨", "思路", "要求", "目标", "目的", "初衷",
        "思想", "信念", "心态", "立场", "责任", "意愿", "办法", "角度", "想法", "愿望", "导向",
        "善意", "心",
    ];
    let clause = view.clause(word.end);
    // 本着尊重主权，不干涉内政的原则 goes on behind its comma.
    let next = view.clause(clause.end + 1);
    let is_whole = view.has_any(&(word.end..clause.end), &CALLED)
        || view.one_of_before(next.end, &CALLED).is_some();
    (!is_whole && view.char(clause.end) == '，').then_some("“的原则”")
}

/// …以来，在促进科技成果转化、助推乡村振兴方面。: nothing is told of it.
fn in_this_respect(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    const TELLS: [&str; 10] = [
        "体现", "表现", "集中", "存在", "主要", "重点", "尤其", "特别", "包括", "例如",
    ];
    let clause = view.clause(word.start);
    let is_led = view.char(clause.start) == '在' && view.before(clause.start) == '，';
    let before = view.clause(clause.start.saturating_sub(1));
    let is_told = view.has_any(&before, &TELLS) || view.has_any(&clause, &TELLS);
    (is_led && view.char(word.end) == '。' && !is_told).then_some("谓语")
}

/// 开展以“走向冰场”为主题，参与学生…: what was carried out is not said.
fn under_the_theme(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    const HOLDS: [&str; 8] = [
        "开展以",
        "开展了以",
        "举办以",
        "举办了以",
        "组织以",
        "组织了以",
        "举行以",
        "举行了以",
    ];
    let clause = view.clause(word.start).start..word.start;
    (view.has_any(&clause, &HOLDS) && view.is_any_at(word.end, "，。；")).then_some("“的活动”")
}

/// 根据…，并结合我区实际的基础上制定: no 在 leads to it.
fn on_the_basis(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    const LEADS: [&str; 13] = [
        "在", "于", "从", "立", "到", "以", "打", "奠", "建", "有", "由", "站", "作为",
    ];
    let sentence = view.sentence(word.start).start..word.start;
    // 《关于…的通知》根据…的基础上制定: what its title says leads to nothing.
    let title = view.places_in('》', sentence.clone()).next();
    let title = title.filter(|_| view.char(sentence.start) == '《');
    let before = title.map_or(sentence.start, |at| at + 1)..sentence.end;
    let follows = view.is_any_at(word.end, "，制开进编形对");
    (follows && !view.has_any(&before, &LEADS)).then_some("“在”")
}

/// 开展为期三个月的货车超限超载，: what is carried out for a time is a deed.
pub(super) fn of_stretch(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const HOLDS: [&str; 4] = ["开展", "开展了", "组织开展", "集中开展"];
    const EVILS: [&str; 18] = [
        "超载", "乱放", "停车", "占道", "扬尘", "噪声", "油烟", "乱建", "欠薪", "盗采", "偷排",
        "酒驾", "飙车", "炸街", "诈骗", "传销", "乱象", "隐患",
    ];
    let end = view.clause(word.end).end;
    let is_held = view.one_of_before(word.start, &HOLDS).is_some() && view.is_any_at(end, "，。；");
    let Some(of) = view.find(word.end..end, "的").filter(|_| is_held) else {
        return;
    };
    let name = of + 1..end;
    let is_plain = (3..=14).contains(&name.len()) && name.clone().all(|it| is_han(view.char(it)));
    if let Some(evil) = view.one_of_before(end, &EVILS).filter(|_| is_plain) {
        findings
            .at(
                end - 2..end,
                format!("“{evil}”后面像是缺“整治”“行动”一类的词"),
            )
            .hint("“开展”的是一项活动，补上它的名称");
    }
}
