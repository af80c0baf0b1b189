//! 我市国家发展改革委评为示范城市: who gets a title is named without 被.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::{Check, Rule, Word};

/// 我市国家发展改革委评为示范城市: who gets a title is named without 被.
pub(crate) const MISSING_PASSIVE: Rule = Rule {
    name: "missing-passive",
    title: "缺“被”字",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_passive.md"),
};

const WORDS: &[&str] = &["评为", "授予", "列为", "认定为", "确定为", "命名为", "选为"];

/// Who gets a title.
const READERS: &[&str] = &[
    "我省", "我市", "我县", "我区", "我州", "我局", "我院", "我校", "我镇",
];

/// What the names of those who give one begin with, and end with.
const ABOVE: &[&str] = &[
    "国家",
    "国务院",
    "全国",
    "中央",
    "教育部",
    "科技部",
    "财政部",
    "省",
    "市",
    "住房城乡建设部",
    "农业农村部",
    "文化和旅游部",
];
const ENDS: &[&str] = &["委", "部", "厅", "局", "政府", "国务院", "办公室", "委员会"];

/// The longest name of one who gives a title.
const LONGEST: usize = 14;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(giver) = giver(view, word.start) else {
        return;
    };
    let is_bare = giver == word.start;
    let receives = match is_bare {
        true => is_own_title(view, word),
        false => is_receiver(view, giver) && names_nobody(view, word),
    };
    if receives && !view.in_title(giver) && !view.in_quotes(giver) {
        let text = view.words(giver.saturating_sub(2)..word.end);
        findings
            .at(giver..word.end, format!("“{text}”缺“被”字"))
            .hint("得到称号的在前面，就用“被”")
            .suggest(giver..giver, "被");
    }
}

/// Where the name of the giver begins that ends at the verb; the verb itself if a reader stands right before it.
fn giver(view: &TextView<'_>, verb: usize) -> Option<usize> {
    if view.one_of_before(verb, READERS).is_some() {
        return Some(verb);
    }
    view.one_of_before(verb, ENDS)?;
    let floor = view.clause(verb).start.max(verb.saturating_sub(LONGEST));
    let mut starts = (floor..verb).filter(|at| view.one_of_at(*at, ABOVE).is_some());
    let start = starts.find(|at| is_receiver(view, *at))?;
    (start..verb)
        .all(|at| is_han(view.char(at)))
        .then_some(start)
}

/// Whether the words before end with who gets the title: 我市, 2名农民.
fn is_receiver(view: &TextView<'_>, at: usize) -> bool {
    const NAMES: usize = 6;
    if view.one_of_before(at, READERS).is_some() {
        return true;
    }
    let floor = at.saturating_sub(NAMES);
    let measure = (floor..at)
        .rev()
        .find(|it| view.is_any_at(*it, "名位个家户所"));
    measure.is_some_and(|it| {
        let is_named = at - it > 2 && (it + 1..at).all(|at| is_han(view.char(at)));
        is_named && it > 0 && is_any_digit(view.before(it)) && !has_verb(view, it + 1, at)
    })
}

/// Whether another verb of giving or being given stands between.
fn has_verb(view: &TextView<'_>, from: usize, to: usize) -> bool {
    const VERBS: [&str; 8] = ["被", "由", "获", "经", "将", "把", "向", "报"];
    view.has_any(&(from..to), &VERBS)
}

/// 授予“…”称号 gives it to nobody named behind the verb.
fn names_nobody(view: &TextView<'_>, word: Word) -> bool {
    WORDS[word.number] != "授予" || view.is_any_at(word.end, "“《")
}

/// 我省列为国家首批…: right behind the reader, at the start of its clause.
fn is_own_title(view: &TextView<'_>, word: Word) -> bool {
    const TITLES: [&str; 7] = ["国家", "全国", "省级", "首批", "第一批", "第二批", "“"];
    // 2023年我县评为…: a year may stand before.
    let start = view.clause(word.start).start;
    let mut before = (start..word.start.saturating_sub(2)).map(|at| view.char(at));
    let begins =
        before.all(|it| is_any_digit(it) || "年月初底，".contains(it)) && start + 2 <= word.start;
    begins && view.one_of_at(word.end, &TITLES).is_some() && WORDS[word.number] != "授予"
}
