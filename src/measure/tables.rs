//! Tables: clause 8, which leaves rules and padding open.

use super::Findings;
use super::lines::{Line, Lines, median};
use super::pdf::{Rule, Sheet};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// A rule's thickness may be off by this much, in millimetres.
const WEIGHT_TOLERANCE: f64 = 0.05;

pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let uprights: Vec<(usize, Rule)> = sheets
        .iter()
        .enumerate()
        .flat_map(|(page, sheet)| sheet.rules.iter().map(move |rule| (page, *rule)))
        .filter(|(_, rule)| !rule.is_red && rule.is_upright())
        .collect();
    let Some((page, _)) = uprights.first().copied() else {
        return;
    };
    let weights = uprights
        .iter()
        .map(|(_, rule)| (rule.right - rule.left).to_mm());
    let weight = median(weights.collect()).map(|weight| (Length::mm(weight), page));
    findings.length("表格线粗", "8", style.table_rule, weight);
    findings.allowing(WEIGHT_TOLERANCE);
    findings.open();
    let blanks = lines.all.iter().filter_map(|line| {
        let beside = uprights.iter().filter(|(page, rule)| {
            *page == line.page && rule.top < line.baseline() && line.baseline() < rule.bottom
        });
        let blank = beside.filter_map(|(_, rule)| blank(line, rule));
        Some((blank.reduce(Length::min)?, line.page))
    });
    let least = blanks.min_by(|one, other| one.0.to_mm().total_cmp(&other.0.to_mm()));
    if least.is_some() {
        findings.length("表格文字距竖线", "8", style.table_padding, least);
        findings.at_least();
        findings.open();
    }
}

/// The blank between a line and a rule that it does not cross.
fn blank(line: &Line, rule: &Rule) -> Option<Length> {
    let em = line.size();
    let middle = (rule.left + rule.right) / 2.0;
    let before = line.left(em) - middle;
    let after = middle - line.right(em);
    let blank = before.max(after);
    (blank > -em).then_some(blank)
}
