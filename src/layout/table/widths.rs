//! How a table's columns share the width of the type area.

use super::super::boundary::{Break, boundaries};
use super::super::cells::Type;
use super::super::length::Length;
use super::numbers::numbers;
use super::{is_merged, text};
use crate::document::{Inline, Table};
use crate::text::width::{Width, width};

/// The width of a column's longest text, numbers at their decimal points.
pub(super) fn wanted(table: &Table, column: usize, r#type: Type) -> Length {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let has_next_merged =
        |row: &&Vec<Vec<Inline>>| row.get(column + 1).is_some_and(|cell| is_merged(cell));
    let widest = rows
        .filter(|row| !has_next_merged(row))
        .filter_map(|row| row.get(column))
        .flat_map(|cell| {
            let text = text(cell);
            let lines = text.split(Table::LINE_BREAK);
            lines.map(room).collect::<Vec<_>>()
        })
        .fold(0.0, f64::max);
    r#type.cell * widest.max(numbers_room(table, column))
}

/// The cells that a column of numbers takes with the points under each other; none for other texts.
fn numbers_room(table: &Table, column: usize) -> f64 {
    numbers(table, column).map_or(0.0, |(before, after)| before + after)
}

/// The room of a text on one line, in cells; letters are taken as wide as the widest common ones.
pub(super) fn room(text: &str) -> f64 {
    let room = |character: char| match (character, width(character)) {
        ('%' | '@' | '&', _) | (_, Width::Full) => 1.0,
        (_, Width::Half) => 0.5,
        (_, Width::Natural) => 0.7,
    };
    text.chars().map(room).sum()
}

/// The widest piece of a column that no line end parts: words, numbers with their units, marks with
/// what they stand beside; numbers with their points under each other.
fn widest_piece(table: &Table, column: usize) -> f64 {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let cells = rows.filter_map(|row| row.get(column));
    let pieces = cells.flat_map(|cell| {
        let text = text(cell);
        let lines = text.split(Table::LINE_BREAK);
        lines.map(widest_piece_of).collect::<Vec<_>>()
    });
    pieces.fold(numbers_room(table, column), f64::max)
}

