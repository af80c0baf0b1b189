//! Closing block: clause 7.3.5.

mod sealed;

use super::annex_note;
use super::annexes::first_page;
use super::lines::{Line, Lines};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

pub(super) fn measure(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(block) = Block::new(lines, style) else {
        return;
    };
    let is_at = |cells: usize| (block.free(block.date) - cells as f64).abs() < 0.5;
    if !is_at(style.closing_block.sealed_date_right) || block.is_unsealed() {
        block.unsealed(findings);
    } else if let Some(post) = block.post() {
        block.stamped(post, findings);
    } else {
        block.sealed(findings);
    }
    block.tightened(findings);
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

/// The date of issue: the last one before the annexes, which may hold dates of their own.
pub(super) fn date(lines: &Lines) -> Option<&Line> {
    let dates = || lines.body().filter(|line| is_date(&line.text()));
    let annexes = first_page(lines).unwrap_or(usize::MAX);
    let own = dates().filter(|date| date.page < annexes).last();
    own.or_else(|| dates().last())
}

/// The date of issue and what stands above it.
struct Block<'l> {
    lines: &'l Lines,
    style: &'l PageStyle,
    date: &'l Line,
    /// The lines right above the date, the lowest and leftmost first.
    sign_offs: Vec<&'l Line>,
    /// The line pitch of the page, which 7.3.5.5 allows to be tightened.
    pitch: Length,
    /// Rows of the annex note.
    note: Vec<Line>,
}

impl<'l> Block<'l> {
    fn new(lines: &'l Lines, style: &'l PageStyle) -> Option<Self> {
        let date = date(lines)?;
        let mut block = Self {
            lines,
            style,
            date,
            sign_offs: Vec::new(),
            pitch: lines.pitch_of_page(style, date.page),
            note: annex_note::rows(lines, style),
        };
        let mut lowest = date;
        while let Some(above) = block.next_above(lowest).filter(|it| block.is_inset(it)) {
            if block.blank_rows(above, lowest) > 0.0 {
                break;
            }
            let is_same = |line: &&Line| line.is_beside(above);
            block.sign_offs.extend(lines.body().filter(is_same));
            lowest = above;
        }
        Some(block)
    }

    /// The nearest line of text above another one.
    fn next_above(&self, below: &Line) -> Option<&'l Line> {
        self.lines.above(below, self.pitch)
    }

    /// Whether a line begins further in than text does.
    fn is_inset(&self, line: &Line) -> bool {
        let cell = self.style.cell();
        line.left(cell) > self.style.binding + cell * 4.0
    }

    /// Rows without text between two lines.
    fn blank_rows(&self, above: &Line, below: &Line) -> f64 {
        ((below.baseline() - above.baseline()) / self.pitch).round() - 1.0
    }

    /// Rows without text above a line; nothing where it begins a page.
    fn blank_above(&self, line: &Line) -> Option<f64> {
        Some(self.blank_rows(self.next_above(line)?, line))
    }

    /// Cells left free at a line's right.
    fn free(&self, line: &Line) -> f64 {
        let cell = self.style.cell();
        (self.style.right() - line.right(cell)) / cell
    }

    /// Whether the lead's sign-off stands as 7.3.5.2 wants it: a date two cells after the first
    /// character of ten is also four cells from the right and in their middle.
    fn is_unsealed(&self) -> bool {
        let block = self.style.closing_block;
        let Some(lead) = self.sign_offs.last() else {
            return false;
        };
        let cell = self.style.cell();
        let indent = (self.date.left(cell) - lead.left(cell)) / cell;
        let is = |found: f64, expected: usize| (found - expected as f64).abs() < 0.2;
        is(self.free(lead), block.sign_off_right)
            && is(indent, block.date_indent)
            && self.blank_above(lead) == Some(block.rows_above as f64)
    }

    /// A number of cells; digits stand a little beside the middle of their half cells.
    fn cells(
        &self,
        findings: &mut Findings,
        name: (&'static str, &'static str),
        expected: usize,
        found: Option<f64>,
    ) {
        let tolerance = super::TOLERANCE * 2.0 / self.style.cell().to_mm();
        findings.number(name, expected as f64, found, Unit::Cell, tolerance);
    }

    /// 7.3.5.2.
    fn unsealed(&self, findings: &mut Findings) {
        let clause = "7.3.5.2";
        let block = self.style.closing_block;
        let cell = self.style.cell();
        let width = |line: &Line| (line.right(cell) - line.left(cell)).to_mm();
        // The lead issuer stands first.
        let Some(lead) = self.sign_offs.last().copied() else {
            let free = Some(self.free(self.date));
            self.cells(
                findings,
                ("成文日期右空", clause),
                block.sign_off_right,
                free,
            );
            return;
        };
        let widest = self.sign_offs.iter().copied();
        let widest = widest.max_by(|one, other| width(one).total_cmp(&width(other)));
        let (name, outer) = if width(self.date) > width(lead) {
            ("成文日期右空", self.date)
        } else {
            ("署名右空", widest.unwrap_or(lead))
        };
        let free = Some(self.free(outer));
        self.cells(findings, (name, clause), block.sign_off_right, free);
        let indent = (self.date.left(cell) - lead.left(cell)) / cell;
        let name = ("日期比署名右移", clause);
        self.cells(findings, name, block.date_indent, Some(indent));
        if self.sign_offs.len() > 1 {
            let rights = || self.sign_offs.iter().map(|line| self.free(line));
            let apart = rights().fold(f64::MIN, f64::max) - rights().fold(f64::MAX, f64::min);
            self.cells(findings, ("各署名右边之差", clause), 0, Some(apart));
        }
        let rows = self.blank_above(lead);
        let name = ("署名上空行", clause);
        findings.number(name, block.rows_above as f64, rows, Unit::Count, 0.0);
    }

    /// 7.3.5.5: how much nearer the lines of the block's page are than those of the others.
    fn tightened(&self, findings: &mut Findings) {
        let page = self.date.page;
        let others = self.lines.pitch_on(self.style, |other| other != page);
        let others = others.unwrap_or_else(|| self.style.line_pitch());
        let share = (1.0 - self.pitch / others).max(0.0) * 100.0;
        let most = self.style.closing_block.tightening * 100.0;
        let name = ("落款页行距收紧", "7.3.5.5");
        let tolerance = super::TOLERANCE / others.to_mm() * 100.0;
        findings.number(name, most, Some(share), Unit::Percent, tolerance);
        findings.at_most();
        findings.open();
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
