//! 58个，97个，126个，尚有141个 of 412个: numbers side by side that nearly make the one beside them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::complements::leave_nothing_over;
use super::composed_noun::composed_noun;
use super::part_list::part_list;
use super::row_of_parts::{STEPS, row_of_parts};
use super::total_mismatch::adds_up;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_one_digit, plain, sum};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};
use crate::text::low_bytes::LowBytes;

/// 58个，97个，126个，尚有141个 of 412个: numbers side by side that nearly make the one beside them.
pub(crate) const NEARLY_TOTAL: Rule = Rule {
    name: "nearly-total",
    title: "各数之和与总数差一点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("nearly_total.md"),
};

/// More numbers than parts are told of one whole.
const MOST_PARTS: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    composed_noun(view, findings);
    let times = view.numbers().iter().filter(|it| is_of_times(view, it));
    for total in times {
        if let Some(parts) = row_of_parts(view, total) {
            report(view, &parts, total, findings);
        }
    }
    let left = left(view);
    for total in view.numbers().iter().filter(|it| is_amount(view, it)) {
        let cue = Cue::of(view, total, &left);
        if cue == Cue::None {
            let parts = row_of_parts(view, total);
            if let Some(parts) = parts.filter(|_| part_list(view, total).is_none()) {
                report(view, &parts, total, findings);
            }
            continue;
        }
        // 高校18所、中学54所、小学90所，合计162所: the total follows.
        let is_part = view
            .one_of_at(total.unit.end, &["，合计", "，共计", "，总计"])
            .is_some();
        // What other rules add up is theirs.
        if is_part || part_list(view, total).is_some() || adds_up(view, total) {
            continue;
        }
        let before = before(view, total, cue);
        let after = after(view, total, cue);
        let sums = [before, after];
        let near = sums
            .iter()
            .flatten()
            .find(|parts| nearly_makes(view, parts, total, cue));
        let is_explained = || sums.iter().flatten().any(|parts| makes(view, parts, total));
        if let Some(parts) = near.filter(|_| !is_explained()) {
            report(view, parts, total, findings);
        }
    }
}

/// What says that a number is a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// 合计, 累计, 以上, 这: what stands before is added up.
    Backward,
    /// 共, 总: what stands before or behind is.
    Either,
    /// A colon, 分解, 全部用于 behind it: what follows is.
    Forward,
    /// Nothing.
    None,
}

/// The characters of what makes the number behind it a total.
const TOTALS: &[char] = &['共', '总', '合', '累', '以', '全', '这'];

/// Tells most characters to be none of them.
const MAY_TOTAL: LowBytes = LowBytes::of(TOTALS);

impl Cue {
    fn of(view: &TextView<'_>, total: &Number, left: &[&Number]) -> Self {
        let clause = view.clause(total.digits.start);
        let lead = &view.chars()[clause.start..total.digits.start];
        let may_total = |it: &char| MAY_TOTAL.may_have(*it) && TOTALS.contains(it);
        if lead.iter().any(may_total) {
            let lead = view.words(clause.start..total.digits.start);
            let has = |words: &[&str]| words.iter().any(|word| lead.contains(word));
            let sums_up = lead.starts_with("以上") || has(&["合计", "累计", "总计", "全年"]);
            if sums_up || lead == "这" {
                return Self::Backward;
            }
            if lead.contains(['共', '总']) {
                return Self::Either;
            }
        }
        match leads_parts(view, total) || leaves_rest(view, total, left) {
            true => Self::Forward,
            false => Self::None,
        }
    }
}

/// Whether a colon stands behind the number, before the sentence ends or another number is told.
fn leads_parts(view: &TextView<'_>, total: &Number) -> bool {
    let end = total.unit.end;
    let mut marks = view.marks_in(end..end + LONGEST_LEAD);
    let mark = marks.find(|at| view.is_any_at(*at, "：。\n"));
    mark.is_some_and(|at| view.char(at) == '：' && view.numbers_in(end..at).is_empty())
}

/// The numbers of what is left.
fn left<'v>(view: &'v TextView<'_>) -> Vec<&'v Number> {
    let words = ["尚有", "还有", "尚余"];
    let is_left = |it: &&Number| view.one_of_before(it.digits.start, &words).is_some();
    view.numbers().iter().filter(is_left).collect()
}

/// 46个，已完工29个，正在施工11个，尚有6个: what is left is told last.
fn leaves_rest(view: &TextView<'_>, total: &Number, left: &[&Number]) -> bool {
    let end = total.unit.end;
    let next = left.partition_point(|it| it.digits.start < end);
    // In most sentences nothing is left.
    let sentence = left.get(next).map(|_| view.sentence(end));
    let Some(sentence) = sentence.filter(|it| left[next].digits.start < it.end) else {
        return false;
    };
    let mut numbers = view.numbers_in(end..sentence.end).iter();
    let last = numbers.rfind(|it| is_alike(view, it, total));
    last.is_some_and(|last| left.iter().any(|it| it.digits == last.digits))
}

/// More characters than stand between a total and the colon before its parts.
const LONGEST_LEAD: usize = 24;

fn is_amount(view: &TextView<'_>, number: &Number) -> bool {
    let chars = view.chars();
    let is_other = || {
        number.is_year(chars)
            || matches!(
                number.unit(chars),
                ['%' | '年' | '月' | '日' | '号' | '时' | '岁' | '倍' | '级' | '届' | '次']
                    | ['个', '百', ..]
            )
    };
    number.is_exact_amount() && !is_other()
}

