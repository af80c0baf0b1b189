//! The manifest (生成清单): what was built, so that a file edited by hand is seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::write::write_whole;
use crate::error::Error;

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
        let text = fs::read_to_string(&path).map_err(|source| Error::read(&path, source))?;
        serde_json::from_str(&text).map_err(|error| Error::Manifest(error.to_string()))
    }

    /// Writes the manifest, whole or not at all, if it changed.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written.
    pub fn write(&self, output: &Path) -> Result<(), Error> {
        let manifest = Self {
            note: "由 fuhan 生成，请勿手改；用来发现被手工改过的输出".to_owned(),
            outputs: self.outputs.clone(),
        };
        let mut text = serde_json::to_string_pretty(&manifest).expect("a manifest is plain data");
        text.push('\n');
        write_whole(&output.join(FILE_NAME), text.as_bytes())
    }
}

/// The hash that the manifest records.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
