//! Text as atoms: pieces that take a whole number of half cells and are never broken.

use std::ops::Range;

use super::context::Context;
use super::font::{Face, FontId};
use super::length::Length;
use crate::document::Inline;
use crate::origin::{Origin, SharedOrigin};
use crate::source::Span;
use crate::text::width::{Width, width};

/// How a text is set: face, em and cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    /// The face.
    pub(super) face: Face,
    /// The em.
    pub(super) size: Length,
    /// The pitch of full-width characters.
    pub(super) cell: Length,
}

impl Type {
    /// Half a cell: the room of a digit.
    pub(super) fn half(self) -> Length {
        self.cell / 2.0
    }
}

/// Text with the facts behind it and its place.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Its characters.
    pub(super) characters: Vec<char>,
    /// Ranges of characters with the fact behind them, in order, without gaps.
    pub(super) pieces: Vec<(Range<usize>, Option<SharedOrigin>)>,
    /// Where it was written.
    pub(super) place: Span,
    /// How many of its characters are a label that keeps to its cells, since further lines hang under
    /// what follows it.
    pub(super) label: usize,
}

impl Text {
    /// Text of the inlines of a block.
    pub(super) fn new(inlines: &[Inline], place: &Span) -> Self {
        let mut characters = Vec::new();
        let mut pieces = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let start = characters.len();
            characters.extend(inline.text.chars());
            pieces.push((start..characters.len(), inline.origin.clone()));
        }
        Self {
            characters,
            pieces,
            place: place.clone(),
            label: 0,
        }
    }

    /// Text without an origin behind a label.
    pub(super) fn labelled(label: &str, text: &str, place: &Span) -> Self {
        Self {
            label: label.chars().count(),
            ..Self::plain(&format!("{label}{text}"), place)
        }
    }

    /// Text without an origin.
    pub(super) fn plain(text: &str, place: &Span) -> Self {
        Self::new(&[Inline::plain(text)], place)
    }

    /// The fact behind a character.
    pub(super) fn origin(&self, index: usize) -> Option<&SharedOrigin> {
        let piece = self.pieces.partition_point(|(range, _)| range.end <= index);
        self.pieces
            .get(piece)
            .and_then(|(_, origin)| origin.as_ref())
    }

    /// The ranges of characters that print a figure.
    pub(super) fn figures(&self) -> impl Iterator<Item = Range<usize>> {
        let is_figure =
            |origin: &Option<SharedOrigin>| matches!(origin.as_deref(), Some(Origin::Figure(_)));
        self.pieces
            .iter()
            .filter(move |(_, origin)| is_figure(origin))
            .map(|(range, _)| range.clone())
    }
}

/// What an atom is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtomKind {
    /// One full-width character.
    Full,
    /// One character of half a cell.
    Half,
    /// A run of letters, and the marks after it, in their natural widths.
    Letters,
    /// A space, which vanishes at a line's end.
    Space,
}

/// A piece of text that is never broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its characters in the text.
    pub(super) characters: Range<usize>,
    /// The half cells it takes.
    pub(super) halves: usize,
    /// What it is made of.
    pub(super) kind: AtomKind,
}

/// One character's glyph before it has a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    /// The font; absent if no font has the character.
    pub(super) font: Option<FontId>,
    /// The advance by the font.
    pub(super) advance: Length,
}

