//! Texts outside a workspace: files, folders and the standard input for `check --text`.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::yaml;
use crate::source::{Source, Span};

/// What messages call the standard input.
const STANDARD_INPUT: &str = "标准输入";

/// Files of a folder that hold text.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// Largest text that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Texts that were read, and what keeps a file from being read as text.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// In the order in which they were asked for, folders by path.
    pub(super) sources: Vec<Text>,
    /// Files that are not UTF-8 or too large.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Files and folders that could not be read; the others are proofread all the same.
    pub(super) failures: Vec<Error>,
}

/// A text and the file that it was read from.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) source: Arc<Source>,
    /// Absent for the standard input.
    pub(super) path: Option<PathBuf>,
}

/// Reads texts; what cannot be read stops nothing else.
pub(super) fn read(paths: &[PathBuf]) -> Texts {
    let mut texts = Texts::default();
    for path in paths {
        let read = match path {
            path if is_standard_input(path) => texts.standard_input(),
            path if path.is_dir() => texts.folder(path),
            path => texts.file(path),
        };
        texts.failures.extend(read.err());
    }
    texts
}

/// Whether a path stands for the standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a path stands for what the shell has opened, such as `/dev/stdin` and `<(…)`: a pipe there
/// has a writer, so reading it comes to an end.
fn is_handed_over(path: &Path) -> bool {
    let opened = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];
    opened.iter().any(|it| path.starts_with(it))
}

impl Texts {
    fn standard_input(&mut self) -> Result<(), Error> {
        let bytes = bounded(&mut io::stdin().lock());
        let bytes = bytes.map_err(|source| Error::read(Path::new(STANDARD_INPUT), source))?;
        self.add(STANDARD_INPUT.to_owned(), bytes, None);
        Ok(())
    }

    /// Text files in a folder and the folders in it, in order; hidden and ignored ones are left out.
    fn folder(&mut self, folder: &Path) -> Result<(), Error> {
        let mut files = Vec::new();
        for entry in WalkBuilder::new(folder).build() {
            match entry {
                Ok(entry) if is_text(&entry) => files.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => self.failures.push(unreadable(folder, error)),
            }
        }
        files.sort();
        for file in files {
            let read = self.file(&file);
            self.failures.extend(read.err());
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<(), Error> {
        let error = |source| Error::read(path, source);
        if !is_handed_over(path) && !fs::metadata(path).map_err(error)?.is_file() {
            return Err(Error::NotAFile(path.to_owned()));
        }
        let file = fs::File::open(path);
        let bytes = file.and_then(|mut file| bounded(&mut file));
        let bytes = bytes.map_err(error)?;
        let shown = path.display().to_string();
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        self.add(shown, bytes, Some(path.to_owned()));
        Ok(())
    }

    /// Takes a text; what is too large or not UTF-8 is reported and not proofread.
    fn add(&mut self, shown: String, bytes: Vec<u8>, path: Option<PathBuf>) {
        if bytes.len() as u64 > LARGEST {
            return self.diagnostics.push(too_large(&Source::new(shown, "")));
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.sources.push(Text {
                source: Source::of_file(shown, text),
                path,
            }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let length = text.len();
                let source = Source::of_file(shown, text);
                let at = at.saturating_sub(length - source.text().len());
                let place = Span::new(&source, at..at + '\u{fffd}'.len_utf8());
                self.diagnostics.push(Diagnostic {
                    place,
                    ..yaml::not_utf8(&source, error.as_bytes())
                });
            }
        }
    }
}

/// Reads to the end, but no more than is needed to know that it is too much.
fn bounded(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What keeps a part of a folder from being read.
fn unreadable(folder: &Path, error: ignore::Error) -> Error {
    let path = path_of(&error).unwrap_or(folder).to_owned();
    let said = error.to_string();
    let source = error.into_io_error();
    Error::read(&path, source.unwrap_or_else(|| io::Error::other(said)))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

fn is_text(entry: &DirEntry) -> bool {
    let is_text = |ending: &OsStr| ENDINGS.iter().any(|it| ending == *it);
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    is_file && entry.path().extension().is_some_and(is_text)
}

fn too_large(source: &Arc<Source>) -> Diagnostic {
    let message = format!("文件超过{}兆字节，没有校对", LARGEST >> 20);
    Diagnostic::error("file-too-large", Span::file(source), message).with_hint("把它拆成几个文件")
}
