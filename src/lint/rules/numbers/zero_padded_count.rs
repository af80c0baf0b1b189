//! 共有便民服务站08个: a count with a zero before it.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::NumberKind;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 共有便民服务站08个: a count with a zero before it.
pub(crate) const ZERO_PADDED_COUNT: Rule = Rule {
    name: "zero-padded-count",
    title: "数量前面多了零",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("zero_padded_count.md"),
};

/// What is counted or measured, and never named by a number of fixed length.
const UNITS: [&str; 36] = [
    "场",
    "台",
    "只",
    "个",
    "家",
    "处",
    "名",
    "户",
    "座",
    "辆",
    "所",
    "件",
    "项",
    "套",
    "条",
    "次",
    "人",
    "人次",
    "亩",
    "元",
    "吨",
    "米",
    "公里",
    "公顷",
    "平方米",
    "平方公里",
    "立方米",
    "千瓦",
    "个百分点",
    "%",
    "个月",
    "天",
    "小时",
    "份",
    "张",
    "宗",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        if view.char(start) != '0' || number.digits.len() < 2 || number.kind == NumberKind::Code {
            continue;
        }
        let digits = view.words(number.digits.clone());
        // 0.8 has one zero before its point, 03.6 has one too many.
        let is_whole = view.char(start + 1).is_ascii_digit() && digits.len() <= 5;
        let unit = view.words(number.unit.clone());
        let is_counted = !number.multiplier.is_empty() || UNITS.contains(&unit);
        // 第08次 and 编号08 are names; 0.08 was parted by a mark.
        let is_named = !is_han(view.before(start)) || view.is_any_before(start, "第号年月");
        if is_whole && is_counted && !is_named && !number.unit.is_empty() {
            let right = digits.trim_start_matches('0');
            if right.is_empty() || right.starts_with('.') {
                continue;
            }
            let text = view.words(number.range());
            findings
                .at(number.range(), format!("“{text}”的数前面多了零"))
                .hint(format!("改为“{right}”，或核对是不是漏了数字、小数点"));
        }
    }
}
