//! 2021-2022年, 2021-2035年.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 2021-2022年, 2021-2035年.
pub(crate) const HYPHEN_YEAR_RANGE: Rule = Rule {
    name: "hyphen-year-range",
    title: "起止年份用了连字符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("hyphen_year_range.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        of_months(view, first, second, findings);
        let mark = first.unit.end.max(first.digits.end);
        // The titles of papers print － as well.
        let is_wrong_mark =
            view.is_any_at(mark, "-–~～") || view.char(mark) == '－' && !is_of_title(view, mark);
        if !is_wrong_mark
            || second.digits.start != mark + 1
            || !(is_year(view, first) && is_year(view, second))
        {
            continue;
        }
        // 2012-2015 without 年 may be a number of a standard or of a file.
        let is_named = view.one_of_at(second.digits.end, &["年", "学年"]).is_some()
            || view.in_parentheses(mark) && is_han_paragraph(view, first.digits.start);
        if is_named && !view.before(first.digits.start).is_ascii_alphanumeric() {
            let text = view.words(first.digits.start..second.unit.end);
            let range = first.digits.start..second.unit.end;
            let message = format!("起止年份“{text}”之间是“{}”", view.char(mark));
            // Offices still print the wave between years.
            let finding = match view.char(mark) {
                '~' | '～' | '－' => findings.warn(range, message),
                _ => findings.at(range, message),
            };
            finding
                .hint("起止年份之间用一字线“—”；在书名号里的，按原文核对")
                .replace(mark..mark + 1, "—");
        }
    }
}

/// 2025年9月-2026年6月: months of two years.
fn of_months(view: &TextView<'_>, first: &Number, second: &Number, findings: &mut Findings<'_>) {
    let mark = first.digits.end + 1;
    let is_range = view.char(first.digits.end) == '月'
        && view.is_any_at(mark, "-–")
        && second.digits.start == mark + 1
        && is_year(view, second)
        && view.char(second.digits.end) == '年';
    if is_range && !view.in_title(mark) {
        let text = view.words(first.digits.start..second.unit.end);
        findings
            .at(
                mark..mark + 1,
                format!("起止时间“{text}”之间是“{}”", view.char(mark)),
            )
            .hint("起止时间之间用一字线“—”")
            .replace(mark..mark + 1, "—");
    }
}

/// Whether the mark stands in a title, or in the parentheses of a paper's name.
fn is_of_title(view: &TextView<'_>, mark: usize) -> bool {
    view.in_title(mark) || view.in_parentheses(mark)
}

fn is_year(view: &TextView<'_>, number: &Number) -> bool {
    let digits = view.words(number.digits.clone());
    digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && number.multiplier.is_empty()
}

fn is_han_paragraph(view: &TextView<'_>, start: usize) -> bool {
    start >= 2 && view.char(start - 1) == '（' && is_han(view.char(start - 2))
}
