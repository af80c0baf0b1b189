//! Issuer mark (发文机关标志), GB/T 9704-2012, 7.2.4 and 10.1: red 小标宋, centred.

use super::cells::{Text, Type};
use super::context::Context;
use super::font::{Face, Ink};
use super::length::Length;
use super::page::{Color, Item, Role};
use super::paragraph::{SetLine, set_single};
use super::row::{ASCENDER, RowText, text_items};
use super::style::PageStyle;
use super::title_break::cells;
use crate::diagnostic::Diagnostic;
use crate::document::{ClassMarkPlace, HeadFormat, Header, MarkSize, PlacedText};

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
    // A letter of several issuers shows the first one's mark only (10.1).
    let count = if header.format == HeadFormat::Letter {
        1
    } else {
        usize::MAX
    };
    let names: Vec<&PlacedText> = header.issuer_mark.names.iter().take(count).collect();
    let suffix = header.issuer_mark.suffix.as_deref().unwrap_or_default();
    let widest = names
        .iter()
        .map(|name| cells(&name.text))
        .fold(0.0, f64::max);
    let extent = Extent {
        cells: widest + cells(suffix),
        rows: names.len(),
    };
    let size = size(context, header, extent);
    let element = context.new_element();
    let width = size * extent.cells;
    let left = middle(context.style, header.format) - width / 2.0;
    let height = extent.height(size);
    let ink = mark_ink(context, &names, suffix);
    let top = top - size * (ASCENDER - ink.top);
    let mut placer = Placer {
        size,
        element,
        items,
    };
    for (row, name) in names.iter().enumerate() {
        let line = spread_name(context, name, size, widest);
        placer.place(line, left, top + pitch(size) * row as f64);
    }
    if let Some(name) = names.first().filter(|_| !suffix.is_empty()) {
        let line = mark_line(context, suffix, &name.place, size, size);
        // 文件 stands in the middle of the names of several issuers (7.2.4).
        placer.place(line, left + size * widest, top + (height - size) / 2.0);
    }
    top + height - size * (1.0 - ASCENDER + ink.bottom)
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

/// The pitch of the names of several issuers.
fn pitch(size: Length) -> Length {
    size * 1.25
}

/// How much a mark takes in its own characters.
#[derive(Debug, Clone, Copy)]
struct Extent {
    /// Characters a row, 文件 counted.
    cells: f64,
    /// Rows of names.
    rows: usize,
}

impl Extent {
    /// From the first name's upper edge to the last one's lower edge.
    fn height(self, size: Length) -> Length {
        pitch(size) * (self.rows.max(1) - 1) as f64 + size
    }

    /// The largest size that takes no more than a width and a height.
    fn largest(self, width: Length, height: Length) -> Length {
        let one = Length::mm(1.0);
        let rows = self.height(one) / one;
        (width / self.cells.max(1.0)).min(height / rows)
    }
}

/// The office's size, or the largest that fits.
fn size(context: &mut Context<'_>, header: &Header, extent: Extent) -> Length {
    let style = context.style;
    let mark = style.issuer_mark;
    let beside = room_beside_class_mark(style, header);
    let fits = |width: Length| extent.largest(width.min(beside), mark.tallest);
    let Some(asked) = &header.issuer_mark.size else {
        return mark.largest.min(fits(mark.widest));
    };
    let largest = fits(style.type_area.width);
    let size = Length::pt(asked.points);
    if size > largest {
        context.sink.push(too_large(asked, size, largest, extent));
    }
    size.min(largest)
}

/// The error about a size that leaves the mark no room.
fn too_large(asked: &MarkSize, size: Length, largest: Length, extent: Extent) -> Diagnostic {
    let message = format!(
        "发文机关标志用{}磅要占宽{:.0}毫米、高{:.0}毫米，排不下",
        asked.points,
        (size * extent.cells).to_mm(),
        extent.height(size).to_mm(),
    );
    // Rounded down, so that the size that the hint names does fit.
    let points = (largest.to_pt() * 10.0).floor() / 10.0;
    let hint = format!("最大可以写 size: {points}；删去 size 就自动适合版心");
    Diagnostic::error("issuer-mark-too-large", asked.place.clone(), message)
        .with_hint(hint)
        .with_note(
            "GB/T 9704-2012 5.2.1、7.2.4：版心宽156毫米，发文机关标志居中；7.3.3：首页要显示正文",
        )
}

/// In a letter a class mark on the first line stands beside the issuer mark: both keep apart.
fn room_beside_class_mark(style: &PageStyle, header: &Header) -> Length {
    let mark = header.class_mark.as_ref().filter(|mark| {
        mark.place == ClassMarkPlace::TopRight && header.format == HeadFormat::Letter
    });
    let text = mark.and_then(|mark| mark.lines.first());
    let taken = text.map_or(0.0, |text| cells(&text.text) + 1.0);
    let right = style.right() - style.cell() * taken;
    (right - style.paper.width / 2.0) * 2.0
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
