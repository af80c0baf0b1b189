//! Changes from one time to another: 2021年4.5万个，2024年6.3万个，增幅为40%.

use rust_decimal::Decimal;

use super::claims::{claim_verb, may_claim};
use super::{Change, Direction, is_pair, verb_at};
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// 2023年受理A件，2024年受理B件，同比增长x%: two years of which one follows the other.
pub(super) fn yearly(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
    // Behind most numbers nothing is compared, which one look tells.
    if !view.is_any_at(to.unit.end + 1, "同比较") {
        return None;
    }
    let compared = view.one_of_at(to.unit.end, &["，同比", "，比上年", "，较上年"])?;
    let direction = verb_at(view, to.unit.end + compared.chars().count())?;
    let sentence = view.sentence(to.digits.start);
    let earlier = view.numbers_in(sentence.start..to.digits.start);
    let is_year = |it: &&Number| it.is_year(view.chars());
    let now = earlier.iter().rfind(is_year)?;
    // Between the year and the number of either there is no other number of the kind.
    let before_now = view.numbers_in(sentence.start..now.digits.start);
    let from = before_now.iter().rfind(|from| is_pair(view, from, to))?;
    let year = view.numbers_in(sentence.start..from.digits.start);
    let year = year.iter().rfind(is_year)?;
    let between = view.numbers_in(now.unit.end..to.digits.start);
    let is_only =
        between.is_empty() && view.numbers_in(year.unit.end..from.digits.start).is_empty();
    let follows = year.decimal(view.chars())? + Decimal::ONE == now.decimal(view.chars())?;
    (is_only && follows).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: to.unit.end,
    })
}

/// 原有24万册；现有39万册，比实施前增加13万册: the only other number of the kind is the one before.
pub(super) fn since(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
    let claim = numbers.get(index + 1)?;
    let is_compared = view.char(to.unit.end) == '，' && view.is_any_at(to.unit.end + 1, "比较");
    if !is_compared || !may_claim(view.before(claim.digits.start)) {
        return None;
    }
    let lead = view.words(to.unit.end..claim.digits.start.min(to.unit.end + 16));
    let direction = claim_verb(lead).filter(|_| lead.contains(['前', '时']))?;
    let sentence = view.sentence(to.digits.start);
    let earlier = view.numbers_in(sentence.start..to.digits.start);
    let mut pairs = earlier.iter().filter(|from| is_pair(view, from, to));
    let from = pairs.next().filter(|_| pairs.next().is_none())?;
    let is_pair_of_claim = is_pair(view, claim, to);
    let change = is_pair_of_claim.then(|| Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: to.unit.end,
    })?;
    // A number far from the difference is compared with something that the text does not tell.
    let (said, should) = (claim.value(view.chars())?, change.difference(view)?);
    ((said - should).abs() * Decimal::from(4) <= should).then_some(change)
}

/// More characters than stand between a time and its number.
const LONGEST_OPENING: usize = 30;

/// More characters than stand between a number and what is said of its change.
const LONGEST_LEAD: usize = 16;

