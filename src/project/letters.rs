//! Letters' files (信件文件): found when the workspace is read, their texts read when their turn comes.
//!
//! A build keeps no text of a letter that it has done, so that ten thousand letters need hardly more
//! memory than a hundred.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::files::{Depth, Reader, unreadable};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::facts::BodySources;
use crate::source::{Source, Span, stem};

/// Whether letters may have this id: it is the name of files, and `.` sets off what belongs to a letter,
/// such as its public copy.
pub(super) fn is_id(id: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_');
    !id.is_empty() && id.chars().all(is_part)
}

/// The paths of letters' files, relative to the workspace, that the folder of letters holds.
///
/// A file that is not read because of its name or its folder is reported; its letter is there all the same.
///
/// # Errors
/// [`Error::Read`] if a folder cannot be read.
pub(super) fn letter_paths(reader: &mut Reader<'_>, folder: &Path) -> Result<Vec<String>, Error> {
    let paths = reader.paths(folder, "yaml", Depth::Flat)?;
    let shown = paths.iter().map(|path| reader.shown(path));
    let (named, misnamed): (Vec<_>, Vec<_>) = shown.partition(|path| is_id(stem(path)));
    for path in misnamed {
        reader.report(bad_name(&path));
    }
    Ok(named)
}

/// The folder of letters' files, as messages show it.
const FOLDER: &str = "content/letters/";

/// Whether a finding is about a letter's file.
pub fn is_of_letter(found: &Diagnostic) -> bool {
    found.place.source().path().starts_with(FOLDER)
}

/// The id that a letter's file gives it, also one that is not read because of its name or its folder.
pub(super) fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(id, _)| id)
}

fn bad_name(path: &str) -> Diagnostic {
    let source = Source::new(path, "");
    let message = format!("“{}”不能作信件的编号，这封信没有读取", stem(path));
    Diagnostic::error("bad-letter-name", Span::file(&source), message)
        .with_hint("请改文件名：只用字母、数字、汉字、“-”和“_”")
}

/// A letter's file, with its text or without.
#[derive(Debug, Clone)]
pub struct LetterFile {
    root: Arc<Path>,
    path: Arc<str>,
    held: Option<Arc<Source>>,
}

impl LetterFile {
    /// The file under a path relative to the workspace at `root`, written with `/`.
    pub(super) fn new(root: &Arc<Path>, path: &str) -> Self {
        Self {
            root: Arc::clone(root),
            path: path.into(),
            held: None,
        }
    }

    /// The path that messages show.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The id of the letter: the file's name without its ending.
    pub fn id(&self) -> &str {
        stem(&self.path)
    }

    /// The text, from memory if it is held there; nothing if it cannot be taken, which is reported.
    pub fn read(&self, sink: &mut Sink) -> Option<Arc<Source>> {
        if let Some(source) = &self.held {
            return Some(Arc::clone(source));
        }
        let read = Reader::new(&self.root, sink).file(&self.root.join(&*self.path));
        read.unwrap_or_else(|error| {
            sink.push(unreadable(&Source::new(&*self.path, ""), &error));
            None
        })
    }

    /// The text if it can be taken; [`Self::read`] says what is wrong if not.
    pub fn source(&self) -> Option<Arc<Source>> {
        self.read(&mut Sink::new())
    }

    /// The file with its text held in memory.
    pub(super) fn holding(&self, source: Arc<Source>) -> Self {
        Self {
            held: Some(source),
            ..self.clone()
        }
    }
}

/// The letters from which others take their bodies, each read once.
#[derive(Debug, Default)]
pub struct Bodies {
    files: Vec<LetterFile>,
    read: Mutex<BTreeMap<String, Option<Arc<Source>>>>,
}

impl Bodies {
    /// The bodies that these letters have.
    pub fn new(files: &[LetterFile]) -> Self {
        Self {
            files: files.to_vec(),
            read: Mutex::default(),
        }
    }
}

impl BodySources for Bodies {
    fn ids(&self) -> Vec<&str> {
        self.files.iter().map(LetterFile::id).collect()
    }

    fn body(&self, id: &str) -> Option<Arc<Source>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(id) {
            return known.clone();
        }
        let file = self.files.iter().find(|file| file.id() == id);
        let source = file.and_then(LetterFile::source);
        read.insert(id.to_owned(), source.clone());
        source
    }
}
