//! Tables: 4号仿宋 between thin rules on the rows of the grid, the head repeated on each page.

use std::ops::Range;
use std::rc::Rc;

use super::cells::{Text, Type};
use super::context::Context;
use super::font::Face;
use super::length::{Length, Point};
use super::page::{Color, Role, Separator, TableStructure};
use super::paragraph::{Paragraph, SetLine, set};
use super::row::{Row, RowText, solid_type};
use super::style::PageStyle;
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, Table, TableAlignment};
use crate::source::Span;
use crate::text::width::{Width, width};

/// The rows of a table, as wide as the type area.
///
/// # Errors
/// `table-too-wide` if a column would be narrower than one character.
pub(super) fn table_rows(context: &mut Context<'_>, table: &Table) -> Vec<Row> {
    let Some(columns) = Columns::new(context, table) else {
        return Vec::new();
    };
    context.tables.push(TableStructure::default());
    let head = table_row(
        context,
        &columns,
        &table.head,
        &table.place,
        Role::TableHead,
    );
    let head: Rc<[Row]> = head.into();
    let mut rows: Vec<Row> = head.iter().cloned().collect();
    for cells in &table.rows {
        rows.extend(table_row(
            context,
            &columns,
            cells,
            &table.place,
            Role::TableCell,
        ));
    }
    let foot = columns.horizontal(context.style, context.style.line_pitch());
    if let Some(last) = rows.last_mut() {
        last.separators.push(foot);
    }
    for row in &mut rows {
        row.table_head = Some(Rc::clone(&head));
        row.table_foot = Some(foot);
    }
    for row in &mut rows[..head.len()] {
        row.keeps_with_next = true;
    }
    rows
}

/// A table's columns.
struct Columns {
    widths: Vec<Length>,
    alignments: Vec<TableAlignment>,
    /// Of columns of numbers, the cells before and after the decimal point.
    numbers: Vec<Option<(f64, f64)>>,
    r#type: Type,
}

