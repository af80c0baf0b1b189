//! The stamps as a build leaves them.

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;

use super::Done;
use super::saved::Saved;
use crate::build::manifest::hash;
use crate::build::outputs::Outcome;
use crate::build::stamps::{Stamps, settled_stamp};

impl Saved<'_> {
    /// Writes what this machine has seen; a failure costs time at the next build and nothing else.
    ///
    /// If what letters share `is_silent`, there is nothing to tell again, and the next build need not
    /// read it.
    pub(super) fn write_stamps(&self, done: &[Done], is_silent: bool) {
        let build = self.build;
        let is_current =
            |done: &&Done| matches!(done.report.outcome, Outcome::Unchanged) || done.is_built;
        let mut stamps = Stamps {
            program: build.program.clone(),
            manifest: self.manifest.file.clone(),
            by_another_program: self.by_another_program(done),
            ..Stamps::default()
        };
        if is_silent {
            stamps.shared.clone_from(&build.shared_digest);
            if build.stamps.shared == stamps.shared {
                stamps.letters.clone_from(&build.stamps.letters);
            }
            let current = done.iter().filter(is_current);
            stamps
                .letters
                .extend(current.map(|done| (done.report.id.clone(), done.file.clone())));
        }
        let outputs = self
            .manifest
            .outputs
            .par_iter()
            .filter_map(|(name, record)| {
                if build.stamps.holds(&build.output, name, &record.hash) {
                    let stamp = build.stamps.outputs.get(name)?.clone();
                    return Some((name.clone(), stamp));
                }
                let path = build.output.join(name);
                let stamp = settled_stamp(&path)?;
                let is_whole = hash(&fs::read(&path).ok()?) == record.hash;
                is_whole.then(|| (name.clone(), (stamp, record.hash.clone())))
            });
        stamps.outputs = outputs.collect();
        if stamps != build.stamps {
            stamps.write(&build.output);
        }
    }

    fn by_another_program(&self, done: &[Done]) -> BTreeSet<String> {
        let build = self.build;
        let ids = self.manifest.letters.keys();
        let mut others: BTreeSet<_> = ids
            .filter(|id| build.is_by_another_program(id))
            .cloned()
            .collect();
        for done in done.iter().filter(|done| done.is_built) {
            others.remove(&done.report.id);
        }
        others
    }
}
