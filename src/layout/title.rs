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

/// A title and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Titled<'a> {
    /// As the writer broke it; one line is broken here.
    pub(super) lines: &'a [String],
    /// Names of bodies that stay whole; may be empty.
    pub(super) names: &'a [&'a str],
    /// Where it was written.
    pub(super) place: &'a Span,
    /// What its text is.
    pub(super) role: Role,
}

/// The rows of a title: its lines as they are if there are several, else broken here.
pub(super) fn title_rows(context: &mut Context<'_>, title: Titled<'_>) -> Vec<Row> {
    let widest = (context.style.type_area.width / context.style.sizes.no2).floor() as usize;
    let names = title.names;
    let broken = match title.lines {
        [line] => title_lines(line, widest, names),
        lines => lines
            .iter()
            .flat_map(|line| fitted(line, widest, names))
            .collect(),
    };
    let element = context.new_element();
    broken
        .iter()
        .map(|line| title_row(context, line, title, element))
        .collect()
}

/// A writer's line stays as it is unless it is wider than the type area.
fn fitted(line: &str, widest: usize, names: &[&str]) -> Vec<String> {
    if super::title_break::cells(line) <= widest as f64 {
        vec![line.to_owned()]
    } else {
        title_lines(line, widest, names)
    }
}

fn title_row(context: &mut Context<'_>, line: &str, title: Titled<'_>, element: usize) -> Row {
    let r#type = solid_type(Face::Biaosong, context.style.sizes.no2);
    let line: SetLine = set_single(context, &Text::plain(line, title.place), r#type);
    let style = context.style;
    let left = style.binding + (style.type_area.width - line.width) / 2.0;
    Row::of(RowText {
        line,
        left,
        r#type,
        role: title.role,
        element,
        color: Color::Black,
    })
}
