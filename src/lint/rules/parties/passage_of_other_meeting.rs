//! 政协委员的提案…代表们认为: within a passage that tells of the one meeting, a word of the other.

use std::ops::Range;

use super::answered::signs;
use super::mixed_work;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 政协委员的提案…代表们认为: within a passage that tells of the one meeting, a word of the other.
pub(crate) const PASSAGE_OF_OTHER_MEETING: Rule = Rule {
    name: "passage-of-other-meeting",
    title: "同一段里把委员、提案和代表、建议说混",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("passage_of_other_meeting.md"),
};

pub(super) const WORDS: &[&str] = &[
    "代表们",
    "领衔代表",
    "位代表",
    "名代表",
    "该代表",
    "委员们",
    "领衔委员",
    "位委员",
    "名委员",
    "该委员",
    "提案人",
    "提案者",
    "该提案",
    "这份提案",
    "此提案",
    "这件提案",
    "议案",
    "该建议",
    "这份建议",
    "此建议",
    "这件建议",
    "政协委员意见",
    "政协委员的意见",
    "委员意见",
    "人大代表意见",
    "人大代表的意见",
    "代表意见",
    "代表建议办理",
    "提案办理工作",
];

/// How far back the passage is read, within the paragraph.
const BACK: usize = 300;

/// What tells of the congress (人大), and what of a proposal made there.
const CONGRESS: [&str; 3] = ["人大", "人民代表大会", "人代会"];
const SUGGESTIONS: [&str; 6] = [
    "代表建议",
    "号建议",
    "督办建议",
    "重点建议",
    "人大代表",
    "代表领衔",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(paragraph) = view.paragraph(word.start) else {
        return;
    };
    // Drafts (议案) are told of at every session and are seldom meant.
    if WORDS[word.number] == "议案" && view.one_of_before(word.start, &OWN).is_none() {
        return;
    }
    let start = paragraph.range.start.max(word.start.saturating_sub(BACK));
    let before = start..word.start;
    if before.len() < 4 || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let text = view.words(word.start..word.end);
    let mixed = || mixed_work::right(view, word, WORDS[word.number]);
    let right = match passage(view, &before) {
        Some(true) => of_conference(view, word, &before),
        Some(false) => of_congress(view, word, &before),
        None => None,
    };
    if let Some((meeting, right)) = right.or_else(mixed) {
        let range = word.start..word.end;
        findings
            .at(
                range.clone(),
                format!("这一段说的是{meeting}，这里却是“{text}”"),
            )
            .hint(format!("如果说的就是它，改为“{right}”"))
            .suggest(range, right);
    }
}

/// Whether the passage tells of the conference (政协) alone, or of the congress alone.
fn passage(view: &TextView<'_>, before: &Range<usize>) -> Option<bool> {
    let is_conference = view.has_any(before, &["政协", "提案"]);
    let is_congress = view.has_any(before, &CONGRESS) || view.has_any(before, &SUGGESTIONS);
    (is_conference != is_congress && !view.has_any(before, &["两会", "党代会", "职代会"]))
        .then_some(is_conference)
}

/// The right word in a passage on the conference.
fn of_conference(
    view: &TextView<'_>,
    word: Word,
    before: &Range<usize>,
) -> Option<(&'static str, &'static str)> {
    const MEETING: &str = "政协";
    match WORDS[word.number] {
        "代表们" if is_members(view, word, before) => Some((MEETING, "委员们")),
        "领衔代表" if is_members(view, word, before) => Some((MEETING, "领衔委员")),
        "位代表" | "名代表" if is_counted(view, word) && is_members(view, word, before) => {
            Some((MEETING, "位委员"))
        }
        "该代表" if is_members(view, word, before) => Some((MEETING, "该委员")),
        "议案" if !is_of_letter(view) && is_answered(view, before) => Some((MEETING, "提案")),
        "该建议" | "这份建议" | "此建议" | "这件建议" => {
            is_paper(view, word, before).then_some((MEETING, "该提案"))
        }
        _ => None,
    }
}

/// The right word in a passage on the congress.
fn of_congress(
    view: &TextView<'_>,
    word: Word,
    before: &Range<usize>,
) -> Option<(&'static str, &'static str)> {
    const MEETING: &str = "人大";
    let is_told = view.has_any(before, &SUGGESTIONS);
    // 委员 sit in the standing committee and in the committees of the congress.
    let sits = ["委员", "审议", "组成人员", "执法检查", "视察"];
    let is_deputy = is_told && !view.has_any(before, &sits) && !is_titled(view, word);
    match WORDS[word.number] {
        "委员们" if is_deputy => Some((MEETING, "代表们")),
        "领衔委员" if is_told => Some((MEETING, "领衔代表")),
        "位委员" | "名委员" if is_deputy && is_counted(view, word) => {
            Some((MEETING, "位代表"))
        }
        "该委员" if is_deputy => Some((MEETING, "该代表")),
        "提案人" | "提案者" if is_told && !is_of_letter(view) => {
            Some((MEETING, "提建议的代表"))
        }
        "该提案" | "这份提案" | "此提案" | "这件提案" if is_told && !is_of_letter(view) => {
            Some((MEETING, "该建议"))
        }
        _ => None,
    }
}

/// Whether the text is a letter, whose words are judged by its title.
fn is_of_letter(view: &TextView<'_>) -> bool {
    !signs(view).is_empty()
}

/// Whether 代表们 can be no others than the members: nobody else is called 代表 before, and a
/// member or a proposal is told of.
fn is_members(view: &TextView<'_>, word: Word, before: &Range<usize>) -> bool {
    let is_session = view.has_any(&view.sentence(word.start), &["次会议"]);
    view.has_any(before, &["委员", "提案"])
        && !view.has_any(before, &["代表", "各界", "座谈", "邀请"])
        && !is_session
        && !is_titled(view, word)
}

/// 委员会, 代表团 and the like.
fn is_titled(view: &TextView<'_>, word: Word) -> bool {
    view.is_any_at(word.end, "会长团性作处队")
}

/// 9位代表, 两位代表.
fn is_counted(view: &TextView<'_>, word: Word) -> bool {
    is_any_digit(view.before(word.start)) && view.before(word.start - 1) != '第'
}

/// What makes of 议案 the paper that is answered.
const OWN: [&str; 5] = ["该", "此", "这份", "这件", "本"];

/// 该议案: what is answered, and not a draft that is deliberated.
fn is_answered(view: &TextView<'_>, before: &Range<usize>) -> bool {
    view.has_any(before, &["提案》", "号提案", "政协委员"])
}

/// 收到该建议后: the paper itself, which is named as one alone before.
fn is_paper(view: &TextView<'_>, word: Word, before: &Range<usize>) -> bool {
    let handled = ["收到", "办理", "承办", "接到", "将", "对"];
    let is_handled = view.one_of_before(word.start, &handled).is_some();
    let is_named = view.has_any(before, &["提案》", "号提案"]);
    // A proposal may hold suggestions that are told of one by one.
    is_handled && is_named && !view.has_any(before, &["建议", "一是", "指出"])
}
