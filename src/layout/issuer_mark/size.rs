//! How large an issuer mark is: as the office asks, or as large as fits its place.

use super::super::context::Context;
use super::super::length::Length;
use super::super::style::PageStyle;
use super::super::title_break::cells;
use crate::diagnostic::Diagnostic;
use crate::document::{ClassMarkPlace, HeadFormat, Header, MarkSize};

/// The office's size, or the largest that fits.
pub(super) fn size(context: &mut Context<'_>, header: &Header, extent: Extent) -> Length {
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

/// The pitch of the names of several issuers.
pub(super) fn pitch(size: Length) -> Length {
    size * 1.25
}

/// How much a mark takes in its own characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Characters a row, 文件 counted.
    pub(super) cells: f64,
    /// Rows of names.
    pub(super) rows: usize,
}

impl Extent {
    /// From the first name's upper edge to the last one's lower edge.
    pub(super) fn height(self, size: Length) -> Length {
        pitch(size) * (self.rows.max(1) - 1) as f64 + size
    }

    /// The largest size that takes no more than a width and a height.
    fn largest(self, width: Length, height: Length) -> Length {
        let one = Length::mm(1.0);
        let rows = self.height(one) / one;
        (width / self.cells.max(1.0)).min(height / rows)
    }
}
