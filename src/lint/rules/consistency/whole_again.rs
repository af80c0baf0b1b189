//! 现有养老机构18家。全部16家养老机构…: the whole is told again, with another number.

use std::ops::Range;

use super::restated_figure_mismatch::TIMES;
use crate::lint::arithmetic::is_misprint;
use crate::lint::rules::arithmetic::part_of_whole::are_of_one_unit;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};

/// How far back the whole may have been told first, in characters.
const NEAR: usize = 160;

/// The number that was told first of what `again` is told of as a whole, if it is another.
pub(super) fn whole_again<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    let chars = view.chars();
    let is_amount = !again.is_percent(chars) && !view.is_any_at(again.unit.start, TIMES);
    let start = again.digits.start;
    let tells = || match view.before(start) {
        '的' => true,
        '部' => view.ends_at(start, "全部") || is_done(view, again),
        '区' | '市' | '县' | '镇' | '省' | '州' => {
            view.one_of_before(start, &PLACES).is_some() || is_done(view, again)
        }
        _ => is_done(view, again),
    };
    if !is_amount || !tells() {
        return None;
    }
    if let Some(more) = more_than_all(view, again) {
        return Some(more);
    }
    if let Some(first) = whole_of_place(view, again) {
        return Some(first);
    }
    let first = only_told(view, again)?;
    let is_same = is_all(view, first, again)
        || is_what_was_done(view, first, again)
        || is_done(view, again) && is_named_before(view, first, again);
    (is_same && first.value(chars) != again.value(chars)).then_some(first)
}

/// The places that are told of as a whole.
const PLACES: [&str; 6] = ["全区", "全市", "全县", "全镇", "全省", "全州"];

/// 全区共有养老机构38家。…对全区36家养老机构: all of the same place, told twice.
fn whole_of_place<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    const FAR: usize = 300;
    let chars = view.chars();
    let start = again.digits.start;
    let place = view.one_of_before(start, &PLACES)?;
    let before = view.passage(start).start.max(start.saturating_sub(FAR))..start;
    let first = view.numbers_in(before).iter().find(|first| {
        let clause = view.clause(first.digits.start);
        let lead = clause.start..first.digits.start;
        let is_all = view.find(lead.clone(), place).is_some()
            && view.has_any(&lead, &["共有", "现有"])
            && first.unit(chars) == again.unit(chars)
            && first.is_exact_amount();
        is_all && is_named_again(view, &(clause.start..first.digits.start), again)
    })?;
    (first.value(chars) != again.value(chars)).then_some(first)
}

/// 已有34所小学提供服务，覆盖全区全部32所小学: more of them than there are, told in the clause right before.
fn more_than_all<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    const NOUN: usize = 2;
    let chars = view.chars();
    let clause = view.clause(again.digits.start);
    let before = view.clause(clause.start.checked_sub(1)?);
    let is_all = view.ends_at(again.digits.start, "全部") && view.char(clause.start - 1) == '，';
    let noun = view.words(again.unit.end..again.unit.end + NOUN);
    let first = view.numbers_in(before).last()?;
    let same = first.unit(chars) == again.unit(chars) && view.is_at(first.unit.end, noun);
    let is_more = first.is_exact_amount() && first.value(chars) > again.value(chars);
    (is_all && same && is_more && noun.chars().all(is_han)).then_some(first)
}

/// The one number of the same unit that the passage tells before.
fn only_told<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    let chars = view.chars();
    let start = again.digits.start;
    let before = view.passage(start).start.max(start.saturating_sub(NEAR))..start;
    // What is changed between the two makes another whole.
    const CHANGES: [&str; 8] = [
        "关闭", "撤销", "合并", "取缔", "减少", "退出", "剩余", "扩建",
    ];
    if view.has_any(&before, &CHANGES) {
        return None;
    }
    let mut told = view.numbers_in(before).iter().filter(|it| {
        are_of_one_unit(view, it, again) && it.kind == NumberKind::Plain && !it.is_year(chars)
    });
    let first = told.next().filter(|_| told.next().is_none())?;
    let same_scale = first.multiplier.is_empty() == again.multiplier.is_empty();
    (first.is_exact_amount() && same_scale).then_some(first)
}

