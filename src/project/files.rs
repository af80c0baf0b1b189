//! Reading files: UTF-8, of bounded size, and never outside the workspace.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::facts::yaml;
use crate::source::{Source, Span};

/// How far a folder is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The folder itself.
    One,
    /// The folder itself; files in its folders, which somebody meant to be read, are reported.
    Flat,
    /// Folders in it too.
    All,
}

/// Reads files of one workspace.
#[derive(Debug)]
pub struct Reader<'a> {
    root: PathBuf,
    sink: &'a mut Sink,
}

impl<'a> Reader<'a> {
    /// A reader for the workspace at `root`, whose links are resolved; what cannot be taken is
    /// reported to `sink`.
    pub fn new(root: &Path, sink: &'a mut Sink) -> Self {
        Self {
            root: root.to_owned(),
            sink,
        }
    }

    /// Reads one file; nothing if it was reported.
    ///
    /// # Errors
    /// [`Error::Read`] if the file cannot be read.
    pub fn file(&mut self, path: &Path) -> Result<Option<Arc<Source>>, Error> {
        let shown = self.shown(path);
        let error = |source| Error::read(path, source);
        let real = path.canonicalize().map_err(error)?;
        if !real.starts_with(&self.root) {
            self.sink.push(outside(&Source::new(shown, "")));
            return Ok(None);
        }
        let metadata = fs::metadata(&real).map_err(error)?;
        if is_special(&metadata) {
            self.sink.push(not_a_file(&Source::new(shown, "")));
            return Ok(None);
        }
        let length = metadata.len();
        if length > yaml::LARGEST_FILE as u64 {
            self.sink.push(too_large(&Source::new(shown, ""), length));
            return Ok(None);
        }
        match String::from_utf8(fs::read(&real).map_err(error)?) {
            Ok(text) => Ok(Some(Source::of_file(shown, text))),
            Err(error) => {
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let source = Source::of_file(shown, text);
                self.sink.push(not_utf8(&source, error.as_bytes()));
                Ok(None)
            }
        }
    }

    /// Reads the files of a folder that end in `ending`, in order; an absent folder has none.
    ///
    /// # Errors
    /// [`Error::Read`] if the folder or one of its files cannot be read.
    pub fn folder(
        &mut self,
        folder: &Path,
        ending: &str,
        depth: Depth,
    ) -> Result<Vec<Arc<Source>>, Error> {
        let mut sources = Vec::new();
        for path in self.paths(folder, ending, depth)? {
            sources.extend(self.file(&path)?);
        }
        Ok(sources)
    }

    /// The paths of the files of a folder that end in `ending`, in order; an absent folder has none.
    ///
    /// # Errors
    /// [`Error::Read`] if the folder cannot be read.
    pub fn paths(
        &mut self,
        folder: &Path,
        ending: &str,
        depth: Depth,
    ) -> Result<Vec<PathBuf>, Error> {
        let mut paths = Vec::new();
        for path in entries(folder)?.into_iter().filter(|path| !is_hidden(path)) {
            if path.is_dir() {
                match depth {
                    Depth::One => {}
                    Depth::All | Depth::Flat if !self.is_inside(&path) => {}
                    Depth::All => paths.extend(self.paths(&path, ending, depth)?),
                    Depth::Flat => self.refuse_files_in(&path, ending)?,
                }
            } else if path.extension().is_some_and(|it| it == ending) {
                paths.push(path);
            } else if let Some(other) = other_ending(&path, ending) {
                let source = Source::new(self.shown(&path), "");
                self.sink.push(wrong_ending(&source, other, ending));
            }
        }
        Ok(paths)
    }

    fn refuse_files_in(&mut self, folder: &Path, ending: &str) -> Result<(), Error> {
        for path in entries(folder)? {
            let is_meant = path.extension().is_some_and(|it| it == ending);
            if is_meant || other_ending(&path, ending).is_some() {
                let source = Source::new(self.shown(&path), "");
                self.sink.push(misplaced(&source));
            }
        }
        Ok(())
    }

