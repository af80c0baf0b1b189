//! A reply that closes like a report or a notice.

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
    ("当否，请批示", Misfit::Any),
    ("妥否，请批示", Misfit::Any),
    ("以上请示", Misfit::Any),
    ("特此批复", Misfit::Any),
    ("特此公告", Misfit::Any),
    ("特此通告", Misfit::Any),
    ("特此答复", Misfit::Opinion(Severity::Warning)),
    ("专此答复", Misfit::Opinion(Severity::Warning)),
    ("特此函复", Misfit::Opinion(Severity::Hint)),
    ("专此函复", Misfit::Opinion(Severity::Hint)),
    ("特此函告", Misfit::Reply),
    ("专此函告", Misfit::Reply),
    ("特此函达", Misfit::Reply),
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
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let starts = "\n。".contains(view.before(word.start));
    let Some(title) = title(view, word.start).filter(|_| starts) else {
        return;
    };
    let is_opinion = title.contains("意见");
    let severity = match CLOSINGS[word.number].1 {
        Misfit::Any => Severity::Error,
        Misfit::Opinion(severity) if is_opinion => severity,
        Misfit::Reply if title == "的答复" => Severity::Warning,
        _ => return,
    };
    let range = word.start..word.end;
    let message = format!(
        "标题的文种是“{title}”，结束语却是“{}”",
        view.text(range.clone())
    );
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
