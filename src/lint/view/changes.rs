//! Changes told in prose: 由A增加到B，增长x%; 比上年的A增长x%.

use rust_decimal::Decimal;

use crate::lint::arithmetic::{Interval, growth};
use crate::lint::view::TextView;
use crate::lint::view::leading_period::told;
use crate::lint::view::numbers::{Number, NumberKind};

/// A change from one number to another.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// The number before.
    pub(crate) from: Number,
    /// The number after.
    pub(crate) to: Number,
    /// What the verb says.
    pub(crate) direction: Direction,
    /// Where claims about it may begin.
    claims_from: usize,
}

/// Up or down, as a verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// 增加, 提高.
    Up,
    /// 减少, 降低.
    Down,
}

/// What a sentence says about a change.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// The rate or the difference.
    pub(crate) number: Number,
    direction: Direction,
}

const UP: &[&str] = &[
    "增加",
    "增长",
    "提高",
    "提升",
    "上升",
    "扩大",
    "增",
    "升",
    "增幅",
    "净增",
    "增幅达",
    "增长率",
    "净增加",
    "新增",
    "增至",
    "升至",
    "拓展",
    "扩展",
    "发展",
    "攀升",
    "跃升",
    "上涨",
    "回升",
    "壮大",
];
const DOWN: &[&str] = &[
    "减少", "下降", "降低", "压缩", "缩短", "压减", "降", "降幅", "缩减", "精简", "降至", "减至",
];

/// The changes of a text whose two numbers are exact and of one unit.
pub(crate) fn changes(view: &TextView<'_>) -> Vec<Change> {
    let numbers = view.numbers();
    (1..numbers.len())
        .filter_map(|index| {
            let told = stated(view, numbers, index).or_else(|| compared(view, numbers, index));
            let told = told.or_else(|| yearly(view, numbers, index));
            told.or_else(|| since(view, numbers, index))
        })
        .collect()
}

/// 由A增加到B, each with its period before it or without.
fn stated(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
    let period = told(view, numbers, index);
    let (end, direction) = verb_before(view, period.start, &["到", "至", "为", "到了"])?;
    let earlier = &numbers[..period.earlier];
    let pairs = |from: &&Number| is_pair(view, from, to);
    let from = earlier.iter().rev().take(3).find(pairs)?;
    let begin = begin(view, from)?;
    // Of 由2020年的5家、2021年的6家增加到9家 nobody can say which is meant.
    let between = view.numbers_in(begin..from.digits.start);
    let is_only_one = !between.iter().any(|other| pairs(&other));
    let adjoins = from.unit.end <= end
        && end - from.unit.end <= 12
        && view.sentence(end).start <= from.digits.start;
    (is_only_one && adjoins && !to.is_year(view.chars())).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: to.unit.end,
    })
}

/// Where 由 or 从 stands before a number.
fn begin(view: &TextView<'_>, from: &Number) -> Option<usize> {
    let begins = |at: &usize| {
        "由从".contains(view.char(*at))
            && !view.ends_at(*at + 1, "自由")
            && !view.is_at(*at, "从事")
            && !view.is_at(*at, "由于")
    };
    let lead = view.clause(from.digits.start).start;
    (lead..from.digits.start).rev().take(16).find(begins)
}

/// …B，比上年的A增长x%: the later number is the one before.
fn compared(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let from = &numbers[index];
    if view.before(from.digits.start) != '的' {
        return None;
    }
    let clause = view.clause(from.digits.start);
    let lead = view.text(clause.start..from.digits.start - 1);
    let lead = lead.strip_suffix("同期").unwrap_or(&lead);
    let begins = EARLIER.into_iter().any(|year| {
        let lead = lead.strip_suffix(year);
        lead.is_some_and(|lead| lead.ends_with(['比', '较']))
    });
    let begins_year = lead.starts_with(['比', '较']) && lead.ends_with('年');
    if !begins && !begins_year {
        return None;
    }
    let sentence = view.sentence(clause.start);
    let earlier = numbers[..index].iter().rev().take(4);
    let to = earlier
        .take_while(|n| n.digits.start >= sentence.start)
        .find(|to| is_pair(view, from, to))?;
    let is_doubled = view.char(from.unit.end) == '翻';
    let direction = verb_at(view, from.unit.end).or(is_doubled.then_some(Direction::Up))?;
    Some(Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: from.unit.end,
    })
}

