//! What the objects of a font still lack: the program, and the widths and texts of its glyphs.
//!
//! printpdf writes the dictionaries for one glyph of each font; what holds for all of them comes here.

use std::io::Write;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::subset::{Placed, Subsets};

/// The width of a glyph of which nothing is said, in thousandths of the em; ISO 32000-1, 9.7.4.3.
const USUAL_WIDTH: u16 = 1000;

/// Most entries of a block of a map; Adobe Technical Note 5411, 1.4.1.
const LONGEST_BLOCK: usize = 100;

/// Gives every font of the document its program and the widths and texts of its glyphs.
///
/// `programs` are those that printpdf has a stand-in for, in the order of the subsets.
pub(super) fn complete_fonts(
    objects: &mut Document,
    subsets: &Subsets,
    programs: Vec<Option<Vec<u8>>>,
) {
    for (subset, (glyphs, program)) in subsets.glyphs().zip(programs).enumerate() {
        let name = subsets.name(subset);
        let added = font(objects, name).and_then(|font| {
            set_widths(objects, font, glyphs)?;
            set_program(objects, font, program)?;
            set_texts(objects, font, name, glyphs)
        });
        added.expect("printpdf writes each font with its descendant and its map of texts");
    }
}

/// The font that pages know by a name.
fn font(objects: &Document, name: &str) -> Option<ObjectId> {
    let page = objects.page_iter().next()?;
    let entry = |dictionary: &Dictionary, key: &[u8]| dictionary.get(key).ok()?.as_reference().ok();
    let page = objects.get_dictionary(page).ok()?;
    let resources = objects.get_dictionary(entry(page, b"Resources")?).ok()?;
    let fonts = objects.get_dictionary(entry(resources, b"Font")?).ok()?;
    entry(fonts, name.as_bytes())
}

/// Sets the widths that are not the usual one, by glyph.
fn set_widths(objects: &mut Document, font: ObjectId, glyphs: &[(char, Placed)]) -> Option<()> {
    let own = glyphs.iter().map(|(_, placed)| placed);
    let own = own.filter(|placed| placed.width != USUAL_WIDTH);
    let widths = own.flat_map(|placed| {
        let width = Object::Array(vec![i64::from(placed.width).into()]);
        [i64::from(placed.glyph).into(), width]
    });
    let widths: Vec<Object> = widths.collect();
    let descendant = descendant(objects, font)?;
    descendant.set("DW", i64::from(USUAL_WIDTH));
    descendant.set("W", widths);
    Some(())
}

/// Puts a program in the place of its stand-in; ISO 32000-1, 9.9.
fn set_program(objects: &mut Document, font: ObjectId, program: Option<Vec<u8>>) -> Option<()> {
    let Some(program) = program else {
        return Some(());
    };
    let descriptor = descendant(objects, font)?.get(b"FontDescriptor").ok()?;
    let descriptor = descriptor.as_reference().ok()?;
    let descriptor = objects.get_dictionary(descriptor).ok()?;
    let file = descriptor.get(b"FontFile2").ok()?.as_reference().ok()?;
    let file = objects.get_object_mut(file).ok()?.as_stream_mut().ok()?;
    file.dict.set("Length1", program.len() as i64);
    file.set_content(program);
    Some(())
}

/// The dictionary of a font's glyphs; ISO 32000-1, 9.7.4.
fn descendant(objects: &mut Document, font: ObjectId) -> Option<&mut Dictionary> {
    let font = objects.get_dictionary_mut(font).ok()?;
    let descendants = font.get_mut(b"DescendantFonts").ok()?;
    let descendant = descendants.as_array_mut().ok()?.first_mut()?;
    descendant.as_dict_mut().ok()
}

/// Sets the map from glyphs to texts; ISO 32000-1, 9.10.3.
fn set_texts(
    objects: &mut Document,
    font: ObjectId,
    name: &str,
    glyphs: &[(char, Placed)],
) -> Option<()> {
    let font = objects.get_dictionary(font).ok()?;
    let map = font.get(b"ToUnicode").ok()?.as_reference().ok()?;
    let stream = objects.get_object_mut(map).ok()?.as_stream_mut().ok()?;
    stream.set_content(texts(name, glyphs));
    Some(())
}

fn texts(name: &str, glyphs: &[(char, Placed)]) -> Vec<u8> {
    let mut map = format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /{name} def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    )
    .into_bytes();
    for block in glyphs.chunks(LONGEST_BLOCK) {
        push_block(&mut map, block).expect("a vector takes whatever comes");
    }
    map.extend(b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

fn push_block(map: &mut Vec<u8>, block: &[(char, Placed)]) -> std::io::Result<()> {
    writeln!(map, "{} beginbfchar", block.len())?;
    for (character, placed) in block {
        write!(map, "<{:04X}> <", placed.glyph)?;
        for unit in character.encode_utf16(&mut [0; 2]) {
            write!(map, "{unit:04X}")?;
        }
        map.extend(b">\n");
    }
    writeln!(map, "endbfchar")
}
