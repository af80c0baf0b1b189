//! （以下简称速调中心）, then 联调中心: another short name than the one that was agreed on.

use std::ops::Range;

use super::other_short_name::{self, LONGEST_LETTER};
use super::unknown_body;
use super::used_before_said::used_before_said;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// （以下简称速调中心）, then 联调中心: another short name than the one that was agreed on.
pub(crate) const ABBREVIATION_MISMATCH: Rule = Rule {
    name: "abbreviation-mismatch",
    title: "用的简称和说好的不一样",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("abbreviation_mismatch.md"),
};

const WORDS: &[&str] = &["（以下简称", "（下称", "（以下称", "（简称"];

/// A shorter name is a word of its own as often.
const SHORTEST: usize = 3;

/// How far back the full name begins, and how far the other short name is looked for.
const BACK: usize = 60;
pub(super) const FORTH: usize = 1500;

/// Ends of names of bodies and of papers; other words with these characters are no names.
const ENDS: [&str; 36] = [
    "中心", "小组", "公司", "集团", "平台", "基地", "专班", "联盟", "协会", "学会", "商会", "学院",
    "大学", "医院", "法院", "银行", "基金", "园区", "新区", "支队", "大队", "总队", "规划", "计划",
    "方案", "意见", "办法", "条例", "规定", "纲要", "措施", "细则", "标准", "通知", "工程", "项目",
];

/// What may stand before a name in a sentence.
pub(super) const BEFORE: &str = "\n，。；：、由向与和在对到为经是按让使据《“该";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    other_short_name::of_paper(view, word.end, findings);
    agreed_twice(view, word, findings);
    let Some(short) = short(view, word.end) else {
        return;
    };
    unknown_body::of_body(view, &short, findings);
    if short.len() < SHORTEST {
        return;
    }
    other_short_name::of_count(view, &short, findings);
    other_short_name::of_fund(view, &short, findings);
    other_short_name::of_force(view, &short, findings);
    let full = full(view, word.start);
    if let Some(used) = used_before_said(view, &short, &full) {
        let text = view.words(used.clone());
        findings
            .at(used, format!("先用了简称“{text}”，后面才说明"))
            .hint("第一次写全称，加“（以下简称……）”，后面再用简称");
    }
    if let Some(slip) = with_slip(view, &short) {
        report(view, &slip, view.words(short.clone()), findings);
        return;
    }
    let tail = view.one_of_before(short.end, &ENDS);
    let Some(tail) = tail.filter(|_| short.len() >= 4) else {
        return;
    };
    if let Some(other) = end_of_full(view, &short, &full, tail) {
        report(view, &other, view.words(short.clone()), findings);
        return;
    }
    let name = view.words(short.clone());
    let end = (short.end + FORTH).min(view.chars().len());
    let mut from = short.end;
    while let Some(at) = view.find(from..end, tail) {
        from = at + 2;
        let other = from.saturating_sub(short.len())..from;
        if is_other(view, &other, &short, &full) {
            report(view, &other, name, findings);
            return;
        }
    }
}

/// 赔偿机制实施一年来 where 补偿机制 was agreed on: at the start of a sentence, with one character that is another.
fn with_slip(view: &TextView<'_>, short: &Range<usize>) -> Option<Range<usize>> {
    const SHORTEST_SLIP: usize = 4;
    let length = short.len();
    let name = view.chars().get(short.clone())?;
    if length < SHORTEST_SLIP || !name.iter().all(|it| is_han(*it)) {
        return None;
    }
    let end = (short.end + FORTH).min(view.chars().len());
    let tail = view.words(short.end - 2..short.end);
    view.each(short.end..end, tail).find_map(|at| {
        let start = (at + 2).checked_sub(length)?;
        let written = view.chars().get(start..at + 2)?;
        let differing = written.iter().zip(name).filter(|(a, b)| a != b).count();
        // ，市安协办 where 市安委办 was agreed on: a level begins the name.
        let is_of_level = "省市县区州".contains(written[0]) && written[0] == name[0];
        let begins =
            view.is_any_before(start, "。\n；") || is_of_level && view.is_any_before(start, "，由")
            // 上半年，看护中心组织培训 where 照护中心 was agreed on.
            || tail == "中心" && view.is_any_before(start, "，");
        let is_name =
            written.iter().all(|it| is_han(*it)) && !view.words(start..at + 2).starts_with('该');
        (begins && differing == 1 && is_name).then(|| start..at + 2)
    })
}

