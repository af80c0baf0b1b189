//! What the manifest knows of one letter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::file_hash::FileHash;
use super::super::names::Names;
use super::super::plan::{FORM_SUFFIX, file_names, form_names};
use crate::project::fonts::FontChoice;
use crate::render::Digest;

/// What is known of a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterEntry {
    /// What it was built from; absent if only a public copy was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<LetterRecord>,
    /// Its outputs by their file names.
    pub outputs: BTreeMap<Box<str>, OutputRecord>,
}

impl LetterEntry {
    /// The files that a letter makes, those of its feedback form included if it has some of its own.
    pub fn files(&self, id: &str) -> impl Iterator<Item = String> {
        let has_form = self.record.as_ref().is_some_and(|it| it.has_form);
        let form = has_form.then(|| form_names(id)).into_iter().flatten();
        file_names(id).into_iter().chain(form)
    }

    /// Its outputs that no letter makes any more: all of them if the letter is not there.
    pub(super) fn orphans(self, is_there: bool) -> Vec<(Box<str>, OutputRecord)> {
        let has_form = self.record.is_some_and(|it| it.has_form);
        let outputs = self.outputs.into_iter();
        let orphans =
            outputs.filter(|(name, _)| !is_there || (!has_form && name.contains(FORM_SUFFIX)));
        orphans.collect()
    }
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
    ///
    /// [`Manifest::inputs`]: super::Manifest::inputs
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub earlier: BTreeMap<String, String>,
}

impl LetterRecord {
    /// What it reads by itself, by name.
    pub fn reads(&self) -> impl Iterator<Item = &str> {
        self.reads.iter()
    }

    /// An input as it was when the letter was built, `inputs` being those of the manifest; nothing if
    /// that is not known.
    pub fn input<'m>(
        &'m self,
        name: &str,
        inputs: &'m BTreeMap<String, String>,
    ) -> Option<&'m str> {
        let value = self.earlier.get(name).or_else(|| inputs.get(name));
        value.map(String::as_str)
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
