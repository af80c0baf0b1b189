//! A page's items drawn by krilla.

use std::ops::Range;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::fonts::{OpenFont, OpenFonts};
use super::structure::Structure;
use crate::layout::page::{Color, Item, Page, Role, Separator, TextRun};

/// The two inks; PDF/A asks for colours that need no device, so red is the sRGB of Y 80 % M 80 %.
pub(super) struct Inks {
    black: Fill,
    red: Fill,
}

impl Inks {
    pub(super) fn new() -> Self {
        let fill = |color: rgb::Color| Fill {
            paint: color.into(),
            opacity: NormalizedF32::ONE,
            rule: krilla::paint::FillRule::default(),
        };
        Self {
            black: fill(rgb::Color::black()),
            red: fill(rgb::Color::new(255, 51, 51)),
        }
    }

    fn ink(&self, color: Color) -> &Fill {
        match color {
            Color::Black => &self.black,
            Color::Red => &self.red,
        }
    }
}

/// Draws a page and tells the structure which pieces its elements have.
pub(super) fn draw_page(
    surface: &mut Surface<'_>,
    page: &Page,
    number: usize,
    fonts: &OpenFonts,
    inks: &Inks,
    structure: &mut Structure,
) {
    for item in &page.items {
        match item {
            Item::Separator(rule) => draw_rule(surface, rule, inks),
            Item::Text(run) if structure.is_read(run, number) => {
                let text = ContentTag::Span(SpanTag::empty());
                let piece = surface.start_tagged(text);
                draw_run(surface, run, fonts, inks);
                surface.end_tagged();
                structure.add(run.element, piece);
            }
            Item::Text(run) => {
                let kind = match run.role {
                    Role::PageNumber => ArtifactType::PageNumber,
                    _ => ArtifactType::PaginationOther,
                };
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
                draw_run(surface, run, fonts, inks);
                surface.end_tagged();
            }
        }
    }
    for cell in structure.blank_cells(number) {
        let piece = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        surface.end_tagged();
        structure.add(cell, piece);
    }
}

fn draw_run(surface: &mut Surface<'_>, run: &TextRun, fonts: &OpenFonts, inks: &Inks) {
    let Some(font) = fonts.get(run.font) else {
        return;
    };
    let text = run.text();
    let size = run.size.to_pt() as f32;
    let start = Point::from_xy(run.start.x.to_pt() as f32, run.start.y.to_pt() as f32);
    surface.set_stroke(None);
    surface.set_fill(Some(inks.ink(run.color).clone()));
    let glyphs = glyphs(run, font, &text);
    if run.is_turned {
        // Right becomes up: the line runs from the foot of the page to its head.
        surface.push_transform(&Transform::from_row(0.0, -1.0, 1.0, 0.0, start.x, start.y));
        let origin = Point::from_xy(0.0, 0.0);
        surface.draw_glyphs(origin, &glyphs, font.font.clone(), &text, size, false);
        surface.pop();
    } else {
        surface.draw_glyphs(start, &glyphs, font.font.clone(), &text, size, false);
    }
}

/// Each glyph advances to the next one's place.
fn glyphs(run: &TextRun, font: &OpenFont, text: &str) -> Vec<KrillaGlyph> {
    let ranges = text
        .char_indices()
        .map(|(start, character)| start..start + character.len_utf8());
    let glyph = |(index, range): (usize, Range<usize>)| {
        let here = run.glyphs[index];
        let next = run.glyphs.get(index + 1);
        let advance = next.map_or(here.advance, |next| next.offset - here.offset);
        let id = font.glyphs.get(&here.character).copied();
        KrillaGlyph::new(
            GlyphId::new(u32::from(id.unwrap_or_default())),
            (advance / run.size) as f32,
            0.0,
            0.0,
            0.0,
            range,
            None,
        )
    };
    ranges.enumerate().map(glyph).collect()
}

fn draw_rule(surface: &mut Surface<'_>, rule: &Separator, inks: &Inks) {
    let mut path = PathBuilder::new();
    path.move_to(rule.start.x.to_pt() as f32, rule.start.y.to_pt() as f32);
    path.line_to(rule.end.x.to_pt() as f32, rule.end.y.to_pt() as f32);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: inks.ink(rule.color).paint.clone(),
        width: rule.weight.to_pt() as f32,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.end_tagged();
}
