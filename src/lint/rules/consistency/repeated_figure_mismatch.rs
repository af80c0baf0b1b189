//! 茶园面积12.6万亩, then 全县16.2万亩茶园: one figure told twice, with a slip in its digits.

use std::ops::Range;

use rustc_hash::FxHashMap;

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
    let is_again = is_told_again(view, first, second)
        || is_of_one_noun(view, first, second)
        || is_whole_again(view, first, second);
    if is_again {
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

/// 新增公共停车泊位2180个…全年新增泊位2810个: the noun before both, and the same digits in another order.
fn is_of_one_noun(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const LEAST_DIGITS: usize = 3;
    const NOUN: usize = 2;
    let noun = |number: &Number| {
        let start = number.digits.start;
        view.words(start.saturating_sub(NOUN)..start)
    };
    let digits = |number: &Number| &view.chars()[number.digits.clone()];
    let is_noun = noun(first).chars().all(is_han)
        && !noun(first).ends_with(['达', '为', '约', '到', '有', '共']);
    // 总投资 and 面积 are told of many things.
    const GENERAL: [&str; 7] = ["投资", "资金", "面积", "收入", "产值", "人数", "金额"];
    second.digits.len() >= LEAST_DIGITS
        && is_noun
        && !GENERAL.contains(&noun(first))
        && noun(first) == noun(second)
        && has_same_characters(digits(first), digits(second))
}

/// 共承办建议32件…34件建议已全部办理完毕; 现有景区14家…对全县16家景区: all of what was counted, by the noun before the
/// first number and behind the second one.
fn is_whole_again(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const NOUN: usize = 2;
    const FIRST: [&str; 6] = ["共", "现有", "总数", "合计", "全部", "已有"];
    const ALL: [&str; 5] = ["已全部", "均已", "全部", "全都", "都已"];
    const PLACES: [&str; 8] = [
        "对全县",
        "对全市",
        "对全区",
        "对全省",
        "全县",
        "全市",
        "全区",
        "全省",
    ];
    let (start, end) = (second.digits.start, second.unit.end);
    // Most numbers stand behind something else.
    if !view.is_any_before(start, "，。；\n县市区省") || second.digits.len() != first.digits.len()
    {
        return false;
    }
    let noun = end..end + NOUN;
    let is_noun = noun.clone().all(|at| is_han(view.char(at)));
    let rest = noun.end..view.clause(end).end;
    let is_all = view.one_of_at(noun.end, &ALL).is_some()
        || view.one_of_before(start, &PLACES).is_some()
            && view.has_any(&rest, &["开展", "进行", "实施", "组织"]);
    let clause = view.clause(first.digits.start).start..first.digits.start;
    let is_whole = view.has_any(&clause, &FIRST);
    let is_named = is_noun
        && (view.ends_at(first.digits.start, view.words(noun.clone()))
            || view.is_at(first.unit.end, view.words(noun)));
    let begins = view.is_any_before(start, "，。；\n");
    let adjoins = begins || view.one_of_before(start, &PLACES).is_some();
    is_all && is_whole && is_named && adjoins
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
    // 项目总投资2.7亿元…项目总投资2.4亿元: so long a name is told of one thing, whatever digit differs.
    const LONG_NAME: usize = 4;
    const OPENS: [&str; 14] = [
        "为落实",
        "为保障",
        "由于",
        "因为",
        "目前",
        "现在",
        "将对",
        "拟对",
        "对",
        "该",
        "其",
        "因",
        "按",
        "而",
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
        && (has_same_characters(digits(first), digits(second)) || other.chars().count() > LONG_NAME)
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