impl Columns {
    fn new(context: &mut Context<'_>, table: &Table) -> Option<Self> {
        let r#type = solid_type(Face::Fangsong, context.style.sizes.no4);
        let padding = context.style.table_padding * 2.0;
        let whole = context.style.type_area.width;
        let count = table.head.len();
        let narrowest = r#type.size + padding;
        if count == 0 || narrowest * count as f64 > whole {
            let message = format!("表格有{count}栏，每栏窄得放不下一个字");
            context.sink.push(
                Diagnostic::error("table-too-wide", table.place.clone(), message)
                    .with_hint("把表格拆成几个，或者把行和列对调"),
            );
            return None;
        }
        let wanted = (0..count)
            .map(|column| (wanted(table, column, r#type) + padding).max(narrowest))
            .collect();
        let least: Vec<Length> = (0..count)
            .map(|column| (r#type.cell * widest_word(table, column) + padding).max(narrowest))
            .collect();
        let widths = shared(wanted, &least, whole);
        let alignments = (0..count).map(|column| alignment(table, column)).collect();
        Some(Self {
            widths,
            alignments,
            numbers: (0..count).map(|column| numbers(table, column)).collect(),
            r#type,
        })
    }

    /// A rule over the whole width at `y` under the upper edge of a row's room.
    fn horizontal(&self, style: &PageStyle, y: Length) -> Separator {
        let y = y - style.leading() / 2.0;
        let start = Point {
            x: style.binding,
            y,
        };
        let end = Point {
            x: style.right(),
            y,
        };
        Separator {
            start,
            end,
            weight: style.table_rule,
            color: Color::Black,
        }
    }

    /// The rules between the columns beside one row, but for those inside merged cells.
    fn vertical(&self, style: &PageStyle, cells: &[Vec<Inline>]) -> Vec<Separator> {
        let top = -(style.leading() / 2.0);
        let bottom = top + style.line_pitch();
        let rule = |x: Length| Separator {
            start: Point { x, y: top },
            end: Point { x, y: bottom },
            weight: style.table_rule,
            color: Color::Black,
        };
        let edges = self.edges(style).into_iter().enumerate();
        let drawn = edges.filter(|(column, _)| !cells.get(*column).is_some_and(|it| is_merged(it)));
        drawn.map(|(_, x)| rule(x)).collect()
    }

    /// The columns' edges, one more than there are columns.
    fn edges(&self, style: &PageStyle) -> Vec<Length> {
        let mut x = style.binding;
        let mut edges = vec![x];
        for width in &self.widths {
            x += *width;
            edges.push(x);
        }
        edges
    }
}

/// The most characters of a cell that are set on one line for the sake of the table's width.
const COMFORTABLE: f64 = 8.0;

/// Whether a table has so many columns that it is read more easily across the page.
pub(super) fn is_wide(context: &Context<'_>, table: &Table) -> bool {
    let r#type = solid_type(Face::Fangsong, context.style.sizes.no4);
    let padding = context.style.table_padding * 2.0;
    let least = |column| wanted(table, column, r#type).min(r#type.size * COMFORTABLE) + padding;
    let widths: Length = (0..table.head.len()).map(least).sum();
    widths > context.style.type_area.width
}

/// The width of a column's longest text, numbers at their decimal points.
fn wanted(table: &Table, column: usize, r#type: Type) -> Length {
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
    let numbers = numbers(table, column).map_or(0.0, |(before, after)| before + after);
    r#type.cell * widest.max(numbers)
}

/// The cells before and after the decimal point that a column of numbers needs; absent if it has
/// other texts.
fn numbers(table: &Table, column: usize) -> Option<(f64, f64)> {
    let is_unset = table
        .alignments
        .get(column)
        .is_none_or(|alignment| *alignment == TableAlignment::Unset);
    if !is_unset || !is_numeric(table, column) {
        return None;
    }
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let widths = cells.map(|cell| {
        let text = text(cell);
        let (before, after) = at_point(&text).unwrap_or_default();
        (room(before), room(after))
    });
    Some(
        widths.fold((0.0, 0.0), |most: (f64, f64), (before, after)| {
            (most.0.max(before), most.1.max(after))
        }),
    )
}

/// A number's text before and from its decimal point; absent if it holds no number.
fn at_point(text: &str) -> Option<(&str, &str)> {
    let first = text.find(|character: char| character.is_ascii_digit())?;
    let is_of_whole = |character: char| character.is_ascii_digit() || character == ',';
    let whole = text[first..].find(|character| !is_of_whole(character));
    Some(text.split_at(whole.map_or(text.len(), |whole| first + whole)))
}

/// The room of a text on one line, in cells; letters are taken as wide as the widest common ones.
fn room(text: &str) -> f64 {
    let room = |character: char| match (character, width(character)) {
        ('%' | '@' | '&', _) | (_, Width::Full) => 1.0,
        (_, Width::Half) => 0.5,
        (_, Width::Natural) => 0.7,
    };
    text.chars().map(room).sum()
}

/// The widest run of a column that is not broken: letters, digits and their signs.
fn widest_word(table: &Table, column: usize) -> f64 {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let words = rows.filter_map(|row| row.get(column)).flat_map(|cell| {
        let text = text(cell);
        let words = text.split(|it| width(it) == Width::Full || it == ' ');
        words.map(room).collect::<Vec<_>>()
    });
    words.fold(0.0, f64::max)
}

/// Whether a cell is one with the cell before it.
fn is_merged(cell: &[Inline]) -> bool {
    matches!(cell, [only] if only.text == Table::MERGED)
}

/// A cell's lines as the writer broke them; never empty.
fn broken_lines(cell: &[Inline]) -> Vec<Vec<Inline>> {
    let mut lines = vec![Vec::new()];
    for inline in cell {
        for (number, part) in inline.text.split(Table::LINE_BREAK).enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            let piece = Inline {
                text: part.to_owned(),
                origin: inline.origin.clone(),
            };
            lines.last_mut().into_iter().for_each(|line| {
                line.extend((!piece.text.is_empty()).then(|| piece.clone()));
            });
        }
    }
    lines
}

fn text(inlines: &[Inline]) -> String {
    crate::document::inline::plain_text(inlines)
}

/// Shares the width: what is left over goes to all alike; if there is too little, columns that want
/// little get it and the others the same each, but none less than its widest word if that can be.
fn shared(wanted: Vec<Length>, least: &[Length], whole: Length) -> Vec<Length> {
    let sum: Length = wanted.iter().copied().sum();
    if sum <= whole {
        let extra = (whole - sum) / wanted.len() as f64;
        return wanted.into_iter().map(|width| width + extra).collect();
    }
    let least_sum: Length = least.iter().copied().sum();
    let nothing = vec![Length::ZERO; least.len()];
    let least = if least_sum <= whole { least } else { &nothing };
    let open = |column: usize| wanted[column] - least[column];
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| open(*one).to_mm().total_cmp(&open(*other).to_mm()));
    let mut rest = whole - least.iter().copied().sum();
    let mut widths = least.to_vec();
    for (number, column) in order.into_iter().enumerate() {
        let share = open(column).min(rest / (wanted.len() - number) as f64);
        widths[column] += share;
        rest = rest - share;
    }
    widths
}

/// Columns of text stand left if the writer said nothing; columns of numbers see [`numbers`].
fn alignment(table: &Table, column: usize) -> TableAlignment {
    match table
        .alignments
        .get(column)
        .copied()
        .unwrap_or(TableAlignment::Unset)
    {
        TableAlignment::Unset => TableAlignment::Left,
        alignment => alignment,
    }
}

fn is_numeric(table: &Table, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let texts: Vec<String> = cells.map(|cell| text(cell)).collect();
    let is_blank = |text: &str| text.is_empty() || text == "—" || text == "-";
    texts.iter().any(|text| !is_blank(text))
        && texts.iter().all(|text| is_blank(text) || is_number(text))
}

/// Whether a text is a number with a word before it and a unit after it at most; a year is none.
fn is_number(text: &str) -> bool {
    let Some(first) = text.find(|character: char| character.is_ascii_digit()) else {
        return false;
    };
    let before = text[..first].chars().count();
    let rest =
        text[first..].trim_start_matches(|it: char| it.is_ascii_digit() || ".,".contains(it));
    before <= 3 && rest.chars().count() <= 5 && !rest.starts_with('年')
}

/// One row of a table: as many rows of the grid as its tallest cell needs.
fn table_row(
    context: &mut Context<'_>,
    columns: &Columns,
    cells: &[Vec<Inline>],
    place: &Span,
    role: Role,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut elements = Vec::with_capacity(columns.widths.len());
    for column in 0..columns.widths.len() {
        let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
        if is_merged(cell) {
            elements.push(context.new_element());
            continue;
        }
        let after = cells.get(column + 1..).unwrap_or_default();
        let merged = after.iter().take_while(|cell| is_merged(cell)).count();
        let last = column + merged;
        let lines = broken_lines(cell);
        let cell = (lines.as_slice(), place, role);
        elements.push(place_cell(
            context,
            columns,
            column..last + 1,
            cell,
            &mut rows,
        ));
    }
    if cells
        .iter()
        .any(|cell| text(cell).contains(Table::LINE_BREAK))
    {
        let is_broken = |cell: &&[Inline]| text(cell).contains(Table::LINE_BREAK);
        for (element, cell) in elements.iter().zip(cells.iter().map(Vec::as_slice)) {
            if !is_broken(&cell) {
                center(&mut rows, *element);
            }
        }
    }
    if let Some(table) = context.tables.last_mut() {
        table.rows.push(elements);
    }
    if rows.is_empty() {
        rows.push(Row::blank());
    }
    let last = rows.len() - 1;
    for (number, row) in rows.iter_mut().enumerate() {
        row.separators
            .extend(columns.vertical(context.style, cells));
        row.keeps_with_next = number < last;
    }
    rows[0]
        .separators
        .push(columns.horizontal(context.style, Length::ZERO));
    rows
}

/// Moves a cell's lines to the middle of the rows.
fn center(rows: &mut [Row], element: usize) {
    let is_own = |text: &RowText| text.element == element;
    let count = rows
        .iter()
        .filter(|row| row.texts.iter().any(is_own))
        .count();
    let shift = (rows.len() - count) / 2;
    for number in (0..count).rev() {
        let texts = std::mem::take(&mut rows[number].texts);
        let (own, others): (Vec<_>, Vec<_>) = texts.into_iter().partition(is_own);
        rows[number].texts = others;
        rows[number + shift].texts.extend(own);
    }
}

/// Places a cell's lines, which the writer may have broken, in the rows; gives its element.
fn place_cell(
    context: &mut Context<'_>,
    columns: &Columns,
    span: Range<usize>,
    (broken, place, role): (&[Vec<Inline>], &Span, Role),
    rows: &mut Vec<Row>,
) -> usize {
    let column = span.start;
    let whole: Length = columns.widths[span].iter().copied().sum();
    let room = whole - context.style.table_padding * 2.0;
    let measure = ((room / columns.r#type.half() + 1e-6).floor() as usize).max(2);
    let r#type = columns.r#type;
    let mut lines = Vec::new();
    for line in broken {
        let text = Text::new(line, place);
        let paragraph = Paragraph {
            text: &text,
            r#type,
            measure,
            first_indent: 0,
            indent: 0,
            is_justified: false,
        };
        let set = set(context, &paragraph);
        if set.is_empty() && broken.len() > 1 {
            lines.push(None);
        }
        lines.extend(set.into_iter().map(Some));
    }
    let text = &Text::new(&broken.concat(), place);
    let element = context.new_element();
    let left = columns.edges(context.style)[column] + context.style.table_padding;
    let is_single = lines.len() == 1;
    let alignment = if role == Role::TableHead {
        TableAlignment::Center
    } else {
        columns.alignments[column]
    };
    let point = columns.numbers[column].filter(|_| role == Role::TableCell && is_single);
    for (number, line) in lines.into_iter().enumerate() {
        if rows.len() <= number {
            rows.push(Row::blank());
        }
        let Some(line) = line else { continue };
        let left = left
            + point.map_or_else(
                || free(alignment, room, &line),
                |widths| before_number(widths, room, text, r#type),
            );
        let color = Color::Black;
        rows[number].texts.push(RowText {
            line,
            left,
            r#type,
            role,
            element,
            color,
        });
    }
    element
}

/// What is left free before a line of a cell.
fn free(alignment: TableAlignment, room: Length, line: &SetLine) -> Length {
    match alignment {
        TableAlignment::Right => room - line.width,
        TableAlignment::Center => (room - line.width) / 2.0,
        TableAlignment::Left | TableAlignment::Unset => Length::ZERO,
    }
}

/// What is left free before a number so that the points of its column stand under each other and
/// the widest number in the middle of the column.
fn before_number((before, after): (f64, f64), inner: Length, text: &Text, r#type: Type) -> Length {
    let characters: String = text.characters.iter().collect();
    let width = r#type.cell * (before + after);
    let block = (inner - width) / 2.0;
    let Some((whole, _)) = at_point(&characters) else {
        let blank = inner - r#type.cell * room(&characters);
        return (blank / 2.0).max(Length::ZERO);
    };
    let indent = r#type.cell * (before - room(whole));
    (block + indent).max(Length::ZERO)
}
