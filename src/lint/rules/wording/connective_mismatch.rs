//! 只要……，才能……; 尽管……多么……: connectives (关联词语) that do not go together.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 只要……，才能……; 尽管……多么……: connectives (关联词语) that do not go together.
pub(crate) const CONNECTIVE_MISMATCH: Rule = Rule {
    name: "connective-mismatch",
    title: "关联词语不搭配",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("connective_mismatch.md"),
};

const WORDS: &[&str] = &[
    "只要",
    "只有",
    "尽管",
    "能否",
    "虽然",
    "不仅",
    "不但",
    "之所以",
    "一方面",
    "即使",
    "无论",
    "不论",
    "由于",
    "与其",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let start = word.start;
    if view.in_title(start) || view.in_quotes(start) {
        return;
    }
    if let Some(range) = no_choice(view, word) {
        findings
            .at(
                range,
                format!("“{}”后面没有说出几种情况", WORDS[word.number]),
            )
            .hint("写成“无论……多么……”“无论是否……”，或者改为“即使”");
        return;
    }
    if let Some((end, hint)) = mismatch(view, word) {
        // The later word is the one that errs: 只有……，就能.
        let (first, second) = (WORDS[word.number], view.words(end.clone()));
        let message = format!("“{first}”和“{second}”不搭配");
        findings.at(end, message).hint(hint);
    }
}

