//! Issuer mark: clauses 7.2.4 and 10.1. Its edges are those of its ink.

use super::lines::{Line, Lines};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// The red lines of page 1.
pub(super) struct IssuerMark<'l> {
    lines: Vec<&'l Line>,
}

impl<'l> IssuerMark<'l> {
    pub(super) fn new(lines: &'l Lines) -> Self {
        Self {
            lines: lines.of_page(0).filter(|line| line.is_red()).collect(),
        }
    }

    /// The upper edge of its ink, and the page.
    pub(super) fn top(&self) -> Option<(Length, usize)> {
        let tops = self.lines.iter().map(|line| line.ink_top());
        Some((tops.reduce(Length::min)?, 0))
    }

    /// The lower edge of its ink.
    pub(super) fn bottom(&self) -> Option<Length> {
        let bottoms = self.lines.iter().map(|line| line.ink_bottom());
        bottoms.reduce(Length::max)
    }

    /// Its middle and how much room it takes; the size is the issuer's.
    pub(super) fn measure(
        &self,
        (clause, middle): (&'static str, Length),
        style: &PageStyle,
        findings: &mut Findings,
    ) {
        let edges = self.lines.iter().map(|line| {
            let em = line.size();
            (line.left(em), line.right(em))
        });
        let edges = edges.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        let found = edges.map(|(left, right)| ((left + right) / 2.0, 0));
        findings.length("发文机关标志中线", clause, middle, found);
        let sizes = self.lines.iter().map(|line| line.size().to_pt());
        let size = sizes.reduce(f64::max);
        let largest = style.issuer_mark.largest.to_pt();
        let name = ("发文机关标志字号", "7.2.4");
        findings.number(name, largest, size, Unit::Point, 0.1);
        findings.at_most();
        findings.open();
        // Without an office's own limit the type area's width is one.
        let widest = if findings.is_told {
            style.issuer_mark.widest
        } else {
            style.type_area.width
        };
        let width = edges.map(|(left, right)| (right - left, 0));
        findings.length("发文机关标志宽", "7.2.4", widest, width);
        findings.at_most();
        let height = self.top().zip(self.bottom());
        let height = height.map(|((top, _), bottom)| (bottom - top, 0));
        let tallest = style.issuer_mark.tallest;
        findings.length("发文机关标志高", "7.2.4", tallest, height);
        findings.at_most();
        findings.open();
    }
}
