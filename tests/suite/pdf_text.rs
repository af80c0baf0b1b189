//! Text taken out of a PDF by the standard's own way: character codes through `ToUnicode`.
//!
//! Written for the tests, so that the program's own writer is not asked whether it is right.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

type Map = BTreeMap<u16, String>;

/// The text of each page in the order of its content; runs are joined without separators.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages = document.get_pages();
    pages
        .values()
        .map(|page| page_text(&document, *page))
        .collect()
}

/// The text of all pages without white space and page numbers.
pub(crate) fn squeezed(pdf: &[u8]) -> String {
    let pages = pages(pdf);
    let numbered = pages.iter().enumerate();
    let texts = numbered.map(|(index, text)| {
        let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        let number = format!("—{}—", index + 1);
        text.strip_suffix(&number)
            .map_or_else(|| text.clone(), str::to_owned)
    });
    texts.collect()
}

fn page_text(document: &Document, page: lopdf::ObjectId) -> String {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let maps: BTreeMap<_, _> = fonts
        .iter()
        .map(|(name, font)| (name.clone(), unicode_map(document, font)))
        .collect();
    let content = document.get_page_content(page);
    let content = Content::decode(&content).expect("operations");
    let mut reader = Reader::default();
    for operation in &content.operations {
        reader.operation(&operation.operator, &operation.operands, &maps);
    }
    reader.text
}

#[derive(Default)]
struct Reader {
    font: Vec<u8>,
    text: String,
    /// Replacement texts of the marked content that is open; `None` for content without one.
    replacements: Vec<Option<String>>,
}

impl Reader {
    fn operation(&mut self, operator: &str, operands: &[Object], maps: &BTreeMap<Vec<u8>, Map>) {
        match operator {
            "Tf" => self.font = operands[0].as_name().expect("a name").to_vec(),
            "BDC" | "BMC" => {
                let replacement = operands.get(1).and_then(actual_text);
                self.replacements.push(replacement);
            }
            "EMC" => {
                if let Some(Some(replacement)) = self.replacements.pop() {
                    self.text.push_str(&replacement);
                }
            }
            "Tj" | "TJ" => self.show(&operands[0], maps),
            _ => {}
        }
    }

    fn show(&mut self, operand: &Object, maps: &BTreeMap<Vec<u8>, Map>) {
        match operand {
            Object::Array(parts) => parts.iter().for_each(|part| self.show(part, maps)),
            Object::String(bytes, _) if self.replacements.iter().all(Option::is_none) => {
                let map = &maps[&self.font];
                for code in bytes.chunks_exact(2) {
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    self.text
                        .push_str(map.get(&code).map_or("\u{fffd}", String::as_str));
                }
            }
            _ => {}
        }
    }
}

fn actual_text(properties: &Object) -> Option<String> {
    let text = properties.as_dict().ok()?.get(b"ActualText").ok()?;
    utf16(text.as_str().ok()?.strip_prefix(&[0xfe, 0xff])?)
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    String::from_utf16(&units.collect::<Vec<_>>()).ok()
}

fn unicode_map(document: &Document, font: &Dictionary) -> Map {
    let stream = font.get_deref(b"ToUnicode", document).expect("ToUnicode");
    let stream = stream.as_stream().expect("a stream");
    let bytes = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut map = Map::new();
    for section in text.split("beginbfchar").skip(1) {
        let section = section.split("endbfchar").next().unwrap_or_default();
        for pair in hexadecimal(section).chunks_exact(2) {
            map.insert(code(&pair[0]), utf16(&pair[1]).expect("UTF-16"));
        }
    }
    for section in text.split("beginbfrange").skip(1) {
        let section = section.split("endbfrange").next().unwrap_or_default();
        for triple in hexadecimal(section).chunks_exact(3) {
            let first = utf16(&triple[2])
                .expect("UTF-16")
                .chars()
                .next()
                .expect("a character");
            for (offset, code) in (code(&triple[0])..=code(&triple[1])).enumerate() {
                let character = char::from_u32(first as u32 + offset as u32).expect("a character");
                map.insert(code, character.to_string());
            }
        }
    }
    map
}

fn code(bytes: &[u8]) -> u16 {
    bytes
        .iter()
        .fold(0, |code, byte| code << 8 | u16::from(*byte))
}

/// The byte strings between `<` and `>`.
fn hexadecimal(text: &str) -> Vec<Vec<u8>> {
    let strings = text
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let bytes = |digits: &str| {
        let digits: Vec<_> = digits
            .chars()
            .filter_map(|digit| digit.to_digit(16))
            .collect();
        digits
            .chunks_exact(2)
            .map(|pair| (pair[0] << 4 | pair[1]) as u8)
            .collect()
    };
    strings.map(bytes).collect()
}