/// The word that does not go with the connective, and what to do.
type Mismatch = Option<(Range<usize>, &'static str)>;

fn mismatch(view: &TextView<'_>, word: Word) -> Mismatch {
    let (end, hint) = match WORDS[word.number] {
        "只要" => (
            answer(view, word, &["才能", "才会", "才可"], &["就", "便"]),
            "“只要”和“就”、“只有”和“才”搭配",
        ),
        "只有" => (only(view, word), "“只有”和“才”、“只要”和“就”搭配"),
        "尽管" => return vague(view, word).or_else(|| yet(view, word)),
        "虽然" => return yet(view, word),
        "不仅" | "不但" => (not_only(view, word), "“不仅”和“而且”、“不是”和“而是”搭配"),
        "一方面" => (aside(view, word), "“一方面”和“另一方面”搭配"),
        "能否" => (one_side(view, word), "前面说两面，后面只说一面；去掉“能否”"),
        _ => return in_next_clause(view, word),
    };
    Some((end?, hint))
}

/// 无论…，但…, 与其…，而是…: the next clause begins with the wrong word.
fn in_next_clause(view: &TextView<'_>, word: Word) -> Mismatch {
    const BUT: [&str; 2] = ["但是", "但"];
    let next = |words: &[&str]| next_clause(view, word, words);
    let unless =
        |found: Range<usize>, goes_on: &str| (!view.is_any_at(found.end, goes_on)).then_some(found);
    let (end, hint) = match WORDS[word.number] {
        "无论" | "不论" => (next(&BUT)?, "“无论”和“都”、“虽然”和“但是”搭配"),
        "与其" => (next(&["还是", "而是", "但是"])?, "“与其”和“不如”搭配"),
        "由于" => (
            unless(next(&BUT)?, "也仍还由因目从在")?,
            "“由于”说原因，“虽然”和“但是”搭配",
        ),
        "即使" => (
            unless(next(&BUT)?, "也仍还")?,
            "“即使”和“也”、“虽然”和“但是”搭配",
        ),
        "之所以" => (next(&["由于", "因为"])?, "“之所以……，是由于……”：补上“是”"),
        _ => return None,
    };
    Some((end, hint))
}

/// 只有加大投入，就能解决; 只有3个站点，就会造成拥堵 tells how few there are.
fn only(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const WRONG: [&str; 3] = ["就能", "就会", "就可以"];
    match is_any_digit(view.char(word.end)) {
        true => None,
        false => answer(view, word, &WRONG, &["才", "否则", "不然"]),
    }
}

/// 不仅…，而是还…: what is more is nothing else.
fn not_only(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const WRONG: [&str; 3] = ["而是还", "而是也", "而是能"];
    answer(view, word, &WRONG, &["不是", "并非", "而且", "也", "还"])
        .or_else(|| but(view, word))
        .or_else(|| instead(view, word))
}

/// One of the words right at the start of the next clause.
fn next_clause(view: &TextView<'_>, word: Word, words: &[&str]) -> Option<Range<usize>> {
    let end = view.clause(word.end).end;
    let found = view.one_of_at(end + 1, words)?;
    (view.char(end) == '，').then(|| end + 1..end + 1 + found.chars().count())
}

/// 无论天气恶劣，…都…: one state, where 无论 needs more than one or a question.
fn no_choice(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const STATES: [&str; 12] = [
        "恶劣", "艰苦", "艰难", "困难", "复杂", "繁忙", "炎热", "寒冷", "偏远", "紧张", "繁重",
        "严峻",
    ];
    const ASKS: [&str; 12] = [
        "多", "如何", "怎", "什么", "哪", "谁", "何", "是否", "还是", "或", "与", "不",
    ];
    const LONGEST: usize = 10;
    let is_open = ["无论", "不论"].contains(&WORDS[word.number]);
    let clause = word.end..view.clause(word.end).end;
    let is_state = view.one_of_before(clause.end, &STATES).is_some();
    let is_short = clause.len() <= LONGEST && view.char(clause.end) == '，';
    (is_open && is_state && is_short && !view.has_any(&clause, &ASKS))
        .then_some(word.start..clause.end)
}

/// 不仅提高了周转率，但方便了市民: what is more is no contrast.
fn but(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let found = next_clause(view, word, &["而是", "但"])?;
    if view.is_at(found.start, "而是") {
        // 不仅仅是形式，而是…: what it is besides.
        let is_besides = view.is_any_at(word.end, "仅是")
            || view.has_any(&(word.end..found.start), &["不是", "并非"]);
        return (!is_besides).then_some(found);
    }
    let goes_on = view.is_any_at(found.end, "是也要仍还");
    (!goes_on).then_some(found)
}

/// 不仅便利了群众，反而促使…: what is more is nothing contrary, unless the first was denied.
fn instead(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let sentence = view.sentence(word.end);
    let at = view.find(word.end..sentence.end, "，反而")? + 1;
    let is_denied = view.has_any(&(word.end..at), &["没", "未", "不", "无", "难"]);
    (!is_denied).then_some(at..at + 2)
}

/// 一方面…，其次…: the other side is not told as one.
fn aside(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    if view.is_any_before(word.start, "另这某任") {
        return None;
    }
    let sentence = view.sentence(word.end);
    let found = next_clause(view, word, &["其次", "再次", "二是", "第二"])?;
    let is_answered = view.has_any(&(word.end..sentence.end), &["一方面"]);
    (!is_answered).then_some(found)
}

/// The wrong word that begins a later clause of the sentence, unless a right one stands before it.
fn answer(view: &TextView<'_>, word: Word, wrong: &[&str], right: &[&str]) -> Option<Range<usize>> {
    let sentence = view.sentence(word.end);
    let mut at = view.clause(word.end).end;
    while at < sentence.end {
        // 他们才能, 我们才能: who it is may come first.
        let begins = at + 1..(at + 4).min(sentence.end);
        let found = begins
            .into_iter()
            .find_map(|at| Some((at, view.one_of_at(at, wrong)?)));
        if let Some((found, word_found)) = found {
            let is_answered = view.has_any(&(word.end..found), right);
            let is_anew = view.has_any(&(word.end..found), &["只要", "只有"]);
            let end = found + word_found.chars().count();
            return (!is_answered && !is_anew).then_some(found..end);
        }
        at = view.clause(at + 1).end;
    }
    None
}

/// 虽然……，所以……: what follows is no reason.
fn yet(view: &TextView<'_>, word: Word) -> Mismatch {
    const RIGHT: [&str; 9] = [
        "但", "却", "仍", "然而", "可是", "不过", "还是", "因为", "由于",
    ];
    let end = answer(view, word, &["所以", "因此", "因而"], &RIGHT)?;
    Some((end, "“虽然”“尽管”和“但是”搭配"))
}

/// 尽管工期多么紧张: 多么 in the clause of 尽管.
fn vague(view: &TextView<'_>, word: Word) -> Mismatch {
    let clause = view.clause(word.end);
    let at = view.find(word.end..clause.end, "多么")?;
    Some((at..at + 2, "不定的说“无论……多么……”，确定的说“尽管……”"))
}

/// 能否建成……，是……取得成功的前提.
fn one_side(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const ONE: [&str; 6] = [
        "的前提",
        "的保证",
        "的必要条件",
        "的先决条件",
        "的关键",
        "的重要保障",
    ];
    let begins = view.is_any_before(word.start, "\n。；，是");
    let first = view.clause(word.end);
    let is = first.end + 1;
    let second = view.clause(is);
    let is_said =
        begins && view.is_at(is, "是") && !view.has_any(&second, &["能否", "是否", "成败"]);
    let end = view.one_of_before(second.end, &ONE)?;
    is_said.then(|| second.end - end.chars().count()..second.end)
}
