//! 由县人大代表工委转来, 与代表就…座谈: those whom the office deals with while it handles a paper.

use crate::lint::Word;
use crate::lint::view::TextView;

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

/// 抄送：市人大常委会代表工委。 in a letter on a proposal: the line names no office of the conference.
pub(super) fn gets_copy(view: &TextView<'_>, word: Word) -> bool {
    let line = view.passage(word.start);
    let is_line = view
        .one_of_at(line.start, &["抄送", "（抄送", "抄报"])
        .is_some();
    let is_of_both = view.has_any(&line, &["人大"]) && view.has_any(&line, &["政协"]);
    is_line && !is_of_both
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
    // 与人大代表“面对面”沟通.
    let after = word.end + usize::from(view.char(word.end) == '“');
    let is_met = view.one_of_before(word.start, &BEFORE).is_some()
        && view.one_of_at(after, &AFTER).is_some();
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
fn is_called(view: &TextView<'_>, start: usize, end: usize) -> bool {
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

/// What turns to the reader, before 代表 or 委员.
const TURNS: &[&str] = &[
    "欢迎", "感谢", "恳请", "敬请", "请", "希望", "期待", "期盼", "诚邀", "邀请", "祝", "谢谢",
];

/// What stands between that and 代表 or 委员.
const LINKS: &[&str] = &[
    "各位",
    "广大",
    "人大",
    "政协",
    "各位人大",
    "各位政协",
    "广大人大",
    "广大政协",
    "您和各位",
];

/// 欢迎各位代表, 感谢代表对; 代表、委员 speaks to all.
pub(super) fn turns_to_reader(view: &TextView<'_>, word: Word) -> bool {
    let other = ["委员", "代表", "、", "和", "及", "与", "团"];
    if view.one_of_at(word.end, &other).is_some() || view.is_at(word.end, "会") {
        return false;
    }
    let link = view.one_of_before(word.start, LINKS);
    let start = word.start - link.map_or(0, |link| link.chars().count());
    let is_own = view
        .one_of_before(start, &["您作为", "您作为一名", "您身为", "您是"])
        .is_some()
        || is_called(view, start, word.end);
    let turn = view.one_of_before(start, TURNS);
    let turns = turn.is_some();
    // 请代表 may go on as a verb: 请代表我们; 感谢代表 may not.
    let is_thanked = turn.is_some_and(|turn| ["感谢", "谢谢"].contains(&turn));
    let is_person = link.is_some()
        || is_thanked && !view.is_any_at(word.end, "性作处队我")
        || view
            .one_of_at(word.end, &["对", "继续", "一如既往", "提出"])
            .is_some();
    is_person && (turns || is_own && link.is_some_and(|link| "人大政协".contains(link)))
}
