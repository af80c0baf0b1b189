//! 市政协提案9件…将代表建议办理工作纳入考核, 办理人大代表建议…听取政协委员意见: what an office says of its
//! work on the papers of one meeting, in words of the other.

use std::ops::Range;

use crate::lint::Word;
use crate::lint::view::TextView;

/// The words, and what is right in a passage on the other meeting; of the conference if `true`.
const WORDS: [(&str, bool, &str); 8] = [
    ("政协委员意见", true, "代表意见"),
    ("政协委员的意见", true, "代表的意见"),
    ("委员意见", true, "代表意见"),
    ("人大代表意见", false, "委员意见"),
    ("人大代表的意见", false, "委员的意见"),
    ("代表意见", false, "委员意见"),
    ("代表建议办理", false, "提案办理"),
    ("提案办理工作", true, "建议办理工作"),
];

/// What makes of the words one of several things that are told of.
const WIDER: [&str; 12] = [
    "、", "和", "及", "或", "广泛", "还", "也", "同时", "各界", "群众", "专家", "两会",
];

/// The right words, if the paragraph tells of papers of the other meeting alone.
pub(super) fn right(
    view: &TextView<'_>,
    word: Word,
    written: &str,
) -> Option<(&'static str, &'static str)> {
    let (_, of_conference, right) = *WORDS.iter().find(|it| it.0 == written)?;
    let paragraph = view.passage(word.start);
    let is_opinion = written.ends_with("意见");
    let is_led = !is_opinion
        || view
            .one_of_before(word.start, &["听取", "征求", "征询"])
            .is_some();
    let clause = view.clause(word.start);
    let is_wider =
        view.has_any(&(clause.start..word.start), &WIDER) || view.is_any_at(word.end, "、和及与");
    let is_whole = !view.is_any_before(word.start, "、和及与大协议");
    if !is_led || is_wider || !is_whole {
        return None;
    }
    let rest = [paragraph.start..word.start, word.end..paragraph.end];
    let tells = |of: &[&str]| rest.iter().any(|part| view.has_any(part, of));
    let (own, other) = match of_conference {
        true => (CONGRESS, CONFERENCE),
        false => (CONFERENCE, CONGRESS),
    };
    // A heading or another paragraph may say that both kinds are meant.
    let near = word.start.saturating_sub(NEAR)..(word.end + NEAR).min(view.chars().len());
    let is_of_both = view.has_any(
        &near,
        &[
            "建议提案",
            "提案建议",
            "建议、提案",
            "提案、建议",
            "建议和",
            "提案和",
        ],
    );
    // 企业代表 who are named before may be the ones who are heard.
    let named = view.words(word.start..word.start + 2);
    let is_named = is_opinion && view.has_any(&(paragraph.start..word.start), &[named, "座谈会"]);
    let is_told = !is_named && tells(own) && !tells(other) && is_work(view, &rest[0]);
    let meeting = if of_conference { "人大" } else { "政协" };
    (is_told && !is_of_both).then_some((meeting, right))
}

/// How far around the words both kinds of papers may be told of.
const NEAR: usize = 400;

const CONGRESS: &[&str] = &["人大", "代表建议", "人民代表"];
const CONFERENCE: &[&str] = &["政协", "提案"];

/// Whether an office tells of the papers that it handles: 承办…提案9件, 在办理…建议过程中.
fn is_work(view: &TextView<'_>, before: &Range<usize>) -> bool {
    let is_handled = |at: usize| {
        let clause = at..view.clause(at).end.min(before.end);
        let mut counts = view.numbers_in(clause.clone()).iter();
        let is_counted = counts.any(|it| view.is_any_at(it.digits.end, "件份"));
        is_counted || view.has_any(&clause, &["过程中", "办理中", "工作中", "时"])
    };
    ["承办", "办理", "收到", "交办"]
        .iter()
        .any(|it| view.find(before.clone(), it).is_some_and(is_handled))
}

#[cfg(test)]
mod tests {
    use super::super::passage_of_other_meeting;
    use super::*;

    #[test]
    fn every_word_is_looked_for() {
        for (word, _, _) in WORDS {
            assert!(passage_of_other_meeting::WORDS.contains(&word), "{word}");
        }
    }
}
