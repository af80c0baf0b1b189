//! What kind of document a text is, for the closing that it must have.

use std::ops::Range;

use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};

/// Kinds of documents that have closings of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter (函), which may be a reply.
    Letter,
    /// A letter that replies (复函).
    ReplyLetter,
    /// A co-handling opinion (会办意见).
    Opinion,
    /// A reply (答复) that is no letter.
    Answer,
    /// A letter without a title to the person who made the proposal.
    ToPerson,
    /// A reply to a letter of one who does not give orders: 你公司《…的函》收悉.
    Received,
    /// A report (报告) or a request for instructions (请示).
    Report,
    /// A notice (通知).
    Notice,
    /// A ruling (批复) on what one below has asked.
    Ruling,
}

/// A kind and how to say what it is told by.
pub(super) struct Told {
    pub(super) kind: Kind,
    pub(super) by: String,
}

/// Ends of titles, the longer ones first.
const TITLES: [(&str, Kind); 12] = [
    ("答复的函", Kind::ReplyLetter),
    ("答复函", Kind::ReplyLetter),
    ("复函", Kind::ReplyLetter),
    ("会办意见的函", Kind::Opinion),
    ("的函", Kind::Letter),
    ("会办意见", Kind::Opinion),
    ("协办意见", Kind::Opinion),
    ("的答复", Kind::Answer),
    ("的报告", Kind::Report),
    ("的请示", Kind::Report),
    ("的通知", Kind::Notice),
    ("的批复", Kind::Ruling),
];

/// How much of a letter is read for what it tells.
const LETTER: usize = 600;

/// The kind of the document that closes at `before`.
pub(super) fn told(view: &TextView<'_>, before: usize) -> Option<Told> {
    if let Some((title, kind)) = title(view, before) {
        let by = format!("标题的文种是“{title}”");
        return Some(Told { kind, by });
    }
    let (kind, name) = match &view.reply().addressee {
        Some(addressee) => untitled(view, addressee, before)?,
        None if is_received(view, before) => (Kind::Received, "复函"),
        None if says_you_proposed(view, before) || says_answered(view, before) => {
            (Kind::ToPerson, "给提出者的答复")
        }
        None => return None,
    };
    let by = format!("这是一份{name}");
    Some(Told { kind, by })
}

