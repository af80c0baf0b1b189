//! What is said about a change behind it: 增长x%, 比上年增加y件, 三年翻一番.

use rust_decimal::Decimal;

use super::{Change, DOWN, Direction, UP, before_each};
use crate::lint::arithmetic::{Interval, growth};
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::written::ends;

/// What a sentence says about a change.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// The rate or the difference.
    pub(crate) number: Number,
    direction: Direction,
}

/// What the rest of the sentence says about the change: at most two claims that follow at once.
pub(crate) fn claims(view: &TextView<'_>, change: &Change) -> Vec<Claim> {
    let sentence = view.sentence(change.claims_from);
    let numbers = view.numbers_in(change.claims_from..sentence.end);
    let each = each_of(view, change);
    let mut claims = Vec::new();
    let mut from = change.claims_from;
    // 比2020年增长3倍 names a year on the way.
    let amounts = numbers.iter().filter(|it| !it.is_year(view.chars()));
    for number in amounts.take(2) {
        let lead = view.words(from..number.digits.start);
        let Some(direction) = claim_verb(lead).or_else(|| claim_of_each(lead, each)) else {
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

/// 每人每月 right before the number that something grew to; empty if it is of no each, or of each year,
/// where 每年增加 may tell of every step.
fn each_of<'v>(view: &'v TextView<'_>, change: &Change) -> &'v str {
    let start = change.to.digits.start;
    let each = view.words(before_each(view, start)..start);
    if each.ends_with("年") { "" } else { each }
}

/// 每月增加80元 behind 每人每月580元提高到每人每月650元: the verb of a claim of the same each.
fn claim_of_each(lead: &str, each: &str) -> Option<Direction> {
    let said = lead.trim_start_matches(['，', '、', '（', '；']);
    let parts = [
        "每人每月",
        "每人",
        "每月",
        "每户",
        "每亩",
        "每套",
        "每吨",
        "人均",
    ];
    let mut parts = parts.iter().filter(|part| each.contains(**part));
    parts.find_map(|part| claim_verb(said.strip_prefix(*part)?))
}

/// The verb if `lead` is nothing but a verb that leads a rate or a difference, behind what it is
/// compared with and how long it took.
pub(crate) fn claim_verb(lead: &str) -> Option<Direction> {
    // Most leads end in no verb, which their last character tells.
    if !lead.ends_with(may_claim) {
        return None;
    }
    let lead = lead.trim_start_matches(['，', '、', '（', '；']);
    let lead = without_end(lead, "幅度").trim_end_matches(['了', '达', '为']);
    let lead = without_end(lead, "达到");
    if !lead.ends_with(ends_verb) {
        return None;
    }
    let longest = |verbs: &'static [&str]| {
        let fits = |verb: &&&str| ends(lead.as_bytes(), verb.as_bytes());
        let length = verbs.iter().filter(fits).map(|verb| verb.len()).max()?;
        Some(&lead[..lead.len() - length])
    };
    let up = longest(UP).map(|rest| (rest, Direction::Up));
    let down = longest(DOWN).map(|rest| (rest, Direction::Down));
    let (rest, direction) = up.or(down)?;
    is_circumstance(rest).then_some(direction)
}

/// A text without the words at its end; most texts don't end so.
fn without_end<'t>(text: &'t str, words: &str) -> &'t str {
    match text.ends_with(words) {
        true => text.trim_end_matches(words),
        false => text,
    }
}

/// Whether a verb ends in the character.
fn ends_verb(last: char) -> bool {
    matches!(
        last,
        '出' | '加'
            | '长'
            | '高'
            | '升'
            | '大'
            | '增'
            | '幅'
            | '达'
            | '率'
            | '至'
            | '展'
            | '充'
            | '涨'
            | '壮'
            | '新'
            | '少'
            | '降'
            | '低'
            | '缩'
            | '短'
            | '减'
            | '简'
            | '调'
            | '落'
            | '宽'
            | '小'
    )
}

/// Whether a number may stand right behind the verb of a claim: its last character, 了, 达 or 为.
pub(super) fn may_claim(before: char) -> bool {
    ends_verb(before) || matches!(before, '了' | '为' | '到' | '度')
}

/// Whether nothing but a comparison or a span of time stands before the verb of a claim.
fn is_circumstance(text: &str) -> bool {
    let text = text.strip_suffix(['共', '净']).unwrap_or(text);
    let is_plain = ["", "同比", "累计", "一共", "实现", "整整", "平均"].contains(&text);
    let told = text.strip_suffix("累计").unwrap_or(text);
    is_plain || is_comparison(told) || is_span(told)
}

/// 比上年, 较2020年, 比改造前.
fn is_comparison(text: &str) -> bool {
    const LONGEST: usize = 10;
    let ends = ['年', '末', '初', '底', '前', '时', '期', '月', '度'];
    text.starts_with(['比', '较']) && text.ends_with(ends) && text.chars().count() <= LONGEST
}

/// 三年, 五年间, 近10年来.
fn is_span(text: &str) -> bool {
    let text = text.trim_start_matches('近');
    let span = ["年间", "年来", "年内", "年时间", "年"]
        .iter()
        .find_map(|end| text.strip_suffix(end));
    let is_numeral = |character: char| {
        character.is_ascii_digit() || "一两二三四五六七八九十".contains(character)
    };
    span.is_some_and(|span| (1..=2).contains(&span.chars().count()) && span.chars().all(is_numeral))
}

impl Claim {
    /// The value that the claim's number should have; absent if nothing can be said.
    pub(crate) fn should_be(&self, view: &TextView<'_>, change: &Change) -> Option<Interval> {
        let chars = view.chars();
        let (from, to) = Interval::beside(&change.from, &change.to, chars)?;
        let unit = view.text(self.number.unit.clone());
        let grown = growth(from, to)?;
        let grown = if self.direction == Direction::Down {
            grown.negated()
        } else {
            grown
        };
        let is_difference = unit == view.words(change.to.unit.clone());
        if self.direction == change.direction && is_difference && change.counts_down(view) {
            return Some(to.distance(from));
        }
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
            _ if !of_percentages && is_difference => Some(to.distance(from)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_ends_in_one_of_the_characters_that_are_looked_at_first() {
        for verb in UP.iter().chain(DOWN) {
            assert!(verb.ends_with(|last: char| may_claim(last)), "{verb}");
            assert!(
                ["达", "率"].iter().any(|end| verb.ends_with(end)) || claim_verb(verb).is_some(),
                "{verb}"
            );
        }
    }
}
