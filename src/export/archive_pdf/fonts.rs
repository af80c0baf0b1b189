//! Fonts for krilla: cut to the glyphs of the pages, and without outlines while krilla writes.
//!
//! krilla reads, rebuilds, measures and deflates the outlines of every font, which is three quarters of
//! its time. So it is given fonts whose glyphs are blank, with the same numbers, advances and names, and
//! the programs with the outlines, cut and compressed as in the everyday PDF, go into the finished file.
//! Fonts that cannot be cut by copying are given whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::text::Font;
use rustc_hash::{FxHashMap, FxHashSet};
use ttf_parser::{Face, Tag};

use super::ArchiveError;
use super::programs::with_programs;
use crate::export::pdf::cut::cut_tables;
use crate::export::pdf::sfnt::{Table, written};
use crate::layout::font::FontData;
use crate::layout::{FontId, Fonts, PagedDocument};

/// Tables that krilla reads beside those of a cut font; OpenType 1.9.
const DESCRIBING: [&[u8; 4]; 2] = [b"OS/2", b"post"];

/// Tables with outlines, and with the hints that they call.
const OUTLINES: [&[u8; 4]; 5] = [b"glyf", b"loca", b"cvt ", b"fpgm", b"prep"];

/// A font for krilla, and the glyphs of its characters.
pub(super) struct OpenFont {
    pub(super) font: Font,
    pub(super) glyphs: FxHashMap<char, u16>,
}

/// The fonts that a document uses.
pub(super) struct OpenFonts {
    fonts: BTreeMap<FontId, OpenFont>,
    /// The program of each font that krilla has without outlines, by the font's name.
    programs: BTreeMap<String, Vec<u8>>,
}

impl OpenFonts {
    /// Opens the fonts of `pages` and looks up their characters.
    pub(super) fn new(pages: &PagedDocument, fonts: &Fonts) -> Result<Self, ArchiveError> {
        let mut open = Self {
            fonts: BTreeMap::new(),
            programs: BTreeMap::new(),
        };
        let characters = characters(pages);
        let ids: Vec<FontId> = characters.keys().copied().collect();
        for (id, characters) in characters {
            let can_be_found = can_be_found(fonts, id, &ids);
            let font = open.open(fonts, id, &characters, can_be_found)?;
            open.fonts.insert(id, font);
        }
        Ok(open)
    }

    /// A font of the pages.
    pub(super) fn get(&self, id: FontId) -> Option<&OpenFont> {
        self.fonts.get(&id)
    }

    fn open(
        &mut self,
        fonts: &Fonts,
        id: FontId,
        characters: &[char],
        can_be_found: bool,
    ) -> Result<OpenFont, ArchiveError> {
        let font = fonts.font(id);
        let refused = || ArchiveError::Font(font.name.clone());
        let face = Face::parse(font.data.as_ref(), font.index).map_err(|_| refused())?;
        let found = characters.iter().map(|character| {
            let glyph = face.glyph_index(*character);
            let glyph = glyph.ok_or_else(|| ArchiveError::MissingGlyph {
                font: font.name.clone(),
                character: *character,
            });
            Ok((*character, glyph?.0))
        });
        let found: Vec<(char, u16)> = found.collect::<Result<_, ArchiveError>>()?;
        let name = font.postscript_name.clone();
        let blank = can_be_found.then(|| Blank::new(&face, &name, &found));
        let Some(blank) = blank.flatten() else {
            return Ok(OpenFont {
                font: Font::new(whole(&font.data), font.index).ok_or_else(refused)?,
                glyphs: found.into_iter().collect(),
            });
        };
        self.programs.insert(name, blank.program);
        Ok(OpenFont {
            font: Font::new(blank.file.into(), 0).ok_or_else(refused)?,
            glyphs: blank.glyphs,
        })
    }

