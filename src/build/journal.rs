//! The journal (生成日志) of a running build: which outputs it has written so far.
//!
//! The manifest is written when a build ends. If the build is killed before, the journal says that
//! the files it left are its own and were not edited by hand.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::error::Error;

/// The journal of one build.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
    /// Hash and file name of outputs that a killed build wrote.
    left_over: BTreeSet<(String, String)>,
}

impl Journal {
    /// Opens the journal of an output folder and reads what a killed build left in it.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be opened.
    pub fn open(output: &Path) -> Result<Self, Error> {
        let path = output.join(".journal");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let left_over = lines.map(|(hash, name)| (hash.to_owned(), name.to_owned()));
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|source| Error::write(&path, source))?;
        Ok(Self {
            left_over: left_over.collect(),
            file: Mutex::new(file),
            path,
        })
    }

    /// Whether a killed build wrote a file of this hash under this name.
    pub fn knows(&self, name: &str, hash: &str) -> bool {
        self.left_over.contains(&(hash.to_owned(), name.to_owned()))
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

    /// Removes the journal of a build whose manifest is written.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be removed.
    pub fn close(self) -> Result<(), Error> {
        drop(self.file);
        fs::remove_file(&self.path).map_err(|source| Error::write(&self.path, source))
    }
}
