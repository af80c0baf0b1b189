//! 惠及16个乡镇的12.5人: a part of a person, where 万 was left out.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 惠及16个乡镇的12.5人: a part of a person, where 万 was left out.
pub(crate) const FRACTIONAL_COUNT: Rule = Rule {
    name: "fractional-count",
    title: "不能分开数的带了小数",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("fractional_count.md"),
};

/// So many digits behind a point are thousands, for `wrong-decimal-point`: 1.286户.
const THOUSANDS: u32 = 3;

/// What is counted as a whole only.
const WHOLE: &[&str] = &["人", "名", "户", "家", "所", "人次", "辆", "起", "座"];

/// What makes a number that of a mean or of a ratio, in its sentence.
const MEANS: [&str; 15] = [
    "均",
    "每",
    "比",
    "生师",
    "户型",
    "倍",
    "折合",
    "标准",
    "拥有",
    "配备",
    "密度",
    "指标分别",
    "当量",
    "/",
    "相当于",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        if is_fraction(view, number) && !is_mean(view, number) {
            let text = view.words(number.range());
            findings
                .at(number.range(), format!("“{text}”不能有小数"))
                .hint("核对数字；多半漏了“万”");
        }
    }
}

/// Whether a number with decimals that are not all zero, and no 万 or 亿, counts what cannot be divided.
fn is_fraction(view: &TextView<'_>, number: &Number) -> bool {
    let chars = view.chars();
    if !chars[number.digits.clone()].contains(&'.') {
        return false;
    }
    let is_bare = number.multiplier.is_empty() && number.is_exact_amount();
    let unit = view.words(number.unit.clone());
    let value = number
        .decimal(chars)
        .filter(|it| (1..THOUSANDS).contains(&it.scale()));
    is_bare && WHOLE.contains(&unit) && value.is_some_and(|it| it.fract() != Decimal::ZERO)
}

fn is_mean(view: &TextView<'_>, number: &Number) -> bool {
    let at = number.digits.start;
    // The unit of a list stands behind its last number: 12.3、4.5万人.
    let is_of_list =
        view.is_any_at(number.unit.end, "、～~—至/") || view.is_any_before(at, "、～~—至/:：∶");
    let sentence = view.sentence(at);
    is_of_list || view.has_any(&sentence, &MEANS) || view.in_title(at) || view.in_quotes(at)
}
