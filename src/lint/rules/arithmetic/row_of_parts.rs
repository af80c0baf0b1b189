//! 火灾隐患7316处，具体为通道堵塞2108处、线路不规范3245处、器材失效1863处: parts in a row behind a number that no
//! word makes a total.

use rust_decimal::Decimal;

use super::complements::leave_nothing_over;
use super::part_of_whole::count_the_same;
use crate::lint::arithmetic::{is_one_digit, sum};
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// More characters than stand between the number and its first part.
const LONGEST_LEAD: usize = 24;

/// More characters than the name of a part has, with the mark before it.
const LONGEST_NAME: usize = 15;

/// Steps of a work, each of which takes a part of what the one before left.
pub(super) const STEPS: &[&str] = &[
    "发现",
    "整改",
    "查处",
    "处罚",
    "立案",
    "办结",
    "受理",
    "完成",
    "其中",
    "移送",
    "新增",
    "比上年",
];

/// What tells of another time, of a change or of each, and so of no part.
const OF_OTHER: [&str; 13] = [
    "增", "减", "已", "同比", "最", "超", "每", "均", "达", "计划", "目标", "至", "分别",
];

/// The parts that stand in a row behind the number and nearly make it; nothing if they make it.
pub(super) fn row_of_parts<'v>(view: &'v TextView<'_>, total: &Number) -> Option<Vec<&'v Number>> {
    let parts = row(view, total);
    let (first, last) = (parts.first()?, parts.last()?);
    let is_open = view
        .one_of_at(last.unit.end, &["等", "以上", "左右"])
        .is_some();
    let names = view.words(first.digits.start.saturating_sub(LONGEST_NAME)..last.unit.end);
    let in_brackets = view.char(last.unit.end) == '）' && view.in_parentheses(first.digits.start);
    let is_list = || parts.len() >= 3 || in_brackets || leave_nothing_over(names);
    let is_near = !is_open && nearly_make(view, &parts, total);
    (is_near && is_list() && is_first(view, total)).then_some(parts)
}

/// The numbers of one kind that follow, each behind its name.
fn row<'v>(view: &'v TextView<'_>, total: &Number) -> Vec<&'v Number> {
    let mut parts: Vec<&Number> = Vec::new();
    let mut end = total.unit.end;
    // Behind most numbers none of the kind stands near, which is cheaper to see than the sentence.
    let next = view.numbers_in(end..end + LONGEST_LEAD + 1).first();
    if !next.is_some_and(|next| count_the_same(view, next, total)) {
        return parts;
    }
    let sentence = view.sentence(end);
    for number in view.numbers_in(total.unit.end..sentence.end) {
        let gap = end..number.digits.start;
        let joins = count_the_same(view, number, total)
            && match parts.is_empty() {
                true => gap.len() <= LONGEST_LEAD && leads(view, gap),
                false => gap.len() <= LONGEST_NAME && names(view, gap),
            };
        if !joins {
            break;
        }
        parts.push(number);
        end = number.unit.end;
    }
    parts
}

/// Whether one mark parts the number from the name of its first part.
fn leads(view: &TextView<'_>, gap: std::ops::Range<usize>) -> bool {
    let Some(mark) = view.marks_in(gap.clone()).last() else {
        return false;
    };
    let name = mark + 1..gap.end;
    let is_only = view.marks_in(gap).count() == 1 && view.is_any_at(mark, "，（");
    is_only && (1..=LONGEST_NAME).contains(&name.len()) && is_name(view, name)
}

/// Whether 、 or ， and a name stand between two parts.
fn names(view: &TextView<'_>, gap: std::ops::Range<usize>) -> bool {
    let is_joined = view.is_any_at(gap.start, "，、；和");
    is_joined && gap.len() >= 2 && is_name(view, gap.start + 1..gap.end)
}

fn is_name(view: &TextView<'_>, name: std::ops::Range<usize>) -> bool {
    name.clone().all(|at| is_han(view.char(at)))
        && !view.has_any(&name, STEPS)
        && !view.has_any(&name, &OF_OTHER)
}

/// Whether the sentence tells no number of the kind before, of which the number might be a part, and the
/// number is of all and not of each.
fn is_first(view: &TextView<'_>, total: &Number) -> bool {
    let start = total.digits.start;
    let sentence = view.sentence(start);
    let mut before = view.numbers_in(sentence.start..start).iter();
    let lead = view.words(view.clause(start).start..start);
    !before.any(|it| count_the_same(view, it, total)) && !lead.contains(['每', '均'])
}

/// Whether all parts together are off by one digit, which is little of the total.
fn nearly_make(view: &TextView<'_>, parts: &[&Number], total: &Number) -> bool {
    let chars = view.chars();
    let Some((made, told)) = sum(parts.iter().copied(), chars).zip(total.value(chars)) else {
        return false;
    };
    let numbers = parts.iter().copied().chain([total]);
    let slack: Decimal = numbers.filter_map(|it| it.rounding(chars)).sum();
    let difference = (made - told).abs();
    let are_parts = parts.iter().all(|it| it.value(chars) < Some(told));
    difference > slack && is_one_digit(difference) && difference * Decimal::TEN <= told && are_parts
}
