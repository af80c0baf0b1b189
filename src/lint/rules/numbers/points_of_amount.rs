//! 总额达到1860亿元，同比增长12.5个百分点.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::claims;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 总额达到1860亿元，同比增长12.5个百分点.
pub(crate) const POINTS_OF_AMOUNT: Rule = Rule {
    name: "points-of-amount",
    title: "数量的增长用了百分点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("points_of_amount.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for change in view.changes() {
        let is_of_amount = !change.from.is_percent(chars);
        for claim in claims(view, change).iter().filter(|_| is_of_amount) {
            if claim.number.is_points(chars) {
                report(view, &change.to, &claim.number, findings);
            }
        }
    }
    let numbers = view.numbers();
    for (index, points) in (0..).zip(numbers).filter(|(_, it)| it.is_points(chars)) {
        of_named(view, points, findings);
        of_level(view, points, findings);
        if let Some(before) = numbers[..index].last() {
            of_end(view, before, points, findings);
            of_amount(view, before, points, findings);
        }
    }
}

/// 1860亿元，同比增长12.5个百分点.
fn of_amount(view: &TextView<'_>, amount: &Number, change: &Number, findings: &mut Findings<'_>) {
    if !is_amount(view, amount) {
        return;
    }
    let lead = view.words(amount.unit.end..change.digits.start);
    let lead = without_prices(lead);
    let compared = [
        "，同比",
        "，比上年",
        "，较上年",
        "，比去年",
        "，比上年同期",
        "，比去年同期",
        "，",
    ];
    let mut rest = compared.iter().filter_map(|word| lead.strip_prefix(word));
    // 增长1.2个百分点的目标 is one of a rate.
    let is_said = view.char(change.unit.end) != '的';
    if is_said && rest.any(|verb| ["增长", "下降", "减少", "增加"].contains(&verb)) {
        report(view, amount, change, findings);
    }
}

/// 由4.1%降至0.6个百分点: what a share came to is told in per cent.
fn of_end(view: &TextView<'_>, from: &Number, to: &Number, findings: &mut Findings<'_>) {
    const LONGEST: usize = 6;
    if !from.is_percent(view.chars()) {
        return;
    }
    let between = from.unit.end..to.digits.start;
    let ends = [
        "降至",
        "降到",
        "降为",
        "升至",
        "升到",
        "提高到",
        "提升到",
        "下降到",
        "提高至",
        "提升至",
        "下降至",
        "上升到",
        "上升至",
    ];
    let is_end = between.len() <= LONGEST && ends.contains(&view.words(between));
    if is_end {
        let text = view.words(to.range());
        let right = format!("{}%", view.words(to.digits.clone()));
        findings
            .at(to.unit.clone(), format!("“{text}”：到达的比率用百分数"))
            .hint(format!("改为“{right}”"))
            .suggest(to.unit.clone(), "%");
    }
}

/// 按可比价格计算 says how an amount was reckoned, and nothing of its change.
fn without_prices(lead: &str) -> &str {
    const PRICES: [&str; 6] = [
        "，按可比价格计算",
        "，按可比价计算",
        "，按不变价格计算",
        "，按不变价计算",
        "，扣除价格因素",
        "，按可比口径",
    ];
    let told = PRICES.iter().find_map(|words| lead.strip_prefix(words));
    told.unwrap_or(lead)
}

/// What is an amount by its name, before the verb.
const AMOUNTS: &[&str] = &[
    "费用",
    "经费",
    "利润",
    "税收",
    "存款",
    "贷款",
    "存款余额",
    "贷款余额",
    "进出口",
    "用电量",
    "货运量",
    "客流量",
    "交易额",
    "成交额",
    "户数",
    "件数",
    "人次",
    "收入",
    "产值",
    "总额",
    "支出",
    "销售额",
    "投资",
    "产量",
    "总值",
    "吞吐量",
    "营业额",
    "人数",
    "数量",
    "增加值",
    "零售额",
];

/// 一般公共预算收入增长6.5个百分点.
fn of_named(view: &TextView<'_>, change: &Number, findings: &mut Findings<'_>) {
    if change.kind != NumberKind::Plain {
        return;
    }
    let end = change.digits.start - usize::from(view.before(change.digits.start) == '了');
    let Some(verb) = view.one_of_before(end, &["同比增长", "增长"]) else {
        return;
    };
    let at = end - verb.chars().count();
    if let Some(name) = view.one_of_before(at, AMOUNTS) {
        let start = at - name.chars().count();
        let text = view.words(start..change.unit.end);
        tell(view, change, format!("“{text}”应当用百分数"), findings);
    }
}

fn report(view: &TextView<'_>, amount: &Number, change: &Number, findings: &mut Findings<'_>) {
    let (amount, text) = (view.text(amount.range()), view.text(change.range()));
    tell(
        view,
        change,
        format!("“{amount}”的变化“{text}”应当用百分数"),
        findings,
    );
}

fn tell(view: &TextView<'_>, change: &Number, message: String, findings: &mut Findings<'_>) {
    let right = format!("{}%", view.text(change.digits.clone()));
    findings.at(change.range(), message).hint(format!(
        "如果是增长率，改为“{right}”；百分点只用于两个百分数之差"
    ));
}

/// Something counted or measured, no rate and no date.
fn is_amount(view: &TextView<'_>, number: &Number) -> bool {
    let unit = view.text(number.unit.clone());
    let is_other = unit.is_empty() || ["%", "年", "月", "日", "个百分点"].contains(&unit.as_str());
    number.kind == NumberKind::Plain && !is_other && !unit.starts_with('月')
}

/// 覆盖率达到92个百分点: a share itself is told in per cent.
fn of_level(view: &TextView<'_>, level: &Number, findings: &mut Findings<'_>) {
    let start = level.digits.start;
    if level.kind != NumberKind::Plain {
        return;
    }
    let link = view.one_of_before(start, &["达到", "达", "已为", "为"]);
    let Some(link) = link else {
        return;
    };
    let end = start - link.chars().count();
    let end = end - usize::from(view.is_any_before(end, "已均仅可"));
    let is_share = view
        .one_of_before(end, &["率", "比例", "占比", "比重"])
        .is_some();
    // An interest subsidy (贴息) is told in points of the rate, and 的 leads to what the points are of.
    let clause = view.clause(start);
    let is_other = view.has_any(&clause, &["息", "贷", "差", "利率", "提高", "下降"])
        || view.char(level.unit.end) == '的';
    if is_share && !is_other {
        let text = view.words(level.range());
        let message = format!("比率本身“{text}”应当用百分数");
        let right = format!("{}%", view.text(level.digits.clone()));
        findings
            .at(level.range(), message)
            .hint(format!("改为“{right}”；百分点只用于两个百分数之差"))
            .suggest(level.range(), right);
    }
}
