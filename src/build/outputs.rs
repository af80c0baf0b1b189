//! Putting a letter's outputs into the output folder, or comparing them with what is there.

use std::fs;
use std::path::Path;

use super::journal::Journal;
use super::letter::Outputs;
use super::manifest::{Manifest, OutputRecord, hash};
use super::write::write_whole;
use crate::error::Error;

/// What became of a letter's outputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// At least one file was written.
    Written,
    /// The files were there already, byte for byte.
    Unchanged,
    /// These files were edited by hand and are left as they are.
    Edited(Vec<String>),
    /// These files are not what the content gives (`build --check`).
    Stale(Vec<String>),
    /// An error in the letter's content; nothing was written.
    Failed,
}

/// The output folder while a build runs.
#[derive(Debug)]
pub struct OutputFolder<'a> {
    /// The folder.
    pub path: &'a Path,
    /// What earlier builds wrote.
    pub manifest: &'a Manifest,
    /// What this build has written, and a killed one before it.
    pub journal: &'a Journal,
    /// Whether files that were edited by hand are overwritten.
    pub overwrites_edits: bool,
    /// Which fonts are used, for the manifest.
    pub fonts: &'static str,
}

/// One output file.
struct OutputFile<'a> {
    name: String,
    bytes: &'a [u8],
    fonts: Option<&'static str>,
}

impl OutputFile<'_> {
    fn record(&self) -> (String, OutputRecord) {
        let record = OutputRecord {
            hash: hash(self.bytes),
            fonts: self.fonts.map(str::to_owned),
        };
        (self.name.clone(), record)
    }
}

fn files<'a>(id: &str, outputs: &'a Outputs, fonts: &'static str) -> [OutputFile<'a>; 2] {
    [
        OutputFile {
            name: format!("{id}.md"),
            bytes: outputs.markdown.as_bytes(),
            fonts: None,
        },
        OutputFile {
            name: format!("{id}.pdf"),
            bytes: &outputs.pdf,
            fonts: Some(fonts),
        },
    ]
}

impl OutputFolder<'_> {
    /// Writes a letter's files unless one of them was edited by hand; gives their records.
    ///
    /// # Errors
    /// [`Error::Read`] or [`Error::Write`]; every file is then as it was or as it shall be.
    pub fn put(
        &self,
        id: &str,
        outputs: &Outputs,
    ) -> Result<(Outcome, Vec<(String, OutputRecord)>), Error> {
        let files = files(id, outputs, self.fonts);
        let mut edited = Vec::new();
        let mut changed = Vec::new();
        for file in &files {
            match self.on_disk(&file.name)? {
                Some(old) if old == file.bytes => {}
                Some(old) if !self.is_ours(&file.name, &old) => edited.push(file.name.clone()),
                _ => changed.push(file),
            }
        }
        if !edited.is_empty() && !self.overwrites_edits {
            return Ok((Outcome::Edited(edited), Vec::new()));
        }
        let is_unchanged = changed.is_empty() && edited.is_empty();
        for file in &files {
            self.journal.note(&file.name, &hash(file.bytes))?;
            write_whole(&self.path.join(&file.name), file.bytes)?;
        }
        let outcome = if is_unchanged {
            Outcome::Unchanged
        } else {
            Outcome::Written
        };
        Ok((outcome, files.iter().map(OutputFile::record).collect()))
    }

    fn on_disk(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        read_if_present(&self.path.join(name))
    }

    fn is_ours(&self, name: &str, bytes: &[u8]) -> bool {
        let hash = hash(bytes);
        let record = self.manifest.outputs.get(name);
        record.is_some_and(|record| record.hash == hash)
            || self.journal.knows(name, &hash)
            || self.overwrites_edits
    }
}

/// Compares what the content gives with the files and the manifest, for `build --check`.
///
/// PDFs are not committed, so an absent one is compared by its record. A PDF that was made with
/// the system's fonts cannot be made again elsewhere and is not compared.
///
/// # Errors
/// [`Error::Read`] if an output cannot be read.
pub fn compare(
    folder: &Path,
    manifest: &Manifest,
    id: &str,
    outputs: &Outputs,
) -> Result<Outcome, Error> {
    let mut stale = Vec::new();
    for file in files(id, outputs, "bundled") {
        let expected = hash(file.bytes);
        let record = manifest.outputs.get(&file.name);
        let is_comparable = record.is_none_or(|record| record.fonts.as_deref() == file.fonts);
        let on_disk = read_if_present(&folder.join(&file.name))?;
        let is_recorded = record.is_some_and(|record| record.hash == expected);
        let is_current = match on_disk {
            Some(bytes) => !is_comparable || (bytes == file.bytes && is_recorded),
            None => file.fonts.is_some() && (is_recorded || !is_comparable),
        };
        if !is_current {
            stale.push(file.name);
        }
    }
    Ok(if stale.is_empty() {
        Outcome::Unchanged
    } else {
        Outcome::Stale(stale)
    })
}

fn read_if_present(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    if !path.exists() {
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(|source| Error::read(path, source))?;
    Ok(Some(bytes))
}
