//! 受理2139件，办结1508件，办结率75%.

use rust_decimal::Decimal;

use super::capacity_rate::capacity_rate;
use super::explained_rate::{is_of_parts, is_of_rest, is_of_same_whole, is_of_sum};
use super::part_of_whole::{count_the_same, fits, report};
use super::rate_of_all_but::rate_of_all_but;
use super::share_in_parentheses::share_in_parentheses;
use super::share_of_named_part::share_of_named_part;
use super::share_of_named_whole::share_of_named_whole;
use super::shares_of_one_whole::shares_of_one_whole;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_misprint, printed_share};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 受理2139件，办结1508件，办结率75%.
pub(crate) const RATE_MISMATCH: Rule = Rule {
    name: "rate-mismatch",
    title: "比率与两个数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("rate_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    share_in_parentheses(view, findings);
    for number in view.numbers() {
        if !number.is_percent(chars) || number.is_approximate || number.kind == NumberKind::Code {
            continue;
        }
        share_of_named_part(view, number, findings);
        share_of_named_whole(view, number, findings);
        shares_of_one_whole(view, number, findings);
        rate_of_all_but(view, number, findings);
        capacity_rate(view, number, findings);
        if let Some(rate) = rate(view, number) {
            judge(view, &rate, findings);
        }
    }
}

/// A rate with what it is a rate of: 办结率75%, 不合格率为0.2%, 支出进度98%.
struct Rate<'v> {
    number: &'v Number,
    /// Its verb: 办结, 合格, 支出.
    verb: String,
    /// Whether 不 or 未 stands before the verb.
    is_denied: bool,
    /// Where the verb begins.
    start: usize,
}

fn rate<'v>(view: &TextView<'_>, number: &'v Number) -> Option<Rate<'v>> {
    let end = number.digits.start;
    let link = view.one_of_before(end, &["达到", "已达", "达", "均为", "为", "是"]);
    let end = end - link.map_or(0, |link| link.chars().count());
    let noun = view.one_of_before(end, &["率", "进度", "面"])?;
    let start = (end - noun.chars().count()).checked_sub(2)?;
    let verb = view.text(start..start + 2);
    // 平均利率为3.72% is a price, and no share of anything.
    let is_price = verb.ends_with(['利', '税', '费', '汇']);
    (verb.chars().all(is_han) && !is_price).then(|| Rate {
        number,
        verb,
        is_denied: matches!(view.before(start), '不' | '未'),
        start,
    })
}

fn judge(view: &TextView<'_>, rate: &Rate<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    // 对274批次不合格产品全部依法处置，处置率达100%: all of the last number, and no part of another.
    let clause = view.clause(rate.start);
    let before_rate = view.clause(clause.start.saturating_sub(1)).start..rate.start;
    let is_all = rate.number.value(chars) == Some(Decimal::ONE_HUNDRED)
        && view.has_any(&before_rate, &["全部"]);
    if is_all {
        return;
    }
    let sentence = view.sentence(rate.start);
    let before = view.numbers_in(sentence.start..rate.start);
    // 由1021家压减到37家，压减率96.4%: a rate of change has a rule of its own.
    let is_of_change = view.tells_change(&sentence);
    if !is_of_change && !rate.is_denied {
        complement(view, before, rate, findings);
    }
    let Some((part, link)) = part(view, before, rate).filter(|_| !is_of_change) else {
        return;
    };
    // What a semicolon parts from the rate is of something else.
    if view.has_mark(&(part.unit.end..rate.start), "；") {
        return;
    }
    let amounts: Vec<&Number> = before
        .iter()
        .filter(|it| count_the_same(view, it, part))
        .collect();
    // The whole is told before its part.
    let is_whole =
        |it: &&&Number| it.digits.start < part.digits.start && it.value(chars) >= part.value(chars);
    let wholes: Vec<&Number> = amounts.iter().filter(is_whole).copied().collect();
    if wholes.is_empty() && link == Link::Strong && !part.is_year(chars) {
        return with_sentence_before(view, rate, part, findings);
    }
    let is_explained = is_explained(view, rate.number, (part, before), (&amounts, &wholes));
    let Some(whole) = wholes.first().filter(|_| !is_explained) else {
        return;
    };
    // 公办38所、民办普惠27所，合计74所: the greatest number is the whole.
    if amounts
        .iter()
        .any(|it| it.value(chars) > whole.value(chars))
    {
        return;
    }
    let is_only = wholes
        .iter()
        .all(|it| it.value(chars) == whole.value(chars));
    let near = wholes.iter().find(|it| is_near(view, rate, part, it));
    let whole = match (link, near) {
        (Link::Weak, None) => return,
        (_, Some(near)) if link == Link::Strong || is_only => near,
        (Link::Strong, _) if is_only => whole,
        _ => return,
    };
    report(view, "比率", rate.number, (part, whole), findings);
}

