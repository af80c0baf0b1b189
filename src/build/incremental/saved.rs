//! The manifest as a build leaves it, and outputs of letters that are no more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::{Build, Done};
use crate::build::manifest::Manifest;
use crate::build::outputs::{Outcome, read_if_present, text_hash};
use crate::build::plan::{Plan, file_names};
use crate::build::{LetterReport, Options, Orphan};
use crate::error::Error;
use crate::project::letters::LetterFile;
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
        let letters = self.build.project.letters.iter().map(LetterFile::id);
        let sealed = self.build.seals.keys().map(String::as_str);
        let known = self.manifest.outputs.len();
        let ids: BTreeSet<&str> = letters.chain(sealed).collect();
        let names = self.manifest.orphans(&ids);
        let names: Vec<Box<str>> = names.into_iter().map(Box::from).collect();
        let mut orphans = Vec::new();
        for name in names {
            let path = self.build.output.join(&*name);
            let Some(bytes) = read_if_present(&path)? else {
                self.manifest.outputs.remove(&name);
                continue;
            };
            let is_edited = self.manifest.outputs[&name].hash != text_hash(&name, &bytes);
            let is_removed = options.prunes && !is_edited;
            if is_removed {
                fs::remove_file(&path).map_err(|source| Error::write(&path, source))?;
                self.manifest.outputs.remove(&name);
            }
            orphans.push(Orphan {
                name: name.into(),
                is_edited,
                is_removed,
            });
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
