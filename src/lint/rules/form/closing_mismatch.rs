//! A reply that closes like a report or a notice.

use super::closing_kind::{self, Kind, Told};
use super::closing_of_opinion::{to_lead, to_proposer};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
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
    ("妥否，请指示", Misfit::Any),
    ("妥否，请审议", Misfit::Any),
    ("妥否，请批准", Misfit::Any),
    ("当否，请指示", Misfit::Any),
    ("当否，请审批", Misfit::Any),
    ("当否，请审议", Misfit::Any),
    ("当否，请批准", Misfit::Any),
    ("可否，请批示", Misfit::Any),
    ("可否，请批复", Misfit::Any),
    ("妥否请示", Misfit::Any),
    ("妥否请批示", Misfit::Any),
    ("当否请批示", Misfit::Any),
    ("妥否，请示", Misfit::Any),
    ("以上请示", Misfit::Any),
    ("特此呈报", Misfit::Any),
    ("特此上报", Misfit::Any),
    ("特此公告", Misfit::Any),
    ("以上报告，请", Misfit::Any),
    ("以上请示如", Misfit::Any),
    ("请认真贯彻执行", Misfit::Any),
    ("请遵照执行", Misfit::Any),
    ("望遵照执行", Misfit::Any),
    ("请认真遵照执行", Misfit::Any),
    ("请遵照办理", Misfit::Any),
    ("望遵照办理", Misfit::Any),
    ("望认真贯彻执行", Misfit::Any),
    ("请结合实际认真贯彻", Misfit::Any),
    ("请结合实际贯彻", Misfit::Any),
    ("请认真贯彻落实", Misfit::Any),
    ("请抓好贯彻落实", Misfit::Any),
    ("请贯彻执行", Misfit::Any),
    ("请按此执行", Misfit::Any),
    ("请照此执行", Misfit::Any),
    ("请照此办理", Misfit::Any),
    ("请批转执行", Misfit::Any),
    ("请批转各", Misfit::Any),
    ("请批转有关", Misfit::Any),
    ("请转发执行", Misfit::Any),
    ("盼复", Misfit::Reply),
    ("请予函复", Misfit::Reply),
    ("特此函询", Misfit::Reply),
    ("特此通告", Misfit::Any),
    ("特此公示", Misfit::Any),
    ("现予公告", Misfit::Any),
    ("现予公示", Misfit::Any),
    ("现予公布", Misfit::Any),
    ("现予通告", Misfit::Any),
    ("现予通报", Misfit::Any),
    ("现予印发", Misfit::Any),
    ("特此答复", Misfit::Opinion(Severity::Warning)),
    ("专此答复", Misfit::Opinion(Severity::Warning)),
    ("特此函复", Misfit::Opinion(Severity::Hint)),
    ("专此函复", Misfit::Opinion(Severity::Hint)),
    ("特此函告", Misfit::Reply),
    ("专此函告", Misfit::Reply),
    ("特此函达", Misfit::Reply),
    ("请予批准", Misfit::Asks),
    ("请予审批", Misfit::Asks),
    ("请予批复", Misfit::Asks),
    ("请予批示", Misfit::Asks),
    ("请予审议", Misfit::Asks),
    ("请予审定", Misfit::Asks),
    ("请予以批准", Misfit::Asks),
    ("请您批准", Misfit::Asks),
    ("请您予以批准", Misfit::Asks),
    ("敬请批准", Misfit::Asks),
    ("敬请审定", Misfit::Asks),
    ("敬请核准", Misfit::Asks),
    ("敬请指示", Misfit::Asks),
    ("敬请批复", Misfit::Asks),
    ("请予批覆", Misfit::Asks),
    ("请予核准", Misfit::Asks),
    ("请批准", Misfit::Asks),
    ("请指示", Misfit::Asks),
    ("请批示", Misfit::Asks),
    ("请批复", Misfit::Asks),
    ("请审批", Misfit::Asks),
    ("请审议", Misfit::Asks),
    ("请审示", Misfit::Asks),
    ("恳请批准", Misfit::Asks),
    ("敬请批示", Misfit::Asks),
    ("敬请审批", Misfit::Asks),
    ("答复委员", Misfit::Proposer),
    ("答复代表", Misfit::Proposer),
    ("答复提案", Misfit::Proposer),
    ("答复建议人", Misfit::Proposer),
    ("答复建议者", Misfit::Proposer),
    ("答复我局时", Misfit::Lead),
    ("答复我委时", Misfit::Lead),
    ("答复我厅时", Misfit::Lead),
    ("答复我院时", Misfit::Lead),
    ("答复我办时", Misfit::Lead),
    ("答复我单位时", Misfit::Lead),
    ("答复贵局时", Misfit::Lead),
    ("答复贵委时", Misfit::Lead),
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
    /// A reply: it asks for a decision, as what is handed up does.
    Asks,
    /// A reply (答复) that is no letter: it answers and does not only inform.
    Reply,
    /// Any letter: the lead body answers the proposer, and not the one who writes to it.
    Lead,
    /// A letter to the one who made the proposal: it asks the lead body to answer that one.
    Proposer,
}