/// 2021年底为4.5万个，2024年底为6.3万个，增幅为40%: two times, a number each, and a claim.
pub(super) fn labelled(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
    let direction = claimed(view, to, &numbers[index + 1..])?;
    let sentence = view.sentence(to.digits.start);
    let earlier = view.numbers_in(sentence.start..to.digits.start);
    let from = earlier.iter().rfind(|from| is_pair(view, from, to))?;
    // 增长2.5%，上年为140亿元；…占66.0%: a growth is compared with no share.
    let is_growth = ["增长", "下降", "提高", "上升", "增加", "降低"];
    if view.one_of_before(from.digits.start, &is_growth).is_some() {
        return None;
    }
    // The time may open the sentence: 去年上半年，市县两级共检查2.4万次.
    let opening = view
        .numbers_in(sentence.start..from.digits.start)
        .iter()
        .rfind(|it| is_pair(view, it, to))
        .map_or(sentence.start, |it| it.unit.end);
    let opening = opening.max(from.digits.start.saturating_sub(LONGEST_OPENING));
    let before = view.words(opening..from.digits.start);
    let after = view.words(from.unit.end..to.digits.start);
    // Of 由2020年的5家、2021年的6家增加到2022年的9家 nobody can say which is meant.
    let is_of_several = opening > sentence.start && before.contains('、');
    if is_of_several {
        return None;
    }
    // 发生面积73万亩，比上年减少13万亩: a difference is no second number.
    if claim_verb(after).is_some()
        || ["比", "较", "高于", "低于"]
            .iter()
            .any(|it| after.contains(it))
    {
        return None;
    }
    let (before, after) = (label_of(before)?, label_of(after)?);
    // 新增400张，使总数由原来的600张增至1000张: the number behind 原来 is the earlier one.
    if after == Label::Before {
        return None;
    }
    let lead = view.words(to.unit.end..to.unit.end + LONGEST_LEAD);
    // 2020年19.7%，2022年21.8%，2024年23.6%，四年共上升3.9个百分点 counts from the first one.
    if opening > sentence.start && lead.contains(['共', '累']) {
        return None;
    }
    let is_of_year = lead.starts_with("，同比") || lead.starts_with("，比上年");
    let are_comparable = before != after && (!is_of_year || before.is_last_year_of(&after));
    // 去年161万吨，上年为140万吨，增长15%, and 2024年414万，2023年为360万: the earlier number may stand behind.
    let is_turned = after.is_last_year_of(&before)
        || after == Label::LastYear && said_last(view, from, to) && before != Label::Before;
    let (from, to) = if is_turned { (to, from) } else { (from, to) };
    (are_comparable || is_turned).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: from.unit.end.max(to.unit.end),
    })
}

/// Whether 上年 or 上年同期 stands between two numbers, so that the second one is the earlier.
fn said_last(view: &TextView<'_>, one: &Number, other: &Number) -> bool {
    let between = view.words(one.unit.end..other.digits.start.min(one.unit.end + LONGEST_LEAD));
    let said = ["，上年", "，去年同期", "，由上年", "，从上年"];
    said.iter().any(|it| between.starts_with(it))
}

/// What is said right behind a number: that it grew or fell to it by so much, or doubled.
fn claimed(view: &TextView<'_>, to: &Number, after: &[Number]) -> Option<Direction> {
    let end = to.unit.end;
    let near = after
        .iter()
        .take_while(|it| it.digits.start < end + LONGEST_LEAD);
    let claim = near.into_iter().find(|it| !it.is_year(view.chars()));
    let claim = claim.filter(|it| may_claim(view.before(it.digits.start)));
    let claim = claim.and_then(|it| claim_verb(view.words(end..it.digits.start)));
    claim.or_else(|| {
        if view.char(end) != '，' {
            return None;
        }
        let doubling = (end + 1..end + LONGEST_LEAD).find(|at| view.char(*at) == '翻')?;
        (doubling < view.clause(end + 1).end).then_some(Direction::Up)
    })
}

/// The time that a number is told of, by the word that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// A year by its number.
    Year(u16),
    /// 去年, 上年.
    LastYear,
    /// 今年, 目前.
    ThisYear,
    /// 改造前, 原来.
    Before,
    /// 改造后.
    After,
}

impl Label {
    fn is_last_year_of(self, other: &Self) -> bool {
        match (self, other) {
            (Self::Year(before), Self::Year(after)) => before + 1 == *after,
            (Self::LastYear, Self::ThisYear) => true,
            _ => false,
        }
    }
}

/// The time that a text names last.
fn label_of(text: &str) -> Option<Label> {
    if ["季度", "月份"].iter().any(|part| text.contains(part)) {
        return None;
    }
    let words: [(&str, Label); 12] = [
        ("去年", Label::LastYear),
        ("上年", Label::LastYear),
        ("今年", Label::ThisYear),
        ("目前", Label::ThisYear),
        ("现在", Label::ThisYear),
        ("造前", Label::Before),
        ("理前", Label::Before),
        ("施前", Label::Before),
        ("原来", Label::Before),
        ("造后", Label::After),
        ("理后", Label::After),
        ("施后", Label::After),
    ];
    let named = words
        .iter()
        .filter_map(|(word, time)| Some((text.rfind(word)?, *time)));
    // 2024年上半年 names its year before another 年.
    let year = text.rmatch_indices('年').find_map(|(at, _)| {
        let digits = text.get(at.checked_sub(4)?..at)?;
        Some((at, Label::Year(digits.parse().ok()?)))
    });
    named
        .chain(year)
        .max_by_key(|(at, _)| *at)
        .map(|(_, time)| time)
}
