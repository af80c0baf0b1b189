//! Issuer mark (发文机关标志), GB/T 9704-2012, 7.2.4 and 10.1: red 小标宋, centred.

mod size;

use super::cells::{Text, Type};
use super::context::Context;
use super::font::{Face, Ink};
use super::length::Length;
use super::page::{Color, Item, Role};
use super::paragraph::{SetLine, set_single};
use super::row::{ASCENDER, RowText, text_items};
use super::style::PageStyle;
use super::title_break::cells;
use crate::document::{HeadFormat, Header, PlacedText};
use size::{Extent, pitch, size};

/// Sets the mark with its ink's upper edge at `top`; gives its ink's lower edge.
///
/// 7.2.4 and 10.1 give the place of the mark's own edges (上边缘), which are those that are seen: its
/// characters' outlines, not the em boxes around them.
///
/// # Errors
/// `issuer-mark-too-large` for a size that leaves the mark no room.
pub(super) fn issuer_mark(
    context: &mut Context<'_>,
    header: &Header,
    top: Length,
    items: &mut Vec<Item>,
) -> Length {
    let mark = Mark::new(header);
    let extent = mark.extent();
    let size = size(context, header, extent);
    let element = context.new_element();
    let left = middle(context.style, header.format) - size * extent.cells / 2.0;
    let ink = mark_ink(context, &mark.names, mark.suffix);
    let top = top - size * (ASCENDER - ink.top);
    let placer = Placer {
        size,
        element,
        items,
    };
    mark.place(context, placer, (left, top));
    top + extent.height(size) - size * (1.0 - ASCENDER + ink.bottom)
}

/// The words of a mark.
struct Mark<'h> {
    names: Vec<&'h PlacedText>,
    /// 文件, or nothing.
    suffix: &'h str,
    /// Characters of the longest name, to which the others are spread.
    widest: f64,
}

impl<'h> Mark<'h> {
    fn new(header: &'h Header) -> Self {
        // A letter of several issuers shows the first one's mark only (10.1).
        let count = if header.format == HeadFormat::Letter {
            1
        } else {
            usize::MAX
        };
        let names: Vec<&PlacedText> = header.issuer_mark.names.iter().take(count).collect();
        let widths = names.iter().map(|name| cells(&name.text));
        Self {
            widest: widths.fold(0.0, f64::max),
            names,
            suffix: header.issuer_mark.suffix.as_deref().unwrap_or_default(),
        }
    }

    fn extent(&self) -> Extent {
        Extent {
            cells: self.widest + cells(self.suffix),
            rows: self.names.len(),
        }
    }

    /// Places the names under each other and 文件 beside them.
    fn place(
        &self,
        context: &mut Context<'_>,
        mut placer: Placer<'_>,
        (left, top): (Length, Length),
    ) {
        let size = placer.size;
        for (row, name) in self.names.iter().enumerate() {
            let line = spread_name(context, name, size, self.widest);
            placer.place(line, left, top + pitch(size) * row as f64);
        }
        if let Some(name) = self.names.first().filter(|_| !self.suffix.is_empty()) {
            let line = mark_line(context, self.suffix, &name.place, size, size);
            // 文件 stands in the middle of the names of several issuers (7.2.4).
            let middle = top + (self.extent().height(size) - size) / 2.0;
            placer.place(line, left + size * self.widest, middle);
        }
    }
}

/// The ink above the first row's baseline and below the last one's; 文件 stands on the only row, or
/// between several.
fn mark_ink(context: &Context<'_>, names: &[&PlacedText], suffix: &str) -> Ink {
    let suffix = if names.len() > 1 { "" } else { suffix };
    let of = |name: Option<&&PlacedText>| {
        let name = name.map_or("", |name| name.text.as_str());
        let characters = name.chars().chain(suffix.chars());
        let inks = characters.filter_map(|it| context.lookup.ink(Face::Biaosong, it));
        inks.reduce(|one, other| Ink {
            top: one.top.max(other.top),
            bottom: one.bottom.min(other.bottom),
        })
    };
    // Without any outline the em box stands for it.
    Ink {
        top: of(names.first()).map_or(ASCENDER, |ink| ink.top),
        bottom: of(names.last()).map_or(ASCENDER - 1.0, |ink| ink.bottom),
    }
}

/// The middle of the rules under the mark: the type area's, and the paper's in a letter.
fn middle(style: &PageStyle, format: HeadFormat) -> Length {
    match format {
        HeadFormat::Document => style.binding + style.type_area.width / 2.0,
        HeadFormat::Letter => style.paper.width / 2.0,
    }
}

/// A name that is as wide as `widest` characters.
fn spread_name(context: &mut Context<'_>, name: &PlacedText, size: Length, widest: f64) -> SetLine {
    let count = cells(&name.text);
    let slack = size * (widest - count) / (count - 1.0).max(1.0);
    mark_line(context, &name.text, &name.place, size, size + slack)
}

fn mark_line(
    context: &mut Context<'_>,
    text: &str,
    place: &crate::source::Span,
    size: Length,
    cell: Length,
) -> SetLine {
    let r#type = Type {
        face: Face::Biaosong,
        size,
        cell,
    };
    let mut line = set_single(context, &Text::plain(text, place), r#type);
    // The characters stand at the left of wider cells so that the first and last ones are flush.
    for glyph in &mut line.glyphs {
        glyph.pen = glyph.pen - (cell - size) / 2.0;
    }
    line
}

struct Placer<'a> {
    size: Length,
    element: usize,
    items: &'a mut Vec<Item>,
}

impl Placer<'_> {
    fn place(&mut self, line: SetLine, left: Length, top: Length) {
        let r#type = Type {
            face: Face::Biaosong,
            size: self.size,
            cell: self.size,
        };
        let (role, color, element) = (Role::IssuerMark, Color::Red, self.element);
        let text = RowText {
            line,
            left,
            r#type,
            role,
            element,
            color,
        };
        text_items(&text, top, self.items);
    }
}
