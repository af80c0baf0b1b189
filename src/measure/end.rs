//! Closing block and imprint: clauses 7.3.5, 7.4 and 10.1.

use super::lines::{Line, Lines};
use super::pdf::Sheet;
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    closing(lines, style, findings);
    imprint(sheets, lines, style, findings);
}

/// Whether a text is a date as 7.3.5.4 wants it, or as others write it.
fn is_date(text: &str) -> bool {
    let Some((year, rest)) = text.split_once('年') else {
        return false;
    };
    let Some((month, rest)) = rest.split_once('月') else {
        return false;
    };
    let is_number = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let day = rest.strip_suffix('日');
    is_number(year, 4) && is_number(month, 2) && day.is_some_and(|day| is_number(day, 2))
}

/// The page of the date of issue.
pub(super) fn date_page(lines: &Lines) -> Option<usize> {
    let dates = lines.body().filter(|line| is_date(&line.text()));
    dates.last().map(|date| date.page)
}

/// 7.3.5.1 with a seal, 7.3.5.2 without one: whichever the date's place is nearer to.
fn closing(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let cell = style.cell();
    let block = style.closing_block;
    let Some(date) = lines.body().filter(|line| is_date(&line.text())).last() else {
        return;
    };
    let sign_offs = sign_offs(lines, date, style);
    let sign_off = sign_offs.first();
    let free = |line: &Line| (style.right() - line.right(cell)) / cell;
    let cells = |count: usize| count as f64;
    // Digits stand a little beside the middle of their half cells.
    let tolerance = super::TOLERANCE * 2.0 / cell.to_mm();
    let mut check = |name, clause, expected, found| {
        findings.number((name, clause), expected, found, Unit::Cell, tolerance);
    };
    if (free(date) - cells(block.sealed_date_right)).abs() < 0.5 {
        let expected = cells(block.sealed_date_right);
        check("成文日期右空", "7.3.5.1", expected, Some(free(date)));
        let middles = sign_off.map(|line| (line.middle(cell) - date.middle(cell)) / cell);
        check("署名与日期居中之差", "7.3.5.1", 0.0, middles);
        return;
    }
    let Some(sign_off) = sign_off else {
        check(
            "成文日期右空",
            "7.3.5.2",
            cells(block.sign_off_right),
            Some(free(date)),
        );
        return;
    };
    let width = |line: &Line| (line.right(cell) - line.left(cell)).to_mm();
    let widest = sign_offs
        .iter()
        .copied()
        .max_by(|one, other| width(one).total_cmp(&width(other)));
    let widest = widest.unwrap_or(sign_off);
    let (name, outer) = if width(date) > width(widest) {
        ("成文日期右空", date)
    } else {
        ("署名右空", widest)
    };
    check(
        name,
        "7.3.5.2",
        cells(block.sign_off_right),
        Some(free(outer)),
    );
    // The lead issuer stands first.
    let lead = sign_offs.last().copied().unwrap_or(sign_off);
    let indent = (date.left(cell) - lead.left(cell)) / cell;
    check(
        "日期比署名右移",
        "7.3.5.2",
        cells(block.date_indent),
        Some(indent),
    );
}

/// The lines of sign-offs above a date, the lowest first.
fn sign_offs<'l>(lines: &'l Lines, date: &Line, style: &PageStyle) -> Vec<&'l Line> {
    let above = lines
        .body()
        .filter(|line| line.page == date.page && line.baseline() < date.baseline());
    let mut above: Vec<&Line> = above.collect();
    above.reverse();
    let mut below = date.baseline();
    let is_next = |line: &&&Line| {
        let is_near = below - line.baseline() < style.line_pitch() * 1.5;
        below = line.baseline();
        is_near && line.left(style.cell()) > style.binding + style.cell() * 4.0
    };
    above.iter().take_while(is_next).copied().collect()
}

/// 7.4: the rules, the last one on the type area's foot, the last page an even one.
fn imprint(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(last) = sheets.len().checked_sub(1) else {
        return;
    };
    let copied_to = lines
        .of_page(last)
        .find(|line| line.text().starts_with("抄送：") || line.text().ends_with("印发"));
    let Some(copied_to) = copied_to else { return };
    let size = Some(copied_to.size().to_pt());
    findings.number(
        ("版记字号", "7.4"),
        style.sizes.no4.to_pt(),
        size,
        Unit::Point,
        0.1,
    );
    let mut rules: Vec<_> = sheets[last]
        .rules
        .iter()
        .filter(|rule| !rule.is_red && rule.right - rule.left > Length::mm(100.0))
        .filter(|rule| rule.bottom > copied_to.top() - Length::mm(15.0))
        .collect();
    rules.sort_by(|one, other| one.top.to_mm().total_cmp(&other.top.to_mm()));
    // A rule further up is a table's.
    let above = rules.iter().filter(|rule| rule.top < copied_to.top());
    let tables = above.count().saturating_sub(1);
    if let [first, .., end] = &rules[tables..] {
        let foot = Some((end.bottom, last));
        findings.length("版记末线下边", "7.4.1", style.foot(), foot);
        let length = Some((first.right - first.left, last));
        findings.length("版记分隔线长", "7.4.1", style.type_area.width, length);
        let weight = Some((first.bottom - first.top, last));
        findings.length("版记首线粗", "7.4.1", style.imprint.thick, weight);
        findings.allowing(0.05);
        let weight = Some((end.bottom - end.top, last));
        findings.length("版记末线粗", "7.4.1", style.imprint.thick, weight);
        findings.allowing(0.05);
        let is_odd = f64::from(u8::from(!sheets.len().is_multiple_of(2)));
        findings.number(("版记在单页", "7.4"), 0.0, Some(is_odd), Unit::Count, 0.0);
        let indent = style.imprint.indent as f64;
        let em = copied_to.size();
        let free = (copied_to.left(em) - style.binding) / em;
        findings.number(("抄送左空", "7.4.2"), indent, Some(free), Unit::Cell, 0.05);
    } else {
        let foot = lines
            .of_page(last)
            .filter(|line| (line.size() - copied_to.size()).abs() < Length::mm(0.1))
            .filter(|line| line.baseline() < style.foot() + Length::mm(3.0))
            .last()
            .map(|line| (line.bottom(), last));
        findings.length("抄送末行下边", "10.1", style.foot(), foot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_other_texts() {
        assert!(is_date("2022年5月20日"));
        assert!(is_date("2022年05月20日"));
        assert!(!is_date("2022年5月20日印发"));
        assert!(!is_date("二〇二二年五月二十日"));
    }
}
