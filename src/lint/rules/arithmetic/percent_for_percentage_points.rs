//! 由65%上升到82%，上升17%: 17 percentage points.

use super::difference_of_shares::is_difference_of_shares;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::{Change, claims};
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 由65%上升到82%，上升17%: 17 percentage points.
pub(crate) const PERCENT_FOR_PERCENTAGE_POINTS: Rule = Rule {
    name: "percent-for-percentage-points",
    title: "百分点写成了百分数",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("percent_for_percentage_points.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        of_share(view, &pair[0], &pair[1], findings);
    }
    for triple in view.numbers().windows(3) {
        // 62.5%，比2020年提高5.2% names the year between the two.
        if triple[1].is_year(view.chars()) {
            of_share(view, &triple[0], &triple[2], findings);
        }
    }
    for number in view
        .numbers()
        .iter()
        .filter(|it| it.is_percent(view.chars()))
    {
        match is_difference_of_shares(view, number) {
            true => of_difference(view, number, findings),
            false => of_speed(view, number, findings),
        }
    }
    for triple in view.numbers().windows(3) {
        raised_again(view, triple, findings);
        adjusted(view, triple, findings);
    }
    for change in view.changes() {
        if !change.from.is_percent(view.chars()) {
            continue;
        }
        claimed_before(view, change, findings);
        for claim in claims(view, change) {
            let difference = change.difference(view);
            let says_difference =
                difference.is_some() && claim.number.value(view.chars()) == difference;
            let is_told = is_difference_of_shares(view, &claim.number);
            if claim.number.is_percent(view.chars()) && says_difference && !is_told {
                of_difference(view, &claim.number, findings);
            }
        }
    }
}

/// 比重提高了4.6%，即从43.1%增加到47.7%: told right before the change.
fn claimed_before(view: &TextView<'_>, change: &Change, findings: &mut Findings<'_>) {
    const VERBS: [&str; 7] = ["提高", "提升", "上升", "增加", "下降", "降低", "增长"];
    const LONGEST: usize = 14;
    let start = change.from.digits.start;
    let clause = view.clause(start).start;
    let Some(said) = view.numbers_in(view.sentence(start).start..clause).last() else {
        return;
    };
    let begin = clause + usize::from(view.char(clause) == '即');
    let adjoins = said.unit.end + 1 == clause && start - clause <= LONGEST;
    let is_led = view.is_any_at(begin, "从由");
    let end = said.digits.start - usize::from(view.before(said.digits.start) == '了');
    let is_claim = view.one_of_before(end, &VERBS).is_some() && said.is_percent(view.chars());
    let is_difference = said.value(view.chars()) == change.difference(view);
    if adjoins && is_led && is_claim && is_difference {
        of_difference(view, said, findings);
    }
}

fn of_difference(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let text = view.words(said.range());
    let right = format!("{}个百分点", view.text(said.digits.clone()));
    findings
        .at(said.range(), format!("两个百分数相差“{text}”应当用百分点"))
        .hint(format!("改为“{right}”"))
        .suggest(said.range(), right);
}

/// 比例由80%调整为100%，提高了20%: a verb that tells no direction stands between the two.
fn adjusted(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [from, to, said] = triple else {
        return;
    };
    let chars = view.chars();
    if !triple.iter().all(|it| it.is_percent(chars)) {
        return;
    }
    let verb = view.text(from.unit.end..to.digits.start.min(from.unit.end + 6));
    let is_change = ["调整为", "调整到", "调整至", "变为", "改为"].contains(&verb.as_str());
    let lead = view.text(to.unit.end..said.digits.start.min(to.unit.end + 8));
    let lead = lead.trim_start_matches('，').trim_end_matches('了');
    let is_claim = ["提高", "上升", "提升", "下降", "降低"].contains(&lead) && is_change
        || [
            "超出目标",
            "超过目标",
            "超目标",
            "高出目标",
            "低于目标",
            "高于目标",
            "比目标高",
        ]
        .contains(&lead);
    let difference = to
        .value(chars)
        .zip(from.value(chars))
        .map(|(to, from)| (to - from).abs());
    let is_told = is_difference_of_shares(view, said);
    if is_claim && !is_told && difference.is_some() && said.value(chars) == difference {
        of_difference(view, said, findings);
    }
}

