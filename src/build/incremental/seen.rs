//! The stamps as a build leaves them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Build, Done};
use crate::build::stamps::{Stamps, verified};
use crate::error::Error;

impl Build<'_> {
    /// Writes what this machine has seen; a failure costs time at the next build and nothing else.
    ///
    /// If what letters share `is_silent`, there is nothing to tell again, and the next build need not
    /// read it.
    ///
    /// # Errors
    /// [`Error::Manifest`] if an entry of a letter cannot be understood.
    pub(super) fn write_stamps(&mut self, done: &[Done<'_>], is_silent: bool) -> Result<(), Error> {
        let current = done.par_iter().filter(|done| done.is_current);
        let seen = current.map(|done| Ok((done.id, self.stamp(done)?)));
        let seen: Vec<Result<_, Error>> = seen.collect();
        let mut stamps = Stamps {
            program: self.program.clone(),
            manifest: self.manifest.file,
            shared: if is_silent {
                self.shared_digest.clone()
            } else {
                String::new()
            },
            by_another_program: self.by_another_program(done),
            letters: BTreeMap::new(),
        };
        let mut letters = std::mem::take(&mut self.stamps.letters);
        let mut has_changed = stamps != self.stamps;
        if self.stamps.shared != self.shared_digest {
            letters.clear();
            has_changed = true;
        }
        for seen in seen {
            let (id, stamp) = seen?;
            let before = letters.insert(id.into(), stamp);
            has_changed |= before != Some(stamp);
        }
        if has_changed {
            stamps.letters = letters;
            stamps.write(&self.output);
        }
        Ok(())
    }

    /// The stamp of a letter's outputs, if they have come to rest.
    fn stamp(&self, done: &Done<'_>) -> Result<Option<crate::render::Digest>, Error> {
        if done.stamp.is_some() {
            return Ok(done.stamp);
        }
        let known = self.manifest.entry(done.id)?;
        Ok(known.and_then(|known| verified(&self.output, done.id, &known)))
    }

    fn by_another_program(&self, done: &[Done<'_>]) -> BTreeSet<Box<str>> {
        if self.stamps.program == self.program && self.stamps.by_another_program.is_empty() {
            return BTreeSet::new();
        }
        let ids = self.manifest.ids().into_iter();
        let mut others: BTreeSet<_> = ids.filter(|id| self.is_by_another_program(id)).collect();
        let built = done
            .iter()
            .filter(|done| done.is_current && done.report.is_some());
        for done in built {
            others.remove(done.id);
        }
        others
    }
}
