//! A page's items as operations of a PDF content stream.

use printpdf::{
    Cmyk, FontId, Greyscale, Line, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Pt, TextItem,
    TextMatrix,
};

use super::subset::{Placed, Subsets};
use crate::layout::length::Length;
use crate::layout::page::{Color, Glyph, Item, Page, Separator, TextRun};

/// How far a glyph may stand from its place before the spacing is set anew, in points (3 µm).
const TOLERANCE: f64 = 0.01;

/// The content of a page.
pub(super) fn page_content(page: &Page, subsets: &Subsets) -> PdfPage {
    let mut writer = Writer::new(page.size.height, subsets);
    for item in &page.items {
        match item {
            Item::Text(run) => writer.show(run),
            Item::Separator(separator) => writer.draw(separator),
        }
    }
    writer.end_text();
    let mm = |length: Length| Mm(length.to_mm() as f32);
    PdfPage::new(mm(page.size.width), mm(page.size.height), writer.operations)
}

/// The state of the page while its operations are written.
struct Writer<'a> {
    subsets: &'a Subsets,
    height: Length,
    operations: Vec<Op>,
    is_in_text: bool,
    font: Option<(usize, Length)>,
    spacing: f64,
    fill: Option<Color>,
}

impl<'a> Writer<'a> {
    fn new(height: Length, subsets: &'a Subsets) -> Self {
        Self {
            subsets,
            height,
            operations: Vec::new(),
            is_in_text: false,
            font: None,
            spacing: 0.0,
            fill: None,
        }
    }

    /// Shows a run: one piece for each subset of its font.
    fn show(&mut self, run: &TextRun) {
        if !self.is_in_text {
            self.operations.push(Op::StartTextSection);
            self.is_in_text = true;
        }
        if self.fill.replace(run.color) != Some(run.color) {
            self.operations.push(Op::SetFillColor {
                col: ink(run.color),
            });
        }
        let glyphs = run.glyphs.iter();
        let glyphs = glyphs.map(|it| (it, self.subsets.placed(run.font, it.character)));
        let glyphs: Vec<(&Glyph, Placed)> = glyphs.collect();
        for piece in glyphs.chunk_by(|(_, one), (_, other)| one.subset == other.subset) {
            let (first, placed) = piece[0];
            self.select(placed.subset, run.size);
            self.move_to(run, first.offset);
            self.show_glyphs(piece, run.size);
        }
    }

    fn select(&mut self, subset: usize, size: Length) {
        if self.font.replace((subset, size)) != Some((subset, size)) {
            let font = PdfFontHandle::External(self.id(subset));
            self.operations.push(Op::SetFont {
                font,
                size: Pt(size.to_pt() as f32),
            });
        }
    }

    fn id(&self, subset: usize) -> FontId {
        self.subsets.id(subset)
    }

    fn move_to(&mut self, run: &TextRun, offset: Length) {
        let (right, up, turn) = if run.is_turned {
            (Length::ZERO, offset, [0.0, 1.0, -1.0, 0.0])
        } else {
            (offset, Length::ZERO, [1.0, 0.0, 0.0, 1.0])
        };
        let x = rounded((run.start.x + right).to_pt(), 3);
        let y = rounded((self.height - run.start.y + up).to_pt(), 3);
        let [a, b, c, d] = turn;
        let matrix = TextMatrix::Raw([a, b, c, d, x as f32, y as f32]);
        self.operations.push(Op::SetTextMatrix { matrix });
    }

    /// Shows glyphs in as few strings as their places allow, each with its own spacing.
    fn show_glyphs(&mut self, glyphs: &[(&Glyph, Placed)], size: Length) {
        let mut pen = 0.0;
        let mut text = String::new();
        for (index, (glyph, placed)) in glyphs.iter().enumerate() {
            text.push(glyph.character);
            let Some((next, _)) = glyphs.get(index + 1) else {
                break;
            };
            let width = placed.width() * size.to_pt();
            let target = (next.offset - glyphs[0].0.offset).to_pt();
            if (pen + width + self.spacing - target).abs() > TOLERANCE {
                // The spacing follows each glyph, so this one begins a string of its own.
                text.pop();
                self.show_text(&mut text);
                text.push(glyph.character);
                self.spacing = rounded(target - pen - width, 4);
                let multiplier = self.spacing as f32;
                self.operations.push(Op::SetCharacterSpacing { multiplier });
            }
            pen += width + self.spacing;
        }
        self.show_text(&mut text);
    }

    fn show_text(&mut self, text: &mut String) {
        if !text.is_empty() {
            let items = vec![TextItem::Text(std::mem::take(text))];
            self.operations.push(Op::ShowText { items });
        }
    }

    fn draw(&mut self, separator: &Separator) {
        self.end_text();
        let point = |x: Length, y: Length| LinePoint {
            p: printpdf::Point {
                x: Pt(rounded(x.to_pt(), 3) as f32),
                y: Pt(rounded((self.height - y).to_pt(), 3) as f32),
            },
            bezier: false,
        };
        let start = point(separator.start.x, separator.start.y);
        let end = point(separator.end.x, separator.end.y);
        let pt = Pt(rounded(separator.weight.to_pt(), 3) as f32);
        let line = Line {
            points: vec![start, end],
            is_closed: false,
        };
        self.operations.extend([
            Op::SetOutlineColor {
                col: ink(separator.color),
            },
            Op::SetOutlineThickness { pt },
            Op::DrawLine { line },
        ]);
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.is_in_text) {
            self.operations.push(Op::EndTextSection);
        }
    }
}

/// The inks of GB/T 9704-2012, 5.2.4: black BL 100 %, red Y 80 % and M 80 %.
fn ink(color: Color) -> printpdf::Color {
    match color {
        Color::Black => printpdf::Color::Greyscale(Greyscale {
            percent: 0.0,
            icc_profile: None,
        }),
        Color::Red => printpdf::Color::Cmyk(Cmyk {
            c: 0.0,
            m: 0.8,
            y: 0.8,
            k: 0.0,
            icc_profile: None,
        }),
    }
}

/// Fewer digits make smaller files.
fn rounded(value: f64, digits: i32) -> f64 {
    let factor = 10f64.powi(digits);
    (value * factor).round() / factor
}
