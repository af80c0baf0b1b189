//! Putting a letter's outputs into the output folder.

use std::borrow::Cow;
use std::path::Path;

use super::file_hash::{FileHash, hash};
use super::journal::Journal;
use super::letter::Outputs;
use super::manifest::{FontOrigin, LetterEntry, OutputRecord};
use super::write::write_whole;
use crate::error::Error;
use crate::project::files::read_regular;

pub use super::compare::OutputFault;

/// An output by its file name, with its record.
pub type WrittenOutput = (Box<str>, OutputRecord);

/// What became of a letter's outputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// At least one file was written.
    Written,
    /// Written, and these files had been edited by hand before (`--force`).
    Overwritten(Vec<String>),
    /// The files were there already, byte for byte.
    Unchanged,
    /// These files were edited by hand and are left as they are.
    Edited(Vec<String>),
    /// These files are not what the content gives (`build --check`).
    Stale(Vec<OutputFault>),
    /// The letter was sent and is kept as it was.
    Sealed,
    /// The sealed letter is not as it was, a sentence each.
    SealBroken(Vec<String>),
    /// An error in the letter's content; nothing was written.
    Failed,
}

/// The output folder while a build runs.
#[derive(Debug)]
pub struct OutputFolder<'a> {
    /// The folder.
    pub path: &'a Path,
    /// What this build has written, and a killed one before it.
    pub journal: &'a Journal,
    /// Whether files that were edited by hand are overwritten.
    pub overwrites_edits: bool,
    /// Which fonts are used, for the manifest.
    pub fonts: FontOrigin,
}

/// One output file.
pub(super) struct OutputFile<'a> {
    pub(super) name: String,
    pub(super) bytes: &'a [u8],
    /// Whether it is Markdown; a PDF otherwise.
    pub(super) is_text: bool,
}

impl OutputFile<'_> {
    /// Where the fonts came from, as far as the file has any.
    pub(super) fn fonts(&self, origin: FontOrigin) -> Option<FontOrigin> {
        (!self.is_text).then_some(origin)
    }
}

pub(super) fn files<'a>(id: &str, outputs: &'a Outputs) -> Vec<OutputFile<'a>> {
    let mut files = pair(super::plan::file_names(id), &outputs.markdown, &outputs.pdf);
    if let Some((markdown, pdf)) = &outputs.form {
        files.extend(pair(super::plan::form_names(id), markdown, pdf));
    }
    files
}

fn pair<'a>(
    [markdown_name, pdf_name]: [String; 2],
    markdown: &'a str,
    pdf: &'a [u8],
) -> Vec<OutputFile<'a>> {
    vec![
        OutputFile {
            name: markdown_name,
            bytes: markdown.as_bytes(),
            is_text: true,
        },
        OutputFile {
            name: pdf_name,
            bytes: pdf,
            is_text: false,
        },
    ]
}

impl OutputFolder<'_> {
    /// Writes files unless one of them was edited by hand; gives their records.
    ///
    /// `known` is what the manifest knows of the letter that they belong to.
    ///
    /// # Errors
    /// [`Error::Read`] or [`Error::Write`]; every file is then as it was or as it shall be.
    pub fn put(
        &self,
        stem: &str,
        outputs: &Outputs,
        known: &LetterEntry,
    ) -> Result<(Outcome, Vec<WrittenOutput>), Error> {
        let files = files(stem, outputs);
        let (mut edited, mut changed) = (Vec::new(), Vec::new());
        for (index, file) in files.iter().enumerate() {
            match read_if_present(&self.path.join(&file.name))? {
                Some(old) if *with_line_feeds(&file.name, &old) == *file.bytes => continue,
                Some(old) if !self.is_ours(&file.name, &old, known) => {
                    edited.push(file.name.clone());
                }
                _ => {}
            }
            changed.push(index);
        }
        if !edited.is_empty() && !self.overwrites_edits {
            return Ok((Outcome::Edited(edited), Vec::new()));
        }
        let outcome = match (edited.is_empty(), changed.is_empty()) {
            (false, _) => Outcome::Overwritten(edited),
            (true, false) => Outcome::Written,
            (true, true) => Outcome::Unchanged,
        };
        Ok((outcome, self.write(&files, &changed)?))
    }

    /// Writes those of the files that have changed, and notes all of them.
    fn write(
        &self,
        files: &[OutputFile<'_>],
        changed: &[usize],
    ) -> Result<Vec<WrittenOutput>, Error> {
        let mut records = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let (name, record) = self.record(file);
            self.journal.note(&name, record.hash)?;
            if changed.contains(&index) {
                write_whole(&self.path.join(&*name), file.bytes)?;
            }
            self.journal.settle(&name, record.hash);
            records.push((name, record));
        }
        Ok(records)
    }

    fn record(&self, file: &OutputFile<'_>) -> WrittenOutput {
        let record = OutputRecord {
            hash: hash(file.bytes),
            fonts: file.fonts(self.fonts),
        };
        (file.name.as_str().into(), record)
    }

    fn is_ours(&self, name: &str, bytes: &[u8], known: &LetterEntry) -> bool {
        let record = known.outputs.get(name);
        record.is_some_and(|record| record.hash == text_hash(name, bytes))
            || self.journal.knows(name, hash(bytes))
    }
}

/// The hash of an output; a Markdown file that was checked out with CRLF has that of its LF text.
pub(super) fn text_hash(name: &str, bytes: &[u8]) -> FileHash {
    hash(&with_line_feeds(name, bytes))
}

/// A Markdown file's bytes with LF line ends, any other file's bytes as they are.
pub(super) fn with_line_feeds<'b>(name: &str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    if !name.ends_with(".md") || !bytes.contains(&b'\r') {
        return Cow::Borrowed(bytes);
    }
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    Cow::Owned(text.into_bytes())
}

pub(super) fn read_if_present(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    if !path.exists() {
        return Ok(None);
    }
    read_regular(path).map(Some)
}
