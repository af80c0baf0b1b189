//! 由65%上升到82%，上升17%: 17 percentage points.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::claims;
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
        adjusted(view, triple, findings);
    }
    for change in view.changes() {
        if !change.from.is_percent(view.chars()) {
            continue;
        }
        for claim in claims(view, change) {
            let difference = change.difference(view);
            let says_difference =
                difference.is_some() && claim.number.value(view.chars()) == difference;
            if claim.number.is_percent(view.chars()) && says_difference {
                of_difference(view, &claim.number, findings);
            }
        }
    }
}

fn of_difference(view: &TextView<'_>, said: &Number, findings: &mut Findings<'_>) {
    let text = view.text(said.range());
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
    if is_claim && difference.is_some() && said.value(chars) == difference {
        of_difference(view, said, findings);
    }
}

/// 覆盖率达到42.3%，比上年提高2.3%: how much a share changed is told in points.
fn of_share(view: &TextView<'_>, share: &Number, change: &Number, findings: &mut Findings<'_>) {
    let chars = view.chars();
    if !share.is_percent(chars) || !change.is_percent(chars) || !is_of_share(view, share) {
        return;
    }
    let lead = view.text(share.unit.end..change.digits.start);
    let Some(lead) = lead.strip_prefix('，') else {
        return;
    };
    let verbs = ["提高", "提升", "上升", "下降", "降低", "回落"];
    let lead = lead.trim_end_matches('了');
    let compared = verbs.iter().find_map(|verb| lead.strip_suffix(verb));
    // 较年初, 比上年同期, 同比: what the share is compared with, and nothing else.
    let is_compared = compared
        .is_some_and(|it| it == "同比" || it.starts_with(['比', '较']) && it.chars().count() <= 8);
    if is_compared {
        let text = view.text(change.range());
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
    let link = view.one_of_before(start, &["达到", "达", "为", "是"]);
    let end = start - link.map_or(0, |link| link.chars().count());
    view.one_of_before(end, &["率", "比重", "占比", "比例"])
        .is_some()
}
