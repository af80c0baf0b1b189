//! The journal (生成日志): which outputs were written on this machine.
//!
//! The manifest is written when a build ends, and it comes and goes with the repository's commits
//! while PDFs stay. The journal, which is never committed, says that a file which the manifest does
//! not know was left by a build, perhaps a killed one, and was not edited by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::manifest::OutputRecord;
use super::write::write_whole;
use crate::error::Error;

/// The journal of one build.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
    /// Hash and file name of outputs that earlier builds wrote.
    earlier: BTreeSet<(String, String)>,
}

impl Journal {
    /// Opens the journal of an output folder and reads what earlier builds noted.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be opened.
    pub fn open(output: &Path) -> Result<Self, Error> {
        let path = output.join(".journal");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let earlier = lines.map(|(hash, name)| (hash.to_owned(), name.to_owned()));
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|source| Error::write(&path, source))?;
        Ok(Self {
            earlier: earlier.collect(),
            file: Mutex::new(file),
            path,
        })
    }

    /// Whether an earlier build wrote a file of this hash under this name.
    pub fn knows(&self, name: &str, hash: &str) -> bool {
        self.earlier.contains(&(hash.to_owned(), name.to_owned()))
    }

    /// Notes an output before it is written.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be noted.
    pub fn note(&self, name: &str, hash: &str) -> Result<(), Error> {
        let mut file = self
            .file
            .lock()
            .expect("no thread panics while it writes a line");
        let line = format!("{hash} {name}\n");
        let written = file.write_all(line.as_bytes());
        written.map_err(|source| Error::write(&self.path, source))
    }

    /// Leaves one line for each output that is on this machine: `written` is what the build that
    /// ends here wrote.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written; the longer journal then stays.
    pub fn close(self, written: &BTreeMap<String, OutputRecord>) -> Result<(), Error> {
        let earlier = self.earlier.iter();
        let earlier = earlier.filter(|(_, name)| !written.contains_key(name));
        let lines = earlier.map(|(hash, name)| format!("{hash} {name}\n"));
        let now = written
            .iter()
            .map(|(name, record)| format!("{} {name}\n", record.hash));
        let text: String = lines.chain(now).collect();
        drop(self.file);
        write_whole(&self.path, text.as_bytes())
    }
}
