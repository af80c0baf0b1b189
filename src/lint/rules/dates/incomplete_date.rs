//! 截至2026年月底, 年6月9日: a date whose year, month or day was not filled in.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 截至2026年月底, 年6月9日: a date whose year, month or day was not filled in.
pub(crate) const INCOMPLETE_DATE: Rule = Rule {
    name: "incomplete-date",
    title: "日期没有填全",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("incomplete_date.md"),
};

const WORDS: &[&str] = &[
    "年月底",
    "年月末",
    "年月日",
    "年月中旬",
    "年月上旬",
    "年月下旬",
    "截至月底",
    "截至日，",
    "月日，",
    "月日。",
    "月日前",
    "月日起",
    "××年××月",
    "××××年",
    "××月××日",
    "年1月",
    "年2月",
    "年3月",
    "年4月",
    "年5月",
    "年6月",
    "年7月",
    "年8月",
    "年9月",
    "年10月",
    "年11月",
    "年12月",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let written = WORDS[word.number];
    let is_missing = match written.chars().nth(1) {
        Some('至') => true,
        // A year that is left out at the start of the line of the date.
        Some('1'..='9') => is_bare_line(view, word),
        Some('×') => is_as_of(view, word.start),
        _ => view.before(word.start).is_ascii_digit() || is_as_of(view, word.start),
    };
    if is_missing && !view.in_title(word.start) && !view.in_quotes(word.start) {
        let end = word.end - usize::from(written.ends_with(['，', '。']));
        let text = view.words(word.start..end);
        findings
            .at(word.start..end, format!("日期“{text}”没有填全"))
            .hint("补上年、月、日的数字");
    }
}

/// 年6月9日 as a line of its own.
fn is_bare_line(view: &TextView<'_>, word: Word) -> bool {
    let line = view.paragraph(word.start).map(|it| it.range.clone());
    line.is_some_and(|line| {
        let is_part = |at: usize| view.char(at).is_ascii_digit() || view.is_any_at(at, "年月日");
        line.start == word.start && view.before(line.end) == '日' && line.clone().all(is_part)
    })
}

/// 截至××年××月底: what leads to a certain day.
fn is_as_of(view: &TextView<'_>, start: usize) -> bool {
    view.one_of_before(start, &["截至", "截止", "截止到", "预计于", "计划于"])
        .is_some()
}
