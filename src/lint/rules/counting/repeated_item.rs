//! 商业综合体、劳动密集型企业、劳动密集型企业等场所: one item of a list stands twice.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 商业综合体、劳动密集型企业、劳动密集型企业等场所: one item of a list stands twice.
pub(crate) const REPEATED_ITEM: Rule = Rule {
    name: "repeated-item",
    title: "并列的词重复",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_item.md"),
};

/// Shorter items side by side may be a name and what is counted: 中、中、小.
const SHORTEST: usize = 3;

/// How much longer than the one that stands twice another item of the list may be.
const LONGER: usize = 3;

/// How many items of a list the next one is compared with.
const MOST: usize = 16;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut list: Vec<Range<usize>> = Vec::new();
    let mut pauses = view.places('、').peekable();
    while let Some(pause) = pauses.next() {
        let goes_on = list.last().is_some_and(|last| last.end == pause);
        if !goes_on {
            list.clear();
            list.push(words_before(view, pause));
        }
        if let Some(range) = repeated(view, &list, pause + 1) {
            let text = view.words(range.clone());
            findings
                .at(range, format!("“{text}”前面已经列过"))
                .hint("删去一个，或者改成漏掉的那一项");
        }
        if list.len() == MOST {
            list.remove(1);
        }
        let end = pauses.peek().copied().unwrap_or(pause);
        let next = pause + 1..end;
        if is_item(view, &next) {
            list.push(next);
        }
    }
}

/// The Han characters right before a mark: the first item, maybe with what leads it.
fn words_before(view: &TextView<'_>, mark: usize) -> Range<usize> {
    let floor = mark.saturating_sub(LONGEST);
    let start = (floor..mark)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .last();
    start.unwrap_or(mark)..mark
}

/// More characters than an item has.
const LONGEST: usize = 20;

fn is_item(view: &TextView<'_>, range: &Range<usize>) -> bool {
    let is_name = || view.is_any_before(range.end, "局委厅部会办");
    // 隔离、运输以及动物产品生产、经营: what joins words ends one list and begins another.
    let joins = |at: usize| match view.char(at) {
        '的' | '或' | '与' | '及' | '到' | '从' | '并' => true,
        '和' => !is_name(),
        _ => false,
    };
    (2..LONGEST).contains(&range.len())
        && range.clone().all(|at| is_han(view.char(at)) && !joins(at))
}

/// The item that begins at `at`, if the list has it already.
fn repeated(view: &TextView<'_>, list: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    let (first, others) = list.split_first()?;
    let again = others.iter().enumerate().find(|(number, item)| {
        if !stands_at(view, item, at) {
            return false;
        }
        let between = &others[number + 1..];
        // 生产、使用、经营国家禁止生产、使用的: a long item is the end of one list and the start of another.
        let is_one_list = between.iter().all(|it| it.len() <= item.len() + LONGER);
        (!between.is_empty() || item.len() >= SHORTEST) && is_one_list
    });
    let length = match again {
        Some((_, item)) => Some(item.len()),
        None => of_first(view, first, at, others.is_empty()),
    };
    length.map(|length| at..at + length)
}

/// Whether the item stands at `at` and ends there.
fn stands_at(view: &TextView<'_>, item: &Range<usize>, at: usize) -> bool {
    let end = at + item.len();
    // Most items begin otherwise, which is the cheapest to see.
    view.char(at) == view.char(item.start)
        && view.chars().get(at..end) == view.chars().get(item.clone())
        && (view.is_any_at(end, "、，。；等")
            || view.is_any_at(end, "和及") && item.len() > 4
            || is_body(view, end) && view.one_of_at(end, DOINGS).is_some())
}

/// What bodies that a list names do together.
const DOINGS: &[&str] = &[
    "会商", "协商", "研究", "沟通", "共同", "联合", "对接", "会办", "落实", "负责", "分别", "参加",
];

fn is_body(view: &TextView<'_>, end: usize) -> bool {
    view.is_any_before(end, "局委办部厅院府会处司")
}

/// What may stand before the first item of a list.
const LEADS: &str = "与同由有是为对向经将在把如于的展抓好强善进持请造括联及";

/// The length of the item at `at` if the first words of the list end in it.
fn of_first(view: &TextView<'_>, first: &Range<usize>, at: usize, is_next: bool) -> Option<usize> {
    let least = if is_next { SHORTEST } else { 2 };
    (least..=first.len()).find(|length| {
        let start = first.end - length;
        let is_whole = start == first.start && !is_han(view.before(start));
        let is_led = is_whole || *length >= 6 || view.is_any_before(start, LEADS);
        is_led && stands_at(view, &(start..first.end), at)
    })
}
