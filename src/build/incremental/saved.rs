//! The manifest as a build leaves it, and outputs of letters that are no more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::Build;
use crate::build::Orphan;
use crate::build::chosen::known_ids;
use crate::build::manifest::{LetterRecord, letter_of};
use crate::build::orphan;
use crate::build::plan::{Plan, Reads, file_names};
use crate::error::Error;

impl Build<'_> {
    /// Writes the manifest if a letter was built.
    ///
    /// # Errors
    /// [`Error::Write`] if the manifest cannot be written, [`Error::Manifest`] if an old entry cannot be
    /// understood.
    pub(super) fn record(&mut self, plan: &Plan<'_>) -> Result<(), Error> {
        if !self.manifest.has_changed() {
            return Ok(());
        }
        let mut reads = Reads::default();
        for id in self.manifest.ids() {
            let mut known = self.manifest.entry(&id)?.unwrap_or_default();
            let Some(record) = &mut known.record else {
                continue;
            };
            reads.add(record);
            if self.keeps_earlier(record, plan) {
                self.manifest.put(&id, &known)?;
            }
        }
        self.manifest.inputs = plan.all_values(&reads);
        self.manifest.save()
    }

    /// Keeps what a letter that was not built again was built from, so that its reasons can be told
    /// later; says whether there is more to keep than before.
    fn keeps_earlier(&self, record: &mut LetterRecord, plan: &Plan<'_>) -> bool {
        if plan.key(record) == Some(record.key) {
            return false;
        }
        let known = record.earlier.len();
        for (name, now) in plan.values(record) {
            let old = self.manifest.inputs.get(&name);
            if let Some(old) = old.filter(|old| **old != now) {
                let earlier = record.earlier.entry(name);
                earlier.or_insert_with(|| old.clone());
            }
        }
        record.earlier.len() > known
    }

    /// Outputs of letters that are no more; removed if that was asked for and nobody edited them.
    pub(super) fn orphans(&mut self) -> Result<Vec<Orphan>, Error> {
        let ids = known_ids(self.project, &self.seals);
        let known = self.manifest.orphans(&ids)?;
        let mut orphans = orphan::orphans(&self.output, &known)?;
        let is_removed = |it: &&mut Orphan| self.options.prunes && !it.is_edited;
        for orphan in orphans.iter_mut().filter(is_removed) {
            let path = self.output.join(&orphan.name);
            fs::remove_file(&path).map_err(|source| Error::write(&path, source))?;
            orphan.is_removed = true;
        }
        let mut gone: BTreeSet<&str> = known.keys().map(|name| &**name).collect();
        for orphan in orphans.iter().filter(|it| !it.is_removed) {
            gone.remove(orphan.name.as_str());
        }
        self.forget(&gone, &ids)?;
        if self.manifest.has_changed() {
            self.manifest.save()?;
        }
        Ok(orphans)
    }

    /// Forgets outputs that are not there, and letters of which nothing is there any more.
    fn forget(&self, gone: &BTreeSet<&str>, ids: &BTreeSet<&str>) -> Result<(), Error> {
        let mut by_letter: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in gone {
            by_letter.entry(letter_of(name)).or_default().push(name);
        }
        for (id, names) in by_letter {
            let mut known = self.manifest.entry(id)?.unwrap_or_default();
            known.outputs.retain(|name, _| !names.contains(&&**name));
            let is_built = |name: &String| known.outputs.contains_key(name.as_str());
            if !ids.contains(id) && !file_names(id).iter().any(is_built) {
                known.record = None;
            }
            match known.record.is_none() && known.outputs.is_empty() {
                true => self.manifest.remove(id),
                false => self.manifest.put(id, &known)?,
            }
        }
        Ok(())
    }
}
