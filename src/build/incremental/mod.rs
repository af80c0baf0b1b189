//! Building only what changed: each letter whose inputs, down to the last figure, are not as they were.

mod building;
mod decision;
mod saved;
mod seen;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;

use saved::Saved;

use super::journal::Journal;
use super::manifest::{LetterRecord, Manifest};
use super::outputs::{Outcome, WrittenOutput};
use super::plan::{Making, Plan, Standing, standing};
use super::seal::{self, Seal};
use super::stamps::{Stamps, program_stamp};
use super::workspace::Shared;
use super::{LetterReport, Mode, Options, Progress, Report, write};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::facts::Office;
use crate::layout::PageStyle;
use crate::project::Project;
use crate::project::fonts::{FontChoice, FoundFonts};
use crate::project::letters::LetterFile;
use crate::render::{Digest, Input, digest_of};

/// Builds the letters that were asked for, as far as they are not built already.
///
/// # Errors
/// Whatever the operator must mend; every output is then old or new as a whole.
pub(super) fn run(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    let output = project.output();
    let chosen = super::chosen_files(project, &options.letters)?;
    let Some(office) = readable_office(project) else {
        return Ok(unsound(project));
    };
    let found = super::fonts(project, &office, options)?;
    let style = super::page_style(&office);
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    write::remove_unfinished(&output)?;
    let manifest = Manifest::read(&output)?;
    let making = Making::new(&style, &found.fonts);
    let seals = seal::read_all(&project.root)?;
    let build = Build {
        stamps: Stamps::read(&output),
        shared_digest: shared_digest(project, &making, &seals),
        program: program_stamp(),
        output,
        project,
        options,
        manifest,
        making,
        style,
        found,
        choice: super::font_choice(&office, options),
        seals,
    };
    build.run(&chosen, progress)
}

/// The office, if its file has no errors; they are reported when everything is read.
fn readable_office(project: &Project) -> Option<Office> {
    let mut unseen = Sink::new();
    let office = Office::from_yaml(project.office.as_ref()?).take(&mut unseen);
    office.filter(|_| !unseen.has_errors())
}

/// The report on a workspace from which nothing can be built.
fn unsound(project: &Project) -> Report {
    let mut sink = Sink::new();
    let _ = Shared::load(project, &mut sink);
    Report {
        diagnostics: sink.into_diagnostics(),
        ..Report::default()
    }
}

