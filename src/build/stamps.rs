//! Stamps (时间戳): what this machine saw at the end of the last build.
//!
//! They save work and prove nothing to another machine: they are not committed, and without them
//! everything is compared by its contents. A stamp holds what the file system says of a file: size,
//! inode, times of change. Times are only compared for being equal, so a clock that was set back does
//! no harm.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::write::write_whole;
use crate::project::files::read_regular;

/// The stamps' file name in the output folder.
const FILE_NAME: &str = ".stamps";

/// A file changed within this time could change again without getting another time.
const SETTLING: Duration = Duration::from_millis(50);

/// What this machine saw at the end of the last build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stamps {
    /// The stamp of the program.
    pub program: String,
    /// Hash of the manifest's file as the build left it; empty if there was none.
    pub manifest: String,
    /// Digest of everything that letters share.
    pub shared: String,
    /// Digests of the files of letters that were up to date with it, by id.
    pub letters: BTreeMap<String, String>,
    /// Stamps and hashes of outputs that were as the manifest says, by file name.
    pub outputs: BTreeMap<String, (String, String)>,
    /// Letters that another program of the same version built.
    pub by_another_program: BTreeSet<String>,
}

impl Stamps {
    /// Reads the stamps of an output folder; what cannot be read counts for nothing.
    pub fn read(output: &Path) -> Self {
        let text = read_regular(&output.join(FILE_NAME)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes the stamps; a failure costs time at the next build and nothing else.
    pub fn write(&self, output: &Path) {
        let text = serde_json::to_vec(self).expect("stamps are plain data");
        let _ = write_whole(&output.join(FILE_NAME), &text);
    }

    /// Whether an output is still the file of this hash that was stamped.
    pub fn holds(&self, output: &Path, name: &str, hash: &str) -> bool {
        let stamped = self.outputs.get(name);
        stamped.is_some_and(|(stamp, stamped_hash)| {
            stamped_hash == hash && Some(stamp) == file_stamp(&output.join(name)).as_ref()
        })
    }
}

/// The stamp of a file that has come to rest; nothing if it is absent or was changed just now.
#[expect(
    clippy::disallowed_methods,
    reason = "the build is no stage; the clock only decides whether a file is read once more"
)]
pub(super) fn settled_stamp(path: &Path) -> Option<String> {
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
