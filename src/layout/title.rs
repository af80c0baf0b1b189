//! The title (标题), GB/T 9704-2012, 7.3.1: 2号小标宋, centred, broken where the sense breaks, its
//! lines in the shape of a trapezium or a diamond.

use super::cells::Text;
use super::context::Context;
use super::font::Face;
use super::page::{Color, Role};
use super::paragraph::{SetLine, set_single};
use super::row::{Row, RowText, solid_type};
use super::title_break::title_lines;
use crate::source::Span;

/// The rows of a title: `lines` as they are if there are several, else broken here.
pub(super) fn title_rows(
    context: &mut Context<'_>,
    lines: &[String],
    place: &Span,
    role: Role,
) -> Vec<Row> {
    let widest = (context.style.type_area.width / context.style.sizes.no2).floor() as usize;
    let broken = match lines {
        [line] => title_lines(line, widest),
        lines => lines.iter().flat_map(|line| fitted(line, widest)).collect(),
    };
    let element = context.new_element();
    broken
        .iter()
        .map(|line| title_row(context, line, place, role, element))
        .collect()
}

/// A writer's line stays as it is unless it is wider than the type area.
fn fitted(line: &str, widest: usize) -> Vec<String> {
    if super::title_break::cells(line) <= widest as f64 {
        vec![line.to_owned()]
    } else {
        title_lines(line, widest)
    }
}

fn title_row(
    context: &mut Context<'_>,
    line: &str,
    place: &Span,
    role: Role,
    element: usize,
) -> Row {
    let r#type = solid_type(Face::Biaosong, context.style.sizes.no2);
    let line: SetLine = set_single(context, &Text::plain(line, place), r#type);
    let style = context.style;
    let left = style.binding + (style.type_area.width - line.width) / 2.0;
    Row::of(RowText {
        line,
        left,
        r#type,
        role,
        element,
        color: Color::Black,
    })
}