/// A digest of everything that letters share.
fn shared_digest(project: &Project, making: &Making, seals: &BTreeMap<String, Seal>) -> String {
    let office = project.office.iter();
    let sources = office.chain(&project.facts).chain(&project.templates);
    let mut hasher = blake3::Hasher::new();
    for digest in [making.digest(), seal::digest(seals)] {
        hasher.update(digest.to_string().as_bytes());
    }
    for source in sources {
        hasher.update(source.path().as_bytes());
        hasher.update(&source.text().len().to_le_bytes());
        hasher.update(source.text().as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// One build on its way.
struct Build<'a> {
    project: &'a Project,
    options: &'a Options,
    output: PathBuf,
    manifest: Manifest,
    stamps: Stamps,
    program: String,
    shared_digest: String,
    making: Making,
    style: PageStyle,
    found: FoundFonts,
    choice: FontChoice,
    seals: BTreeMap<String, Seal>,
}

/// What a build did with a letter, and what is to be recorded.
struct Done {
    report: LetterReport,
    /// The stamp of its outputs if they were found as they were stamped.
    stamp: Option<Digest>,
    /// Whether the letter was built and its outputs put in place.
    is_built: bool,
    /// Of a letter that was built, until the manifest takes it.
    made: Option<Box<Made>>,
}

/// What the manifest is to say of a letter that was built.
struct Made {
    record: LetterRecord,
    outputs: Vec<WrittenOutput>,
}

impl Build<'_> {
    fn run(mut self, chosen: &[&LetterFile], progress: &dyn Progress) -> Result<Report, Error> {
        let is_sealed = |file: &&&LetterFile| self.seals.contains_key(file.id());
        let (sealed, chosen): (Vec<_>, Vec<_>) = chosen.iter().partition(is_sealed);
        let (mut done, open) = self.settled(&chosen)?;
        done.extend(self.sealed(&sealed)?);
        let mut sink = Sink::new();
        if open.is_empty() && (sealed.is_empty() || self.is_as_it_was()) {
            let manifest = std::mem::take(&mut self.manifest);
            return self.report(Saved::new(&self, manifest), done, sink);
        }
        let Some(shared) = Shared::load(self.project, &mut sink) else {
            return Ok(Report {
                diagnostics: sink.into_diagnostics(),
                ..Report::default()
            });
        };
        let plan = Plan::new(&shared.renderer, &shared.facts, &self.making);
        let seals = self.seals.values();
        sink.extend(seals.flat_map(|it| it.findings(self.project, &plan, &shared.facts)));
        let journal = Journal::open(&self.output)?;
        progress.start(open.len());
        let mut built = self.build(&open, &shared, &plan, &journal, progress)?;
        let written = built.iter().filter_map(|done| done.made.as_ref());
        journal.close(written.flat_map(|made| &made.outputs))?;
        let manifest = std::mem::take(&mut self.manifest);
        let mut saved = Saved::new(&self, manifest);
        saved.take(&mut built, &plan)?;
        done.extend(built);
        self.report(saved, done, sink)
    }

    /// Looks for outputs without a letter, keeps what was seen, and tells what was done.
    fn report(
        &self,
        mut saved: Saved<'_>,
        mut done: Vec<Done>,
        sink: Sink,
    ) -> Result<Report, Error> {
        done.sort_by(|a, b| a.report.id.cmp(&b.report.id));
        let orphans = saved.orphans(self.options)?;
        let diagnostics = sink.into_diagnostics();
        saved.write_stamps(&done, diagnostics.is_empty());
        let letters: Vec<_> = done.into_iter().map(|done| done.report).collect();
        Ok(Report {
            diagnostics,
            notices: self.found.notices.clone(),
            orphans,
            silent_remarks: saved.silent_remarks(&letters),
            letters,
        })
    }

    /// Whether everything that letters share is as this machine saw it last, without a finding.
    fn is_as_it_was(&self) -> bool {
        self.stamps.shared == self.shared_digest
            && self.stamps.program == self.program
            // A build that was killed may have left a newer manifest beside older stamps.
            && self.stamps.manifest == self.manifest.file
            && self.project.diagnostics.is_empty()
            && self.options.mode == Mode::Write
    }

    /// Puts missing outputs of sealed letters back, and looks whether everything is as it was sent.
    fn sealed(&self, files: &[&LetterFile]) -> Result<Vec<Done>, Error> {
        let looked = files.par_iter().map(|file| {
            let id = file.id();
            let seal = &self.seals[id];
            seal.restore(&self.output)?;
            let mut done = unchanged(id, None);
            done.report = LetterReport::sealed(id, seal.faults(&self.output)?);
            Ok(done)
        });
        looked.collect()
    }

    /// Parts the letters that this machine has seen up to date from those that must be looked at.
    fn settled(&self, chosen: &[&LetterFile]) -> Result<(Vec<Done>, Vec<LetterFile>), Error> {
        if !self.is_as_it_was() {
            return Ok((Vec::new(), chosen.iter().copied().cloned().collect()));
        }
        let looked = chosen.par_iter().map(|file| self.settled_one(file));
        let looked: Vec<_> = looked.collect::<Result<_, Error>>()?;
        let (mut settled, mut open) = (Vec::new(), Vec::new());
        for (file, found) in chosen.iter().copied().zip(looked) {
            match found {
                Some(Settled { stamp }) => settled.push(unchanged(file.id(), stamp)),
                None => open.push(file.clone()),
            }
        }
        Ok((settled, open))
    }

    /// A letter that this machine has seen up to date, if its file and its outputs are as they were.
    fn settled_one(&self, file: &LetterFile) -> Result<Option<Settled>, Error> {
        let id = file.id();
        let record = self.manifest.letters.get(id);
        let is_same_file = record.is_some_and(|record| self.has_same_files(record, file));
        if !is_same_file || !self.stamps.letters.contains_key(id) {
            return Ok(None);
        }
        let stamp = self.stamps.held(&self.output, &self.manifest, id);
        let is_intact =
            stamp.is_some() || standing(&self.output, &self.manifest, id)? == Standing::Intact;
        Ok(is_intact.then_some(Settled { stamp }))
    }

    /// Whether a letter's file, and those of letters that it takes from, are what it was built from.
    fn has_same_files(&self, record: &LetterRecord, file: &LetterFile) -> bool {
        let digest = |file: &LetterFile| Some(digest_of(file.source()?.text()));
        let is_as_recorded = |name: &str| {
            let id = Input::letter_of(name)?;
            let other = self.project.letter(id)?;
            let now = digest(other)?.to_string();
            Some(self.manifest.input_of(record, name) == Some(now.as_str()))
        };
        let mut others = record
            .reads()
            .filter(|name| Input::letter_of(name).is_some());
        digest(file) == Some(record.file) && others.all(|it| is_as_recorded(it) == Some(true))
    }
}

/// A letter that need not be looked at, with the stamp of its outputs if they still have it.
struct Settled {
    stamp: Option<Digest>,
}

fn unchanged(id: &str, stamp: Option<Digest>) -> Done {
    Done {
        report: LetterReport::alone(id, Outcome::Unchanged),
        stamp,
        is_built: false,
        made: None,
    }
}
