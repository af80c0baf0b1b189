//! Annex note (附件说明) under the body: clause 7.3.4.

use super::annexes::first_page;
use super::closing::date;
use super::findings::Place;
use super::lines::{Line, Lines};
use super::{FIRST_INDENT, Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;
use crate::text::punctuation::prohibited_at_line_end;

const CLAUSE: &str = "7.3.4";

/// 附件 with the colon after it.
const LABELS: [&str; 2] = ["附件：", "附件:"];

/// Stops that people write after a name; a title mark or a bracket may end one.
const STOPS: [char; 6] = ['。', '；', '，', '、', ';', ','];

/// Characters of a label.
const LABEL: usize = 3;

pub(super) fn measure(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(note) = Note::new(lines, style) else {
        return;
    };
    note.place(lines, findings);
    note.hanging(findings);
    note.stops(findings);
}

/// The rows of the note; none if a file has none.
pub(super) fn rows(lines: &Lines, style: &PageStyle) -> Vec<Line> {
    let note = Note::new(lines, style);
    let rows = note.into_iter().flat_map(|note| note.rows);
    rows.map(|row| row.line).collect()
}

/// A row of the note.
struct Row {
    line: Line,
    /// The characters of the number that it begins with, behind the label on the first row.
    number: Option<usize>,
}

/// The note's rows.
struct Note<'s> {
    style: &'s PageStyle,
    /// Never empty.
    rows: Vec<Row>,
    /// The line pitch of its page, which 7.3.5.5 allows to be tightened.
    pitch: Length,
}

impl<'s> Note<'s> {
    /// The last one of the body.
    fn new(lines: &Lines, style: &'s PageStyle) -> Option<Self> {
        let mut body = body_rows(lines);
        let first = body.iter().rposition(|row| is_labelled(&row.text()))?;
        let mut rest = body.split_off(first).into_iter();
        let line = rest.next()?;
        let label = line.after(LABEL);
        let mut note = Self {
            style,
            pitch: lines.pitch_of_page(style, line.page),
            rows: vec![Row {
                number: label.and_then(|label| number(&label.text(), 1)),
                line,
            }],
        };
        while let Some(row) = rest.next().and_then(|line| note.next(line)) {
            note.rows.push(row);
        }
        Some(note)
    }

    /// A line as the note's next row if it is the next name or goes on with the last one.
    fn next(&self, line: Line) -> Option<Row> {
        let last = &self.rows[self.rows.len() - 1].line;
        let numbered = self.rows.iter().filter(|row| row.number.is_some()).count();
        let number = number(&line.text(), numbered + 1);
        // A number and its unit may leave a quarter of a line blank.
        let blank = self.style.right() - last.right(self.style.cell());
        let is_filled = blank < self.style.type_area.width / 4.0;
        let is_next = if line.page == last.page {
            let is_under = line.baseline() - last.baseline() < self.pitch * 1.5;
            is_under && (number.is_some() || is_filled)
        } else {
            // A sign-off without a blank row above it may begin the page.
            number.is_some() && line.page == last.page + 1
        };
        is_next.then_some(Row { line, number })
    }

    /// A row under the body, two cells in.
    fn place(&self, lines: &Lines, findings: &mut Findings) {
        let first = &self.rows[0].line;
        let above = lines.above(first, self.pitch);
        let blank = above.map(|above| first.row_middle() - above.row_middle() - self.pitch);
        let blank = blank.map(|blank| (blank, first.page));
        findings.length("附件说明上空", CLAUSE, self.pitch, blank);
        let left = first.left(self.style.cell());
        let expected = self.style.binding + self.style.cell() * FIRST_INDENT as f64;
        let left = Some((left, first.page));
        findings.length("附件说明左边", CLAUSE, expected, left);
    }

    /// Numbers under the first one, further lines under their name's first character.
    fn hanging(&self, findings: &mut Findings) {
        let cell = self.style.cell();
        let (mut numbers, mut names) = (Vec::new(), Vec::new());
        let label = self.rows[0].line.after(LABEL);
        let first_number = label.as_ref().map(|label| label.left(cell));
        let mut name = label.and_then(|label| name(&label, self.rows[0].number, cell));
        for Row { line, number } in &self.rows[1..] {
            let (places, expected) = if number.is_some() {
                name = self::name(line, *number, cell);
                (&mut numbers, first_number)
            } else {
                (&mut names, name)
            };
            let found = hanging_edge(line, cell);
            places.extend(expected.zip(found).map(|(expected, found)| Place {
                expected,
                found,
                page: line.page,
            }));
        }
        findings.furthest("附件顺序号左边", CLAUSE, numbers);
        findings.furthest("附件名称回行左边", CLAUSE, names);
    }

    /// No stop follows a name.
    fn stops(&self, findings: &mut Findings) {
        let begins_name = |row: Option<&Row>| row.is_none_or(|row| row.number.is_some());
        let rows = self.rows.iter().enumerate();
        let lasts = rows.filter(|(index, _)| begins_name(self.rows.get(index + 1)));
        let is_stopped = |(_, row): &(usize, &Row)| row.line.text().ends_with(STOPS);
        let stopped = lasts.filter(is_stopped).count() as f64;
        let name = ("附件名称后有标点", CLAUSE);
        findings.number(name, 0.0, Some(stopped), Unit::Count, 0.0);
    }
}

/// Where a name begins, behind its number if it has one.
fn name(line: &Line, number: Option<usize>, cell: Length) -> Option<Length> {
    hanging_edge(&line.after(number.unwrap_or_default())?, cell)
}

/// The left edge of what hangs or is hung under; nothing for an opening mark, which may have given up
/// the half of its cell before it.
fn hanging_edge(line: &Line, cell: Length) -> Option<Length> {
    (!prohibited_at_line_end(line.marks[0].character)).then(|| line.left(cell))
}

/// The rows of the body before the date of issue, or before the annexes of a file without a date.
fn body_rows(lines: &Lines) -> Vec<Line> {
    let date = date(lines).map(|date| (date.page, date.baseline()));
    let annexes = first_page(lines).unwrap_or(usize::MAX);
    let end = date.unwrap_or((annexes, Length::ZERO));
    whole_rows(lines.body().filter(|it| (it.page, it.baseline()) < end))
}

/// Lines beside each other as one: names may stand far from their numbers.
fn whole_rows<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(last) if last.is_beside(line) => last.marks.extend(&line.marks),
            _ => rows.push(line.clone()),
        }
    }
    rows
}

fn is_labelled(text: &str) -> bool {
    LABELS.iter().any(|label| text.starts_with(label))
}

/// The characters of the number of a name, its stop included, where a text begins with it.
fn number(text: &str, number: usize) -> Option<usize> {
    let number = number.to_string();
    let after = text.strip_prefix(&number)?;
    let is_stopped = after.starts_with(['.', '．', '、']);
    is_stopped.then_some(number.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_their_numbers() {
        assert_eq!(number("1.名单", 1), Some(2));
        assert_eq!(number("1.2021年名单", 1), Some(2));
        assert_eq!(number("12．名单", 12), Some(3));
        assert_eq!(number("12.4%", 2), None);
        assert_eq!(number("2021年名单", 2), None);
        assert_eq!(number("名单", 1), None);
    }
}
