//! ， as a separator of thousands.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// ， as a separator of thousands.
pub(crate) const COMMA_IN_NUMBER: Rule = Rule {
    name: "comma-in-number",
    title: "数字中间有全角逗号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("comma_in_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        broken(view, &pair[0], &pair[1], findings);
    }
    for pair in view.numbers().windows(2) {
        let [number, after] = pair else {
            continue;
        };
        let end = number.digits.end;
        if after.digits.start != end + 1 || view.char(end) != '，' {
            continue;
        }
        let is_one_number = number.digits.len() <= 3
            && after.digits.len() >= 3
            && view.chars()[end + 1..end + 4]
                .iter()
                .all(char::is_ascii_digit)
            && matches!(after.digits.len(), 3 | 5 | 6)
            && !after.unit.is_empty()
            && number.unit.is_empty();
        if is_one_number && number.kind == NumberKind::Plain && number.multiplier.is_empty() {
            let text = view.words(number.digits.start..after.digits.end);
            findings
                .at(end..end + 1, format!("“{text}”中间是全角逗号"))
                .hint("一个数就删去逗号，两个数就补上前一个数的单位")
                .suggest(end..end + 1, "");
        }
    }
}

/// 1,25万元: what follows the comma is no group of three digits, so that it may stand for a point.
fn broken(view: &TextView<'_>, number: &Number, after: &Number, findings: &mut Findings<'_>) {
    let end = number.digits.end;
    let joined = view.char(end) == ',' && after.digits.start == end + 1;
    // 1,2350人 has a group too long; 1,2号楼 are two numbers.
    let is_long = after.digits.len() > 3 && !after.unit.is_empty() && !after.is_year(view.chars());
    let is_amount = is_long || !after.multiplier.is_empty() || after.is_percent(view.chars());
    let is_one = number.kind == NumberKind::Plain && is_amount && after.digits.len() != 3;
    if joined && is_one {
        let text = view.words(number.digits.start..after.unit.end);
        findings
            .at(
                number.digits.start..after.digits.end,
                format!("“{text}”的逗号后面不是三位数"),
            )
            .hint("是小数就用小数点“.”，是千分位就核对位数");
    }
}
