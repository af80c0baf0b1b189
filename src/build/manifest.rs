//! The manifest (生成清单): what was built from what.
//!
//! It tells an output that was edited by hand from one that is old, a letter whose inputs have changed
//! from one that need not be built again, and the clerk what changed since, in the clerk's own words.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::write::write_whole_if;
use crate::error::Error;
use crate::project::files::read_regular;

/// The manifest's file name in the output folder.
pub const FILE_NAME: &str = "manifest.json";

/// What stands in `output/manifest.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Written for people who open the file.
    pub note: String,
    /// Every output by its file name.
    pub outputs: BTreeMap<String, OutputRecord>,
    /// What every built letter has read, by its id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub letters: BTreeMap<String, LetterRecord>,
    /// What the letters have read, by name, as it was; a long text as its digest.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, String>,
    /// Hash of the file that it was read from or written to; empty if there is none.
    #[serde(skip)]
    pub file: String,
}

/// What is known of one output.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputRecord {
    /// BLAKE3 of the file as built.
    pub hash: String,
    /// Which fonts made it: `bundled` or `system`; absent for Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fonts: Option<String>,
}

/// What a letter was built from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterRecord {
    /// Digest of the letter's own file.
    pub file: String,
    /// The period that pins its figures.
    pub period: String,
    /// Digest of the file and of everything that it has read, down to the last figure.
    pub key: String,
    /// What it reads by itself, by name.
    pub reads: Vec<String>,
    /// How many warnings and hints it was built with.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub remarks: usize,
    /// Whether its feedback form has files of its own.
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_form: bool,
    /// Inputs that it was built from as they were before those of [`Manifest::inputs`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub earlier: BTreeMap<String, String>,
}

impl LetterRecord {
    /// What it reads by itself, by name.
    pub fn reads(&self) -> impl Iterator<Item = &str> {
        self.reads.iter().map(String::as_str)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(is_so: &bool) -> bool {
    !is_so
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Manifest {
    /// Reads the manifest of an output folder; an absent one is empty.
    ///
    /// # Errors
    /// [`Error::Read`] if it cannot be read, [`Error::Manifest`] if it cannot be understood.
    pub fn read(output: &Path) -> Result<Self, Error> {
        let path = output.join(FILE_NAME);
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = read_regular(&path)?;
        let manifest = serde_json::from_slice(&text);
        let manifest: Self = manifest.map_err(|error| Error::Manifest(error.to_string()))?;
        Ok(Self {
            file: hash(&text),
            ..manifest
        })
    }

    /// Writes the manifest, whole or not at all, unless the file holds this already.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written.
    pub fn write(&mut self, output: &Path) -> Result<(), Error> {
        "由 fuhan 生成，请勿手改；用来判断哪些信要重新生成、哪些输出被手工改过"
            .clone_into(&mut self.note);
        let mut hasher = blake3::Hasher::new();
        write_whole_if(&output.join(FILE_NAME), |file| {
            let mut both = Both(file, &mut hasher);
            serde_json::to_writer_pretty(&mut both, self)?;
            both.write_all(b"\n")?;
            let before = std::mem::replace(&mut self.file, hasher.finalize().to_hex().to_string());
            Ok(self.file != before)
        })
    }

    /// An input as it was when a letter was built; nothing if that is not known.
    pub fn input_of<'m>(&'m self, letter: &'m LetterRecord, name: &str) -> Option<&'m str> {
        let value = letter.earlier.get(name).or_else(|| self.inputs.get(name));
        value.map(String::as_str)
    }

    /// File names of outputs whose letters are not among `letters` or do not make them any more, in
    /// order.
    pub fn orphans(&self, letters: &BTreeSet<&str>) -> Vec<&str> {
        let names = self.outputs.keys().map(String::as_str);
        names
            .filter(|name| {
                let id = name.rsplit_once('.').map_or(*name, |(id, _)| id);
                if let Some(own) = id.strip_suffix(super::plan::FORM_SUFFIX) {
                    let has_form = self.letters.get(own).is_some_and(|it| it.has_form);
                    return !has_form || !letters.contains(own);
                }
                let own = id.strip_suffix(super::public::SUFFIX).unwrap_or(id);
                !letters.contains(own)
            })
            .collect()
    }
}

/// What is written goes to both.
struct Both<'w>(&'w mut dyn Write, &'w mut blake3::Hasher);

impl Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.update(bytes);
        self.0.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The hash that the manifest records.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