/// The glyph of each character; what no font has is reported.
pub(super) fn shapes(context: &mut Context<'_>, text: &Text, r#type: Type) -> Vec<Shape> {
    (0..text.characters.len())
        .map(|index| shape(context, text, index, r#type))
        .collect()
}

fn shape(context: &mut Context<'_>, text: &Text, index: usize, r#type: Type) -> Shape {
    let character = text.characters[index];
    match context.lookup.resolve(r#type.face, character) {
        Some(resolved) => Shape {
            font: Some(resolved.font),
            advance: r#type.size * resolved.advance,
        },
        None => {
            context.report_missing_glyph(r#type.face, character, text.origin(index), &text.place);
            Shape {
                font: None,
                advance: r#type.cell,
            }
        }
    }
}

/// The half cells up to which a run of letters that no line can hold is kept together.
const PIECE: usize = 8;

/// Cuts text into atoms; a run of letters wider than `widest` half cells is cut into short pieces.
pub(super) fn atoms(
    characters: &[char],
    shapes: &[Shape],
    half: Length,
    widest: usize,
) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(characters.len());
    let mut start = 0;
    while start < characters.len() {
        let end = atom_end(characters, start);
        let letters = letters(start..end, shapes, half);
        match width(characters[start]) {
            Width::Natural if letters.halves > widest => {
                pieces(start..end, shapes, half, &mut atoms);
            }
            Width::Natural => atoms.push(letters),
            _ => atoms.push(single(characters[start], start)),
        }
        start = end;
    }
    atoms
}

fn pieces(run: Range<usize>, shapes: &[Shape], half: Length, atoms: &mut Vec<Atom>) {
    let mut start = run.start;
    while start < run.end {
        let fits = |end: &usize| letters(start..*end, shapes, half).halves <= PIECE;
        let end = (start + 1..=run.end).take_while(fits).last();
        let end = end.unwrap_or(start + 1);
        atoms.push(letters(start..end, shapes, half));
        start = end;
    }
}

/// Letters with the marks after them, as in `www.`: in half cells marks would stand apart.
fn atom_end(characters: &[char], start: usize) -> usize {
    let is_letter = |character: &char| width(*character) == Width::Natural;
    let count = |from: usize, is: &dyn Fn(&char) -> bool| {
        let rest = characters[from..].iter();
        rest.take_while(|character| is(character)).count()
    };
    let letters = count(start, &is_letter);
    if letters == 0 {
        return start + 1;
    }
    start + letters + count(start + letters, &is_mark_of_word)
}

/// A mark that words and addresses have in them.
fn is_mark_of_word(character: &char) -> bool {
    character.is_ascii_punctuation() && !"%@&".contains(*character)
}

fn single(character: char, index: usize) -> Atom {
    let (halves, kind) = match (character, width(character)) {
        (' ' | '\u{A0}', _) => (1, AtomKind::Space),
        (_, Width::Full) => (2, AtomKind::Full),
        // These are drawn nearly as wide as a Han character.
        ('%' | '@' | '&', _) => (2, AtomKind::Half),
        _ => (1, AtomKind::Half),
    };
    Atom {
        characters: index..index + 1,
        halves,
        kind,
    }
}

/// Letters keep their natural widths; the run is rounded up to the grid of half cells.
fn letters(characters: Range<usize>, shapes: &[Shape], half: Length) -> Atom {
    let natural: Length = shapes[characters.clone()]
        .iter()
        .map(|shape| shape.advance)
        .sum();
    // A hundredth of a cell over the grid is not worth another half cell.
    let halves = (natural / half - 0.02).ceil().max(1.0) as usize;
    Atom {
        characters,
        halves,
        kind: AtomKind::Letters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halves(text: &str) -> Vec<usize> {
        let characters: Vec<char> = text.chars().collect();
        let shape = Shape {
            font: None,
            advance: Length::mm(3.4),
        };
        let shapes = vec![shape; characters.len()];
        let atoms = atoms(&characters, &shapes, Length::mm(156.0 / 56.0), 56);
        atoms.iter().map(|atom| atom.halves).collect()
    }

    #[test]
    fn han_takes_a_cell_and_a_digit_half_of_one() {
        assert_eq!(halves("共1001件，"), [2, 1, 1, 1, 1, 2, 2]);
        assert_eq!(halves("4.1%"), [1, 1, 1, 2]);
    }

    #[test]
    fn a_run_of_letters_is_rounded_up_to_half_cells() {
        // Three letters of 3.4 mm are 10.2 mm, 3.66 half cells of 2.786 mm.
        assert_eq!(halves("PCT专"), [4, 2]);
    }

    #[test]
    fn the_marks_after_letters_belong_to_their_run() {
        assert_eq!(halves("a://b.c-1").len(), 4);
        assert_eq!(halves("1.5-b"), [1, 1, 1, 1, 2]);
    }

    #[test]
    fn a_run_of_letters_that_no_line_holds_is_cut_into_pieces() {
        let atoms = halves(&"a".repeat(60));
        assert_eq!(atoms[..9], [8; 9]);
        assert!(atoms.len() < 12);
    }
}
