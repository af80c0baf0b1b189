//! Stamps (时间戳): what this machine saw at the end of the last build.
//!
//! They save work and prove nothing to another machine: they are not committed, and without them
//! everything is compared by its contents. A stamp holds what the file system says of a file: size,
//! inode, times of change. Times are only compared for being equal, so a clock that was set back does
//! no harm.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::BufReader;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::file_hash::{FileHash, hash};
use super::manifest::LetterEntry;
use super::write::write_whole;
use crate::project::files::open_regular;
use crate::render::Digest;

/// The stamps' file name in the output folder.
const FILE_NAME: &str = ".stamps";

/// A file changed within this time could change again without getting another time.
const SETTLING: Duration = Duration::from_millis(50);

/// What this machine saw at the end of the last build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stamps {
    /// The stamp of the program.
    pub(super) program: String,
    /// Hash of the manifest's file as the build left it, if there was one.
    pub(super) manifest: Option<FileHash>,
    /// Digest of everything that letters share.
    pub(super) shared: String,
    /// Stamps of the outputs of letters that were up to date with it and as the manifest says, by id;
    /// none of outputs that were written just now.
    pub(super) letters: BTreeMap<Box<str>, Option<Digest>>,
    /// Letters that another program of the same version built.
    pub(super) by_another_program: BTreeSet<Box<str>>,
}

impl Stamps {
    /// Reads the stamps of an output folder; what cannot be read counts for nothing.
    pub(super) fn read(output: &Path) -> Self {
        let file = open_regular(&output.join(FILE_NAME)).ok();
        let read = file.map(|file| serde_json::from_reader(BufReader::new(file)));
        read.and_then(Result::ok).unwrap_or_default()
    }

    /// Writes the stamps; a failure costs time at the next build and nothing else.
    pub(super) fn write(&self, output: &Path) {
        let text = serde_json::to_vec(self).expect("stamps are plain data");
        let _ = write_whole(&output.join(FILE_NAME), &text);
    }

    /// The stamp of a letter's outputs if they are still the files that were stamped.
    pub(super) fn held(&self, output: &Path, id: &str, known: &LetterEntry) -> Option<Digest> {
        let held = self.letters.get(id)?.as_ref()?;
        let stamp = stamp_of(output, id, known, file_stamp)?;
        (stamp == *held).then_some(stamp)
    }
}

/// The stamp of a letter's outputs that have come to rest and are what the manifest says; nothing if
/// one of them is not.
pub(super) fn verified(output: &Path, id: &str, known: &LetterEntry) -> Option<Digest> {
    let stamp = stamp_of(output, id, known, settled_stamp)?;
    let is_whole = |name: String| {
        let bytes = fs::read(output.join(&name)).ok();
        let record = known.outputs.get(name.as_str());
        bytes
            .zip(record)
            .is_some_and(|(bytes, record)| hash(&bytes) == record.hash)
    };
    known.files(id).all(is_whole).then_some(stamp)
}

/// One stamp for a letter's outputs, with what the manifest says of them; nothing if it knows one of
/// them not, or if `stamp` gives none for it.
fn stamp_of(
    output: &Path,
    id: &str,
    known: &LetterEntry,
    stamp: impl Fn(&Path) -> Option<String>,
) -> Option<Digest> {
    let mut hasher = blake3::Hasher::new();
    for name in known.files(id) {
        let record = known.outputs.get(name.as_str())?;
        let stamp = stamp(&output.join(&name))?;
        hasher.update(format!("{name}\0{}\0{stamp}\0", record.hash).as_bytes());
    }
    Some(hasher.finalize().into())
}

/// The stamp of a file that has come to rest; nothing if it is absent or was changed just now.
#[expect(
    clippy::disallowed_methods,
    reason = "the build is no stage; the clock only decides whether a file is read once more"
)]
fn settled_stamp(path: &Path) -> Option<String> {
    let changed = fs::metadata(path).ok()?.modified().ok()?;
    let age = SystemTime::now().duration_since(changed).ok()?;
    (age > SETTLING).then(|| file_stamp(path)).flatten()
}

/// The stamp of the running program.
pub(super) fn program_stamp() -> String {
    let path = std::env::current_exe().ok();
    path.and_then(|path| file_stamp(&path)).unwrap_or_default()
}

#[cfg(unix)]
fn file_stamp(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let data = fs::symlink_metadata(path).ok()?;
    Some(format!(
        "{} {} {}.{} {}.{}",
        data.len(),
        data.ino(),
        data.mtime(),
        data.mtime_nsec(),
        data.ctime(),
        data.ctime_nsec()
    ))
}

#[cfg(not(unix))]
fn file_stamp(path: &Path) -> Option<String> {
    let data = fs::symlink_metadata(path).ok()?;
    Some(format!("{} {:?}", data.len(), data.modified().ok()?))
}
