//! 受到广大企业所欢迎, 本着以…为原则, 防止事故不再发生: two ways to say a thing in one (句式杂糅).

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::words::each_once;
use crate::lint::{Check, Rule, Word};

/// 受到广大企业所欢迎, 本着以…为原则, 防止事故不再发生: two ways to say a thing in one (句式杂糅).
pub(crate) const BLENDED_PHRASE: Rule = Rule {
    name: "blended-phrase",
    title: "句式杂糅",
    severity: Severity::Warning,
    check: Check::Table(tails, check),
    page: include_str!("blended_phrase.md"),
};

/// What begins a blend, what ends it, and what says it right.
type Blend = (
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
);

const BLENDS: [Blend; 18] = [
    (&["为主要"], &["为主"], "“为主要……”和“为主”只用一个"),
    (&["主要以", "主要是以"], &["为主"], "“主要”和“为主”只用一个"),
    (
        &["大多以", "大都以", "大多数以", "多数以"],
        &["为主"],
        "“大多”和“为主”只用一个",
    ),
    (
        &["由于受", "因受", "由于", "因为"],
        &["限制的原因", "影响的原因", "制约的原因"],
        "用“由于受……限制”或者“……的原因”",
    ),
    (&["免费"], &["无偿"], "只留一个"),
    (&["无偿"], &["免费"], "只留一个"),
    (
        &["众多", "许多", "诸多", "多名", "数名"],
        &["们"],
        "已经说了是许多，后面不用“们”",
    ),
    (
        &["受到", "深受", "备受"],
        &["所欢迎", "所喜爱", "所关注", "所好评", "所认可", "所重视"],
        "用“受到……欢迎”或者“为……所欢迎”",
    ),
    (
        &["本着"],
        &["为原则", "为宗旨"],
        "用“本着……的原则”或者“以……为原则”",
    ),
    (
        &["防止", "避免", "杜绝", "防范", "严防"],
        &["不再"],
        "用“防止……再次发生”或者“确保……不再发生”",
    ),
    (
        &["原因是"],
        &["造成的", "引起的", "导致的", "所致"],
        "用“原因是……”或者“是由……造成的”",
    ),
    (
        &["经过", "通过"],
        &["努力下", "帮助下", "支持下", "关心下", "指导下"],
        "用“经过……的努力”或者“在……的努力下”",
    ),
    (
        &["旨在", "目的在于", "目的是"],
        &["为目的"],
        "用“旨在……”或者“以……为目的”",
    ),
    (
        &["围绕"],
        &["为目标", "为主线", "为宗旨", "为主题"],
        "用“围绕……目标”或者“以……为目标”",
    ),
    (&["列为"], &["之中"], "用“列入……之中”或者“列为……”"),
    (&["提供"], &["的作用"], "用“提供……”或者“起到……的作用”"),
    (
        &["增加了", "增加"],
        &["数量和质量", "数量与质量"],
        "用“增加数量、提高质量”",
    ),
    (
        &[
            "共投入",
            "共安排",
            "共争取",
            "共拨付",
            "共下达",
            "共落实",
            "共筹集",
            "共发放",
            "共支付",
            "共整合",
            "累计投入",
            "累计发放",
            "累计拨付",
        ],
        &["共计", "总计", "合计"],
        "“共”和“共计”只用一个",
    ),
];

/// Two words for one change.
const CHANGES: [&str; 2] = ["递增增长", "递减下降"];

/// What ends a blend, or is one.
fn tails() -> Vec<&'static str> {
    let blends = BLENDS
        .iter()
        .flat_map(|(_, tails, _)| tails.iter().copied());
    each_once(blends.chain(CHANGES))
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let tail = view.words(word.start..word.end);
    if CHANGES.contains(&tail) {
        findings
            .at(word.start..word.end, format!("“{tail}”两种说法混在一起"))
            .hint("只留一个");
        return;
    }
    let clause = view.clause(word.start);
    let blends = BLENDS.iter().filter(|(_, tails, _)| tails.contains(&tail));
    for (heads, _, right) in blends {
        let heads = heads.iter().copied();
        let mut starts =
            heads.filter_map(|head| Some((view.find(clause.start..word.start, head)?, head)));
        if let Some((start, head)) = starts.find(|found| !is_apart(view, *found, word)) {
            findings
                .at(start..word.end, format!("“{head}……{tail}”两种说法混在一起"))
                .hint(*right);
            return;
        }
    }
}

/// Whether something else leads to the tail: 通过…，在…的努力下, 防止…，确保…不再发生.
fn is_apart(view: &TextView<'_>, (start, head): (usize, &str), word: Word) -> bool {
    let between = start + head.chars().count()..word.start;
    match view.words(word.start..word.end) {
        "们" => !is_group(view, &between),
        // 帮助下边 and 支持下去 part otherwise.
        tail if tail.ends_with('下') => {
            view.has_any(&between, &["在", "和", "及", "、"])
                || view.is_any_at(word.end, "边面来去属级")
        }
        tail => {
            tells_two_things(view, &between, tail)
                || has_own_head(view, &between, head)
                // 原因是老化造成的短路 names the cause.
                || head == "原因是" && !view.is_any_at(word.end, "，。；\n")
                || tail == "的作用" && is_played(view, word)
        }
    }
}

/// 众多游客们: a word of two or three characters.
fn is_group(view: &TextView<'_>, between: &Range<usize>) -> bool {
    (2..=3).contains(&between.len())
        && between.clone().all(|at| is_han(view.char(at)))
        && !view.has_any(between, &["人", "我", "他", "它"])
}

/// 避免返贫、群众不再担忧, 共发放611人、合计264万元: the tail is told of something else.
fn tells_two_things(view: &TextView<'_>, between: &Range<usize>, tail: &str) -> bool {
    /// How far 不再 stands at most behind what is to be prevented.
    const NEAREST: usize = 10;
    match tail {
        "不再" => between.len() > NEAREST || view.has_mark(between, "、"),
        tail if tail.ends_with('计') => !view.numbers_in(between.clone()).is_empty(),
        _ => false,
    }
}

/// Whether what stands between leads to the tail itself.
fn has_own_head(view: &TextView<'_>, between: &Range<usize>, head: &str) -> bool {
    const OTHERS: [&str; 6] = ["确保", "保证", "做到", "使", "让", "为"];
    let own: &[&str] = match head {
        "围绕" => &["以", "将", "把", "的目标"],
        "本着" => &["的原则", "的宗旨", "的态度", "的精神"],
        _ => &[],
    };
    view.has_any(between, &OTHERS) || view.has_any(between, own)
}

/// 发挥…的作用: the verb that 作用 goes with stands in the clause.
fn is_played(view: &TextView<'_>, word: Word) -> bool {
    const PLAYS: [&str; 5] = ["发挥", "起到", "起着", "具有", "有着"];
    view.has_any(&(view.clause(word.start).start..word.start), &PLAYS)
}