/// 一年来，创新中心为…, where 净化中心 was agreed on for 动物疫病净化技术创新中心: the end of the full name at the
/// start of a clause.
fn end_of_full(
    view: &TextView<'_>,
    short: &Range<usize>,
    full: &Range<usize>,
    tail: &str,
) -> Option<Range<usize>> {
    const DOES: &str = "为已将共累与在自对向由负承主每全";
    let start = full
        .end
        .checked_sub(4)
        .filter(|start| *start > full.start)?;
    let end = view.words(start..full.end);
    let is_other = end.ends_with(tail) && end != view.words(short.clone()) && short.len() == 4;
    let rest = short.end..(short.end + FORTH).min(view.chars().len());
    let found = is_other.then(|| view.find(rest, end))??;
    let is_subject = view.is_any_before(found, "，。；\n") && view.is_any_at(found + 4, DOES);
    is_subject.then(|| found..found + 4)
}

/// （以下简称《条例》），以下简称《垃圾条例》: two short names for one thing.
fn agreed_twice(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 20;
    let close = (word.end..word.end + LONGEST).find(|at| view.char(*at) == '）');
    let again = close.map(|close| close + 1 + usize::from(view.char(close + 1) == '，'));
    if let Some(again) = again.filter(|at| view.is_at(*at, "以下简称")) {
        findings
            .at(again..again + 4, "前面刚说过简称，这里又说一个")
            .hint("只留一个简称");
    }
}

pub(super) fn report(
    view: &TextView<'_>,
    other: &Range<usize>,
    name: &str,
    findings: &mut Findings<'_>,
) {
    let text = view.words(other.clone());
    findings
        .at(
            other.clone(),
            format!("前面说好简称“{name}”，这里却是“{text}”"),
        )
        .hint(format!("改为“{name}”，或核对说的是不是它"))
        .suggest(other.clone(), name);
}

/// The agreed name: a few Han characters, in marks or not, up to the closing parenthesis.
fn short(view: &TextView<'_>, start: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let marks = "“《\"：:";
    let start = (start..start + 2).find(|at| !marks.contains(view.char(*at)))?;
    let end = (start..start + LONGEST + 1).find(|at| !is_han(view.char(*at)))?;
    let is_closed =
        view.char(end) == '）' || view.is_any_at(end, "”》") && view.char(end + 1) == '）';
    (is_closed && end - start > 1).then_some(start..end)
}

/// The text before the parenthesis that holds the full name.
fn full(view: &TextView<'_>, end: usize) -> Range<usize> {
    let floor = end.saturating_sub(BACK);
    let start = (floor..end)
        .rev()
        .find(|at| view.is_any_at(*at, "，。；\n"));
    start.map_or(floor, |at| at + 1)..end
}

/// Whether a name of the same length and ending is made from the same full name in another way.
fn is_other(
    view: &TextView<'_>,
    other: &Range<usize>,
    short: &Range<usize>,
    full: &Range<usize>,
) -> bool {
    let (written, agreed) = (&view.chars()[other.clone()], &view.chars()[short.clone()]);
    let is_whole = BEFORE.contains(view.before(other.start)) && !is_name_on(view, other.end);
    // 数政中心 for 政数中心 is one as well.
    let differs = written != agreed && written.iter().all(|it| is_han(*it));
    let mut rest = full.clone().map(|at| view.char(at));
    let is_of_full = written.iter().all(|one| rest.any(|it| it == *one));
    // A part of the full name as it stands is no second short name.
    let stands = view.find(full.clone(), view.words(other.clone())).is_some();
    let is_meant = is_of_full && !stands || has_same_characters(written, agreed);
    differs && is_whole && (is_meant || is_like(view, other, short))
}

/// 邮储公司 where 邮政公司 was agreed on and is used nowhere: one character is another.
fn is_like(view: &TextView<'_>, other: &Range<usize>, short: &Range<usize>) -> bool {
    let pairs = other.clone().zip(short.clone());
    let differing = pairs.filter(|(at, agreed)| view.char(*at) != view.char(*agreed));
    let end = (short.end + FORTH).min(view.chars().len());
    let is_used =
        |range: Range<usize>, name: Range<usize>| view.find(range, view.words(name)).is_some();
    view.chars().len() <= LONGEST_LETTER
        && view.char(other.start) == view.char(short.start)
        && differing.count() == 1
        && !is_used(short.end..end, short.clone())
        && !is_used(0..other.start, other.clone())
}

/// Whether the name goes on behind its ending.
fn is_name_on(view: &TextView<'_>, end: usize) -> bool {
    view.is_any_at(end, "办局委部组室")
}
