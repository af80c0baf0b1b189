//! 市环保局 where 市生态环境局 is told of too: one office under its former and its present name.

use std::ops::Range;

use super::former_bare_name;
use super::former_names::NAMES;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::signed;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 市环保局 where 市生态环境局 is told of too: one office under its former and its present name.
pub(crate) const FORMER_NAME: Rule = Rule {
    name: "former-name",
    title: "一个机构新旧两个名称",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("former_name.md"),
};

const WORDS: &[&str] = &{
    let mut words = [""; NAMES.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = NAMES[at].0;
        at += 1;
    }
    words
};

/// How far around the name the other one is looked for.
pub(super) const NEAR: usize = 500;

/// How far around it a sentence may tell of an earlier time.
const CLOSE: usize = 60;

/// The levels that an office may belong to.
pub(super) const LEVELS: &str = "省市县区州旗";

/// What may stand before the level of an office whose place goes without saying.
const BARE: &str = "\n，。；：、（由向与和经报请同据到在对从让将是为及、";

/// What one does with an office whose place goes without saying.
const DOES: [&str; 28] = [
    "配合", "会同", "联合", "协同", "协调", "协助", "督促", "经商", "函商", "商请", "提请", "报请",
    "报送", "联系", "邀请", "组织", "指导", "支持", "要求", "建议", "转交", "移交", "征求", "按照",
    "通过", "依托", "提醒", "抄送",
];

/// What tells of the time before the office had its present name.
const EARLIER: [&str; 23] = [
    "原名",
    "原有",
    "更名",
    "改名",
    "改称",
    "合并",
    "组建前",
    "组建后",
    "组建以来",
    "组建之",
    "组建为",
    "组建成",
    "组建新",
    "组建了新",
    "组建的新",
    "新组建",
    "挂牌",
    "划转",
    "机构改革",
    "当时",
    "前身",
    "撤销",
    "曾",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let level = view.before(word.start);
    // 农委办 is another office; 农业局办公室 is a part of it, and 农业局办理 tells what it does.
    let is_office = view.char(word.end) == '办' && !view.is_any_at(word.end + 1, "公理结好案");
    let is_longer = is_office || view.is_any_at(word.end, "长党集");
    // 市数据局（市大数据发展管理局） tells both names on purpose.
    let is_alias = view.before(word.start.saturating_sub(1)) == '（' && view.char(word.end) == '）';
    let is_cited = view.in_title(word.start) || view.in_quotes(word.start) || is_alias;
    if is_longer || is_cited {
        return;
    }
    if !LEVELS.contains(level) {
        former_bare_name::check(view, word, findings);
        return;
    }
    let place = place(view, word.start - 1);
    let others = NAMES[word.number].1.iter();
    let other = others
        .filter_map(|other| found(view, word, &format!("{place}{level}{other}")))
        .next();
    if other.is_none() {
        former_bare_name::check(view, word, findings);
    } else if let Some(other) = other.filter(|_| !is_earlier(view, word)) {
        let range = word.start - 1..word.end;
        let (range, other) = unsigned(view, &range, &other).unwrap_or((range, other));
        report(view, range, &other, findings);
    }
}

pub(super) fn report(
    view: &TextView<'_>,
    range: Range<usize>,
    other: &str,
    findings: &mut Findings<'_>,
) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”和“{other}”是一个机构的两个名称"))
        .hint("用现在的名称，前后一致；说从前的事，写“原……”");
}

/// Whether a name at `at` stands without the place it belongs to.
pub(super) fn is_bare(view: &TextView<'_>, at: usize) -> bool {
    BARE.contains(view.before(at)) || view.one_of_before(at, &DOES).is_some()
}

/// Where the other name stands, and the one at `range`, if the letter is signed with that one.
fn unsigned(
    view: &TextView<'_>,
    range: &Range<usize>,
    other: &str,
) -> Option<(Range<usize>, String)> {
    let name = view.text(range.clone());
    let signed = signed(view)?;
    if !view.words(signed.clone()).ends_with(&name) {
        return None;
    }
    let near = range.start.saturating_sub(NEAR)..signed.start.min(range.end + NEAR);
    let at = view.find(near, other)?;
    Some((at..at + other.chars().count(), name))
}

/// The end of the place's name before its level; nothing if the place goes without saying.
fn place(view: &TextView<'_>, level: usize) -> String {
    let start = (level.saturating_sub(2)..level).find(|at| !BARE.contains(view.before(at + 1)));
    match is_bare(view, level) {
        true => String::new(),
        false => view.text(start.unwrap_or(level)..level),
    }
}

/// Whether the sentence tells of an earlier time.
pub(super) fn is_earlier(view: &TextView<'_>, word: Word) -> bool {
    const RENAMED: u16 = 2019;
    let sentence = view.sentence(word.start);
    let near = word.start.saturating_sub(CLOSE)..word.end + CLOSE;
    let sentence = sentence.start.max(near.start)..sentence.end.min(near.end);
    let years = view.numbers_in(sentence.clone()).iter();
    let mut years = years.filter(|it| it.is_year(view.chars()));
    let is_old = years.any(|year| {
        let text = view.words(year.digits.clone());
        text.parse::<u16>().is_ok_and(|year| year <= RENAMED)
    });
    is_old || view.has_any(&sentence, &EARLIER)
}

/// Whether one of the last lines, behind the word, is a sign-off that ends in the other name.
fn is_signed(view: &TextView<'_>, word: Word, other: &str) -> bool {
    const LAST: usize = 3;
    const LONGEST: usize = 30;
    let lines = view
        .paragraphs()
        .iter()
        .rev()
        .take(LAST)
        .map(|it| it.range.clone());
    let mut lines = lines.filter(|line| line.start > word.end && line.len() <= LONGEST);
    lines.any(|line| view.words(line).ends_with(other))
}

/// The other name, in the same paragraph, in the same letter or under it.
fn found(view: &TextView<'_>, word: Word, other: &str) -> Option<String> {
    let near = word.start.saturating_sub(NEAR)..word.end + NEAR;
    if view.reply().addressee.is_some() {
        let signed = signed(view).filter(|it| view.find(it.clone(), other).is_some());
        let is_found = signed.is_some() || view.find(near, other).is_some();
        return is_found.then(|| other.to_owned());
    }
    if is_signed(view, word, other) {
        return Some(other.to_owned());
    }
    let paragraph = &view.paragraph(word.start)?.range;
    let near = near.start.max(paragraph.start)..near.end.min(paragraph.end);
    let at = view.find(near, other)?;
    // 甲市生态环境局 and 市环保局 in a newspaper may be of two towns.
    let is_bare = !is_han(view.before(at)) || is_bare(view, at);
    let is_place = |first: char| is_han(first) && !LEVELS.contains(first);
    let has_place = other.chars().next().is_some_and(is_place);
    (is_bare || has_place).then(|| other.to_owned())
}
