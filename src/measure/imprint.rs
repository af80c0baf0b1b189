//! Imprint: clauses 7.4 and 10.1.

use super::lines::{Line, Lines};
use super::pdf::{Rule, Sheet};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// The thickness of a rule may be off by this much: it is a fifth of the thin one's.
const WEIGHT_TOLERANCE: f64 = 0.05;

/// The rules, the last one on the type area's foot, the last page an even one.
pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(last) = sheets.len().checked_sub(1) else {
        return;
    };
    let is_first = |line: &&Line| line.begins_imprint();
    let Some(first) = lines.of_page(last).find(is_first) else {
        return;
    };
    let size = Some(first.size().to_pt());
    let expected = style.sizes.no4.to_pt();
    findings.number(("版记字号", "7.4"), expected, size, Unit::Point, 0.1);
    let imprint = Imprint {
        lines,
        style,
        first,
        page: last,
    };
    match &imprint.rules(&sheets[last])[..] {
        [first, inner @ .., end] => imprint.ruled(first, inner, end, findings),
        _ => imprint.unruled(findings),
    }
}

/// What stands in the imprint.
struct Imprint<'l> {
    lines: &'l Lines,
    style: &'l PageStyle,
    /// Its first line.
    first: &'l Line,
    page: usize,
}

impl Imprint<'_> {
    fn rules(&self, sheet: &Sheet) -> Vec<Rule> {
        let rules = sheet.rules.iter().copied();
        let mut rules: Vec<Rule> = rules
            .filter(|rule| !rule.is_red && rule.right - rule.left > Length::mm(100.0))
            .filter(|rule| rule.bottom > self.first.top() - Length::mm(15.0))
            .collect();
        rules.sort_by(|one, other| one.top.to_mm().total_cmp(&other.top.to_mm()));
        // A rule further up is a table's.
        let above = rules.iter().filter(|rule| rule.top < self.first.top());
        let tables = above.count().saturating_sub(1);
        rules.split_off(tables)
    }

    /// 7.4.1 to 7.4.3.
    fn ruled(&self, first: &Rule, inner: &[Rule], end: &Rule, findings: &mut Findings) {
        let style = self.style;
        let at = |length: Length| Some((length, self.page));
        findings.length("版记末线下边", "7.4.1", style.foot(), at(end.bottom));
        let length = at(first.right - first.left);
        findings.length("版记分隔线长", "7.4.1", style.type_area.width, length);
        let mut weight = |name, expected, rule: &Rule| {
            findings.length(name, "7.4.1", expected, at(rule.bottom - rule.top));
            findings.allowing(WEIGHT_TOLERANCE);
        };
        weight("版记首线粗", style.imprint.thick, first);
        for rule in inner {
            weight("版记中间线粗", style.imprint.thin, rule);
        }
        weight("版记末线粗", style.imprint.thick, end);
        let rows = self.rows(first, end);
        let row = at((end.bottom - first.top) / rows.max(1) as f64);
        findings.length("版记行高", "7.4.1", style.imprint.row, row);
        findings.open();
        let is_odd = f64::from(u8::from(!(self.page + 1).is_multiple_of(2)));
        findings.number(("版记在单页", "7.4"), 0.0, Some(is_odd), Unit::Count, 0.0);
        self.indents(findings);
    }

    /// The lines between two rules.
    fn rows(&self, first: &Rule, end: &Rule) -> usize {
        let is_between = |line: &&Line| first.bottom < line.baseline() && line.baseline() < end.top;
        let lines = self.lines.of_page(self.page).filter(is_between);
        let mut baselines: Vec<Length> = lines.map(Line::baseline).collect();
        baselines.dedup_by(|one, other| (*one - *other).abs() < Length::mm(0.5));
        baselines.len()
    }

    /// Cells left free: one at the left of the list and of the printing office, one at the right of
    /// the printing date.
    fn indents(&self, findings: &mut Findings) {
        let em = self.first.size();
        let style = self.style;
        let mut cells = |name, clause, found: Length| {
            let expected = style.imprint.indent as f64;
            findings.number((name, clause), expected, Some(found / em), Unit::Cell, 0.05);
        };
        let left = |line: &Line| line.left(em) - style.binding;
        if !self.first.text().ends_with("印发") {
            cells("抄送左空", "7.4.2", left(self.first));
        }
        let mut of_page = self.lines.of_page(self.page);
        let Some(date) = of_page.find(|line| line.text().ends_with("印发")) else {
            return;
        };
        let is_beside = |line: &&Line| (line.baseline() - date.baseline()).abs() < em * 0.1;
        let office = self.lines.of_page(self.page).find(is_beside);
        if let Some(office) = office {
            cells("印发机关左空", "7.4.3", left(office));
        }
        cells("印发日期右空", "7.4.3", style.right() - date.right(em));
    }

    /// 10.1: the copied-to list alone, its last line on the type area's foot.
    fn unruled(&self, findings: &mut Findings) {
        let is_own = |line: &&Line| {
            (line.size() - self.first.size()).abs() < Length::mm(0.1)
                && line.baseline() < self.style.foot() + Length::mm(3.0)
        };
        let lines = self.lines.of_page(self.page).filter(is_own);
        let foot = lines.last().map(|line| (line.bottom(), self.page));
        findings.length("抄送末行下边", "10.1", self.style.foot(), foot);
    }
}
