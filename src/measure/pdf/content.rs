//! Content streams: what the operators of a page draw, ISO 32000-1, 8 and 9.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use super::font::Font;
use super::matrix::Matrix;
use super::path::Path;
use super::{Mark, Sheet};
use crate::layout::length::Length;

/// How deep forms may stand in forms.
const DEEPEST: usize = 8;

/// The state that `q` keeps and `Q` brings back.
#[derive(Debug, Clone)]
struct State {
    matrix: Matrix,
    line_width: f64,
    is_fill_red: bool,
    is_stroke_red: bool,
    font: Option<Rc<Font>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    is_hidden: bool,
}

/// Reads the content of one page.
pub(super) struct Reader<'d> {
    document: &'d Document,
    /// The height of the page.
    height: f64,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    fonts: HashMap<usize, Rc<Font>>,
    depth: usize,
    sheet: Sheet,
}

impl<'d> Reader<'d> {
    /// Begins a page of a height whose coordinates `matrix` brings to its lower left corner.
    pub(super) fn new(document: &'d Document, matrix: Matrix, height: f64) -> Self {
        Self {
            document,
            height,
            state: State {
                matrix,
                line_width: 1.0,
                is_fill_red: false,
                is_stroke_red: false,
                font: None,
                size: 0.0,
                character_spacing: 0.0,
                word_spacing: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                is_hidden: false,
            },
            kept: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            fonts: HashMap::new(),
            depth: 0,
            sheet: Sheet::default(),
        }
    }

