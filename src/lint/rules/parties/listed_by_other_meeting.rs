//! 该建议已列入县政协重点督办提案 in a letter on a suggestion of the congress.

use super::answered::{is_of_conference, signs};
use super::meeting_words::MeetingWord;
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// How a paper gets into a list.
const LISTED: [&str; 8] = [
    "列入",
    "列为",
    "作为",
    "确定为",
    "纳入",
    "被评为",
    "选为",
    "定为",
];

/// What the letter calls the paper that it answers.
const PAPERS: [&str; 10] = [
    "该建议",
    "该提案",
    "该件",
    "此建议",
    "此提案",
    "您的",
    "您提出",
    "本建议",
    "本提案",
    "这件",
];

/// Reports papers of the other meeting for which the answered one was picked.
pub(super) fn listed_by_other_meeting(
    view: &TextView<'_>,
    (word, meant): (Word, &MeetingWord),
    findings: &mut Findings<'_>,
) {
    const FARTHEST: usize = 24;
    let clause = view.clause(word.start);
    let start = clause.start.max(word.start.saturating_sub(FARTHEST));
    let before = start..word.start;
    let (other, letter) = match meant.is_of_conference {
        true => ("政协", "人大代表建议"),
        false => ("人大", "政协提案"),
    };
    let sentence = view.sentence(word.start).start..word.start;
    let is_listed = view.has_any(&before, &LISTED) && view.has_any(&sentence, &PAPERS);
    let is_of_other = view.find(before.clone(), other).is_some();
    let is_joined = view.has_any(&before, &["、", "和", "并案", "同类", "相关"])
        || view.is_any_at(word.end, "、和");
    if !is_listed || !is_of_other || is_joined || view.in_quotes(word.start) {
        return;
    }
    let is_conference = is_of_conference(&signs(view));
    if is_conference == Some(!meant.is_of_conference) {
        let range = word.start..word.end;
        findings
            .at(
                range.clone(),
                format!("这封信是{letter}的答复，这里却是{other}的“{}”", meant.word),
            )
            .hint("核对是哪个会议、哪一种文种")
            .suggest(range, meant.right);
    }
}
