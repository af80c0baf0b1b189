//! A page's items as a PDF content stream (ISO 32000-1, 8.2 and 9.4).

use super::number::{FINE, FINEST, push, rounded};
use super::subset::{Placed, Subsets};
use crate::layout::length::Length;
use crate::layout::page::{Color, Glyph, Item, Page, Separator, TextRun};

/// How far a glyph may stand from its place before the spacing is set anew, in points (3 µm).
const TOLERANCE: f64 = 0.01;

/// The content stream of a page.
pub(super) fn page_content(page: &Page, subsets: &Subsets) -> Vec<u8> {
    let mut writer = Writer::new(page.size.height, subsets);
    for item in &page.items {
        match item {
            Item::Text(run) => writer.show(run),
            Item::Separator(separator) => writer.draw(separator),
        }
    }
    writer.end_text();
    writer.stream
}

/// The state of the page while its stream is written.
struct Writer<'a> {
    subsets: &'a Subsets,
    height: Length,
    stream: Vec<u8>,
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
            stream: Vec::new(),
            is_in_text: false,
            font: None,
            spacing: 0.0,
            fill: None,
        }
    }

    /// Writes an operator with its operands, in points or ems, each rounded to `digits` digits.
    fn operate(&mut self, operands: &[f64], digits: u32, operator: &str) {
        for operand in operands {
            push(&mut self.stream, *operand, digits);
            self.stream.push(b' ');
        }
        self.word(operator);
    }

    fn word(&mut self, word: &str) {
        self.stream.extend_from_slice(word.as_bytes());
        self.stream.push(b'\n');
    }

    /// Shows a run: one piece for each subset of its font.
    fn show(&mut self, run: &TextRun) {
        if !self.is_in_text {
            self.word("BT");
            self.is_in_text = true;
        }
        if self.fill.replace(run.color) != Some(run.color) {
            self.word(match run.color {
                Color::Black => "0 g",
                Color::Red => "0 0.8 0.8 0 k",
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
            self.stream.push(b'/');
            self.stream
                .extend_from_slice(self.subsets.name(subset).as_bytes());
            self.stream.push(b' ');
            self.operate(&[size.to_pt()], FINEST, "Tf");
        }
    }

    fn move_to(&mut self, run: &TextRun, offset: Length) {
        let (right, up, turn) = if run.is_turned {
            (Length::ZERO, offset, [0.0, 1.0, -1.0, 0.0])
        } else {
            (offset, Length::ZERO, [1.0, 0.0, 0.0, 1.0])
        };
        let x = (run.start.x + right).to_pt();
        let y = (self.height - run.start.y + up).to_pt();
        let [a, b, c, d] = turn;
        self.operate(&[a, b, c, d, x, y], FINE, "Tm");
    }

    /// Shows glyphs in as few strings as their places allow, each with its own spacing.
    fn show_glyphs(&mut self, glyphs: &[(&Glyph, Placed)], size: Length) {
        let (mut pen, mut start) = (0.0, 0);
        for (index, pair) in glyphs.windows(2).enumerate() {
            let [(_, placed), (next, _)] = pair else {
                break;
            };
            let width = placed.width() * size.to_pt();
            let target = (next.offset - glyphs[0].0.offset).to_pt();
            if (pen + width + self.spacing - target).abs() > TOLERANCE {
                // The spacing follows each glyph, so this one begins a string of its own.
                self.show_string(&glyphs[start..index]);
                start = index;
                self.spacing = rounded(target - pen - width, FINEST);
                self.operate(&[self.spacing], FINEST, "Tc");
            }
            pen += width + self.spacing;
        }
        self.show_string(&glyphs[start..]);
    }

    /// A string of glyphs by their numbers in the subset, two bytes each (Identity-H).
    fn show_string(&mut self, glyphs: &[(&Glyph, Placed)]) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        if glyphs.is_empty() {
            return;
        }
        self.stream.push(b'<');
        for (_, placed) in glyphs {
            let digits = [12, 8, 4, 0].map(|shift| DIGITS[usize::from(placed.glyph >> shift & 15)]);
            self.stream.extend_from_slice(&digits);
        }
        self.word("> Tj");
    }

    fn draw(&mut self, separator: &Separator) {
        self.end_text();
        self.word(match separator.color {
            Color::Black => "0 G",
            Color::Red => "0 0.8 0.8 0 K",
        });
        self.operate(&[separator.weight.to_pt()], FINE, "w");
        for (end, operator) in [(separator.start, "m"), (separator.end, "l")] {
            let y = self.height - end.y;
            self.operate(&[end.x.to_pt(), y.to_pt()], FINE, operator);
        }
        self.word("S");
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.is_in_text) {
            self.word("ET");
        }
    }
}
