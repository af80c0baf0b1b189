//! 投入4800万元，改造1.2万户，户均400元: ten times too little.

use super::average_of_each::average_of_each;
use super::average_words::{AVERAGES, Each, words};
use super::daily_average::daily_average;
use super::monthly_average::monthly_average;
use super::yearly_average::yearly_average;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 投入4800万元，改造1.2万户，户均400元: ten times too little.
pub(crate) const AVERAGE_MISMATCH: Rule = Rule {
    name: "average-mismatch",
    title: "平均数与总数不符",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("average_mismatch.md"),
};

/// How far behind its word an average stands at most.
const LINK: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let end = view.clause(word.start).end.min(word.end + LINK);
    let Some(average) = view.numbers_in(word.end..end).first() else {
        return;
    };
    if is_counted_by_each(view, word) {
        return;
    }
    match AVERAGES[word.number].1 {
        Each::Of(units) => average_of_each(view, (word, units), average, findings),
        Each::Day => daily_average(view, word.start, average, findings),
        Each::Month => monthly_average(view, word.start, average, findings),
        Each::Year => yearly_average(view, word.start, average, findings),
    }
}

/// 15层、每层4户，户均70元: how many there are is told by each of something else.
fn is_counted_by_each(view: &TextView<'_>, word: Word) -> bool {
    let lead = view.sentence(word.start).start..word.start;
    view.has_any(&lead, &["每层", "每栋", "每幢", "每单元", "每个单元"])
}
