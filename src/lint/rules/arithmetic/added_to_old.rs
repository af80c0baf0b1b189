//! 原有120个，今年新增45个，总数达到180个: what there was, what came, and what there is now.

use super::total_mismatch::report;
use crate::lint::Word;
use crate::lint::arithmetic::{is_misprint, sum};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What tells of things that were there before.
const OLD: [&str; 5] = ["原有", "现有", "已有", "原先", "此前"];

/// What tells of things that came.
const NEW: [&str; 12] = [
    "新增",
    "新建",
    "增加",
    "新设",
    "扩建",
    "增设",
    "再建成",
    "再建",
    "再新建",
    "新认定",
    "新培育",
    "新发展",
];

/// Reports a total that is not the sum of the one number before and the one that came, if the sentence has no
/// other of their unit.
pub(super) fn added_to_old(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    let amount = |it: &&Number| it.is_exact_amount() && !it.is_year(chars) && !it.is_percent(chars);
    let numbers = view.numbers_in(sentence.clone()).iter();
    let Some(total) = total_behind(view, word, sentence.end) else {
        return;
    };
    let alike = |it: &&Number| amount(it) && it.unit(chars) == total.unit(chars);
    let told: Vec<&Number> = numbers
        .filter(alike)
        .filter(|it| it.digits.start < total.digits.start)
        .collect();
    let old = match told.as_slice() {
        [new] => told_before(view, sentence.start, new, total),
        _ => None,
    };
    let (one, other) = match (told.as_slice(), old) {
        ([one, other], _) => (*one, *other),
        ([one], Some(other)) => (*one, other),
        _ => return,
    };
    let tells = |number: &Number, words: &[&str]| {
        let start = number.digits.start;
        view.has_any(&(view.clause(start).start..start), words)
    };
    let is_told = old.is_some() && tells(one, &NEW);
    let is_pair =
        is_told || tells(one, &OLD) && tells(other, &NEW) || tells(one, &NEW) && tells(other, &OLD);
    let should = sum([one, other], chars).filter(|_| is_pair);
    let are_whole = [one, other, total]
        .iter()
        .all(|it| it.multiplier.is_empty());
    if let Some(should) = should.filter(|it| are_whole && Some(*it) != total.value(chars)) {
        report(view, total.range(), total, should, findings);
    }
}

/// 现有站点160个。今年新增20个，总数达到190个: what there was is told in the sentence before, and one digit of the
/// total is another.
fn told_before<'v>(
    view: &'v TextView<'_>,
    start: usize,
    new: &Number,
    total: &Number,
) -> Option<&'v Number> {
    let chars = view.chars();
    let last = view.sentence(start.checked_sub(1)?);
    let passage = view.passage(start);
    let mut told = view.numbers_in(last.start.max(passage.start)..start).iter();
    let old = told.find(|it| it.unit(chars) == total.unit(chars) && it.is_exact_amount())?;
    // What is listed behind 其中 is a part of it.
    let mut others = told.filter(|it| it.unit(chars) == total.unit(chars));
    let parts = view.find(old.unit.end..start, "其中");
    let is_only = others.all(|it| parts.is_some_and(|parts| parts < it.digits.start));
    let clause = view.clause(old.digits.start).start..old.digits.start;
    let is_there =
        view.has_any(&clause, &OLD) || view.has_any(&clause, &["累计建成", "已建成", "共有"]);
    let should = sum([old, new], chars)?;
    let is_slip = is_misprint(total.value(chars)?, should);
    (is_only && is_there && is_slip).then_some(old)
}

/// The number that tells what there is now: right behind 总数达到, or in the clause behind 加上原有的24个.
fn total_behind<'v>(view: &'v TextView<'_>, word: Word, end: usize) -> Option<&'v Number> {
    let is_added = view.is_any_at(word.start, "加连");
    if !is_added {
        return view
            .numbers_in(word.end..word.end + 1)
            .first()
            .filter(|it| it.is_exact_amount());
    }
    const REACHES: [&str; 6] = ["达到", "达", "共有", "共", "增至", "增加到"];
    let clause = view.clause(word.end).end + 1;
    let next = clause..view.clause(clause).end.min(end);
    let total = view.numbers_in(next).first()?;
    let reaches = view.one_of_before(total.digits.start, &REACHES).is_some();
    (reaches && total.is_exact_amount()).then_some(total)
}
