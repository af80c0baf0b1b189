//! The title (标题), GB/T 9704-2012, 7.3.1: 2号小标宋, centred, broken where the sense breaks, its
//! lines in the shape of a trapezium or a diamond.

use super::cells::Text;
use super::context::Context;
use super::font::Face;
use super::page::{Color, Role};
use super::paragraph::{SetLine, set_single};
use super::row::{Row, RowText, solid_type};
use super::title_break::{MOST_LINES, cells, title_lines};
use crate::diagnostic::Diagnostic;
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
    warn_of_many(context, title, broken.len(), widest);
    let element = context.new_element();
    broken
        .iter()
        .map(|line| title_row(context, line, title, element))
        .collect()
}

/// Warns of a title of more than four lines: how many characters fewer would stand on four.
fn warn_of_many(context: &mut Context<'_>, title: Titled<'_>, count: usize, widest: usize) {
    if count <= MOST_LINES {
        return;
    }
    let whole = title.lines.concat();
    let hint = match too_many(&whole, widest, title.names) {
        0 => format!("标题手工分成了{count}行，改为{MOST_LINES}行以内就不用缩短"),
        characters => format!("把标题缩短{characters}个字左右，就能排在{MOST_LINES}行以内"),
    };
    let message = format!("标题排成了{count}行，超过{MOST_LINES}行");
    context.sink.push(
        Diagnostic::warning("title-too-long", title.place.clone(), message)
            .with_hint(hint)
            .with_note("GB/T 9704-2012 7.3.1：标题分一行或多行居中，排列对称、长短适宜"),
    );
}

/// The fewest characters to leave out at the end so that a title takes four lines.
fn too_many(title: &str, widest: usize, names: &[&str]) -> usize {
    let starts = title.char_indices().map(|(start, _)| start);
    let ends: Vec<usize> = starts.chain([title.len()]).collect();
    // What is wider than four lines need not be broken to see that it does not fit.
    let room = (MOST_LINES * widest) as f64;
    let narrow = ends.partition_point(|end| cells(&title[..*end]) <= room);
    let fits = |end: &&usize| title_lines(&title[..**end], widest, names).len() <= MOST_LINES;
    let kept = ends[..narrow].iter().rev().position(|end| fits(&end));
    kept.map_or(0, |further| ends.len() - narrow + further)
}

/// A writer's line stays as it is unless it is wider than the type area.
fn fitted(line: &str, widest: usize, names: &[&str]) -> Vec<String> {
    if cells(line) <= widest as f64 {
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
