//! The manifest as a build leaves it, and outputs of letters that are no more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::{Build, Done};
use crate::build::manifest::Manifest;
use crate::build::orphan;
use crate::build::outputs::Outcome;
use crate::build::plan::{Plan, file_names};
use crate::build::{LetterReport, Options, Orphan, known_ids};
use crate::error::Error;
use crate::render::Input;

/// What a build leaves for the next one.
pub(super) struct Saved<'b> {
    pub(super) build: &'b Build<'b>,
    pub(super) manifest: Manifest,
}

impl<'b> Saved<'b> {
    /// The manifest as it was, from which the build goes on.
    pub(super) fn new(build: &'b Build<'b>, manifest: Manifest) -> Self {
        Self { build, manifest }
    }

    /// Takes over what was built, and writes it.
    ///
    /// # Errors
    /// [`Error::Write`] if the manifest cannot be written.
    pub(super) fn take(&mut self, built: &mut [Done], plan: &Plan<'_>) -> Result<(), Error> {
        let made = built.iter().filter_map(|done| done.made.as_deref());
        let now = plan.all_values(made.map(|made| &made.record));
        let made = built.iter().filter(|done| done.made.is_some());
        let ids: BTreeSet<&str> = made.map(|done| done.report.id.as_str()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        self.keep_earlier(&now, &ids, plan);
        for done in built {
            if let Some(made) = done.made.take() {
                let id = Box::from(done.report.id.as_str());
                self.manifest.letters.insert(id, made.record);
                self.manifest.outputs.extend(made.outputs);
            }
        }
        self.manifest.inputs.extend(now);
        let read = plan.all_values(self.manifest.letters.values());
        self.manifest
            .inputs
            .retain(|name, _| read.contains_key(name));
        self.manifest.write(&self.build.output)
    }

    /// Keeps what letters that were not built again were built from, so that their reasons can be
    /// told later.
    fn keep_earlier(
        &mut self,
        now: &BTreeMap<String, String>,
        built: &BTreeSet<&str>,
        plan: &Plan<'_>,
    ) {
        let (mut of_some, mut of_all) = (BTreeMap::new(), Vec::new());
        for (name, old) in &self.manifest.inputs {
            match Input::parse(name) {
                _ if now.get(name).is_none_or(|new| new == old) => {}
                Some(input) => _ = of_some.insert(input, (name, old)),
                // Program, fonts and page: every letter is made by them.
                None => of_all.push((name, old)),
            }
        }
        if of_some.is_empty() && of_all.is_empty() {
            return;
        }
        let letters = self.manifest.letters.iter_mut();
        for (_, record) in letters.filter(|(id, _)| !built.contains(&***id)) {
            let closures: Vec<_> = plan.closures(record.reads(), &record.period).collect();
            let read = closures.iter().flat_map(|closure| closure.values.keys());
            let read = read.filter_map(|input| of_some.get(input));
            for (name, old) in read.chain(&of_all) {
                let earlier = record.earlier.entry((*name).clone());
                earlier.or_insert_with(|| (*old).clone());
            }
        }
    }

    /// Outputs of letters that are no more; removed if that was asked for and nobody edited them.
    pub(super) fn orphans(&mut self, options: &Options) -> Result<Vec<Orphan>, Error> {
        let (output, known) = (&self.build.output, self.manifest.outputs.len());
        let ids = known_ids(self.build.project, &self.build.seals);
        let mut orphans = orphan::orphans(output, &self.manifest, &ids)?;
        for orphan in orphans
            .iter_mut()
            .filter(|it| options.prunes && !it.is_edited)
        {
            let path = output.join(&orphan.name);
            fs::remove_file(&path).map_err(|source| Error::write(&path, source))?;
            orphan.is_removed = true;
        }
        let standing = orphans.iter().filter(|it| !it.is_removed);
        let standing: BTreeSet<&str> = standing.map(|it| it.name.as_str()).collect();
        let gone = self.manifest.orphans(&ids).into_iter();
        let gone = gone.filter(|name| !standing.contains(name));
        let gone: Vec<String> = gone.map(str::to_owned).collect();
        for name in gone {
            self.manifest.outputs.remove(name.as_str());
        }
        self.manifest.letters.retain(|id, _| {
            ids.contains(&**id)
                || file_names(id)
                    .iter()
                    .any(|name| self.manifest.outputs.contains_key(name.as_str()))
        });
        if self.manifest.outputs.len() < known {
            self.manifest.write(&self.build.output)?;
        }
        Ok(orphans)
    }

    /// How many letters that were left alone have warnings or hints.
    pub(super) fn silent_remarks(&self, letters: &[LetterReport]) -> usize {
        let left = letters
            .iter()
            .filter(|it| it.outcome == Outcome::Unchanged && it.layout.is_none());
        let records = left.filter_map(|letter| self.manifest.letters.get(letter.id.as_str()));
        records.filter(|record| record.remarks > 0).count()
    }
}
