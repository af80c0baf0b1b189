//! 已经在…已经纳入: the same adverb twice in a clause.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::{Check, Rule, Word};

/// 已经在…已经纳入: the same adverb twice in a clause.
pub(crate) const DOUBLED_ADVERB: Rule = Rule {
    name: "doubled-adverb",
    title: "副词在一句里重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("doubled_adverb.md"),
};

const WORDS: &[&str] = &[
    "已经",
    "已",
    "将",
    "正在",
    "共计",
    "总共",
    "一共",
    "免费",
    "目前",
    "近年来",
    "今年以来",
    "去年以来",
    "截至目前",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        "已" => already_in(view, word, findings),
        "将" => will_be(view, word, findings),
        "免费" => free_again(view, word, findings),
        "共计" | "总共" | "一共" => in_all(view, word, findings),
        "已经" | "正在" => again_in_clause(view, word, findings),
        _ => time_again(view, word, findings),
    }
}

/// 已经在规划中已经纳入, 已经于今年5月已印发: the adverb comes again, 已经 also in its short form right before its verb.
fn again_in_clause(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 12;
    let text = WORDS[word.number];
    let end = view.clause(word.end).end;
    let whole = || Some((view.find(word.end..end, text)?, text.chars().count()));
    let short = || {
        let near = word.end + 2..end.min(word.end + LONGEST);
        let at = view.find(near, "已").filter(|at| is_adverb(view, *at))?;
        (text == "已经").then_some((at, 1))
    };
    let again = whole().or_else(short);
    if let Some((at, length)) = again.filter(|(at, _)| !parts_verbs(view, word.end..*at)) {
        findings
            .at(at..at + length, format!("一句里两次用“{text}”"))
            .hint("删去一个");
    }
}

/// Whether a pause mark or 或者 parts two verbs that may each have the adverb.
fn parts_verbs(view: &TextView<'_>, between: Range<usize>) -> bool {
    // 已经把评估为高风险的电梯已经列入: what 把 leads to may have 的 in it.
    let parts: &[&str] = match view.char(between.start) {
        '把' | '将' => &["、"],
        _ => &["、", "的", "或", "和", "以及", "与"],
    };
    view.has_any(&between, parts)
}

/// 已于2023年5月已全面开工: 已 before the time and before the verb.
fn already_in(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 18;
    let is_time = view.is_any_at(word.end, "于在") && is_any_digit(view.char(word.end + 1))
        || view
            .one_of_at(word.end, &["于去年", "于今年", "于上月", "于前年"])
            .is_some();
    let clause = view.clause(word.end);
    let near = word.end..clause.end.min(word.end + LONGEST);
    let again = view.find(near, "已").filter(|at| is_adverb(view, *at));
    if let Some(at) = again.filter(|at| is_time && !view.has_any(&(word.end..*at), &["的", "、"]))
    {
        findings
            .at(at..at + 1, "一句里两次用“已”")
            .hint("删去一个")
            .suggest(at..at + 1, "");
    }
}

/// 将于2025年6月底前将投入运营: 将 before the time and before a verb that has no object.
fn will_be(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 18;
    const VERBS: [&str; 17] = [
        "投入", "建成", "完工", "开工", "竣工", "启动", "正式", "投用", "开放", "实现", "通车",
        "全面", "开展", "组织", "举办", "召开", "进行",
    ];
    let is_named = view
        .one_of_at(
            word.end + 1,
            &["今年", "明年", "下半年", "近期", "年底", "年内"],
        )
        .is_some();
    let is_time =
        view.is_any_at(word.end, "于在") && (is_named || is_any_digit(view.char(word.end + 1)));
    let clause = view.clause(word.end);
    let near = word.end..clause.end.min(word.end + LONGEST);
    let mut again = view.each(near, "将");
    let again = again.find(|at| view.one_of_at(at + 1, &VERBS).is_some());
    let again = again.filter(|at| !view.has_any(&(word.end..*at), &["的", "、", "即"]));
    if let Some(at) = again.filter(|_| is_time) {
        findings
            .at(at..at + 1, "一句里两次用“将”")
            .hint("删去一个")
            .suggest(at..at + 1, "");
    }
}

/// 目前，我局目前已公布清单: the time opens the sentence, and is told again behind the subject.
fn time_again(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 8;
    let opens = view.sentence(word.start).start == word.start && view.char(word.end) == '，';
    let clause = view.clause(word.end + 1);
    let near = clause.start..clause.end.min(clause.start + LONGEST);
    let text = view.words(word.start..word.end);
    if let Some(at) = view.find(near, text).filter(|_| opens) {
        let range = at..at + word.end - word.start;
        findings
            .at(range.clone(), format!("一句里两次用“{text}”"))
            .hint("删去一个")
            .suggest(range, "");
    }
}

/// 免费向社会免费开放.
fn free_again(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 8;
    let clause = view.clause(word.end);
    let near = word.end..clause.end.min(word.end + LONGEST);
    let again = view.find(near, "免费").filter(|at| *at > word.end);
    let is_one = |at: usize| !view.has_any(&(word.end..at), &["和", "、", "或", "的", "与", "及"]);
    if let Some(at) = again.filter(|at| is_one(*at)) {
        findings
            .at(at..at + 2, "一句里两次用“免费”")
            .hint("删去一个")
            .suggest(at..at + 2, "");
    }
}

/// 共计查处违规充电行为共892起: 共 before the verb and before the number.
fn in_all(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let rest = word.end..view.clause(word.end).end;
    let is_plain = |at: usize| (word.end..at).all(|it| is_han(view.char(it)));
    let mut again = view.each(rest, "共");
    let again = again.find(|at| is_any_digit(view.char(at + 1)) && is_plain(*at));
    if let Some(at) = again.filter(|at| !view.is_any_before(*at, "公总一和")) {
        findings
            .at(at..at + 1, "一句里两次用“共”")
            .hint("删去一个")
            .suggest(at..at + 1, "");
    }
}

/// 已 before a verb, and not in 已经, 业已 or 而已.
fn is_adverb(view: &TextView<'_>, at: usize) -> bool {
    !view.is_any_at(at + 1, "经知有往") && !view.is_any_before(at, "业而早均都也")
}
