//! What printpdf leaves to do on the objects: language, outline, compression, identity.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::{PdfError, huffman};
use crate::layout::PagedDocument;
use crate::layout::page::OutlineEntry;

/// What stands for the identity until the content is known.
const NO_IDENTITY: &str = "00000000000000000000000000000000";

/// Entries of the document information that would need a clock or say nothing.
const UNUSED_INFORMATION: [&[u8]; 7] = [
    b"CreationDate",
    b"ModDate",
    b"Trapped",
    b"GTS_PDFXVersion",
    b"Identifier",
    b"Keywords",
    b"Subject",
];

/// The finished file.
///
/// `contents` are the content streams of the pages.
pub(super) fn finished(
    mut objects: Document,
    pages: &PagedDocument,
    contents: impl Iterator<Item = Vec<u8>>,
) -> Result<Vec<u8>, PdfError> {
    objects.version = "1.7".to_owned();
    fill(&mut objects, contents);
    drop_information(&mut objects);
    let outline = add_outline(&mut objects, pages);
    describe(&mut objects, pages, outline);
    compress(&mut objects);
    let identity = Object::String(vec![0; NO_IDENTITY.len() / 2], StringFormat::Hexadecimal);
    objects.trailer.set("ID", vec![identity.clone(), identity]);
    let mut file = Vec::with_capacity(1 << 18);
    objects.save_to(&mut file)?;
    identify(&mut file);
    Ok(file)
}

/// Puts the content streams into the pages.
fn fill(objects: &mut Document, contents: impl Iterator<Item = Vec<u8>>) {
    let pages: Vec<ObjectId> = objects.get_pages().into_values().collect();
    for (page, content) in pages.into_iter().zip(contents) {
        let stream = objects.get_dictionary(page);
        let stream = stream.and_then(|page| page.get(b"Contents")?.as_reference());
        let stream = stream.and_then(|id| objects.get_object_mut(id)?.as_stream_mut());
        stream
            .expect("printpdf gives every page one content stream")
            .set_content(content);
    }
}

fn drop_information(objects: &mut Document) {
    let information = objects.trailer.get(b"Info").and_then(Object::as_reference);
    let Ok(information) = information else { return };
    if let Ok(information) = objects.get_dictionary_mut(information) {
        for key in UNUSED_INFORMATION {
            information.remove(key);
        }
    }
}

/// The catalog's entries: language, title bar, outline.
fn describe(objects: &mut Document, pages: &PagedDocument, outline: Option<ObjectId>) {
    let Ok(catalog) = objects.catalog_mut() else {
        return;
    };
    catalog.set("Lang", Object::string_literal(pages.language));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("PageLayout", Object::Name(b"OneColumn".to_vec()));
    catalog.set("PageMode", Object::Name(b"UseNone".to_vec()));
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        // printpdf writes this one as a string, which readers ignore.
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
}

/// Adds the outline of the headings, nested by their levels.
fn add_outline(objects: &mut Document, pages: &PagedDocument) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let page_ids: Vec<ObjectId> = objects.get_pages().into_values().collect();
    let root = objects.new_object_id();
    let ids: Vec<ObjectId> = pages
        .outline
        .iter()
        .map(|_| objects.new_object_id())
        .collect();
    let tree = Tree {
        entries: &pages.outline,
    };
    for (index, entry) in pages.outline.iter().enumerate() {
        let parent = tree.parent(index);
        let mut item = dictionary! {
            "Title" => text_string(&entry.text),
            "Parent" => parent.map_or(root, |parent| ids[parent]),
            "Dest" => destination(entry, pages, &page_ids),
        };
        let sibling = |at: Option<usize>| at.map(|at| ids[at]);
        set_reference(&mut item, "Prev", sibling(tree.previous(index)));
        set_reference(&mut item, "Next", sibling(tree.next(index)));
        set_children(&mut item, &tree.children(Some(index)), &ids);
        objects.objects.insert(ids[index], Object::Dictionary(item));
    }
    let mut item = dictionary! { "Type" => "Outlines" };
    set_children(&mut item, &tree.children(None), &ids);
    objects.objects.insert(root, Object::Dictionary(item));
    Some(root)
}

/// The headings as a tree.
struct Tree<'a> {
    entries: &'a [OutlineEntry],
}

impl Tree<'_> {
    /// The last heading above `index` of a higher level.
    fn parent(&self, index: usize) -> Option<usize> {
        let level = self.entries[index].level;
        (0..index)
            .rev()
            .find(|before| self.entries[*before].level < level)
    }

    fn children(&self, parent: Option<usize>) -> Vec<usize> {
        (0..self.entries.len())
            .filter(|index| self.parent(*index) == parent)
            .collect()
    }

    fn previous(&self, index: usize) -> Option<usize> {
        let siblings = self.children(self.parent(index));
        siblings.into_iter().rfind(|sibling| *sibling < index)
    }

    fn next(&self, index: usize) -> Option<usize> {
        let siblings = self.children(self.parent(index));
        siblings.into_iter().find(|sibling| *sibling > index)
    }
}

fn set_children(item: &mut Dictionary, children: &[usize], ids: &[ObjectId]) {
    let (Some(first), Some(last)) = (children.first(), children.last()) else {
        return;
    };
    item.set("First", ids[*first]);
    item.set("Last", ids[*last]);
    item.set("Count", children.len() as i64);
}

fn set_reference(item: &mut Dictionary, key: &str, id: Option<ObjectId>) {
    if let Some(id) = id {
        item.set(key, id);
    }
}

fn destination(entry: &OutlineEntry, pages: &PagedDocument, page_ids: &[ObjectId]) -> Object {
    let height = pages.pages[entry.page].size.height;
    let top = (height - entry.top).to_pt().round() as i64;
    let kind = Object::Name(b"XYZ".to_vec());
    let page = Object::Reference(page_ids[entry.page]);
    Object::Array(vec![
        page,
        kind,
        Object::Null,
        Object::Integer(top),
        Object::Null,
    ])
}

/// A text as PDF strings carry it: UTF-16 with a byte order mark.
fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(
        units.flat_map(u16::to_be_bytes).collect(),
        StringFormat::Hexadecimal,
    )
}

fn compress(objects: &mut Document) {
    let streams = objects
        .objects
        .values_mut()
        .filter_map(|object| match object {
            Object::Stream(stream) => Some(stream),
            _ => None,
        });
    for stream in streams.filter(|stream| !stream.dict.has(b"Filter")) {
        compress_stream(stream);
    }
}

fn compress_stream(stream: &mut Stream) {
    let compressed = huffman::zlib(&stream.content);
    if compressed.len() < stream.content.len() {
        stream
            .dict
            .set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(compressed);
    }
}

/// Puts a hash of the file in the place of its identity.
fn identify(file: &mut [u8]) {
    let hash = blake3::hash(file).to_hex().to_uppercase();
    let identity = &hash.as_bytes()[..NO_IDENTITY.len()];
    let tail = file.len().saturating_sub(1024);
    for _ in 0..2 {
        let place = file[tail..]
            .windows(NO_IDENTITY.len())
            .position(|window| window == NO_IDENTITY.as_bytes());
        if let Some(place) = place {
            file[tail + place..][..identity.len()].copy_from_slice(identity);
        }
    }
}
