//! Letters through all stages, as far as they are not left alone.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::decision::Decision;
use super::{Build, Done, Made, unchanged};
use crate::build::archive::{self, Enclosed};
use crate::build::journal::Journal;
use crate::build::letter::Setting;
use crate::build::manifest::LetterRecord;
use crate::build::outputs::{Outcome, OutputFolder};
use crate::build::plan::Plan;
use crate::build::workspace::{Shared, load_letter};
use crate::build::{Mode, Progress};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::project::letters::LetterFile;
use crate::render::digest_of;
use crate::source::Source;

impl Build<'_> {
    /// Builds letters in parallel, each unless it is as its inputs are now.
    ///
    /// # Errors
    /// Whatever the operator must mend; every output is then old or new as a whole.
    pub(super) fn build(
        &self,
        files: &[LetterFile],
        shared: &Shared,
        plan: &Plan<'_>,
        journal: &Journal,
        progress: &dyn Progress,
    ) -> Result<Vec<Done>, Error> {
        let folder = OutputFolder {
            path: &self.output,
            manifest: &self.manifest,
            journal,
            overwrites_edits: self.options.mode == Mode::Overwrite,
            fonts: self.choice.into(),
        };
        let setting = Setting {
            shared,
            style: &self.style,
            fonts: &self.found.fonts,
        };
        let given = Given {
            setting,
            plan,
            folder,
            archive: self.options.archive,
        };
        let done = files.par_iter().map(|file| {
            let done = self.letter(file, &given);
            progress.advance();
            done
        });
        // Collected as they are first: parallel iterators put only what cannot fail right in its place.
        let done: Vec<Result<_, Error>> = done.collect();
        done.into_iter().collect()
    }

    /// Leaves a letter alone or builds it.
    fn letter(&self, file: &LetterFile, given: &Given<'_>) -> Result<Done, Error> {
        let started = Instant::now();
        let id = file.id();
        let mut done = unchanged(id, None);
        let mut sink = Sink::new();
        let Some(source) = file.read(&mut sink) else {
            done.report.outcome = Outcome::Failed;
            done.report.diagnostics = sink.into_diagnostics();
            return Ok(done);
        };
        let digest = digest_of(source.text());
        let reasons = match self.decision(id, digest, given.plan, given.folder.journal)? {
            Decision::Keep(stamp) => return Ok(unchanged(id, stamp)),
            Decision::Refuse(edited) => {
                done.report.outcome = Outcome::Edited(edited);
                return Ok(done);
            }
            Decision::Build(reasons) => reasons,
        };
        done.report.outcome = Outcome::Failed;
        done.report.reasons = reasons;
        given.stages(&source, &mut sink, &mut done)?;
        done.report.diagnostics = sink.into_diagnostics();
        done.report.elapsed = started.elapsed();
        Ok(done)
    }
}

/// What every letter of a build is given.
struct Given<'a> {
    setting: Setting<'a>,
    plan: &'a Plan<'a>,
    folder: OutputFolder<'a>,
    archive: Option<Enclosed>,
}

impl Given<'_> {
    /// Reads, lays out and exports a letter as far as its mistakes allow.
    fn stages(&self, source: &Arc<Source>, sink: &mut Sink, done: &mut Done) -> Result<(), Error> {
        let setting = self.setting;
        let Some(letter) = load_letter(source, Some(setting.shared), sink) else {
            return Ok(());
        };
        let (laid_out, diagnostics) = setting.lay_out(&letter);
        sink.extend(diagnostics);
        let Some(laid_out) = laid_out else {
            return Ok(());
        };
        if let Some(enclosed) = self.archive {
            let (plan, output) = (self.plan, self.folder.path);
            let archived = archive::put(&letter, &laid_out, setting, plan, enclosed, output)?;
            done.report.archived = Some(archived);
        }
        let outputs = setting.export(&letter, laid_out)?;
        let (outcome, written) = self.folder.put(&letter.id, &outputs)?;
        done.is_built = !matches!(outcome, Outcome::Edited(_));
        done.report.outcome = outcome;
        done.report.layout = Some(Box::new(outputs.report));
        if done.is_built {
            let record = LetterRecord {
                has_form: outputs.form.is_some(),
                ..self.plan.record(&letter, sink.len())
            };
            let outputs = written;
            done.made = Some(Box::new(Made { record, outputs }));
        }
        Ok(())
    }
}
