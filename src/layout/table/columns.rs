//! A table's columns: their widths, the rules between them, how their texts stand.

use super::super::cells::Type;
use super::super::context::Context;
use super::super::font::Face;
use super::super::length::{Length, Point};
use super::super::page::{Color, Separator};
use super::super::row::solid_type;
use super::super::style::PageStyle;
use super::is_merged;
use super::numbers::numbers;
use super::widths::{wanted, widths};
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, Table, TableAlignment};

/// A table's columns.
pub(super) struct Columns {
    pub(super) widths: Vec<Length>,
    pub(super) alignments: Vec<TableAlignment>,
    /// Of columns of numbers, the cells before and after the decimal point.
    pub(super) numbers: Vec<Option<(f64, f64)>>,
    pub(super) r#type: Type,
}

impl Columns {
    pub(super) fn new(context: &mut Context<'_>, table: &Table) -> Option<Self> {
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
        let widths = widths(table, r#type, padding, whole);
        let alignments = (0..count).map(|column| alignment(table, column)).collect();
        Some(Self {
            widths,
            alignments,
            numbers: (0..count).map(|column| numbers(table, column)).collect(),
            r#type,
        })
    }

    /// A rule over the whole width at `y` under the upper edge of a row's room.
    pub(super) fn horizontal(&self, style: &PageStyle, y: Length) -> Separator {
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
    pub(super) fn vertical(&self, style: &PageStyle, cells: &[Vec<Inline>]) -> Vec<Separator> {
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
    pub(super) fn edges(&self, style: &PageStyle) -> Vec<Length> {
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
pub(in crate::layout) fn is_wide(context: &Context<'_>, table: &Table) -> bool {
    let r#type = solid_type(Face::Fangsong, context.style.sizes.no4);
    let padding = context.style.table_padding * 2.0;
    let least = |column| wanted(table, column, r#type).min(r#type.size * COMFORTABLE) + padding;
    let widths: Length = (0..table.head.len()).map(least).sum();
    widths > context.style.type_area.width
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
