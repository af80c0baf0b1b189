//! Changes told in prose: 由A增加到B，增长x%; 比上年的A增长x%.

mod claims;
mod over_time;

use rust_decimal::Decimal;

use crate::lint::view::TextView;
use crate::lint::view::in_order::InOrder;
use crate::lint::view::leading_period::told;
use crate::lint::view::numbers::{Number, NumberKind};

pub(crate) use claims::{Claim, claim_verb, claims};
use over_time::{labelled, since, yearly};

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
    pub(crate) claims_from: usize,
}

/// Up or down, as a verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// 增加, 提高.
    Up,
    /// 减少, 降低.
    Down,
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
    "扩充",
    "发展",
    "攀升",
    "跃升",
    "上涨",
    "回升",
    "壮大",
    "上调",
    "调增",
    "高出",
    "拓宽",
    "加宽",
    "延长",
    "调高",
];
const DOWN: &[&str] = &[
    "减少",
    "下降",
    "降低",
    "压缩",
    "缩短",
    "压减",
    "降",
    "降幅",
    "缩减",
    "精简",
    "降至",
    "减至",
    "下调",
    "调减",
    "回落",
    "缩小",
    "减",
    "节电率",
    "节水率",
    "节能率",
    "压减率",
    "下降率",
    "降低率",
    "减排率",
    "压缩率",
    "调低",
];

/// The changes of a text whose two numbers are exact and of one unit.
pub(crate) fn changes(view: &TextView<'_>) -> Vec<Change> {
    let numbers = view.numbers();
    let mut begins = InOrder::default();
    begins.extend(view.places_of_any(&['由', '从']));
    (1..numbers.len())
        .filter_map(|index| {
            let told =
                stated(view, numbers, index, &begins).or_else(|| compared(view, numbers, index));
            let told = told.or_else(|| yearly(view, numbers, index));
            let told = told.or_else(|| since(view, numbers, index));
            told.or_else(|| labelled(view, numbers, index))
        })
        .collect()
}

/// More characters than stand between 由 and the number that something grew to.
const FARTHEST_BEGIN: usize = 100;

/// 由A增加到B, each with its period before it or without.
fn stated(
    view: &TextView<'_>,
    numbers: &[Number],
    index: usize,
    begins: &InOrder,
) -> Option<Change> {
    let to = &numbers[index];
    // Most numbers have no 由 or 从 before them, which costs less to see than what else is wanted.
    let start = to.digits.start;
    let is_begun = !begins
        .within(&(start.saturating_sub(FARTHEST_BEGIN)..start))
        .is_empty();
    if !is_begun {
        return None;
    }
    let period = told(view, numbers, index);
    let start = before_each(view, period.start);
    let links = ["到", "至", "为", "到了"];
    let verb = verb_before(view, start, &links);
    let end = verb.map_or_else(|| adjusted_before(view, start), |(end, _)| Some(end))?;
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
    let direction = verb.map_or_else(|| direction(view, from, to), |(_, direction)| direction);
    (is_only_one && adjoins && !to.is_year(view.chars())).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        direction,
        claims_from: to.unit.end,
    })
}

/// Where 调整 begins before 为 or 至 that ends at `at`: a change whose numbers alone tell its direction.
fn adjusted_before(view: &TextView<'_>, at: usize) -> Option<usize> {
    let verb = view.one_of_before(at, &["调整为", "调整至", "调整到"])?;
    Some(at - verb.chars().count())
}

fn direction(view: &TextView<'_>, from: &Number, to: &Number) -> Direction {
    match from.value(view.chars()) <= to.value(view.chars()) {
        true => Direction::Up,
        false => Direction::Down,
    }
}

/// What the number after a change may be said to be of, before it.
const OF_EACH: &[&str] = &[
    "每人每年",
    "每人每月",
    "每户每年",
    "每亩每年",
    "每年",
    "每月",
    "每亩",
    "每户",
    "每人",
    "每套",
    "每平方米",
    "每吨",
    "每辆",
    "每件",
    "每例",
    "人均",
    "目前的",
    "现在的",
    "今年的",
    "上年的",
    "去年的",
    "原来的",
    "年初的",
    "埋深",
    "第",
];

