//! The everyday PDF: its bytes repeat, and whoever reads its text gets what was written.

use std::collections::BTreeMap;

use fuhan::document::HeadFormat;
use fuhan::export::pdf::pdf;
use fuhan::layout::page::Item;
use fuhan::layout::{Fonts, PagedDocument};
use lopdf::content::Content;
use lopdf::{Document, Object, ObjectId};

use crate::sample;

fn letter() -> (PagedDocument, Vec<u8>) {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    let file = pdf(&pages, &Fonts::bundled()).expect("the bundled fonts are whole");
    (pages, file)
}

/// The texts behind the codes of one font, by its `ToUnicode` map.
fn to_unicode(file: &Document, font: ObjectId) -> BTreeMap<u16, String> {
    let font = file.get_dictionary(font).expect("a font is a dictionary");
    let map = font
        .get(b"ToUnicode")
        .and_then(Object::as_reference)
        .expect("every font has one");
    let map = file
        .get_object(map)
        .and_then(Object::as_stream)
        .expect("it is a stream");
    let map = map.decompressed_content().expect("it is deflated");
    let map = String::from_utf8(map).expect("it is ASCII");
    let code = |text: &str| u16::from_str_radix(text, 16).expect("a code is hexadecimal");
    let entry = |line: &str| {
        let (from, to) = line
            .strip_prefix('<')?
            .strip_suffix('>')?
            .split_once("> <")?;
        let units: Vec<u16> = to
            .as_bytes()
            .chunks(4)
            .map(|unit| code(str::from_utf8(unit).expect("ASCII")))
            .collect();
        Some((
            code(from),
            String::from_utf16(&units).expect("whole characters"),
        ))
    };
    let entries = map.split("beginbfchar").skip(1);
    entries
        .flat_map(|block| block.lines().filter_map(entry))
        .collect()
}

/// The text of a page in the order of its operations.
fn page_text(file: &Document, page: ObjectId) -> String {
    let fonts = file.get_page_fonts(page).expect("a page has fonts");
    let names: Vec<Vec<u8>> = fonts.keys().cloned().collect();
    let resources = file.get_page_resources(page).expect("a page has resources");
    let resources = match resources {
        (Some(own), _) => own.clone(),
        (None, ids) => file.get_dictionary(ids[0]).expect("a dictionary").clone(),
    };
    let table = resources
        .get(b"Font")
        .and_then(Object::as_reference)
        .expect("a reference");
    let table = file.get_dictionary(table).expect("a dictionary");
    let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = names
        .into_iter()
        .map(|name| {
            let font = table
                .get(&name)
                .and_then(Object::as_reference)
                .expect("a reference");
            (name, to_unicode(file, font))
        })
        .collect();
    let content = Content::decode(&file.get_page_content(page)).expect("the content is whole");
    let mut font = Vec::new();
    let mut text = String::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "Tf" => font = operation.operands[0].as_name().expect("a name").to_vec(),
            "Tj" => {
                let codes = operation.operands[0].as_str().expect("a string");
                for code in codes.chunks(2) {
                    text += &maps[&font][&u16::from_be_bytes([code[0], code[1]])];
                }
            }
            _ => {}
        }
    }
    text
}

#[test]
fn the_text_of_the_file_is_the_text_of_the_pages() {
    let (pages, file) = letter();
    let file = Document::load_mem(&file).expect("the file is whole");
    for (page, id) in pages.pages.iter().zip(file.get_pages().into_values()) {
        let written: String = page
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Text(run) => Some(run.text()),
                Item::Separator(_) => None,
            })
            .collect();
        assert_eq!(page_text(&file, id), written);
    }
    let last = file
        .get_pages()
        .into_values()
        .last()
        .expect("there are pages");
    assert!(page_text(&file, last).contains("㛃𬭎⽇日"));
}

