//! A reply that closes like a report or a notice.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::Whom;
use crate::lint::{Check, Rule, Word};

/// A reply that closes like a report or a notice.
pub(crate) const CLOSING_MISMATCH: Rule = Rule {
    name: "closing-mismatch",
    title: "结束语与文种不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("closing_mismatch.md"),
};

/// Closings, each with the kinds that it does not fit and how certainly.
const CLOSINGS: &[(&str, Misfit)] = &[
    ("特此报告", Misfit::Any),
    ("特此请示", Misfit::Any),
    ("特此通知", Misfit::Any),
    ("特此通报", Misfit::Any),
    ("特此批复", Misfit::Any),
    ("当否，请批示", Misfit::Any),
    ("妥否，请批示", Misfit::Any),
    ("当否，请批复", Misfit::Any),
    ("妥否，请批复", Misfit::Any),
    ("妥否，请审批", Misfit::Any),
    ("妥否，请审示", Misfit::Any),
    ("妥否请示", Misfit::Any),
    ("妥否请批示", Misfit::Any),
    ("当否请批示", Misfit::Any),
    ("妥否，请示", Misfit::Any),
    ("以上请示", Misfit::Any),
    ("特此呈报", Misfit::Any),
    ("特此上报", Misfit::Any),
    ("特此批复", Misfit::Any),
    ("特此公告", Misfit::Any),
    ("以上报告，请", Misfit::Any),
    ("以上请示如", Misfit::Any),
    ("请认真贯彻执行", Misfit::Any),
    ("请遵照执行", Misfit::Any),
    ("请贯彻执行", Misfit::Any),
    ("盼复", Misfit::Reply),
    ("请予函复", Misfit::Reply),
    ("特此函询", Misfit::Reply),
    ("特此通告", Misfit::Any),
    ("特此答复", Misfit::Opinion(Severity::Warning)),
    ("专此答复", Misfit::Opinion(Severity::Warning)),
    ("特此函复", Misfit::Opinion(Severity::Hint)),
    ("专此函复", Misfit::Opinion(Severity::Hint)),
    ("特此函告", Misfit::Reply),
    ("专此函告", Misfit::Reply),
    ("特此函达", Misfit::Reply),
    ("答复委员", Misfit::Proposer),
    ("答复代表", Misfit::Proposer),
    ("答复提案", Misfit::Proposer),
    ("答复建议人", Misfit::Proposer),
    ("答复建议者", Misfit::Proposer),
];

const WORDS: &[&str] = &{
    let mut words = [""; CLOSINGS.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = CLOSINGS[at].0;
        at += 1;
    }
    words
};

/// Which kinds of document a closing does not fit.
#[derive(Clone, Copy)]
enum Misfit {
    /// No letter and no reply: it is a report's or a notice's.
    Any,
    /// A co-handling opinion (会办意见), which the lead body gets and not the proposer.
    Opinion(Severity),
    /// A reply (答复) that is no letter: it answers and does not only inform.
    Reply,
    /// A letter to the one who made the proposal: it asks the lead body to answer that one.
    Proposer,
}

/// What may stand before a closing that asks for a decision.
const LEADS: [&str; 7] = [
    "以上报告",
    "以上意见",
    "以上方案",
    "以上答复",
    "上述意见",
    "以上汇报",
    "以上",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if matches!(CLOSINGS[word.number].1, Misfit::Proposer) {
        to_proposer(view, word, findings);
        return;
    }
    let lead = view.one_of_before(word.start, &LEADS);
    let start = word.start - lead.map_or(0, |lead| lead.chars().count());
    let starts = view.is_any_before(start, "\n。！");
    if !starts || view.in_quotes(word.start) {
        return;
    }
    let Some((kind, of)) = kind(view, word.start) else {
        return;
    };
    let is_opinion = kind.contains("意见");
    let severity = match CLOSINGS[word.number].1 {
        Misfit::Any => Severity::Error,
        Misfit::Opinion(severity) if is_opinion => severity,
        Misfit::Reply if kind == "的答复" => Severity::Warning,
        _ => return,
    };
    report(view, word, (severity, of, is_opinion), findings);
}

/// The kind of document, and how to say what it is told by.
fn kind(view: &TextView<'_>, before: usize) -> Option<(&'static str, String)> {
    if let Some(title) = title(view, before) {
        return Some((title, format!("标题的文种是“{title}”")));
    }
    let kind = untitled(view)?;
    Some((kind, format!("这是一份{kind}")))
}

fn report(
    view: &TextView<'_>,
    word: Word,
    (severity, of, is_opinion): (Severity, String, bool),
    findings: &mut Findings<'_>,
) {
    let range = word.start..word.end;
    let message = format!("{of}，结束语却是“{}”", view.text(range.clone()));
    let finding = match severity {
        Severity::Error => findings.at(range, message),
        Severity::Warning => findings.warn(range, message),
        Severity::Hint => findings.hint(range, message),
    };
    finding.hint(match is_opinion {
        true => "会办意见写给主办单位，用“特此函告”",
        false => "复函用“特此函复”，答复用“特此答复”",
    });
}

/// 供贵局答复委员时参考 in a letter to the member: it is said to the lead body.
fn to_proposer(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
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
        let name = view.text(addressee.line.clone());
        let message = format!("这封信写给“{name}”，这里却像会办意见的结尾");
        findings
            .at(clause.start..word.end, message)
            .hint("会办意见写给主办单位，由它答复；给委员、代表的信直接答复");
    }
}

/// The kind of a letter without a title, by its addressee and its opening.
fn untitled(view: &TextView<'_>) -> Option<&'static str> {
    let reply = view.reply();
    let addressee = reply.addressee.as_ref()?;
    let has = |words: &str| view.find(reply.opening.clone(), words).is_some();
    match addressee.whom {
        Whom::Unit if has("会办意见") || has("协办意见") => Some("会办意见"),
        // A party or an association gets a reply to its own proposal.
        Whom::Unit if has("收悉") && has("答复如下") => Some("答复"),
        Whom::Unit => None,
        _ if has("收悉") || has("答复如下") || has("函复如下") => Some("答复"),
        _ => None,
    }
}

/// The kind of document in the title, if it is a letter or a reply.
fn title(view: &TextView<'_>, before: usize) -> Option<&'static str> {
    let kinds = [
        "答复的函",
        "答复函",
        "复函",
        "会办意见的函",
        "的函",
        "会办意见",
        "协办意见",
        "的答复",
    ];
    let paragraphs = view
        .paragraphs()
        .iter()
        .take(12)
        .take_while(|paragraph| paragraph.range.end < before);
    paragraphs
        .filter(|paragraph| paragraph.range.len() < 90)
        .find_map(|paragraph| view.one_of_before(paragraph.range.end, &kinds))
}
