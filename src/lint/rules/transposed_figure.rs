//! 茶园面积12.6万亩, then 全县16.2万亩茶园: digits of the same figure that were swapped.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 茶园面积12.6万亩, then 全县16.2万亩茶园: digits of the same figure that were swapped.
pub(crate) const TRANSPOSED_FIGURE: Rule = Rule {
    name: "transposed-figure",
    title: "同一个数前后数字颠倒",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("transposed_figure.md"),
};

/// How far apart a letter tells of the same thing, in characters.
const FARTHEST: usize = 1500;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: FxHashMap<u64, &Number> = FxHashMap::default();
    for number in view.numbers() {
        let Some(key) = key(view, number) else {
            continue;
        };
        let Some(first) = last.insert(key, number) else {
            continue;
        };
        if is_swapped(view, first, number) {
            let message = format!(
                "“{}”和前面的“{}”数字颠倒",
                view.text(number.range()),
                view.text(first.range())
            );
            findings
                .at(number.range(), message)
                .hint("说的是同一件事，就核对哪一个对");
        }
    }
}

/// Numbers with the same digits, decimal places and first character of the unit have the same key.
fn key(view: &TextView<'_>, number: &Number) -> Option<u64> {
    let chars = view.chars();
    let is_measured = number.is_exact_amount()
        && number.digits.len() >= 2
        && !number.is_percent(chars)
        && !view.is_any_at(number.unit.start, "年月日号时分期届次第");
    if !is_measured {
        return None;
    }
    let (mut counts, mut places) = (0_u64, None);
    for at in number.digits.clone() {
        match view.char(at).to_digit(10) {
            // Four bits a digit; a figure has at most fifteen of one.
            Some(digit) => counts += 1 << (4 * digit),
            None => places = Some(number.digits.end - at),
        }
    }
    let unit = view.char(number.multiplier.start) as u64 & 0xffff;
    Some(counts ^ unit << 44 ^ (places.unwrap_or(0) as u64 & 0xf) << 60)
}

/// Whether two numbers of one key tell of the same thing with other digits.
fn is_swapped(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let (one, other) = (view.text(first.range()), view.text(second.range()));
    let is_near = second.digits.start - first.digits.start <= FARTHEST;
    one != other
        && is_near
        && view.text(first.multiplier.start..first.unit.end)
            == view.text(second.multiplier.start..second.unit.end)
        && !view
            .sentence(first.digits.start)
            .contains(&second.digits.start)
        && tells_of_same(view, first, second)
        && !is_other_time(view, first, second)
        && !is_changed(view, second)
        && !is_of_series(view, first, second)
}

/// Whether the same noun stands behind both, or behind the one and before the other.
fn tells_of_same(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let (after_first, after_second) = (noun(view, first), noun(view, second));
    // 这1.63万人 can be none but those that were told of.
    if view.is_any_before(second.digits.start, "这该") && second.digits.len() > 2 {
        return true;
    }
    let is_before = |noun: &Option<[char; 2]>, number: &Number| {
        noun.is_some_and(|noun| has(view, &lead(view, number), noun))
    };
    let in_tail = |noun: &Option<[char; 2]>, number: &Number| {
        noun.is_some_and(|noun| has(view, &(number.unit.end..tail_end(view, number)), noun))
    };
    in_tail(&after_second, first)
        || in_tail(&after_first, second)
        || is_before(&after_second, first)
        || is_before(&after_first, second)
}

/// The two characters behind the unit: 社区 in 98个社区, 茶园 in 16.2万亩茶园.
fn noun(view: &TextView<'_>, number: &Number) -> Option<[char; 2]> {
    let start = number.unit.end + usize::from(view.char(number.unit.end) == '的');
    let noun = [view.char(start), view.char(start + 1)];
    (noun.iter().all(|it| is_han(*it)) && !view.is_any_at(start, "以左以的和与在、已中"))
        .then_some(noun)
}

/// The Han characters right before a number, at most eight.
fn lead(view: &TextView<'_>, number: &Number) -> Range<usize> {
    let end = number.digits.start;
    let floor = end.saturating_sub(8);
    let start = (floor..end)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .last();
    start.unwrap_or(end)..end
}

/// Where the Han characters behind a unit end, at most six.
fn tail_end(view: &TextView<'_>, number: &Number) -> usize {
    let end = number.unit.end;
    let han = (end..end + 6).take_while(|at| is_han(view.char(*at)));
    end + han.count()
}

fn has(view: &TextView<'_>, range: &Range<usize>, noun: [char; 2]) -> bool {
    view.chars()[range.clone()]
        .windows(2)
        .any(|pair| pair == noun)
}

/// Whether the two sentences tell of different years.
fn is_other_time(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let year = |number: &Number| {
        let sentence = view.sentence(number.digits.start);
        let at = view.places_in('年', sentence).next()?;
        let length = if view.before(at).is_ascii_digit() {
            4
        } else {
            1
        };
        Some(view.text(at.saturating_sub(length)..at))
    };
    matches!((year(first), year(second)), (Some(one), Some(other)) if one != other)
}

/// 增加到, 调整为: the second number is a new value.
fn is_changed(view: &TextView<'_>, second: &Number) -> bool {
    const CHANGED: [&str; 8] = [
        "增加", "增至", "提高", "减少", "调整", "扩大", "缩短", "变更",
    ];
    view.has_any(&view.clause(second.digits.start), &CHANGED)
}

/// Whether a third number counts the same noun: then places or groups are told of one by one.
fn is_of_series(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let chars = view.chars();
    let around = first.digits.start.saturating_sub(FARTHEST / 3)..second.digits.end + FARTHEST / 3;
    let nouns = [noun(view, first), noun(view, second)];
    let digits = |number: &Number| view.text(number.digits.clone());
    view.numbers_in(around).iter().any(|third| {
        third.unit(chars) == second.unit(chars)
            && noun(view, third).is_some()
            && nouns.contains(&noun(view, third))
            && digits(third) != digits(first)
            && digits(third) != digits(second)
    })
}
