//! 第一，……第二，……第四，……: an ordinal is missing or repeated.

use std::ops::Range;

use super::inline_numbers::inline_numbers;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 第一，……第二，……第四，……: an ordinal is missing or repeated.
pub(crate) const ORDINAL_GAP: Rule = Rule {
    name: "ordinal-gap",
    title: "“第一”“第二”次序不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("ordinal_gap.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    inline_numbers(view, findings);
    let starts = view.places_of_any(&['第', '其']).into_iter();
    let ordinals: Vec<Ordinal> = starts.filter_map(|at| ordinal(view, at + 2)).collect();
    for (place, pair) in ordinals.windows(2).enumerate() {
        let [before, ordinal] = [pair[0], pair[1]];
        // 第一，…其一，…其二，…第二，…: a list inside an item has the other word.
        let mark = view.char(ordinal.start);
        let of_kind = ordinals[..=place].iter().rev();
        let of_kind = of_kind.filter(|it| view.char(it.start) == mark).take(1);
        let is_next = ordinal.value == 1
            || of_kind
                .chain([&before])
                .any(|it| it.value + 1 == ordinal.value);
        if !is_next && goes_on(view, before.start, ordinal.start) {
            let text = |it: Ordinal| view.text(it.start..it.end);
            findings
                .at(
                    ordinal.start..ordinal.end,
                    format!("“{}”后面是“{}”", text(before), text(ordinal)),
                )
                .hint("补上缺少的一项，或者改正序数");
        }
    }
    for paragraph in view.paragraphs_with("首先") {
        first_again(view, paragraph.range.clone(), findings);
        first_then_third(view, paragraph.range.clone(), findings);
        second_again(view, paragraph.range.clone(), findings);
    }
    for paragraph in view.paragraphs_with("“") {
        of_suggestions(view, paragraph.range.clone(), findings);
    }
}

/// Whether the next item belongs to the list: it stands in the same paragraph, or begins the next one.
fn goes_on(view: &TextView<'_>, before: usize, next: usize) -> bool {
    let start = |at: usize| view.paragraph(at).map_or(0, |it| it.range.start);
    let own = start(next);
    own <= before || own == next && start(own.saturating_sub(1)) <= before
}

/// 对于第一条“…”，…；对于第二条“…”，…；对于第四条“…”: suggestions that are answered one by one.
fn of_suggestions(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let quotes = view.places_in('“', range);
    let mut last: Option<usize> = None;
    for (ordinal, value) in quotes.filter_map(|quote| quoted(view, quote)) {
        if let Some(before) = last.filter(|before| before + 1 != value) {
            let text = view.words(ordinal.clone());
            findings
                .at(ordinal, format!("“{text}”前面是第{before}条"))
                .hint("补上缺少的一条，或者改正序数");
        }
        // Only a list that begins with the first one is counted on.
        last = (value == 1 || last.is_some()).then_some(value);
    }
}

/// 对于第四条 right before a quotation mark; an article of a law stands behind 》.
fn quoted(view: &TextView<'_>, quote: usize) -> Option<(Range<usize>, usize)> {
    let start = quote.checked_sub(3).filter(|at| view.char(*at) == '第')?;
    let is_led =
        view.is_any_before(start, "于对的，；。\n") && view.is_any_at(quote - 1, "条点项个");
    let value = chinese_number(view.char(start + 1)).filter(|_| is_led)?;
    Some((start..quote, value))
}

/// 首先，……其次，……首先，……: what is first stands once.
fn first_again(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let begins = |mark: usize, word: &str| {
        let start = mark.checked_sub(2).filter(|_| view.ends_at(mark, word))?;
        view.is_any_before(start, "，。；：\n").then_some(start)
    };
    let commas = || {
        view.marks_in(range.clone())
            .filter(|at| view.char(*at) == '，')
    };
    let has = |mark: &usize, word: &str| begins(*mark, word).is_some();
    let Some(first) = commas().find(|mark| has(mark, "首先")) else {
        return;
    };
    let next = commas().find(|mark| has(mark, "其次"));
    // 首先，…；首先，…；再次，…: the second one stands for 其次.
    let goes_on = || commas().any(|mark| has(&mark, "再次") || has(&mark, "最后"));
    let Some(next) = next.or_else(|| goes_on().then_some(first)) else {
        return;
    };
    let again = commas()
        .skip_while(|mark| *mark <= next)
        .find_map(|mark| begins(mark, "首先"));
    if let Some(start) = again {
        findings
            .at(start..start + 2, "前面已经有“首先”")
            .hint("改正次序：首先、其次、再次、最后");
    }
}

/// 首先，……其次，……其次，……: what is second stands once.
fn second_again(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let mut seconds = view.marks_in(range).filter(|mark| {
        let is_second = view.char(*mark) == '，' && view.ends_at(*mark, "其次");
        is_second && view.is_any_before(mark - 2, "。；：")
    });
    if let Some(again) = seconds.nth(1) {
        findings
            .warn(again - 2..again, "前面已经有“其次”")
            .hint("改正次序：首先、其次、再次、最后");
    }
}

/// 首先，……第三，……: nothing is second.
fn first_then_third(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    // What may stand for the second item in words.
    const SECOND: [&str; 10] = [
        "其次", "其二", "再次", "再者", "然后", "接着", "二是", "第二", "最后", "另外",
    ];
    let first = view.marks_in(range.clone()).find(|mark| {
        let is_first = view.char(*mark) == '，' && view.ends_at(*mark, "首先");
        is_first && view.is_any_before(mark - 2, "，。；：\n")
    });
    let Some(first) = first else {
        return;
    };
    let next = view.marks_in(first + 1..range.end);
    let next = next.filter_map(|mark| ordinal(view, mark)).next();
    let third = next.filter(|it| it.value >= 3 && view.char(it.start) == '第');
    if let Some(third) = third.filter(|it| !view.has_any(&(first..it.start), &SECOND)) {
        let text = view.text(third.start..third.end);
        findings
            .at(third.start..third.end, format!("“首先”后面是“{text}”"))
            .hint("补上缺少的一项，或者改正序数");
    }
}

/// An ordinal that begins an item.
#[derive(Clone, Copy)]
struct Ordinal {
    value: usize,
    start: usize,
    end: usize,
}

/// 第一， at the start of a sentence.
fn ordinal(view: &TextView<'_>, mark: usize) -> Option<Ordinal> {
    let start = mark
        .checked_sub(2)
        .filter(|start| matches!(view.char(*start), '第' | '其'))?;
    let is_item = view.is_any_at(mark, "，、") && view.is_any_before(start, "。；：\n");
    let value = chinese_number(view.char(start + 1)).filter(|_| is_item)?;
    Some(Ordinal {
        value,
        start,
        end: mark,
    })
}
