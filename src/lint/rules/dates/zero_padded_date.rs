//! 2022年06月01日.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 2022年06月01日.
pub(crate) const ZERO_PADDED_DATE: Rule = Rule {
    name: "zero-padded-date",
    title: "月、日前面多了零",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("zero_padded_date.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for date in view.dates() {
        let padded = view
            .numbers_in(date.range.clone())
            .iter()
            .filter(|number| view.char(number.digits.start) == '0' && number.digits.len() == 2);
        let zeros: Vec<usize> = padded.map(|number| number.digits.start).collect();
        if zeros.is_empty() {
            continue;
        }
        let text = view.words(date.range.clone());
        let mut finding = findings.at(date.range.clone(), format!("日期“{text}”的月、日编了虚位"));
        finding = finding.hint("1月不写作01月");
        for zero in zeros {
            finding = finding.replace(zero..zero + 1, "");
        }
    }
}
