//! 2024年9月开工，2024年3月竣工: the end is told to be before the beginning.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule};

/// 2024年9月开工，2024年3月竣工: the end is told to be before the beginning.
pub(crate) const BEGUN_AFTER_DONE: Rule = Rule {
    name: "begun-after-done",
    title: "结束早于开始",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("begun_after_done.md"),
};

/// What is said of a beginning right behind its date.
const BEGUN: &[&str] = &[
    "开工",
    "动工",
    "启动",
    "开始",
    "开建",
    "立项",
    "起实施",
    "奠基",
    "开展",
    "起",
];

/// What is said of an end.
const DONE: &[&str] = &[
    "竣工",
    "完工",
    "建成",
    "通车",
    "投入使用",
    "投用",
    "结束",
    "完成",
    "验收",
    "交付",
    "开业",
    "全面完成",
    "底结束",
    "底完工",
    "底完成",
    "底建成",
    "底竣工",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.dates().windows(2) {
        let (begun, done) = (&pair[0], &pair[1]);
        let is_told = view.one_of_at(begun.range.end, BEGUN).is_some()
            && view.one_of_at(done.range.end, DONE).is_some();
        let between = begun.range.end..done.range.start;
        let is_one =
            between.len() <= 12 && !between.clone().any(|at| "。；\n、".contains(view.char(at)));
        if is_told && is_one && is_before(done, begun) {
            let text = view.text(begun.range.start..done.range.end + 2);
            findings
                .at(done.range.clone(), format!("“{text}”里结束早于开始"))
                .hint("核对两个日期");
        }
    }
}

/// Whether one date is certainly before another; both need a year.
fn is_before(one: &DateMention, other: &DateMention) -> bool {
    let (Some(year), Some(other_year)) = (one.year, other.year) else {
        return false;
    };
    let (last, first) = (one.day.unwrap_or(31), other.day.unwrap_or(1));
    (year, one.month, last) < (other_year, other.month, first)
}