/// What is less the higher it is: the depth of ground water, a rank, how fine a grid is.
const COUNTED_DOWN: [&str; 5] = ["埋深", "排名", "位次", "名次", "分辨率"];

/// Where 每人每年 and the like begin before `at`; `at` itself if there is none.
pub(crate) fn before_each(view: &TextView<'_>, at: usize) -> usize {
    let each = view.one_of_before(at, OF_EACH);
    at - each.map_or(0, |each| each.chars().count())
}

/// Where 由 or 从 stands before a number.
fn begin(view: &TextView<'_>, from: &Number) -> Option<usize> {
    let begins = |at: &usize| {
        view.is_any_at(*at, "由从")
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
    let lead = view.words(clause.start..from.digits.start - 1);
    let lead = lead.strip_suffix("同期").unwrap_or(lead);
    let begins = EARLIER.into_iter().any(|year| {
        let lead = lead.strip_suffix(year);
        lead.is_some_and(|lead| lead.ends_with(['比', '较']))
    }) || names_last(lead);
    let ends_year = ["年", "年底", "年末"].iter().any(|it| lead.ends_with(it));
    let begins_year = lead.starts_with(['比', '较']) && ends_year;
    if !begins && !begins_year {
        return None;
    }
    let sentence = view.sentence(clause.start);
    let earlier = numbers[..index].iter().rev().take(4);
    let to = earlier
        .take_while(|n| n.digits.start >= sentence.start)
        .filter(|to| !view.in_parentheses(to.digits.start) || view.in_parentheses(clause.start))
        .filter(|to| !is_aside(view, to))
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

/// 1.08亿人次，日均29.6万人次，比…; 比2022年的120万人次增长1.72倍，比2019年的…: a mean, a
/// number compared with or a difference, which is told beside the number that is meant.
fn is_aside(view: &TextView<'_>, number: &Number) -> bool {
    let start = number.digits.start;
    let is_compared =
        view.before(start) == '的' && view.is_any_at(view.clause(start).start, "比较");
    let means = [
        "日均",
        "月均",
        "年均",
        "人均",
        "户均",
        "平均每天",
        "平均每月",
    ];
    let differences = [
        "增加", "减少", "净增", "净减", "增长", "下降", "上升", "降低", "提高", "多", "少",
    ];
    is_compared
        || view.one_of_before(start, &means).is_some()
        || view.one_of_before(start, &differences).is_some()
}

/// 比上一个冬季, 较上一届: the period before, by the word for it.
fn names_last(lead: &str) -> bool {
    const LONGEST: usize = 5;
    let rest = ["比上一", "较上一", "比上届", "较上届", "比上个", "较上个"]
        .iter()
        .find_map(|word| lead.strip_prefix(word));
    rest.is_some_and(|rest| rest.chars().count() <= LONGEST && !rest.contains('的'))
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
        // 2分30秒 is one amount.
        && !(view.is_any_before(from.digits.start, "分时") && from.unit(chars) == ['秒'])
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

impl Change {
    /// Where the later of its two numbers begins, which is the order of the changes of a text.
    pub(super) fn place(&self) -> usize {
        self.to.digits.start.max(self.from.digits.start)
    }

    /// Whether a smaller number is the higher one: 水位埋深由18.6米回升至16.1米, 由第9位上升到第5位.
    pub(crate) fn counts_down(&self, view: &TextView<'_>) -> bool {
        let is_rank = view.before(self.to.digits.start) == '第';
        is_rank || view.has_any(&view.sentence(self.claims_from), &COUNTED_DOWN)
    }

    /// The exact difference, above zero.
    pub(crate) fn difference(&self, view: &TextView<'_>) -> Option<Decimal> {
        let to = self.to.value(view.chars())?;
        Some(to.checked_sub(self.from.value(view.chars())?)?.abs())
    }
}
