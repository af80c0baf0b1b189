//! Breaks a paragraph into lines on the grid of half cells.

use std::ops::Range;

use super::boundary::{Boundary, Break};
use super::cells::{Atom, AtomKind};
use crate::text::punctuation::{BlankHalf, blank_half};

/// The kinds of break, the more willing first, each with the blank half cells at a line's end up to
/// which the next kind is not asked: a date is divided before a line ends more than a cell short, a
/// figure only before it ends more than four cells short, a number and its unit before a quarter of
/// the line is blank.
const WILLINGNESS: [(Break, usize); 4] = [
    (Break::Free, 2),
    (Break::Part, 8),
    (Break::Figure, 8),
    (Break::Unit, 0),
];

/// A paragraph's last line of so many characters is an orphan.
const ORPHAN: usize = 2;

/// Half cells of a line; in shorter ones, of tables, a word on the last line is no orphan.
const LEAST_MEASURE: usize = 28;

/// The half cells that the line before an orphan may end short so that it has company.
const GIVEN: usize = 2;

/// A paragraph ready to be broken.
pub(super) struct Material<'a> {
    /// Its characters.
    pub(super) characters: &'a [char],
    /// Its atoms.
    pub(super) atoms: &'a [Atom],
    /// The place before each character.
    pub(super) boundaries: &'a [Boundary],
}

/// A line: which atoms, and which of them give up half a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The atoms, spaces at the end included.
    pub(super) atoms: Range<usize>,
    /// Marks that give up their blank half, in order.
    pub(super) trimmed: Vec<usize>,
    /// Whether the paragraph ends here.
    pub(super) is_last: bool,
    /// Whether the line had to be broken where it must not.
    pub(super) is_forced: bool,
}

/// Which marks may give up their blank halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// Those at the line's end and beside other marks.
    Joined,
    /// Those that stand alone as well.
    Single,
}

/// Where a line ends.
struct End {
    atom: usize,
    trimmed: Vec<usize>,
    is_forced: bool,
}

/// Breaks a paragraph; `first` and `rest` are the half cells of its first and its other lines.
///
/// A prohibited character never begins or ends a line and no number is broken, unless a text has
/// no place at all to break it: then the line is marked as forced.
pub(super) fn lines(material: &Material<'_>, first: usize, rest: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < material.atoms.len() {
        let measure = if lines.is_empty() { first } else { rest };
        let end = material.line_end(start, measure);
        lines.push(Line {
            atoms: start..end.atom,
            trimmed: end.trimmed,
            is_last: end.atom == material.atoms.len(),
            is_forced: end.is_forced,
        });
        start = end.atom;
    }
    material.join_orphan(&mut lines, first, rest);
    lines
}

