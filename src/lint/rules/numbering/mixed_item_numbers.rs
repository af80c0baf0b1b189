//! 一是…；二是…；（三）是…: one item of a list is numbered in another way.

use std::ops::Range;

use super::headings::{Heading, each_heading, heading_number};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::enumerations::Enumeration;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 一是…；二是…；（三）是…: one item of a list is numbered in another way.
pub(crate) const MIXED_ITEM_NUMBERS: Rule = Rule {
    name: "mixed-item-numbers",
    title: "“一是”“二是”里有一项序数写法不同",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("mixed_item_numbers.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        for index in 0..list.markers.len() {
            if let Some(range) = strange_item(view, list, index) {
                report(view, range, &list.label(view, index), findings);
            }
        }
    }
    of_headings(view, findings);
    of_words(view, findings);
    of_points(view, findings);
}

/// How many characters a word of a series has.
const ORDINAL: usize = 2;

/// The first word of a series, one of another series behind it, and the one that is due.
const SERIES: [[&str; 3]; 3] = [
    ["首先", "其二", "其次"],
    ["其一", "其次", "其二"],
    ["第一", "其次", "第二"],
];

/// 首先，…；其二，…；最后，…: words of two series.
fn of_words(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('其').filter(|at| view.before(*at) == '；') {
        let series = SERIES.iter().find(|it| is_of_other_series(view, at, it));
        if let Some([first, other, right]) = series {
            findings
                .at(
                    at..at + ORDINAL,
                    format!("前面是“{first}”，这里是“{other}”"),
                )
                .hint("用同一套序数")
                .suggest(at..at + ORDINAL, *right);
        }
    }
}

/// Whether the word of the other series stands at `at`, in a sentence that begins the first one and has nothing else
/// for the one that is due.
fn is_of_other_series(view: &TextView<'_>, at: usize, [first, other, right]: &[&str; 3]) -> bool {
    let is_ordinal = |at: usize| view.char(at + ORDINAL) == '，';
    let sentence = view.sentence(at);
    let opens = |it: usize| it == sentence.start || view.before(it) == '：';
    view.is_at(at, other)
        && is_ordinal(at)
        && view
            .each(sentence.start..at, first)
            .any(|it| is_ordinal(it) && opens(it))
        && !view.each(sentence.clone(), right).any(is_ordinal)
}

/// 困难：1，资金不足；2.人员不足: one number of a paragraph has a comma behind it, the next one a point.
fn of_points(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for comma in view.places_of_any(&['，', '、']) {
        let Some(value) = view
            .before(comma)
            .to_digit(10)
            .filter(|it| (1..9).contains(it))
        else {
            continue;
        };
        let start = comma - 1;
        let begins = view.is_any_before(start, "：；。\n") && is_han(view.char(comma + 1));
        let is_point = |value: u32| {
            let next = format!("；{value}.");
            let last = format!("：{value}.");
            view.has_any(&view.passage(comma), &[&next, &last])
        };
        if begins && (is_point(value + 1) || value > 1 && is_point(value - 1)) {
            let text = view.text(start..comma + 1);
            findings
                .at(
                    start..comma + 1,
                    format!("别的项是“1.”这样的序数，这里是“{text}”"),
                )
                .hint("同一列举用同一种序数，阿拉伯数字后面用“.”")
                .suggest(comma..comma + 1, ".");
        }
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, before: &str, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("前面是“{before}”，这里是“{text}”，写法不同"))
        .hint("同一列举用同一种序数");
}

/// The number of the item behind the one at `index`, if it stands inside that one in another form.
pub(super) fn strange_item(
    view: &TextView<'_>,
    list: &Enumeration,
    index: usize,
) -> Option<Range<usize>> {
    let value = list.values[index] + 1;
    if list.values.get(index + 1) == Some(&value) {
        return None;
    }
    let item = list.item(index);
    let starts = view
        .marks_in(item.clone())
        .filter(|at| view.is_any_at(*at, "；。，："))
        .map(|at| at + 1);
    let mut numbers = starts.filter_map(|at| Some((at, other_number(view, at)?)));
    // A list inside the item begins with its own first number.
    let (at, number) = numbers.next()?;
    let is_clause = view.is_any_before(at, "，：");
    (number.value == value && (number.is_said || !is_clause)).then_some(at..number.end)
}

/// A number of an item that is not 一是.
struct ItemNumber {
    value: usize,
    end: usize,
    /// Whether 是 follows, so that it can be no other number.
    is_said: bool,
}

/// （三）是, 第三是, 3.: the number at `at`.
fn other_number(view: &TextView<'_>, at: usize) -> Option<ItemNumber> {
    let (value, end) = match view.char(at) {
        '第' | '其' => (chinese_number(view.char(at + 1))?, at + 2),
        numeral if view.char(at + 1) == '是' => (chinese_number(numeral)?, at + 1),
        _ => heading_number(view, at).map(|it| (it.value, it.end))?,
    };
    let is_said = view.char(end) == '是';
    let is_ordinal = view.is_any_at(at, "第其");
    // 第三产业 counts no items.
    if is_ordinal && !is_said && !view.is_any_at(end, "，、") {
        return None;
    }
    Some(ItemNumber {
        value,
        end: end + usize::from(is_said),
        is_said,
    })
}

/// （一）…, 二是关于…, （三）… at the start of paragraphs.
fn of_headings(view: &TextView<'_>, findings: &mut Findings<'_>) {
    each_heading(view, |last, heading| {
        let Some(last) = last[heading.level - 1] else {
            return;
        };
        if let Some(range) = strange_heading(view, last, heading) {
            report(view, range, view.words(last.start..last.end), findings);
        }
    });
}

/// 二是 at the start of a paragraph between the headings （一） and （三）.
pub(super) fn strange_heading(
    view: &TextView<'_>,
    last: Heading,
    heading: Heading,
) -> Option<Range<usize>> {
    if heading.value != last.value + 2 {
        return None;
    }
    let between = last.end..heading.start;
    let from = view
        .paragraphs()
        .partition_point(|it| it.range.start <= between.start);
    let lines = view.paragraphs()[from..].iter().map(|it| it.range.start);
    let mut lines = lines.take_while(|start| *start < between.end);
    let is_next = |at: &usize| {
        chinese_number(view.char(*at)) == Some(last.value + 1) && view.char(at + 1) == '是'
    };
    // 一是 above begins a list of its own.
    let at = lines.find(is_next)?;
    let is_inside = view.find(between.start..at, "一是").is_some();
    (!is_inside).then_some(at..at + 2)
}
