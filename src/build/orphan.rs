//! Outputs of letters that are no more.

use std::collections::BTreeMap;
use std::path::Path;

use super::manifest::OutputRecord;
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

/// Those of the outputs `known`, which no letter makes any more, that stand in the folder, in order.
///
/// # Errors
/// [`Error::Read`] if one cannot be read.
pub(super) fn orphans(
    output: &Path,
    known: &BTreeMap<Box<str>, OutputRecord>,
) -> Result<Vec<Orphan>, Error> {
    let mut orphans = Vec::new();
    for (name, record) in known {
        let Some(bytes) = read_if_present(&output.join(&**name))? else {
            continue;
        };
        orphans.push(Orphan {
            name: name.to_string(),
            is_edited: record.hash != text_hash(name, &bytes),
            is_removed: false,
        });
    }
    Ok(orphans)
}