/// What may stand before a closing that asks for a decision.
const LEADS: [&str; 9] = [
    "此函",
    "现",
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
    if matches!(CLOSINGS[word.number].1, Misfit::Lead) {
        to_lead(view, word, findings);
        return;
    }
    let lead = view.one_of_before(word.start, &LEADS);
    let start = word.start - lead.map_or(0, |lead| lead.chars().count());
    // 我局已新建充电桩3600个，请遵照执行。 ends its sentence.
    let is_clause = (is_order(word) || is_led(view, word))
        && view.before(start) == '，'
        && (view.is_any_at(word.end, "。！\n") || is_passed_on(word));
    let starts = is_clause || view.is_any_before(start, "\n。！");
    if !starts || view.in_quotes(word.start) {
        return;
    }
    let Some(told) = closing_kind::told(view, word.start) else {
        return;
    };
    if let Some(severity) = severity(view, word, told.kind) {
        report(view, word, (severity, told), findings);
    }
}

/// 请批转各地执行: what is to be passed on goes on behind the word.
fn is_passed_on(word: Word) -> bool {
    CLOSINGS[word.number].0.starts_with("请批转")
}

/// 以上答复，您如有意见，请予批准: the whole sentence is the closing.
fn is_led(view: &TextView<'_>, word: Word) -> bool {
    const LONGEST: usize = 24;
    const LEADS: [&str; 5] = ["以上", "上述", "如无不妥", "如无不当", "如有"];
    let start = view.sentence(word.start).start;
    let start = (start..word.start).find(|at| view.char(*at) != '\u{3000}');
    start.is_some_and(|start| {
        word.start - start <= LONGEST && view.one_of_at(start, &LEADS).is_some()
    })
}

/// 请遵照执行: what a notice orders.
fn is_order(word: Word) -> bool {
    let words = CLOSINGS[word.number].0;
    words.contains("遵照") || words.contains("贯彻")
}

/// How certainly a closing does not fit the kind.
fn severity(view: &TextView<'_>, word: Word, kind: Kind) -> Option<Severity> {
    let (words, misfit) = CLOSINGS[word.number];
    let asks = words.contains('请');
    let notices = ["通知", "公告", "通告", "批复"];
    let is_order = is_order(word) || notices.iter().any(|it| words.contains(it));
    let ends = view.is_any_at(word.end, "。！\n");
    match (misfit, kind) {
        (Misfit::Any, Kind::Received) => asks.then_some(Severity::Error),
        (Misfit::Any, Kind::Report) => is_order.then_some(Severity::Warning),
        (Misfit::Any, Kind::Notice) => (asks && !is_order).then_some(Severity::Warning),
        // A ruling may order: 请遵照执行.
        (Misfit::Any, Kind::Ruling) => {
            (!self::is_order(word) && words != "特此批复").then_some(Severity::Warning)
        }
        (Misfit::Any, _) => Some(Severity::Error),
        (Misfit::Asks, Kind::Letter | Kind::Opinion | Kind::Report | Kind::Notice) => None,
        (Misfit::Asks, _) => ends.then_some(Severity::Error),
        (Misfit::Opinion(severity), Kind::Opinion) => Some(severity),
        (Misfit::Reply, Kind::Answer) => Some(Severity::Warning),
        (Misfit::Reply, Kind::Ruling) => Some(Severity::Warning),
        (Misfit::Reply | Misfit::Opinion(_), Kind::Report | Kind::Notice) => {
            Some(Severity::Warning)
        }
        _ => None,
    }
}

fn report(
    view: &TextView<'_>,
    word: Word,
    (severity, told): (Severity, Told),
    findings: &mut Findings<'_>,
) {
    let range = word.start..word.end;
    let message = format!("{}，结束语却是“{}”", told.by, view.text(range.clone()));
    let finding = match severity {
        Severity::Error => findings.at(range, message),
        Severity::Warning => findings.warn(range, message),
        Severity::Hint => findings.hint(range, message),
    };
    finding.hint(match told.kind {
        Kind::Opinion => "会办意见写给主办单位，用“特此函告”",
        Kind::Ruling => "批复用“此复”“特此批复”",
        Kind::Notice => "通知用“特此通知”",
        Kind::Report => "报告用“特此报告”，请示用“妥否，请批示”",
        _ => "复函用“特此函复”，答复用“特此答复”",
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_closing_is_listed_twice() {
        for (index, closing) in WORDS.iter().enumerate() {
            assert!(!WORDS[..index].contains(closing), "{closing}");
        }
    }
}
