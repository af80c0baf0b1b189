//! 茶园面积12.6万亩, then 全县16.2万亩茶园: one figure told twice, with a slip in its digits.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
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
        let unit = view.char(number.multiplier.start);
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
        && !view.is_any_at(number.unit.start, "年月日号时分期届次第")
}

/// Whether two numbers tell of the same thing, and a slip made the one of the other.
fn is_slip(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let is_near = second.digits.start - first.digits.start <= FARTHEST && !has_share(view, second);
    let same = is_near.then(|| sameness(view, first, second)).flatten();
    same.is_some_and(|least| tells_of_same(view, first, second, least))
        && view.words(first.multiplier.start..first.unit.end)
            == view.text(second.multiplier.start..second.unit.end)
        && !view
            .sentence(first.digits.start)
            .contains(&second.digits.start)
        && !is_other_time(view, first, second)
        && !is_changed(view, second)
        && !is_of_series(view, first, second)
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
/// its digits are swapped, three if one of them differs.
fn sameness(view: &TextView<'_>, first: &Number, second: &Number) -> Option<usize> {
    const SWAPPED: usize = 2;
    const MISTYPED: usize = 3;
    let digits = |number: &Number| &view.chars()[number.digits.clone()];
    let (one, other) = (digits(first), digits(second));
    let differ = one.iter().zip(other).filter(|(a, b)| a != b).count();
    let is_exact = || one.contains(&'.') || is_pointed_at(view, second);
    match differ {
        0 => None,
        1 => is_exact().then_some(MISTYPED),
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
    if is_told_again(view, first, second) {
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

/// 保护一级古树84株。…一级古树48株均已挂牌, 全长1.26公里。…1.62公里的路程: what is told of again, as a whole.
fn is_told_again(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const LEAST: usize = 3;
    const LENGTHS: [&str; 5] = ["的路程", "的里程", "的距离", "的车程", "的全程"];
    const LONG: [&str; 5] = ["全长", "总长", "长度", "里程", "长"];
    let end = second.unit.end;
    if view.one_of_at(end, &LENGTHS).is_some() {
        let start = first.digits.start;
        let link = view.one_of_before(start, &["为", "达", "约"]);
        let start = start - link.map_or(0, |it| it.chars().count());
        return view.one_of_before(start, &LONG).is_some();
    }
    if is_named_again(view, first, second) || is_length_again(view, first, second) {
        return true;
    }
    let is_whole = view.is_any_at(end, "均都全皆") || view.is_at(end, "已全部");
    let name = view.clause(second.digits.start).start..second.digits.start;
    let is_name =
        (LEAST..=10).contains(&name.len()) && name.clone().all(|at| is_han(view.char(at)));
    is_whole && is_name && view.ends_at(first.digits.start, view.words(name))
}

/// 该路段长4.5公里。…全长5.4公里的路基工程: the length of the whole, with its digits swapped.
fn is_length_again(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const WHOLE: [&str; 4] = ["全长", "总长", "线路长", "总里程"];
    const LONG: [&str; 6] = ["全长", "总长", "长度", "里程", "长", "长约"];
    let digits = |number: &Number| &view.chars()[number.digits.clone()];
    view.is_at(second.unit.start, "公里")
        && view.one_of_before(second.digits.start, &WHOLE).is_some()
        && view.one_of_before(first.digits.start, &LONG).is_some()
        && has_same_characters(digits(first), digits(second))
}

/// 项目总投资2.68亿元。…总投资2.86亿元中: the clause names nothing but what the first number was told of.
fn is_named_again(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const LEAST_DIGITS: usize = 3;
    const OPENS: [&str; 12] = [
        "由于", "因为", "目前", "现在", "将对", "拟对", "对", "该", "其", "因", "按", "而",
    ];
    let name_of = |number: &Number| {
        let start = number.digits.start;
        let link = view.one_of_before(start, &["约为", "为", "达", "约"]);
        let end = start - link.map_or(0, |it| it.chars().count());
        view.words(view.clause(start).start..end.max(view.clause(start).start))
    };
    let (one, other) = (name_of(first), name_of(second));
    let other = other
        .trim_start_matches(|it: char| it.is_ascii_digit())
        .trim_start_matches('年');
    let other = OPENS
        .iter()
        .find_map(|opens| other.strip_prefix(opens))
        .unwrap_or(other);
    // 就要交5.2千瓦时…就要交2.2千瓦时: what merely differs in a digit may be of another thing.
    let digits = |number: &Number| &view.chars()[number.digits.clone()];
    second.digits.len() >= LEAST_DIGITS
        && has_same_characters(digits(first), digits(second))
        && other.chars().count() >= 2
        && other.chars().all(is_han)
        && one.ends_with(other)
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