/// 安排资金1.5亿元。截至10月底，已拨付1.2亿元，拨付进度为85%: the whole is the last number of the sentence before.
fn with_sentence_before(
    view: &TextView<'_>,
    rate: &Rate<'_>,
    part: &Number,
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let own = view.sentence(part.digits.start).start;
    let Some(before) = own.checked_sub(1).filter(|at| view.char(*at) == '。') else {
        return;
    };
    let told = view.numbers_in(view.sentence(before).start..before).iter();
    let alike = told.filter(|it| count_the_same(view, it, part) && !it.is_year(chars));
    let alike: Vec<&Number> = alike.collect();
    let is_whole = |it: &&&Number| it.value(chars) > part.value(chars);
    let is_explained = alike.iter().any(|it| fits(view, rate.number, part, it));
    if let Some(whole) = alike.last().filter(is_whole)
        && is_near(view, rate, part, whole)
        && !is_explained
    {
        report(view, "比率", rate.number, (part, whole), findings);
    }
}

/// Whether the rate is right of other numbers of its sentence than the part and the first whole.
fn is_explained(
    view: &TextView<'_>,
    said: &Number,
    (part, before): (&Number, &[Number]),
    (amounts, wholes): (&[&Number], &[&Number]),
) -> bool {
    // 8.9万重点人群中，签约7.3万人: what the whole is counted in may be left out.
    let mut bare = before.iter().filter(|it| it.unit.is_empty());
    // 集中836人、分散1532人，集中供养率35.3%: another part of the same whole may be meant.
    let of_other_part = |whole: &&Number| {
        let mut others = amounts.iter().filter(|it| it.digits != whole.digits);
        others.any(|it| fits(view, said, it, whole))
    };
    // 计划1.5万人，实际15236人，完成率101.6%: the part may be more than was planned.
    let mut plans = amounts.iter().filter(|it| it.digits != part.digits);
    // 宜林的约74万亩，已利用29.6万亩: a rough whole before the part is one, too.
    let mut rough = before
        .iter()
        .filter(|it| it.is_approximate && it.unit(view.chars()) == part.unit(view.chars()));
    bare.any(|it| fits(view, said, part, it))
        || rough.any(|it| fits(view, said, part, it))
        || wholes.iter().any(of_other_part)
        || plans.any(|it| fits(view, said, part, it))
        || is_of_sum(view, said, part, amounts)
        || is_of_rest(view, said, part, wholes)
        || is_of_same_whole(view, said, part, before)
        || is_of_parts(view, said, amounts, wholes)
}

/// 抽检400批次，不合格6批次，合格率98.5%: the part that is denied, and what is left of the whole.
fn complement(
    view: &TextView<'_>,
    before: &[Number],
    rate: &Rate<'_>,
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let [whole, denied] = before else {
        return;
    };
    let are_counts = [whole, denied]
        .iter()
        .all(|it| it.is_exact_amount() && it.multiplier.is_empty());
    let is_part = are_counts
        && count_the_same(view, whole, denied)
        && whole.value(chars) > denied.value(chars)
        && is_of(view, denied, &rate.verb, true);
    let left = printed_share(denied, whole, chars).map(|share| Decimal::ONE_HUNDRED - share);
    let Some((left, said)) = left.zip(rate.number.decimal(chars)).filter(|_| is_part) else {
        return;
    };
    let slack = Decimal::new(5, said.scale() + 1);
    if (left - said).abs() > slack {
        let message = format!(
            "“{}”与“{}”中的“{}”不符，应是{}%",
            view.text(rate.number.range()),
            view.text(whole.range()),
            view.text(denied.range()),
            left.round_dp(said.scale().max(1)).normalize()
        );
        findings
            .at(rate.number.range(), message)
            .hint("核对这三个数");
    }
}

