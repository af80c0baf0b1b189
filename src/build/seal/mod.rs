//! Seals (封存): letters that were sent, kept as they were.
//!
//! A sealed letter stands in `content/sealed/<id>/`: what was sent, what it was made from, and a record
//! with the hash of each file and of itself. It is never built again.

mod alteration;
mod change;
mod record;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::outputs::read_if_present;
use super::plan::{file_names, form_names};
use super::write::write_whole;
use crate::error::Error;
use crate::render::{Digest, digest_of};

pub(super) use alteration::sealed_hash;
pub use change::changed_figures;
pub use record::SealRecord;
pub(super) use record::period_of;

/// The record's file name.
pub const RECORD: &str = "record.json";

/// The sealed letter's own file, as it was.
pub const LETTER: &str = "letter.yaml";

/// The ledger of its figures, as they were.
pub const LEDGER: &str = "figures.json";

/// A sealed letter on the disk.
#[derive(Debug, Clone)]
pub struct Seal {
    /// The letter's id.
    pub id: String,
    folder: PathBuf,
    /// Nothing if the record cannot be understood.
    pub record: Option<SealRecord>,
    /// Whether the record's file is, line ends apart, as it was written.
    is_as_written: bool,
}

/// Where sealed letters stand.
pub fn folder(root: &Path) -> PathBuf {
    root.join("content/sealed")
}

/// Every sealed letter of a workspace, by id.
///
/// # Errors
/// [`Error::Read`] if the folder or a record cannot be read.
pub fn read_all(root: &Path) -> Result<BTreeMap<String, Seal>, Error> {
    let folder = folder(root);
    let mut seals = BTreeMap::new();
    if !folder.exists() {
        return Ok(seals);
    }
    let error = |source| Error::read(&folder, source);
    for entry in fs::read_dir(&folder).map_err(error)? {
        let path = entry.map_err(error)?.path();
        let id = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if !path.is_dir() || id.starts_with('.') {
            continue;
        }
        let text = read_if_present(&path.join(RECORD))?;
        // Sealing writes the record last: files without it are half a seal, or one that lost its record.
        if text.is_none() && !has_files(&path)? {
            continue;
        }
        let text = text.unwrap_or_default();
        let record: Option<SealRecord> = serde_json::from_slice(&text).ok();
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        let is_as_written = record.as_ref().is_some_and(|it| it.to_text() == text);
        seals.insert(
            id.clone(),
            Seal {
                id,
                folder: path,
                record,
                is_as_written,
            },
        );
    }
    Ok(seals)
}

/// Whether sealed files stand in a folder; hidden ones are those of a sealing that was broken off.
fn has_files(folder: &Path) -> Result<bool, Error> {
    let error = |source| Error::read(folder, source);
    for entry in fs::read_dir(folder).map_err(error)? {
        let name = entry.map_err(error)?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Seal {
    /// How people name what was sent.
    pub fn title(&self) -> String {
        let record = self.record.as_ref();
        record.map_or_else(|| "记录已损坏".to_owned(), SealRecord::title)
    }

    /// The names of the outputs that were sent: the letter's, and those of its feedback form if it has
    /// files of its own.
    fn outputs(&self) -> Vec<String> {
        let record = self.record.as_ref();
        let is_sealed = |name: &String| record.is_some_and(|it| it.files.contains_key(name));
        let form = form_names(&self.id).into_iter().filter(is_sealed);
        file_names(&self.id).into_iter().chain(form).collect()
    }

    /// Puts outputs that are not there back from the sealed files.
    ///
    /// # Errors
    /// [`Error::Read`] or [`Error::Write`].
    pub fn restore(&self, output: &Path) -> Result<(), Error> {
        for name in self.outputs() {
            let path = output.join(&name);
            let sealed = read_if_present(&self.folder.join(&name))?;
            if let Some(bytes) = sealed.filter(|_| !path.exists()) {
                write_whole(&path, &bytes)?;
            }
        }
        Ok(())
    }
}

/// A digest of every seal, so that a build sees that one was added or removed.
pub fn digest(seals: &BTreeMap<String, Seal>) -> Digest {
    let records = seals.values().map(|seal| {
        let hash = seal
            .record
            .as_ref()
            .map_or("", |record| record.hash.as_str());
        format!("{} {hash}", seal.id)
    });
    digest_of(&records.collect::<Vec<_>>().join("\n"))
}
