//! Remarks (附注) under the date of issue: clause 7.3.6.

use super::annexes::is_mark;
use super::closing::date;
use super::findings::Place;
use super::lines::{Line, Lines};
use super::{FIRST_INDENT, Findings, Unit};
use crate::layout::PageStyle;

const CLAUSE: &str = "7.3.6";

pub(super) fn measure(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(date) = date(lines) else { return };
    let remarks = remarks(lines, date);
    let Some(first) = remarks.first().map(|remark| remark.first) else {
        return;
    };
    lefts(&remarks, style, findings);
    let pitch = lines.pitch_of_page(style, date.page);
    let drop = first.row_middle() - date.row_middle();
    let name = "成文日期到附注行距";
    findings.length(name, CLAUSE, pitch, Some((drop, date.page)));
    let bare = remarks.iter().filter(|remark| !remark.is_bracketed);
    let bare = Some(bare.count() as f64);
    let name = ("附注没有加圆括号", CLAUSE);
    findings.number(name, 0.0, bare, Unit::Count, 0.0);
}

/// Every remark begins two cells in.
fn lefts(remarks: &[Remark<'_>], style: &PageStyle, findings: &mut Findings) {
    let lefts = remarks.iter().map(|remark| Place {
        expected: style.binding + style.cell() * FIRST_INDENT as f64,
        found: remark.first.left(style.cell()),
        page: remark.first.page,
    });
    findings.furthest("附注左边", CLAUSE, lefts);
}

struct Remark<'l> {
    first: &'l Line,
    is_bracketed: bool,
}

/// The remarks on the date's page, before an annex that stands there against 7.3.7.
fn remarks<'l>(lines: &'l Lines, date: &Line) -> Vec<Remark<'l>> {
    let below = lines.of_page(date.page);
    let below = below.filter(|line| line.baseline() > date.baseline() && !line.is_beside(date));
    let is_end = |line: &&Line| line.begins_imprint() || is_mark(&line.text());
    let mut below = below.take_while(|line| !is_end(line));
    let mut remarks = Vec::new();
    while let Some(first) = below.find(|line| begins(&line.text())) {
        let mut text = first.text();
        while depth(&text) > 0 {
            let Some(next) = below.next() else { break };
            text.push_str(&next.text());
        }
        remarks.push(Remark {
            first,
            is_bracketed: is_bracketed(&text),
        });
    }
    remarks
}

/// Whether a text is a remark or begins one. Without brackets only what says who may read the letter is
/// certainly one: offices also print contacts there as a line of their own.
fn begins(text: &str) -> bool {
    text.starts_with(['（', '(']) || text.starts_with("此件")
}

/// How many round brackets a text leaves open.
fn depth(text: &str) -> i32 {
    let depth = |character| match character {
        '（' | '(' => 1,
        '）' | ')' => -1,
        _ => 0,
    };
    text.chars().map(depth).sum()
}

fn is_bracketed(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && depth(text) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_told_with_brackets_and_without() {
        assert!(begins("（此件公开发布）") && is_bracketed("（此件公开发布）"));
        assert!(begins("此件公开发布") && !is_bracketed("此件公开发布"));
        assert!(!is_bracketed("（联系人：王某，电话：（027）1"));
        assert!(!begins("办理类别：B") && !begins("联系人：王某"));
    }
}
