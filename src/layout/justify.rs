//! Gives the atoms of a line their places: on the grid, or stretched to the measure.

use std::ops::Range;

use super::cells::{AtomKind, Shape, Type};
use super::length::Length;
use super::line_break::{Line, Material};
use super::style::Grid;
use crate::text::punctuation::{BlankHalf, blank_half};
use crate::text::width::is_han;

/// A character's place on its line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// The character in the text.
    pub(super) index: usize,
    /// Where the pen stands, from the line's left end.
    pub(super) pen: Length,
    /// The left edge of its room.
    pub(super) left: Length,
    /// The room it takes.
    pub(super) room: Length,
}

/// The greatest share of a cell that a gap is stretched by; a line that needs more stays short.
///
/// Programs that read the text of a PDF take a gap of a tenth of the em for a space.
const LARGEST_GAP: f64 = 0.1;

/// Places the characters of a line of `measure` half cells.
pub(super) fn places(
    material: &Material<'_>,
    line: &Line,
    shapes: &[Shape],
    setting: Setting,
) -> Vec<Place> {
    let text = material.without_spaces(line.atoms.clone());
    let gaps = gaps(material, line, &text, setting);
    let mut places = Vec::with_capacity(text.len());
    let mut left = Length::ZERO;
    for (atom, gap) in text.clone().zip(gaps) {
        let is_trimmed = line.trimmed.contains(&atom);
        left += place_atom(
            material,
            atom,
            is_trimmed,
            shapes,
            setting.r#type,
            left,
            &mut places,
        );
        left += gap;
    }
    hang_spaces(material, text.end..line.atoms.end, left, &mut places);
    places
}

/// How a line is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Face, em and cell.
    pub(super) r#type: Type,
    /// The line's half cells.
    pub(super) measure: usize,
    /// How strictly full-width characters keep to the grid.
    pub(super) grid: Grid,
    /// Whether lines are stretched at all.
    pub(super) is_justified: bool,
}

/// Spaces at a line's end take no room, yet stay in the text.
fn hang_spaces(
    material: &Material<'_>,
    spaces: Range<usize>,
    left: Length,
    places: &mut Vec<Place>,
) {
    for atom in spaces {
        let index = material.atoms[atom].characters.start;
        places.push(Place {
            index,
            pen: left,
            left,
            room: Length::ZERO,
        });
    }
}

/// The extra gap after each atom of a line.
fn gaps(
    material: &Material<'_>,
    line: &Line,
    text: &Range<usize>,
    setting: Setting,
) -> Vec<Length> {
    let mut gaps = vec![Length::ZERO; text.len()];
    let taken = material.halves(text.clone()) - line.trimmed.len();
    let keeps_grid = setting.grid == Grid::Strict && material.is_full_width(text.clone());
    if !setting.is_justified || line.is_last || keeps_grid || taken >= setting.measure {
        return gaps;
    }
    let half = setting.r#type.half();
    let slack = half * (setting.measure - taken) as f64;
    stretch(material, text, slack, setting.r#type.cell, &mut gaps);
    gaps
}

/// Stretches the gaps between Western and Han first, then all that are not rigid.
fn stretch(
    material: &Material<'_>,
    text: &Range<usize>,
    slack: Length,
    cell: Length,
    gaps: &mut [Length],
) {
    let soft = (text.start + 1..text.end).filter(|atom| !is_rigid(material, *atom));
    let (western, other): (Vec<usize>, Vec<usize>) =
        soft.partition(|atom| is_western_gap(material, *atom));
    let largest = cell * LARGEST_GAP;
    let first = share(slack, western.len()).min(largest);
    let rest = share(slack - first * western.len() as f64, other.len());
    let is_filled = first * western.len() as f64 + rest * other.len() as f64 >= slack * 0.999;
    if !is_filled || rest > largest {
        return;
    }
    for (atoms, gap) in [(western, first), (other, rest)] {
        for atom in atoms {
            gaps[atom - 1 - text.start] += gap;
        }
    }
}

fn share(slack: Length, count: usize) -> Length {
    if count == 0 {
        Length::ZERO
    } else {
        slack / count as f64
    }
}

/// Whether the gap before an atom stays as it is.
fn is_rigid(material: &Material<'_>, atom: usize) -> bool {
    material.boundaries[material.atoms[atom].characters.start].is_rigid
}

/// Whether the gap before an atom lies between a Han character and a letter or digit.
fn is_western_gap(material: &Material<'_>, atom: usize) -> bool {
    let (before, after) = (&material.atoms[atom - 1], &material.atoms[atom]);
    let is_han = |index: usize| is_han(material.characters[index]);
    let is_western = |kind: AtomKind| matches!(kind, AtomKind::Half | AtomKind::Letters);
    (is_western(before.kind) && is_han(after.characters.start))
        || (is_western(after.kind) && is_han(before.characters.end - 1))
}

/// Places one atom at `left` and gives the room that it takes.
fn place_atom(
    material: &Material<'_>,
    atom: usize,
    is_trimmed: bool,
    shapes: &[Shape],
    r#type: Type,
    left: Length,
    places: &mut Vec<Place>,
) -> Length {
    let atom = &material.atoms[atom];
    let room = r#type.half() * (atom.halves - usize::from(is_trimmed)) as f64;
    if atom.kind == AtomKind::Letters {
        place_letters(atom.characters.clone(), shapes, left, room, places);
    } else {
        let index = atom.characters.start;
        let character = material.characters[index];
        let full = r#type.half() * atom.halves as f64;
        let pen = left + pen(character, shapes[index].advance, r#type, full)
            - trimmed_left(character, is_trimmed, r#type);
        places.push(Place {
            index,
            pen,
            left,
            room,
        });
    }
    room
}

/// An opening mark that gives up its blank half begins half a cell before its room.
fn trimmed_left(character: char, is_trimmed: bool, r#type: Type) -> Length {
    match blank_half(character) {
        Some(BlankHalf::Left) if is_trimmed => r#type.half(),
        _ => Length::ZERO,
    }
}

/// Where the pen stands in a cell: centred, but a font's narrow mark keeps to its side.
fn pen(character: char, advance: Length, r#type: Type, room: Length) -> Length {
    let is_narrow = advance < r#type.size * 0.8;
    match blank_half(character) {
        Some(BlankHalf::Left) if is_narrow => room - advance,
        Some(BlankHalf::Right) if is_narrow => Length::ZERO,
        _ => (room - advance) / 2.0,
    }
}

/// Letters share what their run was rounded up by.
fn place_letters(
    characters: Range<usize>,
    shapes: &[Shape],
    left: Length,
    room: Length,
    places: &mut Vec<Place>,
) {
    let natural: Length = shapes[characters.clone()]
        .iter()
        .map(|shape| shape.advance)
        .sum();
    let gap = (room - natural) / characters.len() as f64;
    let mut left = left;
    for index in characters {
        let room = shapes[index].advance + gap;
        places.push(Place {
            index,
            pen: left + gap / 2.0,
            left,
            room,
        });
        left += room;
    }
}
