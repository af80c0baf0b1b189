//! 茶园面积12.6万亩, then 全县16.2万亩茶园: one figure told twice, with a slip in its digits.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::told_again::{is_same_thing, is_whole_again};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::arithmetic::part_of_whole::are_of_one_unit;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 茶园面积12.6万亩, then 全县16.2万亩茶园: one figure told twice, with a slip in its digits.
pub(crate) const REPEATED_FIGURE_MISMATCH: Rule = Rule {
    name: "repeated-figure-mismatch",
    title: "同一个数前后不一致",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_figure_mismatch.md"),
};

/// How far apart a letter tells of the same thing, in characters.
const FARTHEST: usize = 1500;

/// How many numbers of one unit are compared with the next.
const MOST: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut known: FxHashMap<(char, usize), Vec<&Number>> = FxHashMap::default();
    for number in view.numbers().iter().filter(|it| is_measured(view, it)) {
        // 1860人 and 1680名学生 count the same.
        let unit = match view.char(number.multiplier.start) {
            '名' | '位' => '人',
            unit => unit,
        };
        let known = known.entry((unit, number.digits.len())).or_default();
        let first = known
            .iter()
            .rev()
            .find(|first| is_slip(view, first, number));
        if let Some(first) = first {
            let (text, first) = (view.text(number.range()), view.text(first.range()));
            findings
                .at(number.range(), format!("这里是“{text}”，前面是“{first}”"))
                .hint("说的是同一件事，就核对哪一个对");
        }
        if known.len() == MOST {
            known.remove(0);
        }
        known.push(number);
    }
}

fn is_measured(view: &TextView<'_>, number: &Number) -> bool {
    number.is_exact_amount()
        && number.digits.len() >= 2
        && !number.is_percent(view.chars())
        && !view.is_any_at(number.unit.start, "年月日号时分期届次第岁")
}

/// Whether two numbers tell of the same thing, and a slip made the one of the other.
fn is_slip(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let is_near = second.digits.start - first.digits.start <= FARTHEST;
    let same = is_near.then(|| sameness(view, first, second)).flatten();
    same.is_some_and(|least| tells_of_same(view, first, second, least))
        && are_of_one_unit(view, first, second)
        && view.words(first.multiplier.clone()) == view.text(second.multiplier.clone())
        && !view
            .sentence(first.digits.start)
            .contains(&second.digits.start)
        && !is_other_time(view, first, second)
        && !is_changed(view, second)
        && !is_told_before(view, second)
        && !is_of_series(view, first, second)
        && !has_share(view, second)
}

/// 共建成13家，其中县级12家。…指导13家: the number was told before, and is the whole.
fn is_told_before(view: &TextView<'_>, second: &Number) -> bool {
    let chars = view.chars();
    let start = second.digits.start;
    let mut before = view.numbers_in(view.passage(start).start..start).iter();
    before.any(|it| it.unit(chars) == second.unit(chars) && it.value(chars) == second.value(chars))
}

/// 将15048亩红树林划入红线，占全市面积的95%: the number is told to be some of another.
fn has_share(view: &TextView<'_>, number: &Number) -> bool {
    let clause = view.clause(number.unit.end);
    view.is_at(clause.end, "，占")
        && view
            .numbers_in(clause.end..clause.end + LONGEST_SHARE)
            .iter()
            .any(|it| it.is_percent(view.chars()))
}

/// More characters than stand between a number and its share.
const LONGEST_SHARE: usize = 16;

/// How long a noun both numbers must share at least to be one figure with a slip: two characters if
/// its digits are swapped, three if one of them differs in a decimal, five in a count.
fn sameness(view: &TextView<'_>, first: &Number, second: &Number) -> Option<usize> {
    const SWAPPED: usize = 2;
    const MISTYPED: usize = 3;
    // 218家社区老年食堂 and 212家社区老年食堂: a long name is hardly that of something else.
    const NAMED: usize = 5;
    let digits = |number: &Number| &view.chars()[number.digits.clone()];
    let (one, other) = (digits(first), digits(second));
    let differ = one.iter().zip(other).filter(|(a, b)| a != b).count();
    let is_exact = || one.contains(&'.') || is_pointed_at(view, second);
    match differ {
        0 => None,
        1 if is_exact() => Some(MISTYPED),
        // 全部21所 is for `restated-figure-mismatch`.
        1 if is_whole_again(view, first, second) => Some(MISTYPED),
        1 => (one.len() > 1 && !view.ends_at(second.digits.start, "全部")).then_some(NAMED),
        _ => has_same_characters(one, other).then_some(SWAPPED),
    }
}

/// 现有26座: the number is of what is there, and not of some of it.
fn is_pointed_at(view: &TextView<'_>, number: &Number) -> bool {
    view.one_of_within(number.digits.start, 4, &["现有", "上述"])
        .is_some()
}

/// Whether a noun of that length stands behind both, or behind the one and before the other.
fn tells_of_same(view: &TextView<'_>, first: &Number, second: &Number, least: usize) -> bool {
    // 这1.63万人 can be none but those that were told of.
    if view.is_any_before(second.digits.start, "这该") && second.digits.len() > 2 {
        return true;
    }
    if is_same_thing(view, first, second) {
        return true;
    }
    let around = |number: &Number| {
        let tail = number.unit.end..tail_end(view, number);
        [lead(view, number), tail]
    };
    let has = |number: &Number, noun: Option<Vec<char>>| {
        let mut places = around(number).into_iter();
        // 25家 and 52家企业 are counts that any two things may have.
        let noun = noun.filter(|noun| number.digits.len() > 2 || !is_general(noun));
        noun.is_some_and(|noun| places.any(|place| has(view, &place, &noun)))
    };
    has(first, noun(view, second, least)) || has(second, noun(view, first, least))
}

/// Whether a noun names things of any kind.
fn is_general(noun: &[char]) -> bool {
    const GENERAL: [&str; 7] = ["企业", "项目", "单位", "群众", "人员", "问题", "机构"];
    GENERAL.iter().any(|it| it.chars().eq(noun.iter().copied()))
}

/// The characters behind the unit: 社区 in 98个社区, 茶园 in 16.2万亩茶园.
fn noun(view: &TextView<'_>, number: &Number, length: usize) -> Option<Vec<char>> {
    let start = number.unit.end + usize::from(view.char(number.unit.end) == '的');
    let noun: Vec<char> = (start..start + length).map(|at| view.char(at)).collect();
    let is_noun = noun.iter().all(|it| is_han(*it)) && !view.is_any_at(start, "以左的和与在、已中");
    is_noun.then_some(noun)
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

fn has(view: &TextView<'_>, range: &Range<usize>, noun: &[char]) -> bool {
    let mut parts = view.chars()[range.clone()].windows(noun.len());
    parts.any(|part| part == noun)
}

/// Whether the two sentences tell of different years.
fn is_other_time(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let year = |number: &Number| {
        let sentence = view.sentence(number.digits.start);
        // 分两年安排 tells no time.
        let tells = |at: &usize| {
            let before = view.before(*at);
            before.is_ascii_digit() || "今去前明本上当次".contains(before)
        };
        let at = view.places_in('年', sentence).find(tells)?;
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
    let nouns = [noun(view, first, 2), noun(view, second, 2)];
    let digits = |number: &Number| view.text(number.digits.clone());
    view.numbers_in(around).iter().any(|third| {
        third.unit(chars) == second.unit(chars)
            && noun(view, third, 2).is_some_and(|it| nouns.contains(&Some(it)))
            && digits(third) != digits(first)
            && digits(third) != digits(second)
    })
}