#[test]
fn characters_that_share_a_glyph_keep_their_texts() {
    let mut document = sample::document(HeadFormat::Letter);
    // In Noto Serif SC, which has the radicals, both of a pair are one glyph.
    document.main_part.remarks = vec![sample::text("（⽇日⻝食⼀一⾏行）")];
    let fonts = Fonts::with_user_fonts(vec![fuhan::layout::UserFont {
        face: fuhan::layout::Face::Fangsong,
        font: Fonts::bundled().fonts()[5].clone(),
    }]);
    let style = fuhan::layout::PageStyle::default();
    let pages = fuhan::layout::layout(&document, &style, &fonts)
        .value
        .expect("it has pages");
    let file = pdf(&pages, &fonts).expect("the bundled fonts are whole");
    let file = Document::load_mem(&file).expect("the file is whole");
    let last = file
        .get_pages()
        .into_values()
        .last()
        .expect("there are pages");
    assert!(page_text(&file, last).contains("（⽇日⻝食⼀一⾏行）"));
}

#[test]
fn the_same_pages_give_the_same_bytes_again_and_in_other_threads() {
    let (_, first) = letter();
    let (_, second) = letter();
    assert!(first == second);
    let others: Vec<_> = (0..4).map(|_| std::thread::spawn(|| letter().1)).collect();
    for other in others {
        assert!(other.join().expect("no thread fails") == first);
    }
}

#[test]
fn other_pages_have_another_identity() {
    let identity = |file: &[u8]| {
        let file = Document::load_mem(file).expect("the file is whole");
        let identity = file
            .trailer
            .get(b"ID")
            .and_then(Object::as_array)
            .expect("it has one");
        identity[0].as_str().expect("a string").to_vec()
    };
    let (_, one) = letter();
    let mut document = sample::document(HeadFormat::Letter);
    document.main_part.addressees = Some(sample::text("省司法厅："));
    let other = pdf(&sample::pages(&document), &Fonts::bundled()).expect("fonts are whole");
    assert_eq!(identity(&one).len(), 16);
    assert_ne!(identity(&one), identity(&other));
    assert_ne!(identity(&one), vec![0; 16]);
}

#[test]
fn the_file_says_its_language_version_and_outline_and_no_date() {
    let (pages, file) = letter();
    assert!(file.starts_with(b"%PDF-1.7"));
    let file = Document::load_mem(&file).expect("the file is whole");
    let catalog = file.catalog().expect("it has one");
    assert_eq!(
        catalog.get(b"Lang").and_then(Object::as_str).ok(),
        Some(b"zh-CN".as_slice())
    );
    let mode = catalog.get(b"PageMode").and_then(Object::as_name).ok();
    assert_eq!(mode, Some(b"UseOutlines".as_slice()));
    assert_eq!(file.get_pages().len(), pages.pages.len());
    let information = file
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .expect("it has one");
    let information = file.get_dictionary(information).expect("a dictionary");
    assert!(!information.has(b"CreationDate") && information.has(b"Title"));
}

#[test]
fn fonts_are_subsets_with_the_em_box_of_the_layout() {
    let (_, file) = letter();
    assert!(file.len() < 160 * 1024, "{} bytes", file.len());
    let file = Document::load_mem(&file).expect("the file is whole");
    let mut count = 0;
    for object in file.objects.values() {
        let Ok(descriptor) = object.as_dict() else {
            continue;
        };
        if !descriptor.has_type(b"FontDescriptor") {
            continue;
        }
        count += 1;
        let name = descriptor
            .get(b"FontName")
            .and_then(Object::as_name)
            .expect("it has one");
        assert!(name[..6].iter().all(u8::is_ascii_uppercase) && name[6] == b'+');
        assert_eq!(
            descriptor.get(b"Ascent").and_then(Object::as_i64).ok(),
            Some(880)
        );
        assert_eq!(
            descriptor.get(b"Descent").and_then(Object::as_i64).ok(),
            Some(-120)
        );
    }
    assert!(count >= 4);
}
