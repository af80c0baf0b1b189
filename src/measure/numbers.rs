//! Page numbers: clauses 7.5 and 10.1.

use super::lines::{Line, Lines};
use super::{Findings, Unit};
use crate::layout::PageStyle;

pub(super) fn measure(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let numbers: Vec<&Line> = lines
        .all
        .iter()
        .filter(|line| line.is_page_number())
        .collect();
    let clause = "7.5";
    let size = numbers.first().map(|line| line.size().to_pt());
    findings.number(
        ("页码字号", clause),
        style.sizes.no4.to_pt(),
        size,
        Unit::Point,
        0.1,
    );
    let wrong = numbers.iter().filter(|line| !is_dashed(line)).count();
    let wrong = (!numbers.is_empty()).then_some(wrong as f64);
    findings.number(
        ("页码不是“— 1 —”的页", clause),
        0.0,
        wrong,
        Unit::Count,
        0.0,
    );
    let dash = numbers
        .iter()
        .filter(|line| is_dashed(line))
        .find_map(|line| {
            let first = &line.marks[0];
            Some((first.baseline - first.size * first.ink?.top, line.page))
        });
    let expected = style.page_number.drop;
    let drop = dash.map(|(top, page)| (top - style.foot(), page));
    findings.length("一字线上边距版心下边", clause, expected, drop);
    let blank = style.page_number.indent as f64;
    let em = style.sizes.no4;
    let outer = |line: &&Line| {
        let last = &line.marks[line.marks.len() - 1];
        if line.page.is_multiple_of(2) {
            (style.right() - last.x - last.advance) / em
        } else {
            (line.marks[0].x - style.binding) / em
        }
    };
    for (name, is_odd) in [("单页码右空", true), ("双页码左空", false)] {
        let of_kind = numbers
            .iter()
            .find(|line| line.page.is_multiple_of(2) == is_odd);
        findings.number((name, clause), blank, of_kind.map(outer), Unit::Cell, 0.02);
    }
}

fn is_dashed(line: &Line) -> bool {
    line.text() == format!("—{}—", line.page + 1)
}