/// 现有公办养老机构18家…在全部16家公办养老机构: what there is, and all of it.
fn is_all(view: &TextView<'_>, first: &Number, again: &Number) -> bool {
    let Some(all) = again.digits.start.checked_sub(2) else {
        return false;
    };
    // 全市现有18家…全区全部16家 are two wholes.
    let is_all =
        view.ends_at(again.digits.start, "全部") && !view.is_any_before(all, "区县镇乡市村内域州");
    let start = first.digits.start;
    let link = view.one_of_before(start, &["共有", "共", "为"]);
    let end = start - link.map_or(0, |it| it.chars().count());
    let clause = view.clause(start);
    let is_there = view.has_any(&(clause.start..start), &["现有", "共有", "设有"]);
    is_all && is_there && is_named_again(view, &(clause.start..end), again)
}

/// Whether the name at the end of `lead` stands behind the number again.
fn is_named_again(view: &TextView<'_>, lead: &Range<usize>, again: &Number) -> bool {
    const LEAST: usize = 3;
    const MOST: usize = 8;
    (LEAST..=MOST).any(|length| {
        let name = lead.end.saturating_sub(length)..lead.end;
        name.start >= lead.start
            && name.clone().all(|at| is_han(view.char(at)))
            && view.is_at(again.unit.end, view.words(name))
    })
}

/// What is done to things that are counted.
const DONE_TO: [&str; 14] = [
    "新增", "改造", "新建", "建成", "改厕", "整治", "整改", "培训", "安置", "修复", "更换", "拆除",
    "排查", "登记",
];

/// 完成改造4860户。…对新改造的4680户: what was done to the things, and their digits are swapped, or one is another.
fn is_what_was_done(view: &TextView<'_>, first: &Number, again: &Number) -> bool {
    const VERB: usize = 2;
    const LEAST_DIGITS: usize = 3;
    const NOUN: usize = 4;
    let chars = view.chars();
    let Some(of) = again.digits.start.checked_sub(1 + VERB) else {
        return false;
    };
    let is_led = view.before(again.digits.start) == '的' && view.clause(of).start < of;
    let verb = view.words(of..of + VERB);
    // 这次命名的60个 tells of another time.
    let is_other = view
        .one_of_before(of, &["这次", "此次", "本次", "今年", "去年"])
        .is_some();
    let told = view.clause(first.digits.start);
    let has_verb =
        is_led && !is_other && DONE_TO.contains(&verb) && view.find(told.clone(), verb).is_some();
    let digits = |number: &Number| &chars[number.digits.clone()];
    let is_swapped =
        || again.digits.len() > LEAST_DIGITS && has_same_characters(digits(first), digits(again));
    let noun = again.unit.end..again.unit.end + NOUN;
    let is_noun = || {
        noun.clone().all(|at| is_han(view.char(at)))
            && view.find(told, view.words(noun.clone())).is_some()
            && is_slip(view, first, again)
    };
    has_verb && (is_swapped() || is_noun())
}

/// 项目用地68亩已全部完成征收.
fn is_done(view: &TextView<'_>, again: &Number) -> bool {
    const DONE: [&str; 4] = ["已全部", "均已", "全部完成", "已经全部"];
    again.digits.len() > 1 && view.one_of_at(again.unit.end, &DONE).is_some()
}

/// 规划用地面积86亩…项目用地68亩: the same noun before both, and the digits of the one are those of the other.
fn is_named_before(view: &TextView<'_>, first: &Number, again: &Number) -> bool {
    const NOUN: usize = 2;
    let chars = view.chars();
    let digits = |number: &Number| &chars[number.digits.clone()];
    let start = again.digits.start;
    let noun: Range<usize> = start.saturating_sub(NOUN)..start;
    let told = view.clause(first.digits.start).start..first.digits.start;
    noun.clone().all(|at| is_han(view.char(at)))
        && view.find(told, view.words(noun)).is_some()
        && has_same_characters(digits(first), digits(again))
}

fn is_slip(view: &TextView<'_>, first: &Number, again: &Number) -> bool {
    let chars = view.chars();
    let values = again.decimal(chars).zip(first.decimal(chars));
    values.is_some_and(|(again, first)| is_misprint(again, first))
}
