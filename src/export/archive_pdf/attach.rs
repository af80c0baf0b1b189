//! Files that go with an archived letter, ISO 19005-3 (PDF/A-3).

use krilla::Document;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};

use super::{ArchiveError, Record, start_of};

/// A JSON file that is attached to an archive PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name, such as `facts.json`.
    pub name: String,
    /// What it is, for people.
    pub description: String,
    /// What stands in it.
    pub json: Vec<u8>,
}

/// Attaches the record's files; each is what the letter was made from.
pub(super) fn attach(document: &mut Document, record: Record<'_>) -> Result<(), ArchiveError> {
    for attachment in record.attachments {
        let file = EmbeddedFile {
            path: attachment.name.clone(),
            mime_type: MimeType::new("application/json"),
            description: Some(attachment.description.clone()),
            association_kind: AssociationKind::Source,
            data: attachment.json.clone().into(),
            modification_date: Some(start_of(record.issued_on)),
            compress: None,
            location: None,
        };
        let twice = || ArchiveError::Refused(format!("附件 {} 重名", attachment.name));
        document.embed_file(file).ok_or_else(twice)?;
    }
    Ok(())
}
