//! Texts outside a workspace: files, folders and the standard input for `check --text`.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::yaml;
use crate::source::{Source, Span};

/// What messages call the standard input.
const STANDARD_INPUT: &str = "标准输入";

/// Files of a folder that hold text.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// Texts that were read, and what keeps a file from being read as text.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// In the order in which they were asked for, folders by path.
    pub(super) sources: Vec<Text>,
    /// Files that are not UTF-8.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A text and the file that it was read from.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) source: Arc<Source>,
    /// Absent for the standard input.
    pub(super) path: Option<PathBuf>,
}

/// Reads texts.
///
/// # Errors
/// [`Error::Read`] for a file or folder that cannot be read.
pub(super) fn read(paths: &[PathBuf]) -> Result<Texts, Error> {
    let mut texts = Texts::default();
    for path in paths {
        if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|source| Error::read(Path::new(STANDARD_INPUT), source))?;
            texts.add(STANDARD_INPUT.to_owned(), bytes, None);
        } else if path.is_dir() {
            for file in files(path)? {
                texts.file(&file)?;
            }
        } else {
            texts.file(path)?;
        }
    }
    Ok(texts)
}

/// Text files in a folder and the folders in it, in order; hidden and ignored ones are left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(folder).build() {
        let entry = entry.map_err(|error| {
            let source = io::Error::other(error.to_string());
            Error::read(folder, source)
        })?;
        let is_text = |ending: &std::ffi::OsStr| ENDINGS.iter().any(|it| ending == *it);
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_file && entry.path().extension().is_some_and(is_text) {
            files.push(entry.into_path());
        }
    }
    files.sort();
    Ok(files)
}

impl Texts {
    fn file(&mut self, path: &Path) -> Result<(), Error> {
        let bytes = fs::read(path).map_err(|source| Error::read(path, source))?;
        let shown = path.display().to_string();
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        self.add(shown, bytes, Some(path.to_owned()));
        Ok(())
    }

    /// Takes a text; what is not UTF-8 is reported where it first is not, and not proofread.
    fn add(&mut self, shown: String, bytes: Vec<u8>, path: Option<PathBuf>) {
        match String::from_utf8(bytes) {
            Ok(text) => self.sources.push(Text {
                source: Source::new(shown, text),
                path,
            }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let source = Source::new(shown, text);
                let place = Span::new(&source, at..at + '\u{fffd}'.len_utf8());
                self.diagnostics.push(Diagnostic {
                    place,
                    ..yaml::not_utf8(&source)
                });
            }
        }
    }
}
