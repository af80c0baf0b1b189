//! The manifest (生成清单): what was built from what.
//!
//! It tells an output that was edited by hand from one that is old, a letter whose inputs have changed
//! from one that need not be built again, and the clerk what changed since, in the clerk's own words.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::file_hash::FileHash;
use super::names::Names;
use super::plan::{FORM_SUFFIX, file_names, form_names};
use super::write::write_whole_if;
use crate::error::Error;
use crate::project::files::open_regular;
use crate::project::fonts::FontChoice;
use crate::render::Digest;

/// The manifest's file name in the output folder.
pub const FILE_NAME: &str = "manifest.json";

/// What stands in `output/manifest.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Written for people who open the file.
    pub note: String,
    /// Every output by its file name.
    pub outputs: BTreeMap<Box<str>, OutputRecord>,
    /// What every built letter has read, by its id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub letters: BTreeMap<Box<str>, LetterRecord>,
    /// What the letters have read, by name, as it was; a long text as its digest.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, String>,
    /// Hash of the file that it was read from or written to, if there is one.
    #[serde(skip)]
    pub file: Option<FileHash>,
}

/// What is known of one output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputRecord {
    /// BLAKE3 of the file as built.
    pub hash: FileHash,
    /// Which fonts made it; absent for Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fonts: Option<FontOrigin>,
}

/// Where the fonts of an output came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FontOrigin {
    /// Fonts that are compiled in: the output comes out the same on any machine.
    Bundled,
    /// Fonts of the machine, of the office or of the workspace.
    System,
}

impl From<FontChoice> for FontOrigin {
    fn from(choice: FontChoice) -> Self {
        match choice {
            FontChoice::Bundled => Self::Bundled,
            FontChoice::Discover => Self::System,
        }
    }
}

/// What a letter was built from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterRecord {
    /// Digest of the letter's own file.
    pub file: Digest,
    /// The period that pins its figures.
    pub period: Box<str>,
    /// Digest of the file and of everything that it has read, down to the last figure.
    pub key: Digest,
    /// What it reads by itself, by name.
    pub reads: Names,
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
        self.reads.iter()
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
        let mut hasher = blake3::Hasher::new();
        let hashed = Hashed(open_regular(&path)?, &mut hasher);
        let manifest = serde_json::from_reader(BufReader::with_capacity(PIECE, hashed));
        let manifest: Self = manifest.map_err(|error: serde_json::Error| match error.is_io() {
            true => Error::read(&path, error.into()),
            false => Error::Manifest(error.to_string()),
        })?;
        Ok(Self {
            file: Some(hasher.finalize().into()),
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
            let mut hashed = Hashed(file, &mut hasher);
            serde_json::to_writer_pretty(&mut hashed, self)?;
            hashed.write_all(b"\n")?;
            let before = self.file.replace(hasher.finalize().into());
            Ok(self.file != before)
        })
    }

    /// An input as it was when a letter was built; nothing if that is not known.
    pub fn input_of<'m>(&'m self, letter: &'m LetterRecord, name: &str) -> Option<&'m str> {
        let value = letter.earlier.get(name).or_else(|| self.inputs.get(name));
        value.map(String::as_str)
    }

    /// The files that a letter makes, those of its feedback form included if it has some of its own.
    pub fn files_of(&self, id: &str) -> Vec<String> {
        let has_form = self.letters.get(id).is_some_and(|it| it.has_form);
        let form = has_form.then(|| form_names(id)).into_iter().flatten();
        file_names(id).into_iter().chain(form).collect()
    }

    /// File names of outputs whose letters are not among `letters` or do not make them any more, in
    /// order.
    pub fn orphans(&self, letters: &BTreeSet<&str>) -> Vec<&str> {
        let names = self.outputs.keys().map(AsRef::as_ref);
        names
            .filter(|name| {
                let id = name.rsplit_once('.').map_or(*name, |(id, _)| id);
                if let Some(own) = id.strip_suffix(FORM_SUFFIX) {
                    let has_form = self.letters.get(own).is_some_and(|it| it.has_form);
                    return !has_form || !letters.contains(own);
                }
                let own = id.strip_suffix(super::public::SUFFIX).unwrap_or(id);
                !letters.contains(own)
            })
            .collect()
    }
}

/// How many bytes of the manifest's file are in memory at a time.
const PIECE: usize = 1 << 16;

/// A file whose bytes are hashed as they pass.
struct Hashed<'h, F>(F, &'h mut blake3::Hasher);

impl<F: Read> Read for Hashed<'_, F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.0.read(buffer)?;
        self.1.update(&buffer[..length]);
        Ok(length)
    }
}

impl<F: Write> Write for Hashed<'_, F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.update(bytes);
        self.0.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
