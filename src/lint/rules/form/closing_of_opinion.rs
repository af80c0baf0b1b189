//! How an opinion for the lead body (会办意见) closes: what it says to another reader, or of its own office.

use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::Whom;

/// 供贵局答复我局时参考: who co-handles is not the one that is answered.
pub(super) fn to_lead(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.start);
    let is_asked = view.has_any(&(clause.start..word.start), &["供", "请"]);
    let is_to_use = view.has_any(
        &(word.end..clause.end),
        &["参考", "统筹", "采纳", "参阅", "采用"],
    );
    if is_asked && is_to_use && !view.in_quotes(word.start) {
        findings
            .at(
                word.start..word.end,
                "会办意见是供主办单位答复委员、代表的，不是答复本单位",
            )
            .hint("改为“答复委员时”或“答复代表时”");
    }
}

/// 供贵局答复委员时参考 in a letter to the member: it is said to the lead body.
pub(super) fn to_proposer(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // 提供给主办单位，供其答复委员 tells what another does.
    const OTHERS: [&str; 5] = ["其", "我局", "已", "将", "提供"];
    let addressee = view.reply().addressee.as_ref();
    let Some(addressee) = addressee.filter(|it| it.whom != Whom::Unit) else {
        return;
    };
    let clause = view.clause(word.start);
    let has = |words: &str| view.find(clause.start..word.start, words).is_some();
    let asks = view.char(clause.start) == '请' || has("供");
    let sentence = view.sentence(word.start).start..word.start;
    let is_told = view.find(sentence, "主办").is_some();
    if asks && !is_told && !OTHERS.iter().any(|it| has(it)) && !view.in_quotes(word.start) {
        let name = view.words(addressee.line.clone());
        let message = format!("这封信写给“{name}”，这里却像会办意见的结尾");
        findings
            .at(clause.start..word.end, message)
            .hint("会办意见写给主办单位，由它答复；给委员、代表的信直接答复");
    }
}
