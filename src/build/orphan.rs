//! Outputs of letters that are no more.

use std::collections::BTreeSet;
use std::path::Path;

use super::manifest::Manifest;
use super::outputs::{read_if_present, text_hash};
use crate::error::Error;

/// An output of a letter that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// Its file name.
    pub name: String,
    /// Whether it was edited by hand, so that it is kept in any case.
    pub is_edited: bool,
    /// Whether it was removed.
    pub is_removed: bool,
}

/// The outputs that stand in the folder although none of `letters` makes them, in order.
///
/// # Errors
/// [`Error::Read`] if one cannot be read.
pub(super) fn orphans(
    output: &Path,
    manifest: &Manifest,
    letters: &BTreeSet<&str>,
) -> Result<Vec<Orphan>, Error> {
    let mut orphans = Vec::new();
    for name in manifest.orphans(letters) {
        let Some(bytes) = read_if_present(&output.join(name))? else {
            continue;
        };
        orphans.push(Orphan {
            name: name.to_owned(),
            is_edited: manifest.outputs[name].hash != text_hash(name, &bytes),
            is_removed: false,
        });
    }
    Ok(orphans)
}