impl Material<'_> {
    fn line_end(&self, start: usize, measure: usize) -> End {
        let fit = self.fitting(start, measure);
        if fit == self.atoms.len() {
            return End {
                atom: fit,
                trimmed: Vec::new(),
                is_forced: false,
            };
        }
        let Some((natural, level)) = self.natural_end(start, fit, measure) else {
            return End {
                atom: fit.max(start + 1),
                trimmed: Vec::new(),
                is_forced: true,
            };
        };
        let slack = measure - self.halves(start..natural);
        let pulled = (natural < fit || slack >= 2)
            .then(|| self.pulled_end(start..natural, level, Marks::Joined, measure))
            .flatten();
        let pulled = pulled.or_else(|| self.filled_end(start..natural, level, slack, measure));
        pulled.unwrap_or(End {
            atom: natural,
            trimmed: Vec::new(),
            is_forced: false,
        })
    }

    /// The end of the atoms that fit, spaces at the end not counted.
    fn fitting(&self, start: usize, measure: usize) -> usize {
        let mut halves = 0;
        for (index, atom) in self.atoms.iter().enumerate().skip(start) {
            halves += atom.halves;
            if halves > measure && atom.kind != AtomKind::Space {
                return index;
            }
        }
        self.atoms.len()
    }

    /// The last willing break; the less willing ones only where a line would be left half empty.
    fn natural_end(&self, start: usize, fit: usize, measure: usize) -> Option<(usize, Break)> {
        let mut best: Option<(usize, Break)> = None;
        for (level, tolerated) in WILLINGNESS {
            let end = (start + 1..=fit).rev().find(|end| self.is_end(*end, level));
            if let Some(end) = end.filter(|end| best.is_none_or(|(best, _)| *end > best)) {
                best = Some((end, level));
            }
            let slack = best.map(|(end, _)| measure - self.halves(start..end).min(measure));
            let tolerated = match level {
                Break::Figure => tolerated.max(measure / 4),
                _ => tolerated,
            };
            if slack.is_some_and(|slack| slack <= tolerated) {
                break;
            }
        }
        best
    }

    fn is_end(&self, end: usize, level: Break) -> bool {
        self.atoms
            .get(end)
            .is_none_or(|atom| self.boundaries[atom.characters.start].r#break <= level)
    }

    /// An end that leaves no hole where the line would else be `slack` short, more than a cell: the
    /// next one, or the next one inside a date or range.
    fn filled_end(
        &self,
        natural: Range<usize>,
        level: Break,
        slack: usize,
        measure: usize,
    ) -> Option<End> {
        let [(_, tolerated), ..] = WILLINGNESS;
        let levels = [level, Break::Part];
        let pull = |level| self.pulled_end(natural.clone(), level, Marks::Single, measure);
        (slack > tolerated)
            .then(|| levels.into_iter().find_map(pull))
            .flatten()
    }

    /// The next end after the line `natural`, if marks can give up what it is too long by.
    fn pulled_end(
        &self,
        natural: Range<usize>,
        level: Break,
        marks: Marks,
        measure: usize,
    ) -> Option<End> {
        let start = natural.start;
        let end = (natural.end + 1..=self.atoms.len()).find(|end| self.is_end(*end, level))?;
        let excess = self.halves(start..end).checked_sub(measure)?;
        let trimmed = self.trimmed(self.without_spaces(start..end), excess, marks)?;
        Some(End {
            atom: end,
            trimmed,
            is_forced: false,
        })
    }

    /// Marks whose blank halves give up `excess` half cells; absent if there are not enough.
    ///
    /// Marks at the line's end and beside other marks come first. In a line of full-width characters
    /// only, the Han after a mark must stay on the grid: the marks of one place give up two halves,
    /// and a single half is given up by none. Where digits and letters have moved the Han already, a
    /// mark that stands alone may give up its half as well (CLREQ 3.1.6), the last ones first.
    fn trimmed(&self, line: Range<usize>, excess: usize, marks: Marks) -> Option<Vec<usize>> {
        let is_full = self.is_full_width(line.clone());
        let mut trimmed = Vec::new();
        for run in self.mark_runs(line.clone()).into_iter().rev() {
            let open = excess - trimmed.len();
            let joined = self.trimmable(run.clone(), run.end == line.end);
            let usable = if is_full {
                joined.len().min(open) / 2 * 2
            } else {
                joined.len().min(open)
            };
            trimmed.extend(joined.into_iter().rev().take(usable));
        }
        if marks == Marks::Single && !is_full {
            let open = excess - trimmed.len();
            trimmed.extend(self.single_marks(line).rev().take(open));
        }
        trimmed.sort_unstable();
        (trimmed.len() == excess).then_some(trimmed)
    }

    /// Stops and closing marks between other characters, the line's last one left out.
    fn single_marks(&self, line: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let runs = self.mark_runs(line.clone()).into_iter();
        runs.filter(move |run| run.len() == 1 && run.end < line.end)
            .map(|run| run.start)
            .filter(|mark| self.blank_half(*mark) == Some(BlankHalf::Right))
    }

    /// Runs of marks that have a blank half.
    fn mark_runs(&self, line: Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for index in line.filter(|index| self.blank_half(*index).is_some()) {
            match runs.last_mut().filter(|run| run.end == index) {
                Some(run) => run.end = index + 1,
                None => runs.push(index..index + 1),
            }
        }
        runs
    }

    /// The marks of a run whose blank half is beside another mark or the line's end.
    fn trimmable(&self, run: Range<usize>, is_at_end: bool) -> Vec<usize> {
        run.clone()
            .filter(|index| match self.blank_half(*index) {
                Some(BlankHalf::Right) => index + 1 < run.end || is_at_end,
                Some(BlankHalf::Left) => *index > run.start,
                None => false,
            })
            .collect()
    }

    /// Gives a last line of one or two characters another one, or none, if the line before it can
    /// give or take a cell.
    fn join_orphan(&self, lines: &mut Vec<Line>, first: usize, rest: usize) {
        let [.., before, last] = lines.as_slice() else {
            return;
        };
        let is_orphan = self.characters_in(last.atoms.clone()) <= ORPHAN && rest >= LEAST_MEASURE;
        if !is_orphan || before.is_forced || !before.trimmed.is_empty() {
            return;
        }
        let measure = if lines.len() == 2 { first } else { rest };
        let (start, middle, end) = (before.atoms.start, last.atoms.start, last.atoms.end);
        let joined = self
            .halves(start..end)
            .checked_sub(measure)
            .and_then(|excess| {
                self.trimmed(self.without_spaces(start..end), excess, Marks::Joined)
            });
        if let Some(trimmed) = joined {
            lines.pop();
            let line = Line {
                atoms: start..end,
                trimmed,
                is_last: true,
                is_forced: false,
            };
            lines.pop();
            lines.push(line);
            return;
        }
        let least = measure.saturating_sub(GIVEN);
        let earlier = (start + 1..middle)
            .rev()
            .take_while(|at| self.halves(start..*at) >= least)
            .find(|at| self.is_end(*at, Break::Free) && self.characters_in(*at..end) > ORPHAN);
        if let (Some(at), [.., before, last]) = (earlier, lines.as_mut_slice()) {
            before.atoms.end = at;
            last.atoms.start = at;
        }
    }

    /// How many characters stand in atoms, spaces at the end not counted.
    fn characters_in(&self, atoms: Range<usize>) -> usize {
        let atoms = &self.atoms[self.without_spaces(atoms)];
        atoms.iter().map(|atom| atom.characters.len()).sum()
    }

    fn blank_half(&self, atom: usize) -> Option<BlankHalf> {
        blank_half(self.characters[self.atoms[atom].characters.start])
            .filter(|_| self.atoms[atom].kind == AtomKind::Full)
    }

    /// The line without the spaces at its end.
    pub(super) fn without_spaces(&self, line: Range<usize>) -> Range<usize> {
        let spaces = self.atoms[line.clone()]
            .iter()
            .rev()
            .take_while(|atom| atom.kind == AtomKind::Space)
            .count();
        line.start..line.end - spaces
    }

    /// The half cells of a line without the spaces at its end and before any mark gives way.
    pub(super) fn halves(&self, line: Range<usize>) -> usize {
        self.atoms[self.without_spaces(line)]
            .iter()
            .map(|atom| atom.halves)
            .sum()
    }

    /// Whether a line holds nothing but full-width characters.
    pub(super) fn is_full_width(&self, line: Range<usize>) -> bool {
        self.atoms[self.without_spaces(line)]
            .iter()
            .all(|atom| atom.kind == AtomKind::Full)
    }
}

