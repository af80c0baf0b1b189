//! JSON Schemas (draft 2020-12) of the YAML files, for editors that complete and check as one types,
//! and the reference of all keys for people; both from the tables that the decoders use.

mod editor;
mod json;
mod reference;

pub use editor::{EditorSettings, modeline, vs_code_settings, with_modeline};
pub use reference::reference;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Sink;
use crate::facts::{FILE_KINDS, FileKind};
use crate::import::IMPORT_FILE;
use crate::render::{TEMPLATE_FILE, Template};
use crate::source::Source;

/// Where schemas are in a workspace.
pub const FOLDER: &str = "schemas";

/// Every kind of file whose YAML people write.
pub fn kinds() -> impl Iterator<Item = &'static FileKind> {
    FILE_KINDS.iter().chain([&IMPORT_FILE, &TEMPLATE_FILE])
}

/// The name of a kind's schema file, such as `letter.schema.json`.
pub fn file_name(kind: &FileKind) -> String {
    format!("{}.schema.json", kind.name)
}

/// A kind of letter that a workspace has.
#[derive(Debug, Clone)]
pub struct LetterKind {
    /// As letters write it, such as `lead_reply`.
    pub id: String,
    /// What it is called, such as 主办答复; may be empty.
    pub name: String,
}

/// The kinds of letter that templates make, in order of their ids.
pub fn letter_kinds(templates: &[Arc<Source>]) -> Vec<LetterKind> {
    let mut kinds = BTreeMap::new();
    for source in templates {
        let template = Template::from_source(source, &mut Sink::new());
        let Some(template) = template.filter(Template::is_kind) else {
            continue;
        };
        // A name with a tag in it is not known before there is a letter.
        let name = template.front.name.map(|name| name.text);
        let name = name.filter(|name| !name.contains('{'));
        kinds.insert(template.kind, name.unwrap_or_default());
    }
    let kinds = kinds.into_iter();
    kinds.map(|(id, name)| LetterKind { id, name }).collect()
}

/// The schema of a kind of file as JSON text, which ends with a line feed; editors offer
/// `letter_kinds`.
pub fn schema(kind: &FileKind, letter_kinds: &[LetterKind]) -> String {
    json::text(kind, letter_kinds)
}
