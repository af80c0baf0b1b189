//! Letters through all stages, as far as they are not left alone.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::decision::Decision;
use super::{Build, Done};
use crate::build::archive::{self, Enclosed};
use crate::build::journal::Journal;
use crate::build::letter::{Outputs, Setting};
use crate::build::manifest::{LetterEntry, LetterRecord, Manifest};
use crate::build::outputs::{Outcome, OutputFolder};
use crate::build::plan::Plan;
use crate::build::workspace::{Shared, load_letter};
use crate::build::{LetterReport, Mode, Progress};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::facts::Letter;
use crate::project::letters::LetterFile;
use crate::render::digest_of;
use crate::source::Source;

impl<'p> Build<'p> {
    /// Builds letters in parallel, each unless it is as its inputs are now.
    ///
    /// # Errors
    /// Whatever the operator must mend; every output is then old or new as a whole.
    pub(super) fn build(
        &self,
        files: &[&'p LetterFile],
        shared: &Shared,
        plan: &Plan<'_>,
        journal: &Journal,
        progress: &dyn Progress,
    ) -> Result<Vec<Done<'p>>, Error> {
        let folder = OutputFolder {
            path: &self.output,
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
            manifest: &self.manifest,
            archive: self.options.archive,
        };
        let done = files.par_iter().copied().map(|file| {
            let done = self.letter(file, &given);
            progress.advance();
            done
        });
        // Collected as they are first: parallel iterators put only what cannot fail right in its place.
        let done: Vec<Result<_, Error>> = done.collect();
        done.into_iter().collect()
    }

    /// Leaves a letter alone or builds it.
    fn letter(&self, file: &'p LetterFile, given: &Given<'_>) -> Result<Done<'p>, Error> {
        let started = Instant::now();
        let id = file.id();
        let mut report = LetterReport::alone(id, Outcome::Failed);
        let mut sink = Sink::new();
        let Some(source) = file.read(&mut sink) else {
            report.diagnostics = sink.into_diagnostics();
            return Ok(Done::told(file, report));
        };
        let digest = digest_of(source.text());
        let known = self.manifest.entry(id)?.unwrap_or_default();
        match self.decision((id, &known), digest, given.plan, given.folder.journal)? {
            Decision::Keep(stamp) => return Ok(Done::alone(file, stamp, &known)),
            Decision::Refuse(edited) => {
                report.outcome = Outcome::Edited(edited);
                return Ok(Done::told(file, report));
            }
            Decision::Build(reasons) => report.reasons = reasons,
        }
        let is_built = given.stages(&source, known, &mut sink, &mut report)?;
        report.diagnostics = sink.into_diagnostics();
        report.elapsed = started.elapsed();
        Ok(Done {
            is_current: is_built,
            ..Done::told(file, report)
        })
    }
}

/// What every letter of a build is given.
struct Given<'a> {
    setting: Setting<'a>,
    plan: &'a Plan<'a>,
    folder: OutputFolder<'a>,
    manifest: &'a Manifest,
    archive: Option<Enclosed>,
}

impl Given<'_> {
    /// Reads, lays out and exports a letter as far as its mistakes allow; says whether its outputs are
    /// in their places.
    fn stages(
        &self,
        source: &Arc<Source>,
        known: LetterEntry,
        sink: &mut Sink,
        report: &mut LetterReport,
    ) -> Result<bool, Error> {
        let setting = self.setting;
        let Some(letter) = load_letter(source, Some(setting.shared), sink) else {
            return Ok(false);
        };
        let (laid_out, diagnostics) = setting.lay_out(&letter);
        sink.extend(diagnostics);
        let Some(laid_out) = laid_out else {
            return Ok(false);
        };
        if let Some(enclosed) = self.archive {
            let (plan, output) = (self.plan, self.folder.path);
            let archived = archive::put(&letter, &laid_out, setting, plan, enclosed, output)?;
            report.archived = Some(archived);
        }
        let outputs = setting.export(&letter, laid_out)?;
        report.outcome = self.put(&letter, &outputs, known, sink.len())?;
        report.layout = Some(Box::new(outputs.report));
        Ok(!matches!(report.outcome, Outcome::Edited(_)))
    }

    /// Puts a letter's outputs into their places and notes what it was built from, unless somebody has
    /// edited them.
    fn put(
        &self,
        letter: &Letter,
        outputs: &Outputs,
        known: LetterEntry,
        remarks: usize,
    ) -> Result<Outcome, Error> {
        let (outcome, written) = self.folder.put(&letter.id, outputs, &known)?;
        if matches!(outcome, Outcome::Edited(_)) {
            return Ok(outcome);
        }
        let record = LetterRecord {
            has_form: outputs.form.is_some(),
            ..self.plan.record(letter, remarks)
        };
        let mut entry = LetterEntry {
            record: Some(record),
            ..known
        };
        entry.outputs.extend(written);
        self.manifest.put(&letter.id, &entry)?;
        Ok(outcome)
    }
}
