//! The manifest as JSON: what letters share first, then a line for each letter.
//!
//! A line a letter keeps changes small in a version control system, and lets an entry be found without
//! reading the others.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::super::file_hash::FileHash;
use super::super::write::write_whole_if;
use super::store::{Place, Places, Store};
use crate::error::Error;

/// Written for people who open the file.
const NOTE: &str = "由 fuhan 生成，请勿手改；用来判断哪些信要重新生成、哪些输出被手工改过";

/// The line after which the letters stand.
const LETTERS: &str = "\"letters\": {";

/// How many bytes of the file are in memory at a time.
const PIECE: usize = 1 << 16;

/// What stands before the letters.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    note: String,
    inputs: BTreeMap<String, String>,
}

/// What a manifest's file holds.
pub(super) struct Contents {
    pub(super) inputs: BTreeMap<String, String>,
    pub(super) places: Places,
    pub(super) hash: FileHash,
}

/// Why a manifest's file cannot be taken.
pub(super) enum Fault {
    /// It cannot be read.
    Read(io::Error),
    /// It is no manifest.
    Text(String),
}

impl Fault {
    /// The error that tells of it.
    pub(super) fn of_file(self, path: &Path) -> Error {
        match self {
            Self::Read(source) => Error::read(path, source),
            Self::Text(what) => Error::Manifest(what),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

/// Reads what stands before the letters, and finds their places.
pub(super) fn scan(file: File) -> Result<(Contents, File), Fault> {
    let mut lines = Lines::new(file);
    let inputs = inputs(&mut lines)?;
    let mut places = Places::new();
    loop {
        let place = lines.next()?;
        let line = lines.line();
        if line == b"}" {
            break;
        }
        let (id, value) = letter(line).ok_or_else(|| lines.fault())?;
        let start = place.start + value.start as u64;
        let bytes = start..start + value.len() as u64;
        if places.insert(id.into(), Place::read(bytes)).is_some() {
            return Err(lines.fault());
        }
    }
    lines.next()?;
    if lines.line() != b"}" || !lines.is_at_end()? {
        return Err(lines.fault());
    }
    let hash = lines.hasher.finalize().into();
    let contents = Contents {
        inputs,
        places,
        hash,
    };
    Ok((contents, lines.reader.into_inner()))
}

/// What stands before the letters.
fn inputs(lines: &mut Lines) -> Result<BTreeMap<String, String>, Fault> {
    let mut head = Vec::new();
    loop {
        lines.next()?;
        if lines.line() == LETTERS.as_bytes() {
            break;
        }
        head.extend_from_slice(lines.line());
    }
    // The comma before the letters has nothing after it now.
    if head.pop() != Some(b',') {
        return Err(lines.fault());
    }
    head.push(b'}');
    let head = serde_json::from_slice::<Head>(&head);
    let head = head.map_err(|error| Fault::Text(error.to_string()))?;
    Ok(head.inputs)
}

/// The id in a letter's line, and where in the line its entry stands.
fn letter(line: &[u8]) -> Option<(&str, Range<usize>)> {
    let end = line.len() - usize::from(line.ends_with(b","));
    let line = std::str::from_utf8(&line[..end]).ok()?;
    let (id, value) = line.strip_prefix('"')?.split_once("\": ")?;
    let is_whole = value.starts_with('{') && value.ends_with('}');
    (is_whole && !id.contains(['"', '\\'])).then_some((id, end - value.len()..end))
}

/// The lines of a file, one in memory at a time, hashed as they pass.
struct Lines {
    reader: BufReader<File>,
    hasher: blake3::Hasher,
    line: Vec<u8>,
    number: usize,
    start: u64,
}

impl Lines {
    fn new(file: File) -> Self {
        Self {
            reader: BufReader::with_capacity(PIECE, file),
            hasher: blake3::Hasher::new(),
            line: Vec::new(),
            number: 0,
            start: 0,
        }
    }

    /// Goes to the next line, and says where it stands without the blanks around it; a fault at the end.
    fn next(&mut self) -> Result<Range<u64>, Fault> {
        self.start += self.line.len() as u64;
        self.line.clear();
        self.number += 1;
        if self.reader.read_until(b'\n', &mut self.line)? == 0 {
            return Err(Fault::Text("没有写完".to_owned()));
        }
        self.hasher.update(&self.line);
        let blanks = self.line.len() - self.line.trim_ascii_start().len();
        let start = self.start + blanks as u64;
        Ok(start..start + self.line().len() as u64)
    }

    /// The line without the blanks around it.
    fn line(&self) -> &[u8] {
        self.line.trim_ascii()
    }

    fn is_at_end(&mut self) -> Result<bool, Fault> {
        Ok(self.reader.fill_buf()?.is_empty())
    }

    fn fault(&self) -> Fault {
        Fault::Text(format!("第{}行", self.number))
    }
}

/// Writes a manifest, whole or not at all, unless the file holds it already by its hash `before`.
///
/// # Errors
/// [`Error::Write`] if it cannot be written.
pub(super) fn write(
    path: &Path,
    inputs: &BTreeMap<String, String>,
    entries: &Store,
    before: Option<FileHash>,
) -> Result<FileHash, Error> {
    let mut hash = None;
    write_whole_if(path, |file| {
        let mut hashed = Hashed(file, blake3::Hasher::new());
        write_head(&mut hashed, inputs)?;
        let mut separator = "\n";
        entries.each(|id, entry| {
            write!(hashed, "{separator}    \"{id}\": ")?;
            separator = ",\n";
            hashed.write_all(entry)
        })?;
        hashed.write_all(b"\n  }\n}\n")?;
        let now = FileHash::from(hashed.1.finalize());
        hash = Some(now);
        Ok(before != Some(now))
    })?;
    Ok(hash.expect("the writing has come to its end"))
}

fn write_head(file: &mut impl Write, inputs: &BTreeMap<String, String>) -> io::Result<()> {
    let head = Head {
        note: NOTE.to_owned(),
        inputs: inputs.clone(),
    };
    let head = serde_json::to_string_pretty(&head)?;
    let open = head
        .strip_suffix("\n}")
        .expect("an object ends with a brace on its line");
    write!(file, "{open},\n  {LETTERS}")
}

/// A file whose bytes are hashed as they pass.
struct Hashed<F>(F, blake3::Hasher);

impl<F: Write> Write for Hashed<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.update(bytes);
        self.0.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
