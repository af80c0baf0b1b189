//! 。 or ． as a decimal point.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 。 or ． as a decimal point.
pub(crate) const WRONG_DECIMAL_POINT: Rule = Rule {
    name: "wrong-decimal-point",
    title: "小数点写成了句号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("wrong_decimal_point.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let end = number.digits.end;
        if view.char(end) == '.' && view.char(end + 1).is_ascii_digit() {
            check_second(view, number, findings);
        }
        if view.char(end) == '.' && view.char(end + 1) == '.' {
            check_doubled(view, end, findings);
        }
        check_thousands(view, number, findings);
        if !view.is_any_at(end, "。．·") || !view.char(end + 1).is_ascii_digit() {
            continue;
        }
        let after = view.numbers_in(end + 1..end + 2).first();
        let is_decimal = after.is_some_and(|after| {
            !after.is_year(view.chars()) && !after.unit.is_empty() && after.digits.len() <= 2
        });
        // 民警与辅警之比为2∶3。17个县: a ratio ends its sentence.
        let is_ratio = view.is_any_before(number.digits.start, "∶:：");
        if is_decimal && !is_ratio && view.before(number.digits.start) != '\n' {
            let text = view.words(number.digits.start..end + 3);
            findings
                .at(end..end + 1, format!("“{text}”里的小数点不是半角圆点"))
                .hint("改为“.”")
                .replace(end..end + 1, ".");
        }
    }
}

/// 1.286户: things that are counted one by one, with a point where thousands are parted.
fn check_thousands(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    const COUNTED: &str = "户人名家所座辆台件起宗栋张份";
    let is_count = number.multiplier.is_empty() && number.unit.len() == 1;
    // Most numbers have no point, which is the cheapest to see.
    let is_parted = number.digits.len() > 4 && view.char(number.digits.end - 4) == '.';
    if !is_parted || !is_count || !view.is_any_at(number.unit.start, COUNTED) {
        return;
    }
    let text = view.words(number.digits.clone());
    let lead = view.clause(number.digits.start).start..number.digits.start;
    let is_mean = view.has_any(&lead, &["均", "每", "比"]) || view.char(number.unit.end) == '/';
    if !is_mean {
        let plain = text.replace('.', "");
        findings
            .at(number.range(), format!("“{text}”不会是个数"))
            .hint(format!("是千位分隔，就改为“{plain}”；是以万计，就补上“万”"))
            .suggest(number.digits.clone(), plain);
    }
}

/// 12..6亿元; three points and more are no number's.
fn check_doubled(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    let after = view.numbers_in(at + 2..at + 3).first();
    if after.is_some_and(|after| !after.unit.is_empty()) {
        findings
            .at(at..at + 2, "数字里的小数点写了两次")
            .hint("改为“.”")
            .replace(at..at + 2, ".");
    }
}

/// 1.2.5亿元: an amount with a second point, which a version or a section does not have.
fn check_second(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    let end = number.digits.end;
    let last = (end + 1..end + 6).take_while(|at| view.char(*at).is_ascii_digit());
    let after = end + 1 + last.count();
    let is_amount = view
        .one_of_at(after, &["亿元", "万元", "亿", "万", "%", "元"])
        .is_some();
    let has_point = (number.digits.clone()).any(|at| view.char(at) == '.');
    if has_point && is_amount {
        let text = view.words(number.digits.start..after + 1);
        findings
            .at(number.digits.start..after, format!("“{text}”有两个小数点"))
            .hint("核对这个数");
    }
}
