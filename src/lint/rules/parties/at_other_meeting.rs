//! 各位代表 in a sentence on a session of the conference.

use super::meeting_words::MeetingWord;
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// 各位代表 in a sentence on a session of the conference alone, and the other way round.
pub(super) fn at_other_meeting(
    view: &TextView<'_>,
    (word, meant): (Word, &MeetingWord),
    findings: &mut Findings<'_>,
) {
    let is_listed =
        view.is_any_at(word.end, "、和及与") || view.is_any_before(word.start, "、和及与");
    let Some(is_conference) = meeting(view, word).filter(|_| !is_listed) else {
        return;
    };
    if is_conference == meant.is_of_conference {
        return;
    }
    let meeting = if is_conference { "政协" } else { "人大" };
    let range = word.start..word.end;
    let text = view.words(range.clone());
    findings
        .at(
            range.clone(),
            format!("这一句说的是{meeting}的会议，这里却是“{text}”"),
        )
        .hint(format!("改为“{}”", meant.right))
        .suggest(range, meant.right);
}

/// Whether the sentence before the word speaks of a session of the conference or of the congress.
fn meeting(view: &TextView<'_>, word: Word) -> Option<bool> {
    let before = view.sentence(word.start).start..word.start;
    let has = |words: &str| view.find(before.clone(), words).is_some();
    let (is_conference, is_congress) = (has("政协"), has("人大") || has("人民代表"));
    // 邀请了各界代表，代表们 are guests who are named before.
    let is_guest = has("列席") || is_conference && has("代表");
    let is_session = has("次会议") && !has("常") && !has("两会") && !view.in_quotes(word.start);
    (is_session && !is_guest && is_conference != is_congress).then_some(is_conference)
}

/// 感谢您的关心，我们将一如既往地办好人大代表建议: what is promised to the reader is the handling of such papers.
///
/// 人大代表建议和政协提案 are often promised together, and a report on all work may name each by itself.
pub(super) fn is_promised(view: &TextView<'_>, word: Word) -> bool {
    const HANDLES: [&str; 12] = [
        "办好",
        "办理好",
        "做好",
        "办理",
        "抓好",
        "答复好",
        "办好每一件",
        "办理好每一件",
        "办好市",
        "办好县",
        "办好区",
        "办好省",
    ];
    const THANKS: [&str; 5] = ["感谢您", "欢迎您", "希望您", "期待您", "恳请您"];
    let sentence = view.sentence(word.start);
    let is_handled = view.one_of_before(word.start, &HANDLES).is_some();
    let is_thanks = view.has_any(&sentence, &THANKS);
    let around = [sentence.start..word.start, word.end..sentence.end];
    let is_joined = view.is_any_at(word.end, "、和及与")
        || view.is_any_before(word.start, "、和及与")
        || around
            .iter()
            .any(|it| view.has_any(it, &["人大", "政协", "两会"]));
    // 在办理代表建议中总结的经验 goes on.
    let is_last = view.is_any_at(word.end, "，。；！")
        || view.one_of_at(word.end, &["工作", "办理工作"]).is_some();
    is_handled && is_last && is_thanks && !is_joined && !view.in_quotes(word.start)
}