    /// Puts the programs into the finished file.
    ///
    /// # Errors
    /// [`ArchiveError::Refused`] if the file is not as krilla writes it.
    pub(super) fn fill(self, file: Vec<u8>) -> Result<Vec<u8>, ArchiveError> {
        if self.programs.is_empty() {
            return Ok(file);
        }
        let filled = with_programs(&file, &self.programs);
        filled.map_err(|fault| ArchiveError::Refused(fault.to_owned()))
    }
}

fn whole(data: &FontData) -> krilla::Data {
    match data {
        FontData::Bundled(bytes) => (*bytes).into(),
        FontData::Shared(bytes) => Arc::clone(bytes).into(),
    }
}

/// Whether a font can be told in the finished file by its name: no other font of the pages has that
/// name, and a PDF writes it without escapes; ISO 32000-1, 7.3.5.
fn can_be_found(fonts: &Fonts, id: FontId, ids: &[FontId]) -> bool {
    let name = &fonts.font(id).postscript_name;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let same = ids
        .iter()
        .filter(|id| fonts.font(**id).postscript_name == *name);
    same.count() == 1 && !name.is_empty() && name.bytes().all(is_plain)
}

/// The characters of each font in the order in which the pages show them first.
fn characters(pages: &PagedDocument) -> BTreeMap<FontId, Vec<char>> {
    let mut characters: BTreeMap<FontId, (Vec<char>, FxHashSet<char>)> = BTreeMap::new();
    for run in pages.runs() {
        let (order, known) = characters.entry(run.font).or_default();
        let shown = run.glyphs.iter().map(|glyph| glyph.character);
        order.extend(shown.filter(|character| known.insert(*character)));
    }
    let orders = characters.into_iter().map(|(id, (order, _))| (id, order));
    orders.collect()
}

/// A font without outlines, and its program with them.
struct Blank {
    file: Vec<u8>,
    program: Vec<u8>,
    glyphs: FxHashMap<char, u16>,
}

impl Blank {
    /// The font with these glyphs, numbered in their order: krilla numbers glyphs as it meets them, so
    /// the numbers stay. Nothing if the font cannot be cut by copying.
    fn new(face: &Face<'_>, name: &str, characters: &[(char, u16)]) -> Option<Self> {
        let mut order = vec![0];
        let mut numbers: FxHashMap<u16, u16> = FxHashMap::default();
        let mut glyphs = FxHashMap::default();
        for (character, glyph) in characters {
            let next = u16::try_from(order.len()).ok()?;
            let number = *numbers.entry(*glyph).or_insert_with(|| {
                order.push(*glyph);
                next
            });
            glyphs.insert(*character, number);
        }
        let tables = cut_tables(face, &order)?;
        let program = written(&tables);
        let loca = tables.iter().find(|table| &table.tag == b"loca")?.len();
        let mut blank: Vec<Table<'_>> = tables
            .into_iter()
            .filter(|table| !OUTLINES.contains(&&table.tag))
            .collect();
        // A table of no length is taken for an absent one.
        blank.push(Table::new(b"glyf", vec![0; 4]));
        blank.push(Table::new(b"loca", vec![0; loca]));
        blank.push(Table::new(b"name", name_table(name)));
        let describing = DESCRIBING.iter().filter_map(|tag| {
            let bytes = face.raw_face().table(Tag::from_bytes(tag))?;
            Some(Table::new(tag, bytes.to_vec()))
        });
        blank.extend(describing);
        blank.sort_by_key(|table| table.tag);
        Some(Self {
            file: written(&blank),
            program,
            glyphs,
        })
    }
}

/// A table with nothing but the font's PostScript name; OpenType 1.9, `name`, format 0.
fn name_table(name: &str) -> Vec<u8> {
    const WINDOWS: [u16; 4] = [3, 1, 0x409, 6];
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let head = [0, 1, 18];
    let place = [name.len() as u16, 0];
    let numbers = head.into_iter().chain(WINDOWS).chain(place);
    let mut table: Vec<u8> = numbers.flat_map(u16::to_be_bytes).collect();
    table.extend(name);
    table
}