/// The kind in the title; of a report only if no letter begins after it.
fn title(view: &TextView<'_>, before: usize) -> Option<(&'static str, Kind)> {
    const LONGEST: usize = 90;
    const ABOVE: usize = 12;
    const FIRST: usize = 3;
    const SHORT: usize = 60;
    const LONG: usize = 5000;
    let lines = view.paragraphs().iter().take(ABOVE).enumerate();
    let lines = lines.take_while(|(_, line)| line.range.end < before);
    let mut titles = lines.filter(|(_, line)| line.range.len() < LONGEST);
    let kind = |line: &Range<usize>| {
        let is_end = |(end, _): &&(&'static str, Kind)| view.ends_at(line.end, end);
        TITLES.iter().find(is_end).copied()
    };
    let (number, (title, found)) =
        titles.find_map(|(number, line)| Some((number, kind(&line.range)?)))?;
    let is_report = matches!(found, Kind::Report | Kind::Notice | Kind::Ruling);
    let has_letter = titles.any(|(_, line)| kind(&line.range).is_some());
    // 转发…的报告 and a report in an annex stand under another title.
    let is_short = view.paragraphs().len() < SHORT && view.chars().len() < LONG;
    let has_form = || view.has_any(&(0..before), &["附件", "样式", "格式", "模板"]);
    let is_alone = !is_report || number < FIRST && !has_letter && is_short && !has_form();
    is_alone.then_some((title, found))
}

/// The kind of a letter without a title, by its addressee and its opening.
fn untitled(
    view: &TextView<'_>,
    addressee: &Addressee,
    before: usize,
) -> Option<(Kind, &'static str)> {
    let opening = view.reply().opening.clone();
    let has = |words: &str| view.find(opening.clone(), words).is_some();
    match addressee.whom {
        Whom::Unit if has("会办意见") || has("协办意见") => {
            Some((Kind::Opinion, "会办意见"))
        }
        Whom::Unit if is_asked(view) => Some((Kind::Ruling, "批复")),
        // A party or an association gets a reply to its own proposal.
        Whom::Unit if has("收悉") && has("答复如下") => Some((Kind::Answer, "答复")),
        // 现将办理情况函告如下 informs one who gives and gets no orders.
        Whom::Unit if has("函告如下") || has("函复如下") => Some((Kind::Letter, "函")),
        Whom::Unit => None,
        _ if has("收悉") || has("答复如下") || has("函复如下") => {
            Some((Kind::Answer, "答复"))
        }
        _ if is_told_to_maker(view, before) => Some((Kind::ToPerson, "给提出者的答复")),
        _ => None,
    }
}

/// 你局《…的请示》收悉: one below has asked, and the letter rules.
fn is_asked(view: &TextView<'_>) -> bool {
    let opening = view.reply().opening.clone();
    let head = opening.start..view.sentence(opening.start).end.min(opening.end);
    let is_below = view.is_at(opening.start, "你");
    is_below && view.has_any(&head, &["请示》"]) && view.has_any(&head, &["收悉", "已收到"])
}

/// Whether a text without an addressee speaks of 您提出的…提案 or …建议.
fn says_you_proposed(view: &TextView<'_>, before: usize) -> bool {
    const NEAR: usize = 600;
    let letter = before.saturating_sub(NEAR)..before;
    let made = view.find(letter, "您提出的");
    made.is_some_and(|at| view.has_any(&view.sentence(at), &["提案", "建议"]))
}

/// Whether a text without an addressee closes as an answer does, before it closes again: 以上答复，如有….
fn says_answered(view: &TextView<'_>, before: usize) -> bool {
    const NEAR: usize = 120;
    let letter = before.saturating_sub(NEAR)..before;
    let mut closings = ["以上答复，", "感谢您对", "感谢你们对"].into_iter();
    closings.any(|it| {
        let at = view.find(letter.clone(), it);
        at.is_some_and(|at| view.is_any_before(at, "\n。"))
    })
}

/// Whether the letter tells the reader what has become of what he or she has proposed: 您提出的…, and
/// no notice of its registration or of an award.
fn is_told_to_maker(view: &TextView<'_>, before: usize) -> bool {
    const PAPERS: [&str; 4] = ["提案", "建议", "议案", "反映"];
    const NOTICES: [&str; 12] = [
        "立案",
        "交办",
        "转交",
        "转送",
        "评为",
        "评选",
        "获评",
        "表彰",
        "座谈会",
        "通知如下",
        "聘",
        "当选",
    ];
    let opening = view.reply().opening.clone();
    let Some(you) = view.find(opening.clone(), "您") else {
        return false;
    };
    let letter = opening.start..before.min(opening.start + LETTER);
    view.has_any(&(you..opening.end), &PAPERS) && !view.has_any(&letter, &NOTICES)
}

/// Whether a text begins with the receipt of what one has written who does not give orders: a
/// superior's 通知 is answered by a report.
fn is_received(view: &TextView<'_>, before: usize) -> bool {
    const MAKERS: [&str; 7] = ["你公司", "你单位", "你局", "你村", "你社区", "你们", "您"];
    const HANDED_UP: [&str; 4] = ["通知", "报告如下", "汇报如下", "请示如下"];
    let opening = view.reply().opening.clone();
    let sentence = opening.start..view.sentence(opening.start).end.min(opening.end);
    let is_made = view.one_of_at(opening.start, &MAKERS).is_some();
    let is_answer = view.has_any(&sentence, &["收悉", "已收到"]);
    is_made
        && is_answer
        && !view.has_any(
            &(opening.start..before.min(opening.start + LETTER)),
            &HANDED_UP,
        )
}
