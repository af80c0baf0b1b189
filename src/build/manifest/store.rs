//! Entries of letters in files, each found by its place: only the places are in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The places of entries, by the letters' ids.
pub(super) type Places = BTreeMap<Box<str>, Place>;

/// Entries as they were read, and those that have come since.
#[derive(Debug)]
pub(super) struct Store(Mutex<Files>);

#[derive(Debug)]
struct Files {
    folder: PathBuf,
    read: Option<File>,
    /// Entries that have come since, in a file that nobody sees; made when it is needed.
    new: Option<File>,
    end: u64,
    places: Places,
    has_changed: bool,
}

/// Where an entry stands.
#[derive(Debug, Clone)]
pub(super) struct Place {
    is_new: bool,
    start: u64,
    length: usize,
}

impl Place {
    /// These bytes of the file that was read.
    pub(super) fn read(bytes: Range<u64>) -> Self {
        Self {
            is_new: false,
            start: bytes.start,
            length: (bytes.end - bytes.start) as usize,
        }
    }
}

impl Store {
    /// Entries that stand in `read` at these places; new ones wait in a file in `folder`.
    pub(super) fn new(folder: &Path, read: Option<File>, places: Places) -> Self {
        Self(Mutex::new(Files {
            folder: folder.to_owned(),
            read,
            new: None,
            end: 0,
            places,
            has_changed: false,
        }))
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bytes of a letter's entry; nothing if it has none.
    pub(super) fn get(&self, id: &str) -> io::Result<Option<Vec<u8>>> {
        self.files().get(id)
    }

    /// Takes the bytes of a letter's entry in the place of what was there.
    pub(super) fn put(&self, id: &str, bytes: &[u8]) -> io::Result<()> {
        self.files().put(id, bytes)
    }

    /// Forgets a letter's entry.
    pub(super) fn remove(&self, id: &str) {
        let mut files = self.files();
        files.has_changed |= files.places.remove(id).is_some();
    }

    /// The ids of all letters in order.
    pub(super) fn ids(&self) -> Vec<Box<str>> {
        self.files().places.keys().cloned().collect()
    }

    /// Whether an entry was put or removed.
    pub(super) fn has_changed(&self) -> bool {
        self.files().has_changed
    }

    /// Takes what there is as unchanged.
    pub(super) fn settle(&self) {
        self.files().has_changed = false;
    }

    /// Gives every entry in order of the ids, one in memory at a time.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(&str, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        for id in self.ids() {
            let bytes = self.get(&id)?.ok_or(io::ErrorKind::NotFound)?;
            take(&id, &bytes)?;
        }
        Ok(())
    }
}

impl Files {
    fn get(&mut self, id: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(place) = self.places.get(id) else {
            return Ok(None);
        };
        let file = if place.is_new {
            &mut self.new
        } else {
            &mut self.read
        };
        let file = file.as_mut().expect("a place is one in a file");
        let mut bytes = vec![0; place.length];
        file.seek(SeekFrom::Start(place.start))?;
        file.read_exact(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn put(&mut self, id: &str, bytes: &[u8]) -> io::Result<()> {
        let file = match &mut self.new {
            Some(file) => file,
            none => none.insert(super::unnamed_file(&self.folder)?),
        };
        file.seek(SeekFrom::Start(self.end))?;
        file.write_all(bytes)?;
        let place = Place {
            is_new: true,
            start: self.end,
            length: bytes.len(),
        };
        self.end += bytes.len() as u64;
        self.places.insert(id.into(), place);
        self.has_changed = true;
        Ok(())
    }
}
