//! The journal (生成日志): which outputs were written on this machine.
//!
//! The manifest is written when a build ends, and it comes and goes with the repository's commits
//! while PDFs stay. The journal, which is never committed, says that a file which the manifest does
//! not know was left by a build, perhaps a killed one, and was not edited by hand.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::file_hash::FileHash;
use super::write::write_whole_if;
use crate::error::Error;
use crate::render::{Digest, digest_of};

/// The journal's file name in the output folder.
const FILE_NAME: &str = ".journal";

/// The journal of one build.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
    /// What earlier builds left.
    earlier: Written,
    /// What stands in the folder now, by the digests of the names.
    settled: Mutex<HashMap<Digest, FileHash>>,
}

impl Journal {
    /// Opens the journal of an output folder and reads what earlier builds noted.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be opened.
    pub fn open(output: &Path) -> Result<Self, Error> {
        let path = output.join(FILE_NAME);
        let earlier = Written::read(output);
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|source| Error::write(&path, source))?;
        Ok(Self {
            earlier,
            file: Mutex::new(file),
            settled: Mutex::default(),
            path,
        })
    }

    /// Whether an earlier build wrote a file of this hash under this name.
    pub fn knows(&self, name: &str, hash: FileHash) -> bool {
        self.earlier.knows(name, hash)
    }

    /// Notes an output before it is written, unless an earlier build has noted it.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be noted.
    pub fn note(&self, name: &str, hash: FileHash) -> Result<(), Error> {
        if self.knows(name, hash) {
            return Ok(());
        }
        let mut file = self
            .file
            .lock()
            .expect("no thread panics while it writes a line");
        let written = file.write_all((line(name, hash) + "\n").as_bytes());
        written.map_err(|source| Error::write(&self.path, source))
    }

    /// Takes it that an output, noted before, stands in the folder now, and none of its older ones.
    pub fn settle(&self, name: &str, hash: FileHash) {
        let settled = self.settled.lock();
        let mut settled = settled.unwrap_or_else(PoisonError::into_inner);
        settled.insert(digest_of(name), hash);
    }

    /// Leaves one line for each output that is on this machine.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written; the longer journal then stays.
    pub fn close(self) -> Result<(), Error> {
        drop(self.file);
        let settled = self.settled.into_inner();
        let settled = settled.unwrap_or_else(PoisonError::into_inner);
        let is_kept = |it: &String| {
            let Some((_, name)) = it.split_once(' ') else {
                return false;
            };
            let now = settled.get(&digest_of(name));
            now.is_none_or(|hash| line(name, *hash) == *it)
        };
        let mut seen = HashSet::new();
        write_whole_if(&self.path, |file| {
            let kept = lines(&self.path).filter(is_kept);
            for line in kept.filter(|line| seen.insert(digest_of(line))) {
                writeln!(file, "{line}")?;
            }
            Ok(true)
        })
    }
}

/// What builds wrote on this machine, as far as they noted it.
#[derive(Debug)]
pub struct Written(HashSet<Digest>);

impl Written {
    /// Reads the journal of an output folder.
    pub fn read(output: &Path) -> Self {
        let path = output.join(FILE_NAME);
        let lines = lines(&path);
        Self(lines.map(|line| digest_of(&line)).collect())
    }

    /// Whether a build wrote a file of this hash under this name.
    pub fn knows(&self, name: &str, hash: FileHash) -> bool {
        self.0.contains(&digest_of(&line(name, hash)))
    }
}

/// The line that notes an output.
fn line(name: &str, hash: FileHash) -> String {
    format!("{hash} {name}")
}

/// The lines of a journal as far as they can be read, one in memory at a time.
fn lines(path: &Path) -> impl Iterator<Item = String> {
    let file = File::open(path).map(BufReader::new).into_iter();
    file.flat_map(|file| file.lines().map_while(Result::ok))
}
