//! Files of the workspace replaced by new texts: all of them, or none.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use crate::error::Error;

/// A file and what it shall hold.
#[derive(Debug)]
pub struct Replacement {
    /// The file, which may be new.
    pub path: PathBuf,
    /// What it held when it was read; nothing if it is new.
    pub old: Option<String>,
    /// What it shall hold.
    pub new: String,
}

/// Writes every file whole and keeps its permissions; if one cannot be written, all stay or become
/// again as they were.
///
/// # Errors
/// [`Error::Write`] if one cannot be written, [`Error::Changed`] if one is not as it was read.
pub fn replace(files: &[Replacement]) -> Result<(), Error> {
    let mut prepared = Vec::with_capacity(files.len());
    for file in files {
        prepared.push(prepare(file)?);
    }
    for file in files {
        check_unchanged(file)?;
    }
    let mut done: Vec<&Replacement> = Vec::new();
    for ((path, temporary), file) in prepared.into_iter().zip(files) {
        if let Err(failed) = temporary.persist(&path) {
            done.into_iter().for_each(restore);
            return Err(Error::write(&file.path, failed.error));
        }
        done.push(file);
    }
    Ok(())
}

/// The new text beside the file, ready to take its place.
fn prepare(file: &Replacement) -> Result<(PathBuf, TempPath), Error> {
    let error = |source| Error::write(&file.path, source);
    let folder = |path: &Path| path.parent().unwrap_or(Path::new(".")).to_owned();
    let (path, permissions) = match &file.old {
        Some(_) => {
            let real = file.path.canonicalize().map_err(error)?;
            let permissions = fs::metadata(&real).map_err(error)?.permissions();
            (real, Some(permissions))
        }
        None => {
            fs::create_dir_all(folder(&file.path)).map_err(error)?;
            (file.path.clone(), None)
        }
    };
    let mut temporary = match &permissions {
        Some(_) => NamedTempFile::new_in(folder(&path)),
        None => new_file(&folder(&path)),
    }
    .map_err(error)?;
    temporary.write_all(file.new.as_bytes()).map_err(error)?;
    if let Some(permissions) = permissions {
        temporary
            .as_file()
            .set_permissions(permissions)
            .map_err(error)?;
    }
    Ok((path, temporary.into_temp_path()))
}

/// A temporary file that others may read as they may any new file.
#[cfg(unix)]
fn new_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = fs::Permissions::from_mode(0o666);
    let mut builder = tempfile::Builder::new();
    builder.permissions(permissions).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

/// Between reading and writing a person may have saved the file.
fn check_unchanged(file: &Replacement) -> Result<(), Error> {
    let is_same = match &file.old {
        Some(old) => fs::read(&file.path).is_ok_and(|bytes| bytes == old.as_bytes()),
        None => !file.path.exists(),
    };
    match is_same {
        true => Ok(()),
        false => Err(Error::Changed(file.path.clone())),
    }
}

/// Puts back what a file held; there is nobody left to tell if that fails too.
fn restore(file: &Replacement) {
    let _ = match &file.old {
        Some(old) => fs::write(&file.path, old),
        None => fs::remove_file(&file.path),
    };
}
