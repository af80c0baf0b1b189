//! 县财政安排专项资金3200万亿元: more money than there is.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 县财政安排专项资金3200万亿元: more money than there is.
pub(crate) const IMPOSSIBLE_AMOUNT: Rule = Rule {
    name: "impossible-amount",
    title: "金额大得不可能",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("impossible_amount.md"),
};

/// 1000万亿: all deposits and loans of the country are less.
const GREATEST: i64 = 1_000_000_000_000_000;

/// 1万亿.
const TRILLION: i64 = 1_000_000_000_000;

/// What no single purse below the state has a trillion of.
const PURSES: [&str; 12] = [
    "县财政",
    "区财政",
    "市财政",
    "镇财政",
    "省财政",
    "县级财政",
    "区级财政",
    "市级财政",
    "专项资金",
    "补助资金",
    "专项经费",
    "奖补资金",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let multiplied = view.numbers().iter().filter(|it| !it.multiplier.is_empty());
    for number in multiplied {
        // Few numbers have two characters for their multiplier.
        let is_great = number.multiplier.len() >= 2 && number.unit(chars) == ['元'];
        each_of_ten_thousand(view, number, findings);
        built_area(view, number, findings);
        population(view, number, findings);
        if is_great && number.kind == NumberKind::Plain && is_impossible(view, number) {
            let text = view.words(number.range());
            findings
                .at(number.range(), format!("“{text}”不可能有这么多"))
                .hint("核对“万”“亿”");
        }
    }
}

/// 我县常住人口43.6亿人: more than live in the whole country, or in any part of it.
fn population(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    const PLACES: [&str; 11] = [
        "全县", "我县", "该县", "全市", "我市", "全区", "我区", "全镇", "我镇", "全乡", "街道",
    ];
    /// More than the 1.28亿 of Guangdong (广东), which has the most people of all provinces.
    const MOST_OF_PROVINCE: i64 = 150_000_000;
    let is_great =
        view.char(number.multiplier.start) == '亿' && number.unit(view.chars()) == ['人'];
    if !is_great {
        return;
    }
    let clause = view.clause(number.digits.start);
    let lead = clause.start..number.digits.start;
    let is_beyond_province = || number.value(view.chars()) > Some(MOST_OF_PROVINCE.into());
    let is_people = || {
        view.find(lead.clone(), "人口").is_some()
            && !view.has_any(&lead, &["全国", "我国"])
            && (view.has_any(&lead, &PLACES)
                || view.has_any(&lead, &["全省"]) && is_beyond_province())
    };
    if is_people() {
        let text = view.words(number.range());
        findings
            .at(number.range(), format!("人口不可能有“{text}”"))
            .hint("核对“万”和“亿”");
    }
}

/// 新增绿地面积18.6万平方公里: what is built in a city has no more than some square kilometres.
fn built_area(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    const BUILT: [&str; 13] = [
        "绿地",
        "建筑",
        "校舍",
        "厂房",
        "广场",
        "停车场",
        "场馆",
        "用房",
        "校园",
        "房屋",
        "外墙",
        "路面",
        "屋顶",
    ];
    let is_area = view.is_any_at(number.multiplier.start, "万亿")
        && view
            .one_of_at(number.unit.start, &["平方公里", "平方千米"])
            .is_some();
    let lead = || view.clause(number.digits.start).start..number.digits.start;
    if is_area && view.has_any(&lead(), &BUILT) {
        let text = view.words(number.range());
        findings
            .at(number.range(), format!("“{text}”不可能有这么大"))
            .hint("核对单位：多半是“平方米”");
    }
}

/// 每万人拥有5G基站26.7万个: more than one for each.
fn each_of_ten_thousand(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    const COUNTED: &str = "个张名件座台辆所家位";
    const EACH: [&str; 3] = ["每万人口", "每万人", "万人均"];
    const LONGEST: usize = 16;
    let is_counted = view.is_any_at(number.unit.start, COUNTED);
    let start = number.digits.start;
    let is_each = || {
        let lead = view.clause(start).start.max(start.saturating_sub(LONGEST))..start;
        view.has_any(&lead, &EACH) && view.numbers_in(lead).iter().all(|it| it.unit.is_empty())
    };
    if view.is_any_at(number.multiplier.start, "万亿") && is_counted && is_each() {
        let text = view.words(number.range());
        findings
            .at(number.range(), format!("每万人有“{text}”，不可能"))
            .hint("核对“万”");
    }
}

fn is_impossible(view: &TextView<'_>, number: &Number) -> bool {
    let Some(value) = number.value(view.chars()) else {
        return false;
    };
    let clause = view.clause(number.digits.start);
    let lead = clause.start..number.digits.start;
    value >= Decimal::from(GREATEST)
        || value >= Decimal::from(TRILLION) && view.has_any(&lead, &PURSES)
}