    /// What was read.
    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }

    /// Reads a content stream; a damaged one as far as it goes.
    pub(super) fn read(&mut self, content: &[u8], resources: Option<&'d Dictionary>) {
        let Ok(content) = Content::decode(content) else {
            return;
        };
        for operation in &content.operations {
            self.operate(&operation.operator, &operation.operands, resources);
        }
    }

    fn operate(&mut self, operator: &str, operands: &[Object], resources: Option<&'d Dictionary>) {
        let numbers: Vec<f64> = operands
            .iter()
            .filter_map(|operand| operand.as_float().ok().map(f64::from))
            .collect();
        match operator {
            "q" => self.kept.push(self.state.clone()),
            "Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => self.concatenate(&numbers),
            "Do" => self.form(operands, resources),
            "w" => self.state.line_width = numbers.first().copied().unwrap_or(1.0),
            // A new colour space begins with black.
            "cs" | "g" | "rg" | "k" | "sc" | "scn" => self.state.is_fill_red = is_red(&numbers),
            "CS" | "G" | "RG" | "K" | "SC" | "SCN" => self.state.is_stroke_red = is_red(&numbers),
            "m" | "l" | "re" | "h" | "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*"
            | "n" => self.draw(operator, &numbers),
            "Tf" => self.select(operands, &numbers, resources),
            "Tj" | "TJ" | "'" | "\"" => self.show_operands(operator, operands, &numbers),
            _ => self.set_text(operator, &numbers),
        }
    }

    fn concatenate(&mut self, numbers: &[f64]) {
        if let Ok(matrix) = numbers.try_into() {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
    }

    /// A form: content with a matrix and resources of its own.
    fn form(&mut self, operands: &[Object], resources: Option<&'d Dictionary>) {
        let named = operands.first().and_then(|name| name.as_name().ok());
        let stream = named.and_then(|name| {
            let objects = resources?.get_deref(b"XObject", self.document).ok()?;
            let object = objects
                .as_dict()
                .ok()?
                .get_deref(name, self.document)
                .ok()?;
            object.as_stream().ok()
        });
        let Some(stream) = stream.filter(|_| self.depth < DEEPEST) else {
            return;
        };
        if !stream
            .dict
            .get(b"Subtype")
            .is_ok_and(|it| it.as_name().is_ok_and(|it| it == b"Form"))
        {
            return;
        }
        let kept = (self.state.clone(), self.text, self.line);
        let matrix = stream.dict.get_deref(b"Matrix", self.document).ok();
        let numbers: Vec<f64> = matrix
            .and_then(|matrix| matrix.as_array().ok())
            .into_iter()
            .flatten()
            .filter_map(|number| number.as_float().ok().map(f64::from))
            .collect();
        self.concatenate(&numbers);
        let own = stream.dict.get_deref(b"Resources", self.document).ok();
        let own = own.and_then(|own| own.as_dict().ok()).or(resources);
        let content = stream.decompressed_content();
        let content = content.unwrap_or_else(|_| stream.content.clone());
        self.depth += 1;
        let waiting = std::mem::take(&mut self.kept);
        self.read(&content, own);
        self.kept = waiting;
        self.depth -= 1;
        (self.state, self.text, self.line) = kept;
    }

    /// Draws on the path, and what is stroked or filled of it on the page.
    fn draw(&mut self, operator: &str, numbers: &[f64]) {
        if self.path.extend(operator, numbers) {
            return;
        }
        let path = std::mem::take(&mut self.path);
        let state = &self.state;
        let rules = match operator {
            "S" | "s" => path.stroked(state.matrix, state.line_width, state.is_stroke_red),
            "n" => Vec::new(),
            _ => path.filled(state.matrix, state.is_fill_red),
        };
        let on_page = rules.into_iter().map(|rule| rule.on_page(self.height));
        self.sheet.rules.extend(on_page);
    }

    fn set_text(&mut self, operator: &str, numbers: &[f64]) {
        let first = numbers.first().copied().unwrap_or_default();
        match operator {
            "BT" => {
                self.text = Matrix::IDENTITY;
                self.line = Matrix::IDENTITY;
            }
            "Tc" => self.state.character_spacing = first,
            "Tw" => self.state.word_spacing = first,
            "Tz" => self.state.stretch = first / 100.0,
            "TL" => self.state.leading = first,
            "Ts" => self.state.rise = first,
            // Modes 3 and 7 draw nothing.
            "Tr" => self.state.is_hidden = first == 3.0 || first == 7.0,
            "Td" | "TD" => {
                if let [x, y] = numbers {
                    if operator == "TD" {
                        self.state.leading = -y;
                    }
                    self.next_line(*x, *y);
                }
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tm" => {
                if let Ok(matrix) = numbers.try_into() {
                    self.text = Matrix(matrix);
                    self.line = self.text;
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn select(&mut self, operands: &[Object], numbers: &[f64], resources: Option<&'d Dictionary>) {
        self.state.size = numbers.last().copied().unwrap_or_default();
        let name = operands.first().and_then(|name| name.as_name().ok());
        let dictionary = name.and_then(|name| {
            let fonts = resources?.get_deref(b"Font", self.document).ok()?;
            let font = fonts.as_dict().ok()?.get_deref(name, self.document).ok()?;
            font.as_dict().ok()
        });
        self.state.font = dictionary.map(|dictionary| {
            let document = self.document;
            let key = std::ptr::from_ref(dictionary) as usize;
            let font = self.fonts.entry(key);
            Rc::clone(font.or_insert_with(|| Rc::new(Font::new(document, dictionary))))
        });
    }

    fn show_operands(&mut self, operator: &str, operands: &[Object], numbers: &[f64]) {
        if let ("\"", [word, character, ..]) = (operator, numbers) {
            self.state.word_spacing = *word;
            self.state.character_spacing = *character;
        }
        if matches!(operator, "'" | "\"") {
            self.next_line(0.0, -self.state.leading);
        }
        for operand in operands {
            match operand {
                Object::String(string, _) => self.show(string),
                Object::Array(pieces) => {
                    for piece in pieces {
                        if let Object::String(string, _) = piece {
                            self.show(string);
                        } else if let Ok(shift) = piece.as_float() {
                            let shift = -f64::from(shift) / 1000.0 * self.state.size;
                            self.advance(shift * self.state.stretch);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, string: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            return;
        };
        let wants_ink = self.state.is_fill_red;
        for shown in font.shown(string, wants_ink) {
            let state = &self.state;
            let across = state.size * state.stretch;
            let rise = Matrix::shift(0.0, state.rise);
            let matrix = rise.then(self.text).then(state.matrix);
            let (x, y) = matrix.point(0.0, 0.0);
            self.sheet.unnamed += usize::from(shown.is_unnamed);
            let printed = shown.text.chars().next();
            if let Some(character) = printed.filter(|it| !it.is_whitespace() && !state.is_hidden) {
                self.sheet.marks.push(Mark {
                    character,
                    x: Length::pt(x),
                    baseline: Length::pt(self.height - y),
                    size: Length::pt((state.size * matrix.scale_upright()).abs()),
                    advance: Length::pt(shown.width * across * matrix.scale_across()),
                    is_upright: matrix.is_upright(),
                    is_red: state.is_fill_red,
                    is_heiti: font.is_heiti,
                    ink: shown.ink,
                });
            }
            let word = if shown.is_word_space {
                state.word_spacing
            } else {
                0.0
            };
            let spacing = (state.character_spacing + word) * state.stretch;
            self.advance(shown.width * across + spacing);
        }
    }

    fn advance(&mut self, by: f64) {
        self.text = Matrix::shift(by, 0.0).then(self.text);
    }
}

/// Whether an ink is red: RGB, or CMYK with yellow and magenta (5.2.4).
fn is_red(numbers: &[f64]) -> bool {
    match numbers {
        [red, green, blue] => *red > 0.5 && *green < 0.35 && *blue < 0.35,
        [cyan, magenta, yellow, black] => {
            *cyan < 0.3 && *magenta > 0.5 && *yellow > 0.5 && *black < 0.5
        }
        _ => false,
    }
}