fn widest_piece_of(line: &str) -> f64 {
    let characters: Vec<char> = line.chars().collect();
    let boundaries = boundaries(&characters);
    let mut start = 0;
    let mut widest = 0.0_f64;
    for end in 1..=characters.len() {
        let is_end = boundaries
            .get(end)
            .is_none_or(|boundary| boundary.r#break <= Break::Part);
        if is_end {
            let piece: String = characters[start..end].iter().collect();
            widest = widest.max(room(piece.trim_end()));
            start = end;
        }
    }
    widest
}

/// The most cells of a head that are kept on one line where the table has room for it, and how many
/// times as high the table may become for it: 序/号 is worse than more rows, 责任/单位 is not.
const WHOLE_HEADS: [(usize, f64); 3] = [(4, 1.25), (3, 2.0), (2, 2.0)];

/// The cells of a column's head if one of `whole` cells or fewer stays on one line and a longer one
/// is parted into lines alike: 序号 and 责任单位 are never parted for the room of a number.
fn head_room(table: &Table, column: usize, whole: usize) -> f64 {
    let head = &table.head;
    if whole == 0 || head.get(column + 1).is_some_and(|next| is_merged(next)) {
        return 0.0;
    }
    let text = head.get(column).map(|cell| text(cell)).unwrap_or_default();
    let lines = text.split(Table::LINE_BREAK).map(|line| {
        let cells = room(line).ceil();
        let lines = (cells / whole as f64).ceil().max(1.0);
        (cells / lines).ceil()
    });
    lines.fold(0.0, f64::max)
}

/// Widths of the columns that fill `whole`, the padding beside their texts included.
///
/// What is left over goes to all alike. If there is too little, every column gets its widest piece,
/// and then the one that makes most rows high is widened until they are a line less. Heads keep
/// their words together as far as [`WHOLE_HEADS`] allows.
pub(super) fn widths(table: &Table, r#type: Type, padding: Length, whole: Length) -> Vec<Length> {
    let count = table.head.len();
    let narrowest = r#type.size + padding;
    let of_all = |width: &dyn Fn(usize) -> Length| -> Vec<Length> {
        let columns = (0..count).map(|column| (width(column) + padding).max(narrowest));
        columns.collect()
    };
    let wanted = of_all(&|column| wanted(table, column, r#type));
    if sum(&wanted) <= whole {
        return spread(wanted, whole);
    }
    let texts = Texts::new(table);
    let least = |heads: usize| {
        let pieces = |column| widest_piece(table, column).max(head_room(table, column, heads));
        Some(of_all(&|column| r#type.cell * pieces(column))).filter(|least| sum(least) <= whole)
    };
    let shared = |least: Vec<Length>| texts.widened(least, r#type.half(), padding, whole);
    let plain = shared(least(0).unwrap_or_else(|| vec![narrowest; count]));
    let height = |widths: &[Length]| {
        let measure = |width: &Length| measure(*width - padding, r#type.half());
        texts.height(&widths.iter().map(measure).collect::<Vec<_>>())
    };
    let with_heads = WHOLE_HEADS.into_iter().find_map(|(heads, higher)| {
        let highest = height(&plain) as f64 * higher;
        least(heads)
            .map(shared)
            .filter(|widths| height(widths) as f64 <= highest)
    });
    spread(with_heads.unwrap_or(plain), whole)
}

/// The half cells that a cell of a table holds on a line; one at least.
fn measure(room: Length, half: Length) -> usize {
    ((room / half + 1e-6).floor() as usize).max(1)
}

fn sum(widths: &[Length]) -> Length {
    widths.iter().copied().sum()
}

/// Gives what is left over of `whole` to all alike.
fn spread(widths: Vec<Length>, whole: Length) -> Vec<Length> {
    let extra = (whole - sum(&widths)) / widths.len() as f64;
    widths.into_iter().map(|width| width + extra).collect()
}

/// How long the texts of a table are.
struct Texts {
    /// By rows and columns, the half cells of each line of a cell; merged cells have none.
    halves: Vec<Vec<Vec<usize>>>,
}

impl Texts {
    fn new(table: &Table) -> Self {
        let rows = std::iter::once(&table.head).chain(&table.rows);
        let is_merged_at =
            |row: &[Vec<Inline>], at: usize| row.get(at).is_some_and(|it| is_merged(it));
        let cell = |row: &[Vec<Inline>], at: usize| {
            if is_merged_at(row, at) || is_merged_at(row, at + 1) {
                return Vec::new();
            }
            let text = text(&row[at]);
            let lines = text.split(Table::LINE_BREAK);
            lines
                .map(|line| (room(line) * 2.0).ceil() as usize)
                .collect()
        };
        let halves = rows.map(|row| (0..row.len()).map(|at| cell(row, at)).collect());
        Self {
            halves: halves.collect(),
        }
    }

    /// Widens columns by half cells as far as the table becomes lower by it.
    fn widened(
        &self,
        widths: Vec<Length>,
        half: Length,
        padding: Length,
        whole: Length,
    ) -> Vec<Length> {
        let measure = |width: &Length| measure(*width - padding, half);
        let least: Vec<usize> = widths.iter().map(measure).collect();
        let rest = ((whole - sum(&widths)) / half + 1e-6).floor() as usize;
        let measures = self.needed(&least, self.lowered(&least, rest));
        let added = measures.iter().zip(&least).map(|(now, least)| now - least);
        let widened = widths.iter().zip(added);
        widened
            .map(|(width, added)| *width + half * added as f64)
            .collect()
    }

    /// Gives `rest` half cells to the columns that make most rows high, as long as it lowers them.
    fn lowered(&self, least: &[usize], mut rest: usize) -> Vec<usize> {
        let mut measures = least.to_vec();
        let mut is_open = vec![true; least.len()];
        while let Some(column) = self.highest(&measures, &is_open) {
            let steps = self.steps(column, measures[column]);
            if steps > rest {
                is_open[column] = false;
            } else {
                rest -= steps;
                measures[column] += steps;
            }
        }
        measures
    }

    /// Takes back what lowered a column and not the table: columns alike stay alike.
    fn needed(&self, least: &[usize], mut measures: Vec<usize>) -> Vec<usize> {
        let height = self.height(&measures);
        for column in 0..measures.len() {
            let widest = measures[column];
            let is_enough = |measure: &usize| {
                let mut measures = measures.clone();
                measures[column] = *measure;
                self.height(&measures) == height
            };
            let measure = (least[column]..widest).find(is_enough);
            measures[column] = measure.unwrap_or(widest);
        }
        measures
    }

    /// The lines of all rows.
    fn height(&self, measures: &[usize]) -> usize {
        let rows = self.halves.iter().map(|row| {
            let cells = row.iter().zip(measures);
            cells.map(|(cell, measure)| lines_of(cell, *measure)).max()
        });
        rows.flatten().sum()
    }

    /// The open column whose texts make the most lines where no other column's make more.
    fn highest(&self, measures: &[usize], is_open: &[bool]) -> Option<usize> {
        let mut lines = vec![0; measures.len()];
        for row in &self.halves {
            let own: Vec<usize> = row
                .iter()
                .zip(measures)
                .map(|(cell, measure)| lines_of(cell, *measure))
                .collect();
            let height = own.iter().copied().max().unwrap_or_default();
            for (lines, own) in lines.iter_mut().zip(own) {
                *lines += if own == height && height > 1 { own } else { 0 };
            }
        }
        let open = (0..lines.len()).filter(|column| is_open[*column] && lines[*column] > 0);
        // The first of several.
        open.rev().max_by_key(|column| lines[*column])
    }

    /// How many half cells more make the column's highest text a line lower; one at least.
    fn steps(&self, column: usize, measure: usize) -> usize {
        let cells = || self.halves.iter().filter_map(|row| row.get(column));
        let highest = |measure: usize| cells().map(|cell| lines_of(cell, measure)).max();
        let now = highest(measure);
        let longest = cells().flatten().copied().max().unwrap_or_default();
        let lower = (1..longest).find(|steps| highest(measure + steps) < now);
        lower.unwrap_or(longest.max(1))
    }
}

/// The lines that a cell takes.
fn lines_of(cell: &[usize], measure: usize) -> usize {
    cell.iter()
        .map(|halves| halves.div_ceil(measure).max(1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_what_no_line_end_parts() {
        assert_eq!(widest_piece_of("数量（件）"), 3.0);
        assert_eq!(widest_piece_of("年底汇总。"), 2.0);
        assert_eq!(widest_piece_of("共16.09件"), 3.5);
    }

    /// Half cells of columns that begin with 4 of them, and share 40.
    fn shares(rows: &[&[usize]]) -> Vec<usize> {
        let halves = rows
            .iter()
            .map(|row| row.iter().map(|it| vec![*it]).collect());
        let texts = Texts {
            halves: halves.collect(),
        };
        let one = Length::mm(1.0);
        let widths = vec![one * 4.0; rows[0].len()];
        let widths = texts.widened(widths, one, Length::ZERO, one * 40.0);
        widths
            .iter()
            .map(|width| width.to_mm().round() as usize)
            .collect()
    }

    #[test]
    fn many_rows_outweigh_a_long_head() {
        assert_eq!(shares(&[&[20, 4], &[4, 24], &[4, 24]]), [10, 24]);
    }

    #[test]
    fn a_column_is_widened_only_if_rows_become_lower() {
        // 60 half cells take two lines at best, in 30; the other column need not be lower.
        assert_eq!(shares(&[&[60, 8], &[60, 8]]), [30, 4]);
        // 100 take three lines, in 34.
        assert_eq!(shares(&[&[100, 8], &[100, 8]]), [34, 4]);
    }

    #[test]
    fn columns_alike_stay_alike() {
        assert_eq!(shares(&[&[12; 5], &[12; 5]]), [6; 5]);
        assert_eq!(shares(&[&[16; 5], &[16; 5]]), [8; 5]);
        assert_eq!(shares(&[&[40; 7], &[40; 7]]), [5; 7]);
    }
}
