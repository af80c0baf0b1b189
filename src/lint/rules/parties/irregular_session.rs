//! 十五次三届会议, 第十三四届, 三次会上: the name of a session is told in another form.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 十五次三届会议, 第十三四届, 三次会上: the name of a session is told in another form.
pub(crate) const IRREGULAR_SESSION: Rule = Rule {
    name: "irregular-session",
    title: "会议届次写颠倒、写多或者写简",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("irregular_session.md"),
};

const WORDS: &[&str] = &[
    "次一届",
    "次二届",
    "次三届",
    "次四届",
    "次五届",
    "次六届",
    "次七届",
    "次会上",
    "次会提",
    "次会期间",
    "一届",
    "二届",
    "三届",
    "四届",
    "五届",
    "六届",
    "七届",
    "八届",
    "九届",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        words if words.starts_with("次会") => spoken(view, word, findings),
        words if words.starts_with('次') => reversed(view, word, findings),
        _ => two_terms(view, word, findings),
    }
}

/// 十五次三届会议 has the term and the session the wrong way round.
fn reversed(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let length = (0..3)
        .take_while(|back| is_any_digit(view.before(word.start - back.min(&word.start))))
        .count();
    let is_session = view
        .one_of_at(word.end, &["会议", "全体会议", "全会"])
        .is_some();
    if length == 0 || !is_session {
        return;
    }
    let range = word.start - length..word.end;
    let number = view.char(word.start + 1);
    let right = format!("{}届{number}次", view.text(range.start..word.start));
    findings
        .at(
            range.clone(),
            format!("“{}”里“届”和“次”写反了", view.text(range.clone())),
        )
        .hint("写成“某届某次会议”")
        .suggest(range, right);
}

/// 第十三四届 has one numeral too many.
fn two_terms(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_unit = |character: char| "一二三四五六七八九".contains(character);
    let Some(start) = word.start.checked_sub(2) else {
        return;
    };
    let is_double = view.char(start) == '十' && is_unit(view.char(start + 1));
    let is_meeting = view
        .one_of_at(
            word.end,
            &["人民代表", "人大", "政协", "委员会", "全国", "会议"],
        )
        .is_some();
    if is_double && is_meeting {
        let text = view.words(start..word.end - 1);
        findings
            .at(start..word.end - 1, format!("届数“{text}”多了一个数字"))
            .hint("核对届次");
    }
}

/// 三次会上 is how one speaks.
fn spoken(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let before = word.start.saturating_sub(14)..word.start;
    let has = |words: &str| view.find(before.clone(), words).is_some();
    let names_term = has("届")
        && ["政协", "人大", "人民代表", "委员会"]
            .iter()
            .any(|it| has(it));
    if names_term && is_any_digit(view.before(word.start)) && !view.in_quotes(word.start) {
        let range = word.start + 1..word.start + 2;
        findings
            .hint(range.clone(), "会议的名称里，“会”应当写全")
            .hint("改为“会议”")
            .suggest(range, "会议");
    }
}
