//! The manifest (生成清单): what was built from what.
//!
//! It tells an output that was edited by hand from one that is old, a letter whose inputs have changed
//! from one that need not be built again, and the clerk what changed since, in the clerk's own words.
//!
//! Of ten thousand letters only the places of their entries are in memory; an entry is read when its
//! letter's turn comes, and a new one waits in a file of its own until the manifest is saved.

mod entry;
mod store;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::file_hash::FileHash;
use crate::error::Error;
use crate::project::files::open_regular;

pub use entry::{FontOrigin, LetterEntry, LetterRecord, OutputRecord};
use store::Store;

/// The manifest's file name in the output folder.
pub const FILE_NAME: &str = "manifest.json";

/// What stands in `output/manifest.json`, and what is to stand in it.
#[derive(Debug)]
pub struct Manifest {
    path: PathBuf,
    entries: Store,
    /// What the letters have read, by name, as it was; a long text as its digest.
    pub inputs: BTreeMap<String, String>,
    /// Hash of the file that it was read from or written to, if there is one.
    pub file: Option<FileHash>,
}

impl Manifest {
    /// The manifest of an output folder in which nothing was built yet.
    pub fn empty(output: &Path) -> Self {
        Self {
            path: output.join(FILE_NAME),
            entries: Store::new(output, None, BTreeMap::new()),
            inputs: BTreeMap::new(),
            file: None,
        }
    }

    /// Reads the manifest of an output folder; an absent one is empty.
    ///
    /// An entry is only looked at when it is asked for.
    ///
    /// # Errors
    /// [`Error::Read`] if it cannot be read, [`Error::Manifest`] if it cannot be understood.
    pub fn read(output: &Path) -> Result<Self, Error> {
        let path = output.join(FILE_NAME);
        if !path.exists() {
            return Ok(Self::empty(output));
        }
        let file = open_regular(&path)?;
        let (contents, file) = text::scan(file).map_err(|fault| fault.of_file(&path))?;
        Ok(Self {
            entries: Store::new(output, Some(file), contents.places),
            inputs: contents.inputs,
            file: Some(contents.hash),
            path,
        })
    }

    /// What is known of a letter; nothing if that is nothing.
    ///
    /// # Errors
    /// [`Error::Read`] if it cannot be read, [`Error::Manifest`] if it cannot be understood.
    pub fn entry(&self, id: &str) -> Result<Option<LetterEntry>, Error> {
        let bytes = self.entries.get(id);
        let bytes = bytes.map_err(|source| Error::read(&self.path, source))?;
        let entry = bytes.map(|bytes| serde_json::from_slice(&bytes));
        let entry = entry.transpose();
        entry.map_err(|error| Error::Manifest(format!("{id}：{error}")))
    }

    /// Takes what is known of a letter from now on.
    ///
    /// # Errors
    /// [`Error::Write`] if there is no room for it.
    pub fn put(&self, id: &str, entry: &LetterEntry) -> Result<(), Error> {
        let bytes = serde_json::to_vec(entry).expect("entries are plain data");
        let put = self.entries.put(id, &bytes);
        put.map_err(|source| Error::write(&self.path, source))
    }

    /// Forgets a letter.
    pub fn remove(&self, id: &str) {
        self.entries.remove(id);
    }

    /// The ids of all letters that are known, in order.
    pub fn ids(&self) -> Vec<Box<str>> {
        self.entries.ids()
    }

    /// Whether entries were put or removed since the manifest was read or saved.
    pub fn has_changed(&self) -> bool {
        self.entries.has_changed()
    }

    /// Writes the manifest, whole or not at all, unless the file holds this already.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written.
    pub fn save(&mut self) -> Result<(), Error> {
        let hash = text::write(&self.path, &self.inputs, &self.entries, self.file)?;
        self.file = Some(hash);
        self.entries.settle();
        Ok(())
    }

    /// The outputs of letters that are not among `letters`, and those that a letter makes no more, by
    /// name in order.
    ///
    /// # Errors
    /// Those of [`Self::entry`].
    pub fn orphans(
        &self,
        letters: &BTreeSet<&str>,
    ) -> Result<BTreeMap<Box<str>, OutputRecord>, Error> {
        let ids = self.ids();
        let orphans = ids.par_iter().map(|id| {
            let entry = self.entry(id)?.unwrap_or_default();
            Ok(entry.orphans(letters.contains(&**id)))
        });
        // Most letters have none, and there may be very many letters.
        let orphans = orphans.filter(|found: &Result<Vec<_>, Error>| {
            found.as_ref().map_or(true, |names| !names.is_empty())
        });
        let orphans: Vec<_> = orphans.collect();
        let orphans: Vec<_> = orphans.into_iter().collect::<Result<_, Error>>()?;
        Ok(orphans.into_iter().flatten().collect())
    }
}

/// The id of the letter that an output belongs to: no id holds a full stop.
pub(super) fn letter_of(output: &str) -> &str {
    output.split_once('.').map_or(output, |(id, _)| id)
}

/// Opens a file without a name beside the outputs, which is gone when it is closed.
fn unnamed_file(output: &Path) -> std::io::Result<File> {
    tempfile::tempfile_in(output)
}
