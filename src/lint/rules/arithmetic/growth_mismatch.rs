//! 由A增加到B，增长x%: recomputed.

use rust_decimal::Decimal;

use super::change_result::change_result;
use super::growth_and_difference::growth_and_difference;
use super::growth_of_difference::growth_of_difference;
use super::growth_of_each::growth_of_each;
use super::printed_change::{
    is_at_the_edge, is_of_wrong_base, is_off_as_printed, is_off_by_a_digit, is_whole_multiple,
};
use super::rank_moved::rank_moved;
use super::yearly_rate::yearly_rate;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{Interval, Verdict, plain, share, verdict};
use crate::lint::findings::Findings;
use crate::lint::rules::dates::time_change::time_change;
use crate::lint::view::TextView;
use crate::lint::view::changes::{Change, Claim, Direction, claim_verb, claims};
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 由A增加到B，增长x%: recomputed.
pub(crate) const GROWTH_MISMATCH: Rule = Rule {
    name: "growth-mismatch",
    title: "增幅与前后两个数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("growth_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for change in view.changes() {
        yearly_rate(view, change, findings);
        for claim in claims(view, change) {
            report(view, change, &claim, findings);
        }
    }
    growth_of_each(view, findings);
    time_change(view, findings);
    change_result(view, findings);
    for triple in view.numbers().windows(3) {
        if triple[2].is_percent(view.chars()) {
            by_difference(view, triple, findings);
            growth_of_difference(view, triple, findings);
        }
        if triple[1].is_percent(view.chars()) {
            growth_and_difference(view, triple, findings);
        }
        beside_bracket(view, triple, findings);
    }
    rank_moved(view, findings);
    for pair in view.numbers().windows(2) {
        multiple(view, &pair[0], &pair[1], findings);
        rate_of_multiple(view, &pair[0], &pair[1], findings);
    }
}

/// 36万人次，是上年同期15万人次的1.4倍: the multiple recomputed.
fn multiple(view: &TextView<'_>, from: &Number, said: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let is_multiple = said.unit(chars) == ['倍']
        && said.is_exact_amount()
        && view.words(from.unit.end..said.digits.start) == "的";
    if !is_multiple || !from.is_exact_amount() || from.is_year(chars) {
        return;
    }
    let clause = view.clause(from.digits.start);
    let sentence = view.sentence(from.digits.start);
    let is_equation = view.is_any_at(clause.start, "是为") || view.is_at(clause.start, "相当于");
    let earlier = view.numbers_in(sentence.start..clause.start);
    let mut alike = earlier
        .iter()
        .filter(|it| it.is_exact_amount() && it.unit(chars) == from.unit(chars));
    let to = alike
        .next()
        .filter(|_| alike.next().is_none() && is_equation);
    let intervals = to.and_then(|to| Interval::beside(to, from, chars));
    let should = intervals.and_then(|(to, from)| share(to, from));
    let Some(should) = should.map(Interval::hundredth) else {
        return;
    };
    if verdict(said, chars, should) == Some(Verdict::Wrong) {
        let text = view.words(said.range());
        findings
            .at(said.range(), format!("“{text}”与前后两个数不符"))
            .hint(format!("按这两个数计算是{}倍", plain(should.middle(), 2)));
    }
}

/// 是去年同期的2.5倍，同比增长250%: what is 2.5 times as much has grown by 150%.
fn rate_of_multiple(
    view: &TextView<'_>,
    multiple: &Number,
    said: &Number,
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let are_exact = multiple.is_exact_amount() && said.is_exact_amount();
    let is_pair = multiple.unit(chars) == ['倍'] && said.is_percent(chars) && are_exact;
    if !is_pair || view.before(multiple.digits.start) != '的' {
        return;
    }
    let between = view.words(multiple.unit.end..said.digits.start);
    let hundredfold = multiple.decimal(chars).map(|it| it * Decimal::ONE_HUNDRED);
    let Some(whole) = hundredfold.filter(|it| Some(*it) == said.decimal(chars)) else {
        return;
    };
    if claim_verb(between) == Some(Direction::Up) {
        let right = plain(whole - Decimal::ONE_HUNDRED, 2);
        findings
            .at(said.range(), "增长的是增加的部分，不含原来的一倍")
            .hint(format!("应是增长{right}%"));
    }
}

