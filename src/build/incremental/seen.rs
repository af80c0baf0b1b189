//! The stamps as a build leaves them.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Done;
use super::saved::Saved;
use crate::build::outputs::Outcome;
use crate::build::stamps::{Stamps, verified};

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
            manifest: self.manifest.file,
            by_another_program: self.by_another_program(done),
            ..Stamps::default()
        };
        if is_silent {
            stamps.shared.clone_from(&build.shared_digest);
        }
        if build.stamps.shared == build.shared_digest {
            stamps.letters.clone_from(&build.stamps.letters);
        }
        let current = done.par_iter().filter(is_current);
        let seen = current.map(|done| {
            let id = done.report.id.as_str();
            let verify = || verified(&build.output, &self.manifest, id);
            (Box::from(id), done.stamp.or_else(verify))
        });
        stamps.letters.par_extend(seen);
        if stamps != build.stamps {
            stamps.write(&build.output);
        }
    }

    fn by_another_program(&self, done: &[Done]) -> BTreeSet<Box<str>> {
        let build = self.build;
        let ids = self.manifest.letters.keys();
        let mut others: BTreeSet<_> = ids
            .filter(|id| build.is_by_another_program(id))
            .cloned()
            .collect();
        for done in done.iter().filter(|done| done.is_built) {
            others.remove(done.report.id.as_str());
        }
        others
    }
}
