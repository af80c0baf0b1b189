//! 的的, 了了, 在在.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 的的, 了了, 在在.
pub(crate) const DOUBLED_PARTICLE: Rule = Rule {
    name: "doubled-particle",
    title: "虚词重复",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("doubled_particle.md"),
};

pub(in crate::lint) const WORDS: &[&str] = &[
    "的的",
    "了了",
    "是是",
    "在在",
    "将将",
    "和和",
    "为为",
    "与与",
    "及及",
    "并并",
    "由由",
    "把把",
    "被被",
    "对对",
    "我我",
    "就就",
    "们们",
    "从从",
    "将把",
    "进行了",
    "提供了",
    "取得了",
    "作出了",
    "发挥了",
    "奠定了",
    "起到了",
    "给予了",
    "形成了",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        "将把" => again(view, word, findings),
        done if done.chars().count() == 3 => done_twice(view, word, findings),
        // ，的的确做到了: no word ends before it.
        "的的" if is_certainly(view, word) && view.is_at(word.end, "确确") => {}
        "的的" if is_certainly(view, word) => report(view, word, findings),
        _ if !parts_words(view, word) && !repeats(view, word) => report(view, word, findings),
        _ => {}
    }
}

/// Whether 的的确 begins a clause.
fn is_certainly(view: &TextView<'_>, word: Word) -> bool {
    view.is_at(word.end, "确") && view.is_any_before(word.start, "，。；\n")
}

/// Whether words end or begin with the particle: 目的的, 为了了解, 以及及时.
fn parts_words(view: &TextView<'_>, word: Word) -> bool {
    let (before, after) = (view.before(word.start), view.char(word.end));
    let (heads, tails) = neighbours(view.char(word.start));
    let ends = before != '\n' && heads.contains(before);
    ends || tails.contains(after) || before == view.char(word.start)
}

/// The characters before a particle that end a word with it, and those behind it that begin one.
fn neighbours(particle: char) -> (&'static str, &'static str) {
    match particle {
        '的' => ("目标端有", "确士哥姐"),
        '了' => ("为除不未明", "解之然如结却断"),
        '是' => ("但于还就只可正既仅凡要总即都才便若乃", "否非"),
        '在' => ("存现内外潜所实好自", "校岗职读建编线场位册押逃营"),
        '将' => ("即必终麻干大上中少", "军来领士"),
        '和' => ("总饱缓温平共柔随祥中", "美气谐平解睦风田县政林"),
        '为' => ("作行成认以人因更称尤较极最改", "民主期此何了老"),
        '与' => ("参给赋", "会"),
        '及' => ("以涉普波企", "时格早其"),
        '并' => ("合兼吞归", "且购联行网"),
        '由' => ("自理缘事案", "此"),
        '把' => ("", "握关手控脉"),
        '被' => ("", "告子"),
        '对' => (
            "应针面相绝核反敌配校",
            "外口标接照象比策于应台华日美俄欧韩港症公私付称等",
        ),
        // 现就就业工作 and 成就就是 part otherwise.
        '就' => ("成造", "业医学诊餐近地是读任座职算"),
        '从' => ("服盲顺听遵屈跟随自", "容前来此严事业属未简军"),
        '我' => ("自大", "国省市局厅委"),
        _ => ("", ""),
    }
}

/// 一对对 counts, 暖暖和和 repeats both characters, 了不起 follows 了, 把把脉 tries.
fn repeats(view: &TextView<'_>, word: Word) -> bool {
    let before = view.before(word.start);
    let is_tried = view.is_at(word.start, "把把脉") || view.is_at(word.start, "把把关");
    let counts = before == '一' && view.is_any_at(word.start, "把对");
    let is_of_both = before != '\n' && before == view.before(word.start.saturating_sub(1));
    let follows = view.one_of_at(word.end, &["不起", "不得"]).is_some();
    is_tried || counts || is_of_both || follows || settles(view, word)
}

/// 终于了了一桩心事: the verb and its particle.
fn settles(view: &TextView<'_>, word: Word) -> bool {
    const WISHES: [&str; 5] = ["心事", "心愿", "夙愿", "愿望", "念想"];
    let rest = word.end..view.clause(word.end).end;
    view.is_at(word.start, "了了") && view.has_any(&rest, &WISHES)
}

fn report(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    findings
        .at(word.start..word.end, format!("“{text}”重复"))
        .hint("删去一个")
        .suggest(word.start..word.start + 1, "");
}

/// 进行了整治了: 了 behind both verbs.
fn done_twice(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 9;
    let again = (word.end + 2..word.end + LONGEST).find(|at| view.char(*at) == '了');
    let again = again.filter(|at| (word.end..*at).all(|it| is_han(view.char(it))));
    if let Some(at) = again.filter(|at| view.is_any_at(at + 1, "，。；")) {
        let text = view.words(word.start..at + 1);
        findings
            .at(at..at + 1, format!("“{text}”里有两个“了”"))
            .hint("删去后一个")
            .suggest(at..at + 1, "");
    }
}

/// 将把项目将列入: 将 stands before 把 and before the verb.
fn again(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let rest = word.end..view.clause(word.end).end;
    let is_adverb = |at: &usize| {
        view.char(*at) == '将'
            && !view.is_any_before(*at, "即必终麻干大上中少名老")
            && !view.is_any_at(at + 1, "军来领士于要近")
            && !view.in_quotes(*at)
    };
    let again = rest.clone().find(is_adverb);
    let Some(again) = again.filter(|again| view.find(*again..rest.end, "的").is_none()) else {
        return;
    };
    findings
        .at(again..again + 1, "一句里两次用“将”")
        .hint("删去一个")
        .suggest(again..again + 1, "");
}
