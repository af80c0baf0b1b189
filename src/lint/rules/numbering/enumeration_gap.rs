//! 一是…三是…: a number is missing or repeated.

use std::ops::Range;

use super::mixed_item_numbers::strange_item;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 一是…三是…: a number is missing or repeated.
pub(crate) const ENUMERATION_GAP: Rule = Rule {
    name: "enumeration-gap",
    title: "“一是”“二是”次序不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("enumeration_gap.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.enumerations() {
        let pairs = list.values.windows(2).enumerate();
        for (index, _) in pairs.filter(|(_, pair)| pair[1] != pair[0] + 1) {
            let (before, marker) = (list.markers[index], list.markers[index + 1]);
            // 一是…；其次是…；三是… counts in other words.
            let is_told_otherwise = view.has_any(&(before..marker), &["其次", "另一", "再一"]);
            // （二）是 between them is for `mixed-item-numbers`.
            if is_told_otherwise || strange_item(view, list, index).is_some() {
                continue;
            }
            match torn(view, before..marker) {
                Some(range) => {
                    let text = view.text(range.clone());
                    findings
                        .at(range, format!("“{text}”与别的项写法不同"))
                        .hint("写成“二是”“三是”，和别的项一样");
                }
                None => report(view, before, marker, findings),
            }
        }
    }
    without_next(view, findings);
    for list in view.numbered() {
        let mut pairs = list.values.windows(2).enumerate();
        if let Some((index, _)) = pairs.find(|(_, pair)| pair[1] != pair[0] + 1) {
            let at = list.markers[index + 1];
            let (before, label) = (list.label(view, index), list.label(view, index + 1));
            findings
                .at(
                    at..at + label.chars().count(),
                    format!("“{before}”后面是“{label}”"),
                )
                .hint(HINT);
        }
    }
    of_paragraphs(view, findings);
    of_circles(view, findings);
    of_points(view, findings);
}

/// 一是…，二，抓好…，三是…: the item that lost its 是.
fn torn(view: &TextView<'_>, between: Range<usize>) -> Option<Range<usize>> {
    let due = chinese_number(view.char(between.start)).map(|it| it + 1);
    let is_item = |at: &usize| {
        view.is_any_before(*at, "，；。")
            && view.is_any_at(at + 1, "，、：")
            && chinese_number(view.char(*at)) == due
    };
    let mut places = between.start + 1..between.end;
    // 一是…；第二推进…；三是…: it has an ordinal for its own.
    let is_ordinal = |at: &usize| {
        view.is_any_before(*at, "；。")
            && view.char(*at) == '第'
            && chinese_number(view.char(at + 1)) == due
            && !view.is_any_at(at + 2, "是，、个批次轮期季阶种类产三中小年")
    };
    let found = places.clone().find(is_item).map(|at| at..at + 2);
    found.or_else(|| places.find(is_ordinal).map(|at| at..at + 2))
}

/// 首先，…；再次，…；最后，…: 再次 is third, and nothing was second.
fn without_next(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const SECOND: [&str; 6] = ["其次", "第二", "另外", "同时", "然后", "接着"];
    for list in view.ordinals() {
        second_twice(view, &list.markers, findings);
        let [first, next, ..] = list.markers.as_slice() else {
            continue;
        };
        // Behind a second 首先 the words count otherwise.
        let before = view.sentence(*first).start..*first;
        let is_skipped = view.is_at(*first, "首先")
            && view.is_at(*next, "再次")
            && view.find(before, "首先").is_none();
        if is_skipped && !view.has_any(&(*first..*next), &SECOND) {
            findings
                .at(*next..next + 2, "“首先”后面是“再次”，没有“其次”")
                .hint("第二项用“其次”");
        }
    }
}

/// 首先，…；其次，…；其次，…: two items of one list are second.
fn second_twice(view: &TextView<'_>, markers: &[usize], findings: &mut Findings<'_>) {
    let pairs = markers.windows(2);
    let mut again = pairs.filter(|pair| pair.iter().all(|at| view.is_at(*at, "其次，")));
    if let Some([_, at]) = again.next() {
        findings
            .at(*at..at + 2, "前面已经有“其次”")
            .hint("改为“再次”或者“最后”");
    }
}

/// 措施如下：1.…；2.…；5.…: the numbers with a point before the items of a paragraph.
fn of_points(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let value = |at: usize| view.before(at).to_digit(10);
    let is_item = |at: &usize| {
        let start = at.checked_sub(1);
        value(*at).is_some()
            && start.is_some_and(|start| view.is_any_before(start, "：；。"))
            && match view.char(at + 1) {
                ' ' => view.char(at + 2).is_ascii_digit() || is_han(view.char(at + 2)),
                next => is_han(next),
            }
    };
    let mut last: Option<usize> = None;
    for at in view.places('.').filter(is_item) {
        let goes_on = |last: &usize| {
            value(at) == value(*last).map(|it| it + 1)
                || value(at) == Some(1)
                || view.find(*last..at, "\n").is_some()
        };
        if let Some(before) = last.filter(|last| !goes_on(last)) {
            let label = |at: usize| view.text(at - 1..at + 1);
            let message = format!("“{}”后面是“{}”", label(before), label(at));
            findings.at(at - 1..at + 1, message).hint(HINT);
        }
        last = Some(at);
    }
}

/// ①…；②…；④…: the numbers in circles at the start of the items of a paragraph.
fn of_circles(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let value = |at: usize| u32::from(view.char(at)).checked_sub(u32::from('①'));
    let is_item = |at: &usize| {
        value(*at).is_some_and(|value| value < 20)
            && view.is_any_before(*at, "。；，：\n")
            && is_han(view.char(at + 1))
    };
    let mut last: Option<usize> = None;
    for at in view.odd_marks().filter(is_item) {
        let goes_on = |last: &usize| {
            value(at) == value(*last).map(|it| it + 1)
                || view.find(*last..at, "\n").is_some()
                || value(at) == Some(0)
        };
        if let Some(before) = last.filter(|last| !goes_on(last)) {
            let message = format!("“{}”后面是“{}”", view.char(before), view.char(at));
            findings.at(at..at + 1, message).hint(HINT);
        }
        last = Some(at);
    }
}

const HINT: &str = "补上缺少的一项，或者改正序数";

/// 一是…, 二是… and 四是…, each in a paragraph of its own.
fn of_paragraphs(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<(usize, usize)> = None;
    for paragraph in view.paragraphs() {
        let at = paragraph.range.start;
        let begins = view.char(at + 1) == '是' && view.char(at + 2) != '一';
        let value = chinese_number(view.char(at)).filter(|_| begins);
        if let Some(((before, last), value)) = last.zip(value)
            && value > 1
            && last + 1 != value
        {
            report(view, before, at, findings);
        }
        let is_whole = |_: &usize| !goes_on(view, at + 2..paragraph.range.end);
        last = value.filter(is_whole).map(|value| (at, value));
    }
}

/// Whether the list goes on inside the paragraph, which has its next item then.
fn goes_on(view: &TextView<'_>, range: Range<usize>) -> bool {
    let mut places = view.places_in('是', range);
    places.any(|is| chinese_number(view.before(is)).is_some_and(|it| it > 1))
}

fn report(view: &TextView<'_>, before: usize, marker: usize, findings: &mut Findings<'_>) {
    let message = format!(
        "“{}”后面是“{}”",
        view.text(before..before + 2),
        view.text(marker..marker + 2)
    );
    findings.at(marker..marker + 2, message).hint(HINT);
}
