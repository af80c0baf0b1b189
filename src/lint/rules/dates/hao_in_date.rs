//! 2025年6月19号 as the date of issue.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// 2025年6月19号 as the date of issue.
pub(crate) const HAO_IN_DATE: Rule = Rule {
    name: "hao-in-date",
    title: "成文日期的写法不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("hao_in_date.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let lines = view.paragraphs().iter();
    let lines = lines.filter(|it| it.kind == ParagraphKind::Text && it.range.len() <= 12);
    for line in lines
        .clone()
        .filter(|it| is_date_with_stop(view, &it.range))
    {
        let range = line.range.end - 1..line.range.end;
        findings
            .at(range.clone(), "成文日期后面不用标点")
            .hint("删去标点")
            .suggest(range, "");
    }
    for line in lines.filter(|it| is_date_with_hao(view, &it.range)) {
        let range = line.range.end - 1..line.range.end;
        findings
            .at(range.clone(), "成文日期里的“号”应当写成“日”")
            .hint("改为“日”")
            .suggest(range, "日");
    }
}

/// Whether a line is a year, a month and a number with 号, and nothing else.
fn is_date_with_hao(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let last = line.end.saturating_sub(1);
    let Some(day) = view.numbers_in(line.clone()).last() else {
        return false;
    };
    let month = view.date_at(line.start);
    let month = month.filter(|date| date.year.is_some());
    view.char(last) == '号'
        && day.digits.end == last
        && day.digits.len() <= 2
        && month.is_some_and(|it| it.range == (line.start..day.digits.start))
}

/// Whether a line is a whole date and a stop, and nothing else.
fn is_date_with_stop(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let last = line.end.saturating_sub(1);
    let date = view.date_at(line.start);
    let date = date.filter(|date| date.year.is_some() && date.day.is_some());
    view.is_any_at(last, "。，；") && date.is_some_and(|it| it.range == (line.start..last))
}
