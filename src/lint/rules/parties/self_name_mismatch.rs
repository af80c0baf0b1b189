//! 我局 in a letter of 市卫生健康委员会.

use super::issuer::{issuer, self_name};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 我局 in a letter of 市卫生健康委员会.
pub(crate) const SELF_NAME_MISMATCH: Rule = Rule {
    name: "self-name-mismatch",
    title: "自称与发文机关不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("self_name_mismatch.md"),
};

const WORDS: &[&str] = &[
    "我局",
    "我委",
    "我厅",
    "我院",
    "我部",
    "我街道",
    "我镇",
    "我乡",
    "我会",
    "我校",
    "我办",
    "本委",
    "本局",
    "本厅",
];

/// What a street, a town and a township call themselves, of which a text has one.
const TOWNSHIPS: &[&str] = &["我街道", "我镇", "我乡"];

/// Words that begin with the second character: 我委托第三方.
const LONGER: &[&str] = &[
    "委托", "委派", "委员", "委屈", "委以", "部分", "部门", "部署", "部队", "部委", "部长", "局部",
    "局面", "局限", "院士", "院校", "厅级", "局长", "委会", "院长", "会议", "会员", "会见", "会场",
    "会长", "办理", "办法", "办事", "办公", "办学", "办好", "办案", "办结", "校长", "校友",
];

/// How far back another name for oneself is looked for.
const NEAR: usize = 300;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if !is_self_name(view, word.start) || view.reply().opening.is_empty() {
        return;
    }
    let written = WORDS[word.number];
    if TOWNSHIPS.contains(&written) {
        return township(view, word, findings);
    }
    let own = issuer(view);
    let (right, of) = match own {
        Some(name) => match self_name(view, &name) {
            Some(right) => (right, format!("发文机关是{}", view.text(name))),
            None => return,
        },
        None => match earlier(view, word) {
            Some(earlier) => (earlier, format!("前面自称“{earlier}”")),
            None => return,
        },
    };
    // 我会 and 我校 alone are for `sign-off-mismatch`.
    let is_mixed = || view.find(0..word.start, right).is_some();
    let is_other =
        !["我会", "我校", "我办", "本委", "本局", "本厅"].contains(&written) || is_mixed();
    // 本局 and 我局 are one.
    let is_same = written.chars().last() == right.chars().last();
    if written != right && is_other && !is_same {
        report(word, right, &of, findings);
    }
}

fn report(word: Word, right: &str, of: &str, findings: &mut Findings<'_>) {
    let range = word.start..word.end;
    let written = WORDS[word.number];
    findings
        .at(range.clone(), format!("{of}，这里却是“{written}”"))
        .hint(format!("如果说的是本单位，改为“{right}”"))
        .suggest(range, right);
}

/// 我街道 and then 我镇: one writer is not both.
fn township(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mut places = view.places_in('我', view.passage(word.start).start..word.start);
    let name = |at: usize| {
        view.one_of_at(at, TOWNSHIPS)
            .filter(|_| is_self_name(view, at))
    };
    let Some(first) = places.find_map(name) else {
        return;
    };
    if first != WORDS[word.number] {
        report(word, first, &format!("前面自称“{first}”"), findings);
    }
}

/// Whether 我局 stands for the office: not in a quotation, and not as 自我部署 or 我委托.
fn is_self_name(view: &TextView<'_>, start: usize) -> bool {
    !view.is_any_before(start, "自忘敌唯本")
        && (view.one_of_at(start + 1, LONGER).is_none() || view.is_at(start + 1, "委会同"))
        && !view.in_quotes(start)
        && !view.in_title(start)
}

/// The first name for oneself in the same paragraph.
fn earlier(view: &TextView<'_>, word: Word) -> Option<&'static str> {
    let paragraph = view.paragraph(word.start)?.range.clone();
    let mut places = paragraph.start.max(word.start.saturating_sub(NEAR))..word.start;
    let name = |at: usize| {
        let found = view.one_of_at(at, WORDS).filter(|_| is_self_name(view, at));
        found.filter(|it| !TOWNSHIPS.contains(it))
    };
    places.find_map(|at| (view.char(at) == '我').then(|| name(at)).flatten())
}
