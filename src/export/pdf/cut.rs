//! Cuts a font file of TrueType outlines to some glyphs by copying them.
//!
//! The crate subsetter, which cuts every other font, reads and rebuilds each outline and takes a
//! tenth of a letter's time for it. The tables are those of the OpenType specification, 1.9.

use ttf_parser::head::IndexToLocationFormat;
use ttf_parser::{Face, Tag};

use super::sfnt::{Table, written};

/// Tables of a variable font, whose outlines are not what the file's `glyf` says.
const VARIATIONS: &[u8; 4] = b"fvar";

/// Tables with the hints that outlines may call.
const HINTS: [&[u8; 4]; 3] = [b"cvt ", b"fpgm", b"prep"];

/// Where `head` says how `loca` is written.
const LOCATION_FORMAT: usize = 50;

/// Where `hhea` counts the advances.
const ADVANCE_COUNT: usize = 34;

/// Where `maxp` counts the glyphs.
const GLYPH_COUNT: usize = 4;

/// A font file with `glyphs` only, numbered from 0 in their order.
///
/// Nothing if the font has other outlines, varies, is damaged, or builds one of the glyphs from
/// others.
pub(in crate::export) fn cut(open: &Face<'_>, glyphs: &[u16]) -> Option<Vec<u8>> {
    cut_tables(open, glyphs).map(|tables| written(&tables))
}

/// The tables of such a file, in the order of their tags.
pub(in crate::export) fn cut_tables(
    open: &Face<'_>,
    glyphs: &[u16],
) -> Option<Vec<Table<'static>>> {
    let table = |tag: &[u8; 4]| open.raw_face().table(Tag::from_bytes(tag));
    if table(VARIATIONS).is_some() {
        return None;
    }
    let outlines = Outlines {
        glyf: table(b"glyf")?,
        loca: table(b"loca")?,
        format: open.tables().head.index_to_location_format,
    };
    let count = u16::try_from(glyphs.len()).ok()?.to_be_bytes();
    let (glyf, loca, format) = outlines.copied(glyphs)?;
    let mut tables = vec![
        Table::new(b"glyf", glyf),
        Table::new(b"head", changed(table(b"head")?, LOCATION_FORMAT, format)?),
        Table::new(b"hhea", changed(table(b"hhea")?, ADVANCE_COUNT, count)?),
        Table::new(b"hmtx", metrics(open, glyphs)?),
        Table::new(b"loca", loca),
        Table::new(b"maxp", changed(table(b"maxp")?, GLYPH_COUNT, count)?),
    ];
    let hints = HINTS.iter().filter_map(|tag| Some((tag, table(tag)?)));
    tables.extend(hints.map(|(tag, bytes)| Table::new(tag, bytes.to_vec())));
    tables.sort_by_key(|table| table.tag);
    Some(tables)
}

/// The outlines of a font file.
struct Outlines<'a> {
    glyf: &'a [u8],
    loca: &'a [u8],
    format: IndexToLocationFormat,
}

impl<'a> Outlines<'a> {
    /// The outline of a glyph; empty for a blank.
    fn outline(&self, glyph: u16) -> Option<&'a [u8]> {
        let offset = |index: usize| -> Option<usize> {
            match self.format {
                IndexToLocationFormat::Short => {
                    Some(2 * usize::from(number(self.loca, 2 * index)?))
                }
                IndexToLocationFormat::Long => {
                    let bytes = self.loca.get(4 * index..4 * index + 4)?;
                    Some(u32::from_be_bytes(bytes.try_into().ok()?) as usize)
                }
            }
        };
        let index = usize::from(glyph);
        self.glyf.get(offset(index)?..offset(index + 1)?)
    }

    /// The tables `glyf` and `loca` of some glyphs, and how the latter is written; nothing if one
    /// is built from others, which begins with a negative number of contours.
    fn copied(&self, glyphs: &[u16]) -> Option<(Vec<u8>, Vec<u8>, [u8; 2])> {
        let (mut glyf, mut offsets) = (Vec::new(), vec![0]);
        for glyph in glyphs {
            let outline = self.outline(*glyph)?;
            let is_composite = outline.first().is_some_and(|byte| byte & 0x80 != 0);
            if is_composite {
                return None;
            }
            glyf.extend_from_slice(outline);
            glyf.resize(glyf.len().next_multiple_of(2), 0);
            offsets.push(glyf.len());
        }
        let halves: Option<Vec<u16>> = offsets.iter().map(|at| (at / 2).try_into().ok()).collect();
        let (loca, format) = match halves {
            Some(halves) => (
                halves.iter().flat_map(|at| at.to_be_bytes()).collect(),
                0u16,
            ),
            None => {
                let long = offsets.iter().map(|at| *at as u32);
                (long.flat_map(u32::to_be_bytes).collect(), 1)
            }
        };
        Some((glyf, loca, format.to_be_bytes()))
    }
}

