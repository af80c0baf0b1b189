//! 全县16家景区 behind 现有景区14家, 1.62公里的路程 behind 全长1.26公里: what tells that a number is that of a thing
//! which was counted or measured before.

use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// Whether the second number is told of the thing that the first one is told of, by what stands beside them.
pub(super) fn is_same_thing(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    is_told_again(view, first, second)
        || is_of_one_noun(view, first, second)
        || is_whole_again(view, first, second)
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
pub(super) fn is_whole_again(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
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
