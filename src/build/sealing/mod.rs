//! Sealing a letter (封存), and starting the letter that corrects it (更正函).

mod correction;
mod making;
mod refusal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Options;
use super::archive::Enclosed;
use super::seal::{self, RECORD, SealRecord, sealed_hash};
use super::write::{self, write_whole};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::project::Project;
use making::make;
use refusal::{agrees, is_current, without_number};

pub use correction::amend;

/// What is written on a letter that goes out.
#[derive(Debug, Clone)]
pub struct Dispatch {
    /// Document number (发文字号).
    pub number: String,
    /// Date of issue.
    pub date: jiff::civil::Date,
    /// Who signed it (签发人).
    pub signer: String,
    /// What goes into its archive PDF beside the pages.
    pub enclosed: Enclosed,
}

/// Seals a letter: keeps its outputs, its archive PDF, its file and its figures as they are, with their hashes.
///
/// Gives the folder, or what is wrong with the letter.
///
/// # Errors
/// [`Error::Seal`] if it is sealed already, if its outputs are not up to date, or if number or date
/// are not those that it prints; and whatever the operator must mend.
pub fn seal(
    project: &Project,
    id: &str,
    dispatch: &Dispatch,
    options: &Options,
) -> Result<Result<PathBuf, Vec<Diagnostic>>, Error> {
    let folder = seal::folder(&project.root).join(id);
    let output = project.output();
    write::prepare_folder(&output)?;
    // Of two that seal at once the second must find what the first has done.
    let _lock = write::lock(&output, || {})?;
    if folder.join(RECORD).exists() {
        let message =
            format!("信件 {id} 已经封存，没有改动\n提示：要更正就用 fuhan seal {id} --amend");
        return Err(Error::Seal(message));
    }
    let mut sink = Sink::new();
    let Some(made) = make(project, id, dispatch, options, &mut sink)? else {
        return Ok(Err(sink.into_diagnostics()));
    };
    if made.letter.document_number.is_none() {
        return Ok(Err(vec![without_number(&made.letter)]));
    }
    agrees(&made.letter, dispatch)?;
    is_current(project, id, &made.outputs)?;
    let record = SealRecord {
        number: dispatch.number.clone(),
        date: dispatch.date.to_string(),
        signer: dispatch.signer.clone(),
        ..made.record
    };
    put(&folder, record, &made.files)?;
    Ok(Ok(folder))
}

/// Writes the files, and the record last: until then nothing is sealed.
fn put(
    folder: &Path,
    mut record: SealRecord,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))?;
    write::remove_unfinished(folder)?;
    for (name, bytes) in files {
        write_whole(&folder.join(name), bytes)?;
        record.files.insert(name.clone(), sealed_hash(name, bytes));
    }
    record.hash = record.own_hash();
    write_whole(&folder.join(RECORD), record.to_text().as_bytes())?;
    Ok(())
}