/// 2023年受理A件，2024年受理B件，同比增长x%: two years of which one follows the other.
fn yearly(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
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
fn since(view: &TextView<'_>, numbers: &[Number], index: usize) -> Option<Change> {
    let to = &numbers[index];
    let claim = numbers.get(index + 1)?;
    let lead = view.text(to.unit.end..claim.digits.start.min(to.unit.end + 16));
    let direction = claim_verb(&lead).filter(|_| compared_with(&lead).is_some())?;
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

/// What follows 比实施前, 较改造前 in a lead.
fn compared_with(lead: &str) -> Option<&str> {
    let lead = lead.strip_prefix('，')?.strip_prefix(['比', '较'])?;
    let (when, rest) = lead.split_once(['前', '时'])?;
    (when.chars().count() <= 6).then_some(rest)
}

/// What the number before is told to be of.
const EARLIER: [&str; 11] = [
    "上年",
    "去年",
    "年初",
    "上年末",
    "上年底",
    "去年底",
    "去年末",
    "上月",
    "上季度",
    "前年",
    "上一年",
];

fn is_pair(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    let exact = |n: &Number| !n.is_approximate && n.kind == NumberKind::Plain;
    from.unit(chars) == to.unit(chars)
        && !matches!(from.unit(chars), [] | ['月', ..] | ['日', ..] | ['号', ..])
        && exact(from)
        && exact(to)
        && !from.is_year(chars)
}

/// The verb that ends right before `at`, one of `links` between; where it begins.
fn verb_before(view: &TextView<'_>, at: usize, links: &[&str]) -> Option<(usize, Direction)> {
    let link = links
        .iter()
        .filter(|link| view.ends_at(at, link))
        .map(|link| link.chars().count())
        .max()?;
    let end = at - link;
    let longest = |verbs: &[&str]| {
        verbs
            .iter()
            .filter(|verb| view.ends_at(end, verb))
            .map(|verb| verb.chars().count())
            .max()
    };
    let up = longest(UP).map(|length| (end - length, Direction::Up));
    up.or_else(|| longest(DOWN).map(|length| (end - length, Direction::Down)))
}

fn verb_at(view: &TextView<'_>, at: usize) -> Option<Direction> {
    if view.one_of_at(at, UP).is_some() {
        return Some(Direction::Up);
    }
    view.one_of_at(at, DOWN).map(|_| Direction::Down)
}

/// What the rest of the sentence says about the change: at most two claims that follow at once.
pub(crate) fn claims(view: &TextView<'_>, change: &Change) -> Vec<Claim> {
    let sentence = view.sentence(change.claims_from);
    let numbers = view.numbers_in(change.claims_from..sentence.end);
    let mut claims = Vec::new();
    let mut from = change.claims_from;
    for number in numbers.iter().take(2) {
        let lead = view.text(from..number.digits.start);
        let Some(direction) = claim_verb(&lead) else {
            break;
        };
        if number.is_approximate || number.kind == NumberKind::Code {
            break;
        }
        claims.push(Claim {
            number: number.clone(),
            direction,
        });
        from = number.unit.end;
    }
    claims
}

/// How long a change took, before the verb that tells of it.
const SPANS: [&str; 12] = [
    "一年间",
    "两年间",
    "三年间",
    "四年间",
    "五年间",
    "三年来",
    "两年来",
    "五年来",
    "一年",
    "两年",
    "三年",
    "五年",
];

/// The verb if `lead` is nothing but a verb that leads a rate or a difference.
fn claim_verb(lead: &str) -> Option<Direction> {
    let lead = compared_with(lead).unwrap_or(lead);
    let lead = lead.trim_start_matches(['，', '、', '（', '；']);
    let lead = SPANS
        .iter()
        .find_map(|span| lead.strip_prefix(span))
        .unwrap_or(lead);
    let lead = lead
        .strip_prefix("同比")
        .or_else(|| lead.strip_prefix("累计"))
        .or_else(|| lead.strip_prefix("比上年"))
        .or_else(|| lead.strip_prefix("较上年"))
        .unwrap_or(lead);
    let lead = lead
        .trim_end_matches(['了', '达', '为'])
        .trim_end_matches("达到");
    let plain = |verbs: &[&str]| verbs.contains(&lead);
    if plain(UP) {
        return Some(Direction::Up);
    }
    plain(DOWN).then_some(Direction::Down)
}

impl Change {
    /// The exact difference, above zero.
    pub(crate) fn difference(&self, view: &TextView<'_>) -> Option<Decimal> {
        let to = self.to.value(view.chars())?;
        Some(to.checked_sub(self.from.value(view.chars())?)?.abs())
    }
}

impl Claim {
    /// The value that the claim's number should have; absent if nothing can be said.
    pub(crate) fn should_be(&self, view: &TextView<'_>, change: &Change) -> Option<Interval> {
        let chars = view.chars();
        let from = Interval::of(&change.from, chars)?;
        let to = Interval::of(&change.to, chars)?;
        let unit = view.text(self.number.unit.clone());
        let grown = growth(from, to)?;
        let grown = if self.direction == Direction::Down {
            grown.negated()
        } else {
            grown
        };
        // A change in the other direction is another rule's matter.
        if grown.high < Decimal::ZERO || self.direction != change.direction {
            return None;
        }
        let of_percentages = change.from.is_percent(chars);
        let says_points = of_percentages && self.number.value(chars) == change.difference(view);
        match unit.as_str() {
            "%" if !says_points => Some(grown),
            "倍" if !of_percentages => Some(grown.hundredth()),
            "个百分点" if of_percentages => Some(to.distance(from)),
            _ if !of_percentages && unit == view.text(change.to.unit.clone()) => {
                Some(to.distance(from))
            }
            _ => None,
        }
    }
}
