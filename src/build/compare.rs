//! Comparing outputs with what the content gives (`build --check`), without Git and without PDFs.

use std::path::Path;

use similar::{ChangeTag, TextDiff};

use super::file_hash::hash;
use super::journal::Written;
use super::letter::Outputs;
use super::manifest::{FontOrigin, LetterEntry};
use super::outputs::{Outcome, files, read_if_present, text_hash, with_line_feeds};
use super::plan::form_names;
use super::public;
use crate::error::Error;

/// What is wrong with one output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFault {
    /// The file's name.
    pub name: String,
    /// What it is.
    pub kind: FaultKind,
    /// The lines that differ, old ones before new ones; empty for a PDF.
    pub lines: Vec<LineChange>,
}

/// How an output differs from what the content gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// It was built from other content.
    Stale,
    /// It is not there.
    Missing,
    /// It is not as it was built.
    Edited,
    /// It is what the content gives, but the manifest does not know it.
    Unrecorded,
    /// The letter makes it no more.
    Superfluous,
}

/// A line that is in one of two texts only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// Its number, from 1, in the text that it is in.
    pub number: usize,
    /// Whether the content gives it; if not, it stands in the file.
    pub is_new: bool,
    /// The line.
    pub text: String,
}

impl FaultKind {
    /// The word that a user reads.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Stale => "过期",
            Self::Missing => "缺少",
            Self::Edited => "手工改过",
            Self::Unrecorded => "清单里没有记录",
            Self::Superfluous => "信件不再另附",
        }
    }
}

/// Compares what the content gives with the files and with what the manifest knows of them.
///
/// PDFs are not committed, so an absent one is compared by its record. A PDF that was made with
/// the system's fonts cannot be made again elsewhere and is only compared with its record.
///
/// # Errors
/// [`Error::Read`] if an output cannot be read.
pub fn compare(
    folder: &Path,
    (known, written): (&LetterEntry, &Written),
    id: &str,
    outputs: &Outputs,
) -> Result<Outcome, Error> {
    let mut faults = superfluous(folder, known, id, outputs);
    faults.extend(edited_public(folder, known, written)?);
    for file in files(id, outputs) {
        let record = known.outputs.get(file.name.as_str());
        let recorded = record.map(|record| record.hash);
        let is_comparable =
            record.is_none_or(|record| record.fonts == file.fonts(FontOrigin::Bundled));
        let on_disk = read_if_present(&folder.join(&file.name))?;
        let is_current = !is_comparable || recorded == Some(hash(file.bytes));
        let is_optional = !file.is_text && recorded.is_some();
        let kind = match &on_disk {
            None if is_optional && is_current => continue,
            None if is_optional => FaultKind::Stale,
            None => FaultKind::Missing,
            Some(bytes) if recorded.is_some_and(|it| it != text_hash(&file.name, bytes)) => {
                match written.knows(&file.name, hash(bytes)) {
                    // A build that was killed, or that runs now, has written it.
                    true => FaultKind::Stale,
                    false => FaultKind::Edited,
                }
            }
            Some(_) if is_current => continue,
            Some(bytes) if *with_line_feeds(&file.name, bytes) == *file.bytes => {
                FaultKind::Unrecorded
            }
            Some(_) => FaultKind::Stale,
        };
        let old = on_disk.filter(|_| file.is_text).unwrap_or_default();
        let is_shown = file.is_text && kind != FaultKind::Missing;
        let lines = is_shown.then(|| line_changes(&with_line_feeds(&file.name, &old), file.bytes));
        faults.push(OutputFault {
            name: file.name,
            kind,
            lines: lines.unwrap_or_default(),
        });
    }
    Ok(if faults.is_empty() {
        Outcome::Unchanged
    } else {
        Outcome::Stale(faults)
    })
}

/// Files of a feedback form (征询意见表) that the letter does not have any more.
fn superfluous(
    folder: &Path,
    known: &LetterEntry,
    id: &str,
    outputs: &Outputs,
) -> Vec<OutputFault> {
    let names = form_names(id).into_iter().filter(|name| {
        let is_known = known.outputs.contains_key(name.as_str());
        outputs.form.is_none() && is_known && folder.join(name).exists()
    });
    let faults = names.map(|name| OutputFault {
        name,
        kind: FaultKind::Superfluous,
        lines: Vec::new(),
    });
    faults.collect()
}

/// Public copies (公开本) that somebody edited; whether they are up to date only making them tells.
fn edited_public(
    folder: &Path,
    known: &LetterEntry,
    written: &Written,
) -> Result<Vec<OutputFault>, Error> {
    let mut faults = Vec::new();
    let copies = known.outputs.iter();
    for (name, record) in copies.filter(|(name, _)| name.contains(public::SUFFIX)) {
        let bytes = read_if_present(&folder.join(&**name))?;
        let is_edited = |bytes: &Vec<u8>| {
            record.hash != text_hash(name, bytes) && !written.knows(name, hash(bytes))
        };
        if bytes.as_ref().is_some_and(is_edited) {
            faults.push(OutputFault {
                name: name.to_string(),
                kind: FaultKind::Edited,
                lines: Vec::new(),
            });
        }
    }
    Ok(faults)
}

fn line_changes(old: &[u8], new: &[u8]) -> Vec<LineChange> {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let difference = TextDiff::from_lines(old.as_ref(), new.as_ref());
    let changes = difference.iter_all_changes().filter_map(|change| {
        let (index, is_new) = match change.tag() {
            ChangeTag::Equal => return None,
            ChangeTag::Delete => (change.old_index()?, false),
            ChangeTag::Insert => (change.new_index()?, true),
        };
        Some(LineChange {
            number: index + 1,
            is_new,
            text: change.value().trim_end().to_owned(),
        })
    });
    changes.collect()
}