/// How surely a number is the part of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// The verb of the rate stands in its clause.
    Strong,
    /// One character of the verb does: 已通客车的1216个，通达率96%.
    Weak,
}

/// The last number before the rate that its verb speaks of.
fn part<'v>(
    view: &TextView<'_>,
    before: &'v [Number],
    rate: &Rate<'_>,
) -> Option<(&'v Number, Link)> {
    let chars = view.chars();
    let verbs = verbs_of_part(&rate.verb);
    let is_amount =
        |it: &&Number| it.is_exact_amount() && !it.is_percent(chars) && !it.is_year(chars);
    let mut amounts = before.iter().filter(is_amount).rev();
    let last = amounts.clone().next()?;
    let strong = amounts.find(|it| {
        verbs
            .iter()
            .any(|verb| is_of(view, it, verb, rate.is_denied))
    });
    // 已建成25个 says nothing of 综合利用率.
    let is_of_doing =
        ["完成", "建成", "开工", "竣工", "办结", "投用", "到位"].contains(&rate.verb.as_str());
    let strong = strong.or_else(|| Some(last).filter(|it| is_of_doing && is_done(view, it)));
    strong.map(|it| (it, Link::Strong)).or_else(|| {
        let clause = view.clause(last.digits.start);
        let mut said = view.chars()[clause].iter();
        let is_of_spread = ["覆盖", "普及", "安装"].contains(&rate.verb.as_str());
        let is_weak = said.any(|it| rate.verb.contains(*it)) && !rate.is_denied
            || is_of_spread && is_done(view, last);

        is_weak.then_some((last, Link::Weak))
    })
}

/// Whether the number's clause has the verb, denied if the rate is: 不合格10份 is no part of 合格率.
fn is_of(view: &TextView<'_>, number: &Number, verb: &str, is_denied: bool) -> bool {
    let clause = view.clause(number.digits.start);
    let from = view
        .numbers_in(clause.start..number.digits.start)
        .last()
        .map_or(clause.start, |before| before.unit.end);
    let to = view
        .numbers_in(number.unit.end..clause.end)
        .first()
        .map_or(clause.end, |after| after.digits.start);
    view.find(from..to, verb).is_some_and(|at| {
        // 基本满意 is no part of 满意率.
        !view.ends_at(at, "基本")
            && matches!(view.before(at), '不' | '未' | '应' | '需') == is_denied
    })
}

/// Other words for what is done of a rate.
const OTHER_VERBS: [(&str, &str); 8] = [
    ("结案", "办结"),
    ("结案", "审结"),
    ("办结", "办复"),
    ("办复", "办结"),
    ("完成", "建成"),
    ("组建", "成立"),
    ("整改", "完成"),
    ("处置", "办结"),
];

/// How the part of a rate may be told: 回收, 收回, 实收, 实回.
fn verbs_of_part(verb: &str) -> Vec<String> {
    let reversed: String = verb.chars().rev().collect();
    let really = verb.chars().map(|character| format!("实{character}"));
    let other = OTHER_VERBS.iter().filter(|(rate, _)| *rate == verb);
    let other = other.map(|(_, part)| (*part).to_owned());
    really
        .chain([verb.to_owned(), reversed])
        .chain(other)
        .collect()
}

/// 已建成45个 or 实际培训460人, said right before 完成率.
fn is_done(view: &TextView<'_>, number: &Number) -> bool {
    let clause = view.clause(number.digits.start);
    let is_told = ["已", "现已", "实际"]
        .iter()
        .any(|word| view.is_at(clause.start, word));
    is_told && view.numbers_in(clause).len() == 1
}

/// How many points a rate may be off and still be meant to be that of the two numbers.
const NEAR: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

fn is_near(view: &TextView<'_>, rate: &Rate<'_>, part: &Number, whole: &Number) -> bool {
    let said = rate.number.decimal(view.chars());
    let should = printed_share(part, whole, view.chars());
    should
        .zip(said)
        .is_some_and(|(should, said)| (should - said).abs() <= NEAR || is_misprint(said, should))
}
