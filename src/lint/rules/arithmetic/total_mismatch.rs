//! 30家、80家，合计120家: the sum recomputed.

use std::ops::Range;

use rust_decimal::Decimal;

use super::added_to_old::added_to_old;
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
    check: Check::Words(WORDS, check),
    page: include_str!("total_mismatch.md"),
};

const WORDS: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "共",
    "总长",
    "总投资",
    "年累计",
    "全部建成后",
    "全部投产后",
    "全部投用后",
    "全部完工后",
    "全部竣工后",
    "加上原有的",
    "加上原有",
    "加上现有",
    "加上已有",
    "连同原有",
    "总数达到",
    "总数达",
    "总数增至",
    "总数增加到",
    "总量达到",
    "总量达",
    "总规模达到",
    "累计达到",
    "累计达",
];

/// How many of the words stand right before a total; behind the others it is what all phases come to.
const TOTALS: usize = 7;

/// Up to here the words lead what all phases come to; the others what the new and the old come to.
const PHASES: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number >= PHASES {
        return added_to_old(view, word, findings);
    }
    if word.number >= TOTALS {
        return of_phases(view, word, findings);
    }
    let Some(total) = total_at(view, word.end) else {
        return;
    };
    // 其余品种合计0.28万亩 adds up what is not told.
    let clause = view.clause(word.start).start..word.start;
    let last = view.numbers_in(clause.clone()).last();
    let lead = last.map_or(clause.start, |last| last.unit.end)..word.start;
    if view.has_any(&lead, &["其余", "其他", "其它", "余下"]) {
        return;
    }
    let sentence = view.sentence(word.start);
    let items = items(view, sentence.start, word.start, total);
    // 五年累计 tells of more than two years.
    let years = chinese_number(view.before(word.start));
    if WORDS[word.number] == "年累计" && years != Some(items.len()) {
        return;
    }
    if items.len() < 2 || !names_items(view, word.end, total, &items) {
        return;
    }
    let chars = view.chars();
    let numbers = items.iter().copied().chain([total]);
    let slack: Option<Decimal> = numbers.map(|number| number.rounding(chars)).sum();
    let values: Option<Vec<Decimal>> = items.iter().map(|number| number.value(chars)).collect();
    let Some(((values, total_value), slack)) = values.zip(total.value(chars)).zip(slack) else {
        return;
    };
    // 12万, 8万 and 6万 are each less than half a 万 off, so that all of them cannot be half of one off.
    let fits = |sum: Decimal| sum == total_value || (sum - total_value).abs() < slack;
    // A whole or another list may stand before the items that are added up.
    let mut sum = Decimal::ZERO;
    let is_some_sum = values.iter().any(|value| {
        sum += *value;
        fits(sum) || fits(*value)
    });
    if !is_some_sum {
        report(view, word.start..total.unit.end, total, sum, findings);
    }
}

/// 一、二、三期工程分别新增处理能力2万吨、3万吨和5万吨，全部建成后日处理达到12万吨: from the first phase on, nothing
/// was there before.
fn of_phases(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const REACHES: [&str; 5] = ["达到", "达", "可达", "可达到", "为"];
    let clause = view.clause(word.end);
    let Some(total) = view.numbers_in(word.end..clause.end).first() else {
        return;
    };
    let sentence = view.sentence(word.start);
    let lead = sentence.start..word.start;
    let is_told =
        total.is_exact_amount() && view.one_of_before(total.digits.start, &REACHES).is_some();
    let is_of_all = view.has_any(&lead, &["一、二", "一期"])
        && view.has_any(&lead, &["分别"])
        && !view.has_any(&lead, &["现有", "原有", "已有"]);
    let items = items(view, sentence.start, word.start, total);
    if !is_told || !is_of_all || items.len() < 2 {
        return;
    }
    let chars = view.chars();
    let sum: Option<Decimal> = items.iter().map(|number| number.value(chars)).sum();
    if let Some(sum) = sum.filter(|sum| Some(*sum) != total.value(chars)) {
        report(view, total.range(), total, sum, findings);
    }
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
    let word = view.one_of_before(end, &WORDS[..TOTALS]);
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
    let lead = view.text(at..total.digits.start);
    // 全市共新增 tells of more than the items.
    let start = view.clause(at).start;
    // 三年共新增 tells of all that was told of year by year.
    let own = view.words(start..at);
    let is_of_years = || {
        [
            "年共",
            "项共",
            "期共",
            "者共",
            "批共",
            "年累计共",
            "年合计",
            "年累计",
        ]
        .iter()
        .any(|all| own.ends_with(all) && own.chars().count() <= 5)
    };
    let is_of_items = || view.one_of_at(start, &WORDS[..TOTALS]).is_some() || is_of_years();
    // 检查餐饮单位3200家次、商超1500家次，共检查4700家次: the verb leads all items.
    let is_verb_of_first =
        lead.chars().count() >= 2 && view.is_at(view.clause(first.digits.start).start, &lead);
    // 共开展各类活动20次 adds up whatever was done so often.
    let is_of_all_kinds = || {
        ["各类", "各种", "各项", "各级各类"]
            .iter()
            .any(|kind| lead.contains(kind))
    };
    matches!(lead.as_str(), "" | "为" | "达" | "有")
        || is_of_all_kinds() && is_of_items()
        || is_verb_of_first && is_of_items()
        || lead.chars().count() >= 2 && view.ends_at(item.digits.start, &lead) && is_of_items()
}