#[cfg(test)]
mod tests {
    use super::super::boundary::{bind_figure, boundaries};
    use super::super::cells::{Shape, atoms};
    use super::super::length::Length;
    use super::*;

    fn broken(text: &str, cells: usize, figure: Option<Range<usize>>) -> Vec<(String, usize)> {
        let characters: Vec<char> = text.chars().collect();
        let shapes = vec![
            Shape {
                font: None,
                advance: Length::mm(3.0)
            };
            characters.len()
        ];
        let atoms = atoms(&characters, &shapes, Length::mm(2.79), cells * 2);
        let mut boundaries = boundaries(&characters);
        if let Some(figure) = figure {
            bind_figure(&characters, figure, &mut boundaries);
        }
        let material = Material {
            characters: &characters,
            atoms: &atoms,
            boundaries: &boundaries,
        };
        let text = |range: Range<usize>| -> String {
            let atoms = &material.atoms[range];
            atoms
                .iter()
                .flat_map(|atom| &characters[atom.characters.clone()])
                .collect()
        };
        lines(&material, cells * 2, cells * 2)
            .into_iter()
            .map(|line| (text(line.atoms), line.trimmed.len()))
            .collect()
    }

    fn check(text: &str, cells: usize, expected: &[&str]) {
        let lines = broken(text, cells, None);
        let lines: Vec<&str> = lines.iter().map(|(line, _)| line.as_str()).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_stop_takes_the_character_before_it_to_the_next_line() {
        check("一二三四五，六七", 5, &["一二三四", "五，六七"]);
    }

    #[test]
    fn an_opening_mark_goes_to_the_next_line() {
        check("一二三四《五六》", 5, &["一二三四", "《五六》"]);
    }

    #[test]
    fn two_marks_at_the_end_share_a_cell() {
        assert_eq!(
            broken("一二三四》，五六", 5, None),
            [("一二三四》，".to_owned(), 2), ("五六".to_owned(), 0)]
        );
    }

    #[test]
    fn marks_within_a_full_line_give_up_whole_cells_only() {
        // ”，“ saves two halves and pulls the stop in; ”， would save one and shift the Han.
        assert_eq!(
            broken("一”，“二三，四", 6, None)[0],
            ("一”，“二三，".to_owned(), 2)
        );
        assert_eq!(
            broken("一”，二三四，五", 6, None)[0],
            ("一”，二三".to_owned(), 0)
        );
    }

    #[test]
    fn a_line_with_digits_may_give_up_half_a_cell_at_its_end() {
        assert_eq!(
            broken("一1二三四，五", 5, None)[0],
            ("一1二三四，".to_owned(), 1)
        );
    }

    #[test]
    fn a_number_goes_to_the_next_line_with_its_unit() {
        check("一二三四五1001件，六", 8, &["一二三四五", "1001件，六"]);
    }

    #[test]
    fn a_number_is_parted_from_its_unit_before_a_line_is_left_half_empty() {
        check(
            "一二三四五10010000万件，",
            10,
            &["一二三四五10010000", "万件，"],
        );
    }

    #[test]
    fn a_number_keeps_its_unit_at_the_end_of_a_whole_line() {
        let text = "一二三四五六七八九十一二三四五六七八九十一二三26731.65万件，又";
        let lines = broken(text, 28, None);
        assert_eq!(lines[1].0, "26731.65万件，又");
    }

    #[test]
    fn a_date_is_divided_before_a_line_ends_more_than_a_cell_short() {
        check(
            "一二三四2021年12月31日：",
            10,
            &["一二三四2021年12月", "31日："],
        );
        check(
            "一二三四五六2021年7月，",
            9,
            &["一二三四五六2021年", "7月，"],
        );
        // Whole, the date leaves a cell at most.
        check("一二三四五六七八2021年", 9, &["一二三四五六七八", "2021年"]);
    }

    #[test]
    fn a_range_is_divided_after_its_dash_only() {
        check(
            "一二三四（2021—2035年）",
            8,
            &["一二三四（2021—", "2035年）"],
        );
        check(
            "一二三（2021—2035年）：",
            9,
            &["一二三（2021—", "2035年）："],
        );
    }

    #[test]
    fn the_number_of_a_figure_stays_whole_unless_a_line_is_left_half_empty() {
        let lines = broken("一二三四五全国第二位，", 9, Some(5..10));
        assert_eq!(lines[0].0, "一二三四五全国");
        let lines = broken("一二三第二百二十二位，", 8, Some(3..10));
        assert_eq!(lines[0].0, "一二三第二百二十");
    }

    #[test]
    fn an_orphan_gets_company_or_joins_the_line_before() {
        let text = "一二三四五六七八九十甲乙丙丁戊。";
        check(text, 14, &["一二三四五六七八九十甲乙丙", "丁戊。"]);
        let text = "一二三四五六七八九十甲》，“丙丁，戊";
        check(text, 17, &[text]);
        // With three characters it is none, and a line gives no more than a cell.
        let text = "一二三四五六七八九十甲乙丙丁戊己。";
        check(text, 14, &["一二三四五六七八九十甲乙丙丁", "戊己。"]);
    }

    #[test]
    fn a_single_mark_gives_way_before_digits_leave_a_hole() {
        // 同比增长 would end the line three cells short.
        let text = "一22五，全省，五六，同比增长12.4%；又";
        let lines = broken(text, 17, None);
        assert_eq!(
            lines[0],
            ("一22五，全省，五六，同比增长12.4%；".to_owned(), 2)
        );
        // A cell at most is left to justification.
        let lines = broken("一2五，六七八，九十甲乙丙丁戊", 14, None);
        assert_eq!(lines[0].1, 0);
    }

    #[test]
    fn a_text_without_any_break_is_forced() {
        check("！！！！！！！", 5, &["！！！！！", "！！"]);
    }

    #[test]
    fn spaces_hang_at_a_line_end() {
        check("一二三四五 六", 5, &["一二三四五 ", "六"]);
    }
}
