//! 由县人大代表工委转来, 与代表就…座谈: those whom the office deals with while it handles a paper.

use crate::lint::Word;
use crate::lint::view::TextView;

pub(super) fn is_office(word: &str) -> bool {
    word.starts_with("人大常") || word.starts_with("人大代表工") || word == "政协提案委"
}

/// 由县人大代表工委转来, 请与市政协提案委联系: the office that hands the paper on and asks how it went.
pub(super) fn sends(view: &TextView<'_>, word: Word) -> bool {
    const SENDS: [&str; 9] = [
        "转来", "交办", "转办", "交由", "联系", "反馈", "反映", "批转", "督办",
    ];
    const LEADS: [&str; 6] = ["由", "经", "与", "向", "到", "将"];
    let clause = view.clause(word.start);
    let start = clause.start.max(word.start.saturating_sub(4));
    let after = word.end..clause.end.min(word.end + 14);
    view.has_any(&(start..word.start), &LEADS) && view.has_any(&after, &SENDS)
}

/// 与代表就…进行了座谈 in a letter that names no addressee, if nobody else is called so before.
pub(super) fn meets_reader(view: &TextView<'_>, (word, written): (Word, &str)) -> bool {
    const BEFORE: [&str; 6] = ["与", "同", "向", "征求", "听取", "邀请"];
    const AFTER: [&str; 14] = [
        "就",
        "进行",
        "沟通",
        "座谈",
        "面对面",
        "面商",
        "当面",
        "本人",
        "取得",
        "联系",
        "见面",
        "汇报",
        "反馈",
        "的意见",
    ];
    let is_met = view.one_of_before(word.start, &BEFORE).is_some()
        && view.one_of_at(word.end, &AFTER).is_some();
    if !is_met || view.reply().addressee.is_some() {
        return false;
    }
    let start = view
        .paragraph(word.start)
        .map_or(word.start, |it| it.range.start);
    let before = start.max(word.start.saturating_sub(300))..word.start;
    !view.has_any(&before, &[written, "座谈会", "各界"])
}

/// 作为市人大代表，您: what the reader is called before 您; the place of the body begins before `start`.
pub(super) fn is_called(view: &TextView<'_>, start: usize, end: usize) -> bool {
    const CALLS: [&str; 4] = ["作为", "作为一名", "作为一位", "身为"];
    let is_level = |at: &usize| view.is_any_at(*at, "全国省市县区州本");
    let back = (start.saturating_sub(2)..start).rev();
    let start = start - back.take_while(is_level).count();
    view.is_at(end, "，您") && view.one_of_before(start, &CALLS).is_some()
}

/// Whether 建议人 is a person: 与建议人沟通, and not 建议人社部门.
pub(super) fn is_proposer(view: &TextView<'_>, word: Word) -> bool {
    view.is_any_before(word.start, "与向同和给")
        && !view.is_any_at(word.end, "社大民员才工均口数流类力体防生")
}
