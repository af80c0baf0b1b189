//! Which entries of `office.yaml` a letter reads, and what stands in them.

use std::collections::BTreeMap;

use crate::facts::yaml::entries;
use crate::facts::{HeadFormat, Letter, Office};
use crate::render::workspace::Renderer;

/// Entries of `office.yaml` that only some letters read; every letter reads all others.
const OFFICE_ENTRIES: [&str; 15] = [
    "short_name",
    "self_name",
    "head",
    "issuer_mark",
    "terms",
    "outcome_classes",
    "class_mark",
    "units",
    "sign_offs",
    "seal",
    "contact",
    "remarks",
    "copied_to",
    "printed_by",
    "name",
];

/// The entries of `office.yaml` that [`OFFICE_ENTRIES`] does not name.
pub(super) const OTHER_ENTRIES: &str = "*";

/// Entries whose prose is rendered.
const OFFICE_PROSE: [&str; 5] = [
    "remarks",
    "class_mark",
    "copied_to",
    "sign_offs",
    OTHER_ENTRIES,
];

/// Whether an entry's text is rendered, so that it reads in turn what it names.
pub(super) fn is_prose(entry: &str) -> bool {
    OFFICE_PROSE.contains(&entry)
}

impl Renderer {
    /// The entries that a letter's own settings and its template leave to the office.
    pub(super) fn office_entries_of(&self, letter: &Letter) -> Vec<&'static str> {
        let template = self.template(&letter.kind.text);
        let template_seal = template.and_then(|it| it.front.seal);
        let has_head = letter.head.is_some() || template.is_some_and(|it| it.front.has_own_head);
        let of_template = template.map(|it| it.head(&self.office));
        let effective = letter.head.or(of_template).unwrap_or(HeadFormat::Letter);
        let mark = letter.issuer_mark.as_ref();
        let has_mark = mark.is_some_and(|mark| {
            mark.names.is_some() && mark.document_suffix.is_some() && mark.size.is_some()
        });
        let has_class_mark = letter.class_mark.as_ref().is_some_and(|mark| {
            let kind = &letter.kind.text;
            mark.place.is_some() && mark.text.is_some() && mark.kinds.contains_key(kind)
        });
        let has_outcome = letter.outcome.is_some();
        let entries = [
            ("name", true),
            (OTHER_ENTRIES, true),
            ("issuer_mark", !has_mark),
            ("head", !has_head),
            ("seal", letter.seal.or(template_seal).is_none()),
            ("outcome_classes", has_outcome),
            ("class_mark", !has_class_mark),
            ("remarks", letter.remarks.is_none()),
            ("sign_offs", letter.sign_offs.is_none()),
            ("copied_to", letter.copied_to.is_none()),
            (
                "printed_by",
                letter.printed_by.is_none() && effective == HeadFormat::Document,
            ),
        ];
        let read = entries.into_iter().filter(|(_, is_read)| *is_read);
        read.map(|(key, _)| key).collect()
    }
}

/// The entries of `office.yaml`, those without a name of their own under one name.
pub(super) fn office_entries(office: &Office) -> BTreeMap<String, String> {
    let mut by_key: BTreeMap<String, String> = BTreeMap::new();
    for (key, text) in entries(office.place.source().text()) {
        let is_named = OFFICE_ENTRIES.contains(&key);
        let key = if is_named { key } else { OTHER_ENTRIES };
        let all = by_key.entry(key.to_owned()).or_default();
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(&text);
    }
    by_key
}