/// 覆盖率达到42.3%，比上年提高2.3%: how much a share changed is told in points.
fn of_share(view: &TextView<'_>, share: &Number, change: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    if !share.is_percent(chars) || !change.is_percent(chars) || !is_of_share(view, share) {
        return;
    }
    let lead = view.words(share.unit.end..change.digits.start);
    let Some(lead) = lead.strip_prefix('，') else {
        return;
    };
    let verbs = ["提高", "提升", "上升", "下降", "降低", "回落"];
    let lead = lead.trim_end_matches('了');
    let compared = verbs.iter().find_map(|verb| lead.strip_suffix(verb));
    // 较年初, 比上年同期, 同比: what the share is compared with, and nothing else.
    // 83.4%，高于全国平均水平3.1%
    let is_of_mean = ["高于", "低于", "超出", "超过"]
        .iter()
        .any(|it| lead.starts_with(it))
        && (lead.ends_with("平均水平") || lead.ends_with("平均"));
    let is_compared = is_of_mean
        || compared.is_some_and(|it| {
            it == "同比" || it.starts_with(['比', '较']) && it.chars().count() <= 8
        });
    if is_compared {
        let text = view.words(change.range());
        let right = format!("{}个百分点", view.text(change.digits.clone()));
        findings
            .warn(change.range(), format!("比率的变化“{text}”应当用百分点"))
            .hint(format!("如果是两个比率之差，改为“{right}”"))
            .suggest(change.range(), right);
    }
}

/// 率, 比重 and the like right before the number.
fn is_of_share(view: &TextView<'_>, share: &Number) -> bool {
    let start = share.digits.start;
    let links = [
        "下降到",
        "下降至",
        "降低到",
        "降到",
        "降至",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "上升到",
        "上升至",
        "升至",
        "达到",
        "达",
        "为",
        "是",
    ];
    let link = view.one_of_before(start, &links);
    let end = start - link.map_or(0, |link| link.chars().count());
    view.one_of_before(end, &["率", "比重", "占比", "比例"])
        .is_some()
}

/// How a rate of growth changes.
const SPEED_VERBS: &[&str] = &[
    "加快", "回落", "放缓", "提高", "提升", "上升", "下降", "降低", "扩大", "收窄", "回升", "减缓",
    "快", "慢", "高", "低", "高出", "低于", "高于",
];

/// 增速比一季度加快1.2%: how much a rate of growth changed is told in points.
fn of_speed(view: &TextView<'_>, change: &Number, findings: &mut Findings<'_>) {
    let end = change.digits.start - usize::from(view.before(change.digits.start) == '了');
    if view.one_of_before(end, SPEED_VERBS).is_none() {
        return;
    }
    let Some((at, name)) = view.one_of_within(end, 16, &["增速", "增幅", "降幅", "涨幅", "跌幅"])
    else {
        return;
    };
    let lead = view.words(at + name.chars().count()..end);
    let compared = SPEED_VERBS
        .iter()
        .filter_map(|verb| lead.strip_suffix(verb));
    // 同比, 比一季度, 较全国平均水平: what the rate is compared with, and nothing else.
    let is_comparison =
        |it: &str| matches!(it, "" | "同比" | "环比" | "又" | "再") || it.starts_with(['比', '较']);
    let is_change = compared.into_iter().any(is_comparison);
    if is_change && at >= view.clause(end).start {
        of_difference(view, change, findings);
    }
}

/// 比例由50%调整为60%，退休人员再提高5%: what is added to a share is told in points.
fn raised_again(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [from, to, said] = triple else {
        return;
    };
    let chars = view.chars();
    if !triple.iter().all(|it| it.is_percent(chars)) {
        return;
    }
    let sentence = view.sentence(to.digits.start);
    let is_one = (sentence.start..sentence.end).contains(&said.digits.start)
        && from.digits.start >= sentence.start;
    let verb = view.words(from.unit.end..to.digits.start.min(from.unit.end + 6));
    let is_change = verb.ends_with(['为', '到', '至']);
    let again = ["再提高", "再增加", "再上调", "再上浮", "再降低", "再下调"];
    let is_again = view.one_of_before(said.digits.start, &again).is_some();
    let is_of_share = view
        .one_of_within(
            from.digits.start,
            8,
            &["比例", "比率", "占比", "率由", "率从"],
        )
        .is_some();
    // 受益人数再提高10% is told of an amount.
    let between = to.unit.end..said.digits.start;
    let is_of_amount = view.has_any(
        &between,
        &["数", "额", "量", "标准", "费", "金", "收入", "值"],
    );
    if is_one && is_change && is_again && is_of_share && !is_of_amount {
        of_difference(view, said, findings);
    }
}