/// More items than any total is told of.
const MOST: usize = 24;

/// The numbers of the total's unit that stand side by side right before it.
fn items<'v>(view: &'v TextView<'_>, start: usize, end: usize, total: &Number) -> Vec<&'v Number> {
    let chars = view.chars();
    let mut items = Vec::new();
    let mut next = end;
    // Parts of a number of the unit that 其中 introduces need not be all of them.
    let is_of_whole = |parted: usize| {
        let mut before = view.numbers_in(start..parted).iter();
        view.is_at(end, "共") || before.any(|it| it.unit(chars) == total.unit(chars))
    };
    for number in view.numbers_in(start..end).iter().rev() {
        // 2022年新增3200个、2023年新增4100个: the year names the item.
        let names_item = number.is_year(chars)
            && view.is_any_before(number.digits.start, "、，；")
            && is_han(view.char(number.unit.end));
        if names_item && !items.is_empty() {
            next = number.digits.start;
            continue;
        }
        if !number.is_exact_amount() || !is_of_unit(view, number, total) {
            // A year before the first item dates all of them, and what a clause before it counts
            // is something else.
            let is_date = number.is_year(chars) && !items.is_empty();
            let lead = view.words(number.unit.end..next);
            let is_closed = !lead.contains("其中") || !is_of_whole(next);
            let is_apart = items.len() >= 2 && lead.starts_with('，') && is_closed;
            return if is_date || is_apart {
                items
            } else {
                Vec::new()
            };
        }
        let lead = view.words(number.unit.end..next);
        // Another list ends before ；.
        if lead.starts_with('；') && items.len() >= 2 {
            return items;
        }
        if !is_gap(lead, items.is_empty()) {
            return Vec::new();
        }
        if items.len() == MOST {
            return Vec::new();
        }
        items.push(number);
        next = number.digits.start;
    }
    match view.find(start..next, "其中") {
        Some(parted) if is_of_whole(parted) => Vec::new(),
        _ => items,
    }
}

/// 74处（条）: the unit of the total, or the other one that it has in brackets.
fn is_of_unit(view: &TextView<'_>, number: &Number, total: &Number) -> bool {
    let unit = number.unit(view.chars());
    let open = total.unit.end;
    let is_other = || {
        let close = open + 1 + unit.len();
        view.char(open) == '（'
            && view.char(close) == '）'
            && view.chars().get(open + 1..close) == Some(unit)
    };
    unit == total.unit(view.chars()) || !unit.is_empty() && is_other()
}

/// What parts two items, or the last item and the word: 、 or ， and the next item's name.
fn is_gap(lead: &str, is_last: bool) -> bool {
    const LONGEST: usize = 14;
    let is_joined = lead.starts_with(['、', '，', '和']);
    let lead = lead.replace("新增", "");
    let is_other = ["其中", "比", "增", "减", "占", "每", "至", "达", "除", "计"]
        .iter()
        .any(|word| lead.contains(word));
    let most = if is_last { 6 } else { LONGEST };
    is_joined && !is_other && lead.chars().count() <= most
}
