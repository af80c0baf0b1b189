//! Letters through all stages, as far as they are not left alone.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::decision::Decision;
use super::{Build, Done, unchanged};
use crate::build::journal::Journal;
use crate::build::letter::Setting;
use crate::build::manifest::LetterRecord;
use crate::build::outputs::{Outcome, OutputFolder};
use crate::build::plan::Plan;
use crate::build::workspace::{Shared, letter_id, load_letter};
use crate::build::{Mode, Progress};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::project::fonts::FontChoice;
use crate::render::digest_of;
use crate::source::Source;

impl Build<'_> {
    /// Builds letters in parallel, each unless it is as its inputs are now.
    ///
    /// # Errors
    /// Whatever the operator must mend; every output is then old or new as a whole.
    pub(super) fn build(
        &self,
        sources: &[&Arc<Source>],
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
            fonts: match self.choice {
                FontChoice::Discover => "system",
                FontChoice::Bundled => "bundled",
            },
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
        };
        let done = sources.par_iter().map(|source| {
            let done = self.letter(source, &given);
            progress.advance();
            done
        });
        done.collect()
    }

    /// Leaves a letter alone or builds it.
    fn letter(&self, source: &Arc<Source>, given: &Given<'_>) -> Result<Done, Error> {
        let started = Instant::now();
        let (id, file) = (letter_id(source), digest_of(source.text()));
        let reasons = match self.decision(id, &file, given.plan, given.folder.journal)? {
            Decision::Keep => return Ok(unchanged(id, file)),
            Decision::Refuse(edited) => {
                let mut done = unchanged(id, file);
                done.report.outcome = Outcome::Edited(edited);
                return Ok(done);
            }
            Decision::Build(reasons) => reasons,
        };
        let mut done = unchanged(id, file);
        done.report.outcome = Outcome::Failed;
        done.report.reasons = reasons;
        let mut sink = Sink::new();
        given.stages(source, &mut sink, &mut done)?;
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
        let outputs = setting.export(&letter, laid_out)?;
        (done.report.outcome, done.outputs) = self.folder.put(&letter.id, &outputs)?;
        done.report.layout = Some(outputs.report);
        done.is_built = !matches!(done.report.outcome, Outcome::Edited(_));
        done.record = done.is_built.then(|| LetterRecord {
            has_form: outputs.form.is_some(),
            ..self.plan.record(&letter, sink.len())
        });
        Ok(())
    }
}
