//! Looks up single characters: whole character maps would cost 15 ms at the start of a program.

use std::cell::{OnceCell, RefCell};

use rustc_hash::{FxBuildHasher, FxHashMap};
use ttf_parser::GlyphId;

use super::{Face, FontId, Fonts};
use crate::text::width::is_han;

/// A character's glyph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolved {
    /// The font that has it.
    pub font: FontId,
    /// The glyph in that font.
    pub glyph: GlyphId,
    /// Its advance by the font, in ems.
    pub advance: f64,
}

/// A glyph's ink above and below the baseline, in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// The highest point.
    pub top: f64,
    /// The lowest point.
    pub bottom: f64,
}

/// The room that is made at once: a letter of three pages has some six hundred different characters.
const CHARACTERS: usize = 800;

/// The fonts of one layout, each opened when it is first asked for.
pub struct FontLookup<'fonts> {
    fonts: &'fonts Fonts,
    open: Vec<OnceCell<Option<ttf_parser::Face<'fonts>>>>,
    known: RefCell<FxHashMap<(Face, char), Option<Resolved>>>,
}

impl<'fonts> FontLookup<'fonts> {
    /// Prepares to look up; opens nothing.
    pub fn new(fonts: &'fonts Fonts) -> Self {
        Self {
            fonts,
            open: fonts.fonts().iter().map(|_| OnceCell::new()).collect(),
            known: RefCell::new(FxHashMap::with_capacity_and_hasher(
                CHARACTERS,
                FxBuildHasher,
            )),
        }
    }

    /// The fonts.
    pub fn fonts(&self) -> &'fonts Fonts {
        self.fonts
    }

    /// An opened font; absent if its file is damaged.
    pub fn open(&self, id: FontId) -> Option<&ttf_parser::Face<'fonts>> {
        let font = self.fonts.font(id);
        self.open[id.index()]
            .get_or_init(|| ttf_parser::Face::parse(font.data.as_ref(), font.index).ok())
            .as_ref()
    }

    /// The glyph of a character in the first font of the face's chain that has one.
    pub fn resolve(&self, face: Face, character: char) -> Option<Resolved> {
        if let Some(known) = self.known.borrow().get(&(face, character)) {
            return *known;
        }
        let chain = self.fonts.chain(face);
        let resolved = chain.iter().find_map(|id| self.glyph_in(*id, character));
        self.known.borrow_mut().insert((face, character), resolved);
        resolved
    }

    /// The glyph of a character in one font.
    ///
    /// A Han character whose outline is empty counts as missing: some fonts map characters that
    /// they do not draw.
    pub fn glyph_in(&self, id: FontId, character: char) -> Option<Resolved> {
        let open = self.open(id)?;
        let glyph = open.glyph_index(character).filter(|glyph| glyph.0 != 0)?;
        let is_checked = self.fonts.font(id).is_bundled();
        if !is_checked && is_han(character) {
            open.glyph_bounding_box(glyph)?;
        }
        let units = f64::from(open.units_per_em());
        let advance = f64::from(open.glyph_hor_advance(glyph)?) / units;
        Some(Resolved {
            font: id,
            glyph,
            advance,
        })
    }

    /// The ink of a character by its own outline.
    pub fn ink(&self, face: Face, character: char) -> Option<Ink> {
        let resolved = self.resolve(face, character)?;
        let open = self.open(resolved.font)?;
        let bounds = open.glyph_bounding_box(resolved.glyph)?;
        let units = f64::from(open.units_per_em());
        Some(Ink {
            top: f64::from(bounds.y_max) / units,
            bottom: f64::from(bounds.y_min) / units,
        })
    }

    /// Every look-up made so far, in no order.
    pub fn lookups(&self) -> Vec<(Face, char, Option<Resolved>)> {
        let known = self.known.borrow();
        let lookups = known.iter();
        lookups
            .map(|((face, character), found)| (*face, *character, *found))
            .collect()
    }
}
