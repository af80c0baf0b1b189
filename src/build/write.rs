//! Writing files whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use crate::error::Error;

/// How the names of files begin that are not whole yet.
const UNFINISHED: &str = ".fuhan-";

/// Writes a file whole or not at all: a killed build leaves the old file or the new one.
///
/// A file that holds these bytes already is left alone.
///
/// # Errors
/// [`Error::Write`] if it cannot be written; what was there before is still there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if holds(path, bytes).unwrap_or(false) {
        return Ok(());
    }
    write_whole_if(path, |file| file.write_all(bytes).map(|()| true))
}

/// Writes a file whole or not at all, piece by piece; `write` says whether it is to take its place.
///
/// # Errors
/// [`Error::Write`] if it cannot be written; what was there before is still there.
pub fn write_whole_if(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> Result<(), Error> {
    let error = |source| Error::write(path, source);
    let folder = path.parent().unwrap_or(Path::new("."));
    let file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .permissions(permissions_of_a_new_file())
        .tempfile_in(folder)
        .map_err(error)?;
    let mut writer = BufWriter::new(file);
    let takes_place = write(&mut writer).map_err(error)?;
    let file = writer
        .into_inner()
        .map_err(|failed| error(failed.into_error()))?;
    if takes_place {
        file.persist(path).map_err(|failed| error(failed.error))?;
    }
    Ok(())
}

/// Whether a file holds these bytes; only a piece of it is kept in memory.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = BufReader::new(File::open(path)?);
    let mut rest = bytes;
    loop {
        let piece = file.fill_buf()?;
        let Some(after) = rest.strip_prefix(piece) else {
            return Ok(false);
        };
        if piece.is_empty() {
            return Ok(after.is_empty());
        }
        let length = piece.len();
        file.consume(length);
        rest = after;
    }
}

/// What the user's mask leaves of reading and writing for all; temporary files are private.
#[cfg(unix)]
fn permissions_of_a_new_file() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o666)
}

/// Makes the output folder if it is not there.
///
/// # Errors
/// [`Error::Write`] if it cannot be made.
pub fn prepare_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))
}

/// Removes what a killed build left unfinished; only while the lock is held.
///
/// # Errors
/// [`Error::Write`] if it cannot be removed.
pub fn remove_unfinished(folder: &Path) -> Result<(), Error> {
    let error = |source| Error::write(folder, source);
    for entry in fs::read_dir(folder).map_err(error)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_file(entry.path()).map_err(error)?;
        }
    }
    Ok(())
}

/// Keeps a second build of the same workspace waiting until this one has ended.
///
/// The lock belongs to the file on disk and ends with the process, however it ends.
///
/// # Errors
/// [`Error::Write`] if the lock file cannot be made.
pub fn lock(folder: &Path, waiting: impl FnOnce()) -> Result<File, Error> {
    let path = folder.join(".lock");
    let error = |source| Error::write(&path, source);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(error)?;
    if file.try_lock().is_err() {
        waiting();
        file.lock().map_err(error)?;
    }
    Ok(file)
}
