//! 30家、80家，合计120家: the sum recomputed.

use std::ops::Range;

use rust_decimal::Decimal;

use super::added_items::items;
use super::added_to_old::added_to_old;
use super::total_of_phases::total_of_phases;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 30家、80家，合计120家: the sum recomputed.
pub(crate) const TOTAL_MISMATCH: Rule = Rule {
    name: "total-mismatch",
    title: "合计与各项之和不符",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("total_mismatch.md"),
};

/// What a word leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    /// The total of the items right before it.
    Total,
    /// What all phases come to.
    Phases,
    /// What the old and the new come to.
    Old,
}

const LEADS: &[(&str, Leads)] = &[
    ("合计", Leads::Total),
    ("总计", Leads::Total),
    ("共计", Leads::Total),
    ("共", Leads::Total),
    ("总长", Leads::Total),
    ("总投资", Leads::Total),
    ("年累计", Leads::Total),
    ("全部建成后", Leads::Phases),
    ("全部投产后", Leads::Phases),
    ("全部投用后", Leads::Phases),
    ("全部完工后", Leads::Phases),
    ("全部竣工后", Leads::Phases),
    ("加上原有的", Leads::Old),
    ("加上原有", Leads::Old),
    ("加上现有", Leads::Old),
    ("加上已有", Leads::Old),
    ("连同原有", Leads::Old),
    ("总数达到", Leads::Old),
    ("总数达", Leads::Old),
    ("总数增至", Leads::Old),
    ("总数增加到", Leads::Old),
    ("总量达到", Leads::Old),
    ("总量达", Leads::Old),
    ("总规模达到", Leads::Old),
    ("累计达到", Leads::Old),
    ("累计达", Leads::Old),
];

fn words() -> Vec<&'static str> {
    LEADS.iter().map(|(word, _)| *word).collect()
}

/// The word of a total for which `stands` is true.
fn total_word(stands: impl Fn(&str) -> bool) -> Option<&'static str> {
    let totals = LEADS.iter().filter(|(_, leads)| *leads == Leads::Total);
    totals.map(|(word, _)| *word).find(|word| stands(word))
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match LEADS[word.number].1 {
        Leads::Total => total_of_items(view, word, findings),
        Leads::Phases => total_of_phases(view, word, findings),
        Leads::Old => added_to_old(view, word, findings),
    }
}

/// 30家、80家，合计120家: what is listed right before the word.
fn total_of_items(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let total = total_at(view, word.end).filter(|_| !is_of_others(view, word.start));
    let Some(total) = total else {
        return;
    };
    let items = items(view, view.sentence(word.start).start, word.start, total);
    // 五年累计 tells of more than two years.
    let years = chinese_number(view.before(word.start));
    if LEADS[word.number].0 == "年累计" && years != Some(items.len()) {
        return;
    }
    if items.len() < 2 || !names_items(view, word.end, total, &items) {
        return;
    }
    if let Some(sum) = other_sum(view, &items, total) {
        report(view, word.start..total.unit.end, total, sum, findings);
    }
}

/// 其余品种合计0.28万亩 adds up what is not told.
fn is_of_others(view: &TextView<'_>, at: usize) -> bool {
    let clause = view.clause(at).start..at;
    let last = view.numbers_in(clause.clone()).last();
    let lead = last.map_or(clause.start, |last| last.unit.end)..at;
    view.has_any(&lead, &["其余", "其他", "其它", "余下"])
}

/// The sum of the items, if neither it nor that of the first few of them nor one alone is the total.
fn other_sum(view: &TextView<'_>, items: &[&Number], total: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let numbers = items.iter().copied().chain([total]);
    let slack: Decimal = numbers
        .map(|number| number.rounding(chars))
        .sum::<Option<_>>()?;
    let values: Option<Vec<Decimal>> = items.iter().map(|number| number.value(chars)).collect();
    let (values, total) = values.zip(total.value(chars))?;
    // 12万, 8万 and 6万 are each less than half a 万 off, so that all of them cannot be half of one off.
    let fits = |sum: Decimal| sum == total || (sum - total).abs() < slack;
    // A whole or another list may stand before the items that are added up.
    let mut sum = Decimal::ZERO;
    let is_some_sum = values.iter().any(|value| {
        sum += *value;
        fits(sum) || fits(*value)
    });
    (!is_some_sum).then_some(sum)
}

pub(super) fn report(
    view: &TextView<'_>,
    range: Range<usize>,
    total: &Number,
    sum: Decimal,
    findings: &mut Findings<'_>,
) {
    let text = view.words(range.clone());
    let sum = plain(sum / total.factor(view.chars()), 4);
    let unit = view.words(total.multiplier.start..total.unit.end);
    findings
        .at(range, format!("“{text}”与前面各项之和{sum}{unit}不符"))
        .hint("核对合计和各项");
}

/// Whether the total's parts are listed right before it, so that this rule adds them up.
pub(super) fn adds_up(view: &TextView<'_>, total: &Number) -> bool {
    let start = total.digits.start;
    let link = view.one_of_before(start, &["为", "达", "有"]);
    let end = start - link.map_or(0, |link| link.chars().count());
    let word = total_word(|word| view.ends_at(end, word));
    word.is_some_and(|word| {
        let at = end - word.chars().count();
        items(view, view.sentence(at).start, at, total).len() >= 2
    })
}

/// The exact number right behind the word.
fn total_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v Number> {
    let number = view.numbers_in(at..at + LONGEST_LEAD).first()?;
    let is_told = (at..number.digits.start).all(|at| is_han(view.char(at)));
    (is_told && number.is_exact_amount() && !number.is_percent(view.chars())).then_some(number)
}

/// More characters than stand between the word and its number.
const LONGEST_LEAD: usize = 14;

/// Whether the total is told by the word alone, or of what its last item is told of: 合计新增学位 behind
/// 滨江幼儿园新增学位.
fn names_items(view: &TextView<'_>, at: usize, total: &Number, items: &[&Number]) -> bool {
    let [item, .., first] = items else {
        return false;
    };
    let lead = view.words(at..total.digits.start);
    if matches!(lead, "" | "为" | "达" | "有") {
        return true;
    }
    let is_long = lead.chars().count() >= 2;
    // 共开展各类活动20次 adds up whatever was done so often.
    let is_of_all_kinds = ["各类", "各种", "各项", "各级各类"]
        .iter()
        .any(|kind| lead.contains(kind));
    // 检查餐饮单位3200家次、商超1500家次，共检查4700家次: the verb leads all items.
    let is_verb_of_first = || view.is_at(view.clause(first.digits.start).start, lead);
    let is_of_last = || view.ends_at(item.digits.start, lead);
    (is_of_all_kinds || is_long && (is_verb_of_first() || is_of_last())) && is_of_items(view, at)
}

/// Whether nothing but the years or the kinds of the items stands in the clause before the total at `at`: 全市共新增
/// tells of more than they.
fn is_of_items(view: &TextView<'_>, at: usize) -> bool {
    // 三年共新增 tells of all that was told of year by year.
    const YEARS: [&str; 8] = [
        "年共",
        "项共",
        "期共",
        "者共",
        "批共",
        "年累计共",
        "年合计",
        "年累计",
    ];
    const LONGEST: usize = 5;
    let start = view.clause(at).start;
    let is_of_years = at - start <= LONGEST && view.one_of_before(at, &YEARS).is_some();
    is_of_years || total_word(|word| view.is_at(start, word)).is_some()
}