/// 执法37次，一季度9次、二季度13次、三季度16次: how often something was done is added up only in a row.
fn is_of_times(view: &TextView<'_>, number: &Number) -> bool {
    number.is_exact_amount() && number.unit(view.chars()) == ['次']
}

/// The amounts of the total's kind in a range.
fn alike<'v>(view: &'v TextView<'_>, range: Range<usize>, total: &Number) -> Vec<&'v Number> {
    let numbers = view.numbers_in(range).iter();
    let alike = numbers.filter(|it| is_alike(view, it, total));
    // More are no list, whatever they are.
    alike.take(MOST_PARTS + 1).collect()
}

fn is_alike(view: &TextView<'_>, number: &Number, total: &Number) -> bool {
    number.unit(view.chars()) == total.unit(view.chars())
        && is_amount(view, number)
        && !is_price_of_each(view, number)
}

/// 平均每公里造价90万元: what one of many costs is no part of what all cost.
fn is_price_of_each(view: &TextView<'_>, number: &Number) -> bool {
    const LEADS: [&str; 4] = ["平均每", "造价", "单价", "均价"];
    let start = number.digits.start;
    view.has_any(&(view.clause(start).start..start), &LEADS)
}

/// The parts before a total: those of its sentence, or of the sentence before if it has none.
fn before<'v>(view: &'v TextView<'_>, total: &Number, cue: Cue) -> Option<Vec<&'v Number>> {
    if cue == Cue::Forward {
        return None;
    }
    let sentence = view.sentence(total.digits.start);
    let own = alike(view, sentence.start..total.digits.start, total);
    let parts = match own.is_empty() && view.before(sentence.start) != '\n' {
        true => alike(view, view.sentence(sentence.start.checked_sub(1)?), total),
        false => own,
    };
    is_list(view, &parts).then_some(parts)
}

/// The parts behind a total: those of its sentence, or of the next one if it has none.
fn after<'v>(view: &'v TextView<'_>, total: &Number, cue: Cue) -> Option<Vec<&'v Number>> {
    if cue == Cue::Backward {
        return None;
    }
    let sentence = view.sentence(total.unit.end);
    let own = alike(view, total.unit.end..sentence.end, total);
    let next = view.char(sentence.end) == '。';
    let parts = match own.is_empty() && next && view.char(sentence.end + 1) != '\n' {
        true => alike(view, view.sentence(sentence.end + 1), total),
        false => own,
    };
    is_list(view, &parts).then_some(parts)
}

/// Whether numbers stand beside each other as parts do, none of them inside another.
fn is_list(view: &TextView<'_>, parts: &[&Number]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let between = first.digits.start..last.digits.start;
    (2..=MOST_PARTS).contains(&parts.len()) && !view.has_any(&between, STEPS)
}

/// Whether some of the parts in a row make the total as rounding allows.
fn makes(view: &TextView<'_>, parts: &[&Number], total: &Number) -> bool {
    let chars = view.chars();
    (0..parts.len()).any(|from| {
        (from + 1..=parts.len()).any(|to| {
            let some = &parts[from..to];
            let numbers = some.iter().copied().chain([total]);
            // A few rounded numbers are off by two of the last digit once in a thousand times.
            let slack = numbers.filter_map(|it| it.rounding(chars)).max();
            let slack = slack.unwrap_or_default() * Decimal::from(3);
            let difference = sum(some.iter().copied(), chars).zip(total.value(chars));
            difference.is_some_and(|(sum, total)| (sum - total).abs() <= slack)
        })
    })
}

/// Whether all parts together are off by one digit, which is little of the total.
fn nearly_makes(view: &TextView<'_>, parts: &[&Number], total: &Number, cue: Cue) -> bool {
    let chars = view.chars();
    let Some((sum, total)) = sum(parts.iter().copied(), chars).zip(total.value(chars)) else {
        return false;
    };
    let least = match cue {
        Cue::Backward => 2,
        _ if are_complements(view, parts) => 2,
        _ => 3,
    };
    let difference = (sum - total).abs();
    let is_little = difference * Decimal::TEN <= total;
    let are_parts = parts.iter().all(|it| it.value(view.chars()) < Some(total));
    parts.len() >= least && is_one_digit(difference) && is_little && are_parts
}

/// 460个，地上部分280个，地下部分190个: two parts whose names leave nothing over.
fn are_complements(view: &TextView<'_>, parts: &[&Number]) -> bool {
    const LONGEST_NAME: usize = 16;
    let [first, .., last] = parts else {
        return false;
    };
    let start = first.digits.start;
    let from = view
        .clause(start)
        .start
        .max(start.saturating_sub(LONGEST_NAME));
    leave_nothing_over(view.words(from..last.unit.end + 2))
}

fn report(view: &TextView<'_>, parts: &[&Number], total: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let Some(sum) = sum(parts.iter().copied(), chars) else {
        return;
    };
    let (text, sum) = (
        view.text(total.range()),
        plain(sum / total.factor(chars), 4),
    );
    let unit = view.words(total.multiplier.start..total.unit.end);
    let first = parts[0].digits.start.min(total.digits.start);
    let last = parts[parts.len() - 1].unit.end.max(total.unit.end);
    findings
        .at(
            first..last,
            format!("“{text}”与相邻各数之和{sum}{unit}差一点"),
        )
        .hint("核对总数和各数");
}