fn report(view: &TextView<'_>, change: &Change, claim: &Claim, findings: &mut Findings<'_>) {
    let Some(should) = claim.should_be(view, change) else {
        return;
    };
    let number = &claim.number;
    let Some(verdict) = verdict(number, view.chars(), should) else {
        return;
    };
    let text = view.words(number.range());
    let unit = view.words(number.unit.clone());
    let right = right_text(view, number, should);
    let ends = (view.text(change.from.range()), view.text(change.to.range()));
    let message = format!("“{text}”与“{}”到“{}”不符", ends.0, ends.1);
    let hint = format!("按这两个数计算是{right}{unit}");
    // Only a rate is ever cut off instead of rounded.
    let verdict = if verdict == Verdict::Close && unit != "%" {
        Verdict::Wrong
    } else {
        verdict
    };
    match verdict {
        Verdict::Right
            if is_off_as_printed(view, change, claim, true)
                || is_of_wrong_base(view, change, number)
                || is_whole_multiple(view, change, number)
                || is_off_by_a_digit(view, change, number)
                || is_at_the_edge(view, change, number, should) =>
        {
            findings.warn(number.range(), message).hint(hint);
        }
        Verdict::Right if is_off_as_printed(view, change, claim, false) => {
            findings.hint(number.range(), message).hint(hint);
        }
        Verdict::Right => {}
        Verdict::Close => {
            findings.hint(number.range(), message).hint(hint);
        }
        Verdict::Wrong => {
            findings.at(number.range(), message).hint(hint);
        }
    }
}

/// 存栏42.6万头，比上年末增加3.4万头，增长9.7%: the difference tells what there was before.
fn by_difference(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [now, difference, rate] = triple else {
        return;
    };
    let chars = view.chars();
    let is_pair = now.is_exact_amount()
        && difference.is_exact_amount()
        && now.unit(chars) == difference.unit(chars);
    if !is_pair || !rate.is_percent(chars) || !rate.is_exact_amount() {
        return;
    }
    let lead = view.words(now.unit.end..difference.digits.start.min(now.unit.end + 12));
    let claim = view.words(difference.unit.end..rate.digits.start.min(difference.unit.end + 8));
    let is_compared =
        lead.starts_with("，比") || lead.starts_with("，较") || lead.starts_with("，同比");
    let Some(direction) =
        claim_verb(lead).filter(|it| is_compared && claim_verb(claim) == Some(*it))
    else {
        return;
    };
    let intervals = Interval::beside(now, difference, chars);
    let should = intervals.and_then(|(now, difference)| rate_of(now, difference, direction));
    let Some(should) = should else {
        return;
    };
    if verdict(rate, chars, should) == Some(Verdict::Wrong) {
        let (text, now) = (view.text(rate.range()), view.text(now.range()));
        let difference = view.words(difference.range());
        findings
            .at(rate.range(), format!("“{text}”与“{now}”“{difference}”不符"))
            .hint(format!("按这两个数计算是{}%", plain(should.middle(), 1)));
    }
}

/// 412所，比上年（386所）增加36所: what it was before stands in brackets.
fn beside_bracket(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [now, before, difference] = triple else {
        return;
    };
    // Few numbers stand in brackets of their own.
    if view.char(before.unit.end) != '）' {
        return;
    }
    let chars = view.chars();
    let are_alike = [before, difference]
        .iter()
        .all(|it| it.unit(chars) == now.unit(chars) && it.is_exact_amount());
    let lead = view.words(now.unit.end..before.digits.start.min(now.unit.end + 10));
    let is_bracket = (lead.starts_with("，比") || lead.starts_with("，较")) && lead.ends_with('（');
    let verb = view.words(before.unit.end + 1..difference.digits.start.max(before.unit.end + 1));
    let direction = claim_verb(verb).filter(|_| are_alike && is_bracket && now.is_exact_amount());
    let values = now
        .value(chars)
        .zip(before.value(chars))
        .zip(difference.value(chars));
    let Some((((now, before), said), _)) = values.zip(direction) else {
        return;
    };
    let should = (now - before).abs();
    if should != said && !should.is_zero() {
        let text = view.words(difference.range());
        findings
            .at(difference.range(), format!("“{text}”与前面两个数不符"))
            .hint(format!(
                "按这两个数计算是{}",
                plain(should / difference.factor(chars), 2)
            ));
    }
}

/// The rate of a change that led to `now`, in per cent.
fn rate_of(now: Interval, difference: Interval, direction: Direction) -> Option<Interval> {
    let before = match direction {
        Direction::Up => now.minus(difference),
        Direction::Down => now.plus(difference),
    };
    share(difference, before)
}

fn right_text(view: &TextView<'_>, number: &Number, should: Interval) -> String {
    let places = number
        .decimal(view.chars())
        .map_or(2, |value| value.scale())
        .max(1);
    let factor = number.factor(view.chars());
    let multiplier = view.words(number.multiplier.clone());
    format!(
        "{}{multiplier}",
        plain(should.middle().abs() / factor, places)
    )
}
