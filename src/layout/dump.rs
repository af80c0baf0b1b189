//! A laid-out document as text, for tests and for people who compare it with the standard.

use std::fmt::Write as _;

use super::font::Fonts;
use super::length::Length;
use super::page::{Color, Item, PagedDocument, Separator, TextRun};
use super::row::ASCENDER;

/// Writes every run and rule of every page with its place in millimetres.
///
/// A run's line: left edge of its first em, upper edge of its em box, width of its room, size in
/// points, font, text; of a turned run the baseline's lower end. A rule's line: left, upper edge,
/// width or height, thickness.
pub fn dump(document: &PagedDocument, fonts: &Fonts) -> String {
    let mut text = String::new();
    for (index, page) in document.pages.iter().enumerate() {
        writeln!(text, "page {}", index + 1).expect("a string takes any text");
        for item in &page.items {
            let line = match item {
                Item::Text(run) => run_line(run, fonts),
                Item::Separator(separator) => separator_line(separator),
            };
            writeln!(text, "  {line}").expect("a string takes any text");
        }
    }
    text
}

fn run_line(run: &TextRun, fonts: &Fonts) -> String {
    let width: Length = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    format!(
        "x {:6.2} y {:6.2} w {:6.2} {} pt {} {}{}{}",
        run.start.x.to_mm(),
        if run.is_turned {
            run.start.y.to_mm()
        } else {
            (run.start.y - run.size * ASCENDER).to_mm()
        },
        width.to_mm(),
        (run.size.to_pt() * 100.0).round() / 100.0,
        fonts.font(run.font).postscript_name,
        run.text(),
        if run.color == Color::Red {
            " (red)"
        } else {
            ""
        },
        if run.is_turned { " (turned)" } else { "" },
    )
}

fn separator_line(separator: &Separator) -> String {
    let top = separator.start.y - separator.weight / 2.0;
    if separator.start.x == separator.end.x {
        return upright_line(separator);
    }
    let width = separator.end.x - separator.start.x;
    format!(
        "x {:6.2} y {:6.2} w {:6.2} rule {:.2} mm{}",
        separator.start.x.to_mm(),
        top.to_mm(),
        width.to_mm(),
        separator.weight.to_mm(),
        if separator.color == Color::Red {
            " (red)"
        } else {
            ""
        },
    )
}

fn upright_line(separator: &Separator) -> String {
    let (start, end) = (separator.start.y, separator.end.y);
    format!(
        "x {:6.2} y {:6.2} h {:6.2} rule {:.2} mm",
        separator.start.x.to_mm(),
        start.min(end).to_mm(),
        (end - start).abs().to_mm(),
        separator.weight.to_mm(),
    )
}