/// The advances and left bearings of some glyphs; the last bearings of a font share an advance.
fn metrics(open: &Face<'_>, glyphs: &[u16]) -> Option<Vec<u8>> {
    let hhea = open.raw_face().table(Tag::from_bytes(b"hhea"))?;
    let hmtx = open.raw_face().table(Tag::from_bytes(b"hmtx"))?;
    let advances = usize::from(number(hhea, ADVANCE_COUNT)?);
    let mut metrics = Vec::with_capacity(glyphs.len() * 4);
    for glyph in glyphs.iter().copied().map(usize::from) {
        let advance = 4 * glyph.min(advances.checked_sub(1)?);
        let bearing = match glyph < advances {
            true => advance + 2,
            false => 4 * advances + 2 * (glyph - advances),
        };
        metrics.extend(number(hmtx, advance)?.to_be_bytes());
        metrics.extend(number(hmtx, bearing)?.to_be_bytes());
    }
    Some(metrics)
}

fn number(table: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(table.get(at..at + 2)?.try_into().ok()?))
}

/// A table with one number changed.
fn changed(table: &[u8], at: usize, number: [u8; 2]) -> Option<Vec<u8>> {
    let mut table = table.to_vec();
    table.get_mut(at..at + 2)?.copy_from_slice(&number);
    Some(table)
}

#[cfg(test)]
mod tests {
    use subsetter::GlyphRemapper;

    use super::*;
    use crate::layout::Fonts;

    const TEXT: &str = "关于加强知识产权保护的答复，1001件（同比增长41.6%）。";

    /// What a font file has of each table.
    fn tables(file: &[u8]) -> Vec<(Tag, Vec<u8>)> {
        let raw = ttf_parser::RawFace::parse(file, 0).expect("it is a font file");
        let records = raw.table_records.into_iter();
        records
            .map(|record| {
                (
                    record.tag,
                    raw.table(record.tag).expect("it is there").to_vec(),
                )
            })
            .collect()
    }

    #[test]
    fn a_cut_has_the_outlines_and_metrics_of_the_font() {
        for font in Fonts::bundled().fonts() {
            let open = Face::parse(font.data.as_ref(), font.index).expect("it is a font file");
            let known = TEXT.chars().filter_map(|it| open.glyph_index(it));
            let mut remapper = GlyphRemapper::new();
            known.for_each(|glyph| {
                remapper.remap(glyph.0);
            });
            let glyphs: Vec<u16> = remapper.remapped_gids().collect();
            let Some(cut) = cut(&open, &glyphs) else {
                assert!(open.tables().cff.is_some(), "{} is refused", font.name);
                continue;
            };
            let short = Face::parse(&cut, 0).expect("it is a font file");
            assert_eq!(usize::from(short.number_of_glyphs()), glyphs.len());
            for (new, old) in (0..).zip(&glyphs).map(|(new, old)| (new, *old)) {
                let (new, old) = (ttf_parser::GlyphId(new), ttf_parser::GlyphId(old));
                assert_eq!(short.glyph_hor_advance(new), open.glyph_hor_advance(old));
                assert_eq!(
                    short.glyph_hor_side_bearing(new),
                    open.glyph_hor_side_bearing(old)
                );
                assert_eq!(drawn(&short, new), drawn(&open, old), "{}", font.name);
            }
            let names: Vec<_> = tables(&cut).into_iter().map(|(tag, _)| tag).collect();
            assert!(names.is_sorted(), "tables stand in the order of their tags");
        }
    }

    #[test]
    fn a_glyph_built_from_others_is_left_to_the_crate() {
        let fonts = Fonts::bundled();
        let font = &fonts.fonts()[0];
        let mut file = font.data.as_ref().to_vec();
        let open = Face::parse(&file, font.index).expect("it is a font file");
        let glyph = open.glyph_index('关').expect("the font has it").0;
        let loca = open
            .raw_face()
            .table(Tag::from_bytes(b"loca"))
            .expect("it is there");
        let outline = usize::from(glyph) * 4;
        let outline = u32::from_be_bytes(loca[outline..outline + 4].try_into().expect("four"));
        let mut records = open.raw_face().table_records.into_iter();
        let glyf = records.find(|it| it.tag == Tag::from_bytes(b"glyf"));
        let start = glyf.expect("it is there").offset as usize + outline as usize;
        file[start..start + 2].copy_from_slice(&[0xFF, 0xFF]);
        let open = Face::parse(&file, font.index).expect("it is a font file");
        assert!(cut(&open, &[0, glyph]).is_none());
    }

    fn drawn(face: &Face<'_>, glyph: ttf_parser::GlyphId) -> String {
        let mut path = Path(String::new());
        face.outline_glyph(glyph, &mut path);
        path.0
    }

    /// An outline as text.
    struct Path(String);

    impl ttf_parser::OutlineBuilder for Path {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("M{x} {y}");
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("L{x} {y}");
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0 += &format!("Q{x1} {y1} {x} {y}");
        }
        fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
            self.0 += &format!("C{x1} {y1} {x2} {y2} {x} {y}");
        }
        fn close(&mut self) {
            self.0 += "Z";
        }
    }
}