    /// Reports what is wrong with a file.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    fn is_inside(&self, path: &Path) -> bool {
        let real = path.canonicalize();
        real.is_ok_and(|real| real.starts_with(&self.root))
    }

    /// The path that messages show: relative to the workspace, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts = relative.components();
        let parts = parts.map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

/// Opens a file, and nothing that only looks like one: to open a named pipe waits for its writer,
/// perhaps for ever, and a device may have no end.
///
/// # Errors
/// [`Error::NotAFile`] for pipes, devices and sockets, [`Error::Read`] for what cannot be opened.
pub fn open_regular(path: &Path) -> Result<File, Error> {
    let error = |source| Error::read(path, source);
    if is_special(&fs::metadata(path).map_err(error)?) {
        return Err(Error::NotAFile(path.to_owned()));
    }
    File::open(path).map_err(error)
}

/// Reads a file, and nothing that only looks like one.
///
/// # Errors
/// [`Error::NotAFile`] for pipes, devices and sockets, [`Error::Read`] for what cannot be read.
pub fn read_regular(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = open_regular(path)?.read_to_end(&mut bytes);
    read.map_err(|source| Error::read(path, source))?;
    Ok(bytes)
}

/// Whether it is neither file nor folder.
fn is_special(metadata: &fs::Metadata) -> bool {
    !metadata.is_file() && !metadata.is_dir()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let error = |source| Error::read(folder, source);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(error)? {
        paths.push(entry.map_err(error)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name();
    name.is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn not_utf8(source: &Arc<Source>, bytes: &[u8]) -> Diagnostic {
    let bad = source.text().find('\u{fffd}').unwrap_or(0);
    Diagnostic {
        place: Span::new(source, bad..bad + '\u{fffd}'.len_utf8()),
        ..yaml::not_utf8(source, bytes)
    }
}

/// A file of which not even the text can be had.
pub(super) fn unreadable(source: &Arc<Source>, error: &Error) -> Diagnostic {
    Diagnostic::error("unreadable-file", Span::file(source), error.to_string())
        .with_hint("看看文件还在不在、有没有读的权限")
}

fn outside(source: &Arc<Source>) -> Diagnostic {
    let message = "这个文件是指向工作区外面的链接，没有读取";
    Diagnostic::error("outside-workspace", Span::file(source), message)
        .with_hint("请把文件放进工作区")
}

fn not_a_file(source: &Arc<Source>) -> Diagnostic {
    let message = "这不是普通文件（是管道、设备之类），没有读取";
    Diagnostic::error("not-a-file", Span::file(source), message)
        .with_hint("请把它移走，换成普通的文件")
}

fn too_large(source: &Arc<Source>, length: u64) -> Diagnostic {
    let message = format!("文件有{}兆字节，超过8兆字节的上限，没有读取", length >> 20);
    Diagnostic::error("file-too-large", Span::file(source), message).with_hint("请拆成几个文件")
}

/// The ending of a file that was surely meant to be read, such as `.yml` or `.YAML` for `.yaml`.
fn other_ending<'p>(path: &'p Path, ending: &str) -> Option<&'p str> {
    let own = path.extension()?.to_str()?;
    let is_meant = |meant: &str| own.eq_ignore_ascii_case(meant);
    (is_meant(ending) || ending == "yaml" && is_meant("yml")).then_some(own)
}

fn misplaced(source: &Arc<Source>) -> Diagnostic {
    let message = "文件放在了子文件夹里，没有读取";
    Diagnostic::error("misplaced-file", Span::file(source), message)
        .with_hint("请移到上一层文件夹，不分子文件夹")
}

fn wrong_ending(source: &Arc<Source>, own: &str, ending: &str) -> Diagnostic {
    let message = format!("文件名以“.{own}”结尾，不会被读取");
    Diagnostic::error("wrong-file-ending", Span::file(source), message)
        .with_hint(format!("请把文件名的结尾改成“.{ending}”"))
}
