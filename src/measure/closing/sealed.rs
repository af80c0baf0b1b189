//! Sign-offs with room for seals and posts with room for name stamps: clauses 7.3.5.1 and 7.3.5.3.

use super::super::lines::Line;
use super::super::{Findings, Unit};
use super::Block;
use crate::layout::length::Length;

/// Names beside each other are further apart than this, in ems; characters of a name are not.
const NAME_GAP: f64 = 0.4;

impl<'l> Block<'l> {
    /// 7.3.5.1.
    pub(super) fn sealed(&self, findings: &mut Findings) {
        let clause = "7.3.5.1";
        let block = self.style.closing_block;
        let cell = self.style.cell();
        let free = Some(self.free(self.date));
        let name = ("成文日期右空", clause);
        self.cells(findings, name, block.sealed_date_right, free);
        let names = self.names();
        let off = names
            .last()
            .map(|last| last.middle(cell) - self.date.middle(cell));
        let off = off.map(|off| off / cell);
        self.cells(findings, ("署名与日期居中之差", clause), 0, off);
        let rows = self.first_row().and_then(|first| self.blank_above(first));
        let name = ("署名上空行", clause);
        findings.number(name, block.sealed_rows_above as f64, rows, Unit::Count, 0.0);
        if names.len() > 1 {
            let most = block.sign_offs_in_row as f64;
            let count = Some(names.len() as f64);
            findings.number(("一排署名数", clause), most, count, Unit::Count, 0.0);
            findings.at_most();
            let steps = names.windows(2);
            let steps = steps.map(|pair| (pair[1].middle(cell) - pair[0].middle(cell)).to_mm());
            let nearest = Length::mm(steps.fold(f64::MAX, f64::min));
            let apart = Some((nearest, self.date.page));
            findings.length("相邻署名中线距", clause, block.seal + block.seal_gap, apart);
            findings.at_least();
            findings.open();
        }
    }

    /// The names on the row above the date, from the left.
    fn names(&self) -> Vec<Line> {
        let lowest = self.sign_offs.first();
        let row = self
            .sign_offs
            .iter()
            .filter(|line| lowest.is_some_and(|lowest| line.is_beside(lowest)));
        let mut names: Vec<Line> = row.flat_map(|line| line.parted(NAME_GAP)).collect();
        names.sort_by(|one, other| one.marks[0].x.to_mm().total_cmp(&other.marks[0].x.to_mm()));
        names
    }

    /// The first row of sealed sign-offs: rows are as far apart as their seals ask for.
    fn first_row(&self) -> Option<&'l Line> {
        let block = self.style.closing_block;
        let apart = (block.seal + block.seal_gap) / self.style.line_pitch();
        let apart = apart.ceil() - 1.0;
        let mut first = self.sign_offs.last().copied()?;
        while let Some(above) = self.next_above(first) {
            if self.blank_rows(above, first) != apart {
                break;
            }
            first = above;
        }
        Some(first)
    }

    /// The post before a name stamp: an inset line a blank row or more above the date.
    pub(super) fn post(&self) -> Option<&'l Line> {
        let above = self
            .next_above(self.date)
            .filter(|line| self.is_inset(line))?;
        let is_apart = (1.0..=3.0).contains(&self.blank_rows(above, self.date));
        (is_apart && above.right(self.style.cell()) < self.date.right(self.style.cell()))
            .then_some(above)
    }

    /// 7.3.5.3; the room of the stamp is open.
    pub(super) fn stamped(&self, post: &Line, findings: &mut Findings) {
        let clause = "7.3.5.3";
        let block = self.style.closing_block;
        let free = Some(self.free(self.date));
        let name = ("成文日期右空", clause);
        self.cells(findings, name, block.sealed_date_right, free);
        let room = block.sealed_date_right + block.stamp_cells + block.stamp_left;
        self.cells(findings, ("职务右空", clause), room, Some(self.free(post)));
        findings.open();
        let rows = Some(self.blank_rows(post, self.date));
        let name = ("签名章与日期间空行", clause);
        findings.number(name, block.rows_under_stamp as f64, rows, Unit::Count, 0.0);
        let mut first = post;
        let mut apart = None;
        while let Some(above) = self.next_above(first).filter(|it| self.is_inset(it)) {
            // A name of the annex note may end above the posts.
            let is_noted = self.note.contains(above);
            if is_noted || (self.free(above) - self.free(post)).abs() > 0.2 {
                break;
            }
            apart = Some(self.blank_rows(above, first) + 1.0);
            first = above;
        }
        if apart.is_some() {
            let name = ("相邻签名章行距", clause);
            findings.number(name, block.stamp_rows as f64, apart, Unit::Count, 0.0);
            findings.at_least();
            findings.open();
        }
        let rows = self.blank_above(first);
        let name = ("签名章上空行", clause);
        findings.number(name, block.sealed_rows_above as f64, rows, Unit::Count, 0.0);
    }
}
