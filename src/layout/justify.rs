//! Gives the atoms of a line their places: on the grid, or stretched to the measure.

use std::ops::Range;

use super::cells::{Atom, AtomKind, Shape, Type};
use super::length::Length;
use super::line_break::{Line, Material};
use super::style::Grid;
use crate::text::punctuation::{BlankHalf, blank_half};

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

/// The widest blank between two glyphs, in ems; a line that needs more stays short.
///
/// Programs that read the text of a PDF take a blank of a tenth of the em for a space.
const WIDEST_BLANK: f64 = 0.095;

/// How much wider a space may become, in ems: readers take it for a space in any case.
const WIDEST_SPACE: f64 = 0.4;

/// Places the characters of a line of `measure` half cells.
pub(super) fn places(
    material: &Material<'_>,
    line: &Line,
    shapes: &[Shape],
    setting: Setting,
) -> Vec<Place> {
    let text = material.without_spaces(line.atoms.clone());
    let mut places = Vec::with_capacity(text.len());
    let mut left = Length::ZERO;
    for atom in text.clone() {
        let trimmed = line.trimmed.contains(&atom);
        let r#type = setting.r#type;
        left += place_atom(material, atom, trimmed, shapes, r#type, left, &mut places);
    }
    if let Some(slack) = slack(material, line, &text, left, setting) {
        let gaps = gaps(material, &text, &places, shapes, slack, setting.r#type.size);
        left += gaps.iter().copied().sum();
        widen(&material.atoms[text.clone()], &gaps, &mut places);
    }
    hang_spaces(material, text.end..line.atoms.end, left, &mut places);
    places
}

/// Moves the characters by the gaps before their atoms.
fn widen(atoms: &[Atom], gaps: &[Length], places: &mut [Place]) {
    let mut shift = Length::ZERO;
    let mut places = places.iter_mut();
    for (atom, gap) in atoms.iter().zip(gaps) {
        shift += *gap;
        for place in places.by_ref().take(atom.characters.len()) {
            place.pen += shift;
            place.left += shift;
        }
    }
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

/// What a line that takes the width `taken` is short of its measure by, if it is to be stretched.
fn slack(
    material: &Material<'_>,
    line: &Line,
    text: &Range<usize>,
    taken: Length,
    setting: Setting,
) -> Option<Length> {
    let slack = setting.r#type.half() * setting.measure as f64 - taken;
    let keeps_grid = setting.grid == Grid::Strict && material.is_full_width(text.clone());
    let is_ragged = !setting.is_justified || line.is_last || keeps_grid;
    (!is_ragged && slack > Length::mm(0.001)).then_some(slack)
}

/// Where a gap is, the more willing to be stretched first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GapKind {
    /// After a space.
    Space,
    /// Beside the blank half of a mark.
    Mark,
    /// Between Han and a letter or digit.
    Western,
    /// Between two full-width characters.
    Han,
}

/// The gap before each atom of a line: spaces and marks give way first, then Western beside Han,
/// then cells.
///
/// All are nothing if the slack cannot be filled: ragged is better than torn.
fn gaps(
    material: &Material<'_>,
    text: &Range<usize>,
    places: &[Place],
    shapes: &[Shape],
    slack: Length,
    size: Length,
) -> Vec<Length> {
    let limits = limits(&material.atoms[text.clone()], places, shapes, size);
    let mut gaps = vec![Length::ZERO; text.len()];
    let mut open = slack;
    let kinds = [
        GapKind::Space,
        GapKind::Mark,
        GapKind::Western,
        GapKind::Han,
    ];
    for kind in kinds {
        let soft = (1..text.len()).filter(|gap| {
            let atom = text.start + gap;
            !is_rigid(material, atom) && gap_kind(material, atom) == kind
        });
        open = fill(soft.collect(), &limits, open, &mut gaps);
    }
    if open > Length::mm(0.001) {
        gaps.fill(Length::ZERO);
    }
    gaps
}

/// How far each gap may be stretched: the blank that the glyphs leave between them counts.
fn limits(atoms: &[Atom], places: &[Place], shapes: &[Shape], size: Length) -> Vec<Length> {
    let mut limits = vec![Length::ZERO; atoms.len()];
    let mut first = 0usize;
    let mut is_after_space = false;
    for (atom, limit) in atoms.iter().zip(&mut limits) {
        if is_after_space {
            *limit = size * WIDEST_SPACE;
        } else if let Some(before) = first.checked_sub(1).map(|before| &places[before]) {
            let blank = places[first].pen - before.pen - shapes[before.index].advance;
            *limit = (size * WIDEST_BLANK - blank).max(Length::ZERO);
        }
        first += atom.characters.len();
        is_after_space = atom.kind == AtomKind::Space;
    }
    limits
}

/// Shares `slack` among gaps evenly up to their limits; gives what is left of it.
fn fill(mut open: Vec<usize>, limits: &[Length], slack: Length, gaps: &mut [Length]) -> Length {
    let mut slack = slack;
    open.sort_by(|one, other| limits[*one].to_mm().total_cmp(&limits[*other].to_mm()));
    let count = open.len();
    for (number, gap) in open.into_iter().enumerate() {
        let share = slack / (count - number) as f64;
        gaps[gap] = share.min(limits[gap]);
        slack = slack - gaps[gap];
    }
    slack
}

/// Whether the gap before an atom stays as it is.
fn is_rigid(material: &Material<'_>, atom: usize) -> bool {
    material.boundaries[material.atoms[atom].characters.start].is_rigid
}

/// What lies on both sides of the gap before an atom.
fn gap_kind(material: &Material<'_>, atom: usize) -> GapKind {
    let (before, after) = (&material.atoms[atom - 1], &material.atoms[atom]);
    if before.kind == AtomKind::Space {
        return GapKind::Space;
    }
    let is_western = |kind: AtomKind| matches!(kind, AtomKind::Half | AtomKind::Letters);
    let blank = |index: usize| blank_half(material.characters[index]);
    if blank(before.characters.end - 1) == Some(BlankHalf::Right)
        || blank(after.characters.start) == Some(BlankHalf::Left)
    {
        GapKind::Mark
    } else if is_western(before.kind) != is_western(after.kind) {
        GapKind::Western
    } else {
        GapKind::Han
    }
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
        return place_letters(atom.characters.clone(), shapes, left, places);
    }
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

/// Letters stand as their font has them: what their run was rounded up by is the line's to spread.
fn place_letters(
    characters: Range<usize>,
    shapes: &[Shape],
    left: Length,
    places: &mut Vec<Place>,
) -> Length {
    let mut room = Length::ZERO;
    for index in characters {
        let advance = shapes[index].advance;
        places.push(Place {
            index,
            pen: left + room,
            left: left + room,
            room: advance,
        });
        room += advance;
    }
    room
}
