//! 2023年5月印发……（〔2032〕44号）: another year than that of the issue.

use std::cell::LazyCell;
use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::dated;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 2023年5月印发……（〔2032〕44号）: another year than that of the issue.
pub(crate) const DOCUMENT_NUMBER_OTHER_YEAR: Rule = Rule {
    name: "document-number-other-year",
    title: "发文字号的年份与印发时间不符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("document_number_other_year.md"),
};

/// Verbs right behind the date of issue.
const VERBS: &[&str] = &["印发", "出台", "发布", "下发", "制定印发", "联合印发"];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let signed = LazyCell::new(|| dated(view).and_then(|date| date.year));
    let pairs = view.pairs_opened_by('〔');
    for pair in pairs.filter(|pair| pair.close == pair.open + 5) {
        let Ok(year) = view.words(pair.open + 1..pair.close).parse::<u16>() else {
            continue;
        };
        let Some((issued, month)) = issued(view, pair.open).or_else(|| own(view, pair.open)) else {
            let number = pair.open..pair.close + 1;
            // What stands above the text is the letter's own number.
            let is_body = number.start > view.reply().opening.start;
            if let Some(signed) = is_body.then(|| *signed).flatten().filter(|it| year > *it) {
                cited(view, number, signed, findings);
            }
            continue;
        };
        // A paper of December may be printed in January.
        let is_right = year == issued || (year + 1 == issued && month <= 2);
        if !is_right {
            findings
                .at(
                    place(view, pair.open..pair.close + 1, year > issued),
                    format!("{issued}年印发的文件，发文字号的年份却是{year}年"),
                )
                .hint("核对年份");
        }
    }
}

/// 〔2032〕12号 in a letter of 2024: a paper that is cited was there before.
fn cited(view: &TextView<'_>, number: Range<usize>, signed: u16, findings: &mut Findings<'_>) {
    let text = view.words(number.clone());
    findings
        .at(
            number,
            format!("引用的发文字号“{text}”晚于落款的{signed}年"),
        )
        .hint("核对年份");
}

/// Where to look: at the date of a letter whose own number is of a later year, because the number is
/// given last and the date may be left over from the year before.
fn place(view: &TextView<'_>, number: Range<usize>, is_later: bool) -> Range<usize> {
    let is_own = issued(view, number.start).is_none();
    let date = dated(view).filter(|_| is_own && is_later);
    date.map_or(number, |date| date.range.clone())
}

/// The year and month of the date of issue, if the number is a line of its own above the letter.
fn own(view: &TextView<'_>, number: usize) -> Option<(u16, u32)> {
    let line = &view.paragraph(number)?.range;
    // A text in one line is not walked for each of its numbers.
    if line.len() >= 30 || line.end >= view.reply().opening.start {
        return None;
    }
    let is_bare = view.ends_at(line.end, "号") && view.find(line.clone(), "（").is_none();
    let is_enclosed = view.is_any_at(line.start, "（(")
        && view.one_of_before(line.end, &["号）", "号)"]).is_some()
        && !view.has_any(line, &["提案", "建议", "议案"]);
    let is_alone = is_bare || is_enclosed;
    let date = dated(view).filter(|_| is_alone && view.reply().addressee.is_some())?;
    Some((date.year?, date.month))
}

/// The year and month of issue, if the sentence before the number names only one document.
fn issued(view: &TextView<'_>, number: usize) -> Option<(u16, u32)> {
    let sentence = view.sentence(number);
    let titles = view.marks_in(sentence.start..number);
    if titles.filter(|at| view.char(*at) == '《').count() > 1 {
        return None;
    }
    let numbers = view.numbers_in(sentence.start..number);
    let years = numbers.iter().rev().filter(|it| it.is_year(view.chars()));
    let year = years.into_iter().next()?;
    let date = view.date_at(year.digits.start);
    let end = date.map_or(year.unit.start + 1, |date| date.range.end);
    if view.one_of_at(end, VERBS).is_none() && !is_issued_by(view, end, number) {
        return None;
    }
    let said = view.words(year.digits.clone()).parse().ok()?;
    Some((said, date.map_or(1, |date| date.month)))
}

/// 2025年4月，县政府办公室印发了《…》（云政办发〔2026〕14号）: the clause behind the date tells of the issue.
fn is_issued_by(view: &TextView<'_>, date_end: usize, number: usize) -> bool {
    const ISSUES: [&str; 8] = [
        "印发",
        "印发了",
        "出台",
        "出台了",
        "发布",
        "发布了",
        "制定印发",
        "制定出台",
    ];
    const LONGEST: usize = 20;
    let Some(open) = (date_end..number).find(|at| view.char(*at) == '《') else {
        return false;
    };
    let clause = view.clause(open.saturating_sub(1));
    let link = view.words(date_end..clause.start.max(date_end));
    let is_next = clause.start <= date_end || matches!(link, "，" | "，经研究，");
    is_next && open - date_end <= LONGEST && view.one_of_before(open, &ISSUES).is_some()
}
