//! Building only what changed: each letter whose inputs, down to the last figure, are not as they were.

mod building;
mod decision;
mod saved;
mod seen;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;

use super::appearance::font_choice;
use super::chosen::chosen_files;
use super::journal::Journal;
use super::manifest::{LetterEntry, LetterRecord, Manifest};
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
    let chosen = chosen_files(project, &options.letters)?;
    let Some(office) = readable_office(project) else {
        return Ok(unsound(project));
    };
    let found = super::fonts(project, &office, options)?;
    let style = super::page_style(&office);
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    write::remove_unfinished(&output)?;
    let manifest = Manifest::read(&output)?;
    let making = Making::new(&style, &found.fonts, project, &office);
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
        choice: font_choice(&office, options),
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

/// What a build did with a letter.
struct Done<'p> {
    id: &'p str,
    /// Whether the manifest and the output folder have it as it would come out now.
    is_current: bool,
    /// The stamp of its outputs if they were found as they were stamped.
    stamp: Option<Digest>,
    /// Whether it was left alone and has warnings or hints.
    has_silent_remarks: bool,
    /// What there is to tell; nothing of a letter that was left alone, of which there are many.
    report: Option<Box<LetterReport>>,
}

impl<'p> Done<'p> {
    /// Of a letter that was left alone.
    fn alone(file: &'p LetterFile, stamp: Option<Digest>, known: &LetterEntry) -> Self {
        Self {
            id: file.id(),
            is_current: true,
            stamp,
            has_silent_remarks: known.record.as_ref().is_some_and(|it| it.remarks > 0),
            report: None,
        }
    }

    /// Of a letter of which there is something to tell.
    fn told(file: &'p LetterFile, report: LetterReport) -> Self {
        Self {
            id: file.id(),
            is_current: false,
            stamp: None,
            has_silent_remarks: false,
            report: Some(Box::new(report)),
        }
    }
}

impl<'p> Build<'p> {
    fn run(mut self, chosen: &[&'p LetterFile], progress: &dyn Progress) -> Result<Report, Error> {
        let is_sealed = |file: &&&LetterFile| self.seals.contains_key(file.id());
        let (sealed, chosen): (Vec<&LetterFile>, Vec<_>) = chosen.iter().partition(is_sealed);
        let (mut done, open) = self.settled(&chosen)?;
        done.extend(self.sealed(&sealed)?);
        let lost = self.lost_seals()?;
        let mut sink = Sink::new();
        if open.is_empty() && (sealed.is_empty() || self.is_as_it_was()) {
            return self.report(done, lost, sink);
        }
        let Some(shared) = Shared::load(self.project, &mut sink) else {
            return Ok(Report {
                diagnostics: sink.into_diagnostics(),
                ..Report::default()
            });
        };
        let making = self.making.clone();
        let plan = Plan::new(&shared.renderer, &shared.facts, &making);
        let seals = self.seals.values();
        sink.extend(seals.flat_map(|it| it.findings(self.project, &plan, &shared.facts)));
        let journal = Journal::open(&self.output)?;
        progress.start(open.len());
        done.extend(self.build(&open, &shared, &plan, &journal, progress)?);
        journal.close()?;
        self.record(&plan)?;
        self.report(done, lost, sink)
    }

    /// Looks for outputs without a letter, keeps what was seen, and tells what was done.
    ///
    /// `lost` are sealed letters whose own files are gone.
    fn report(
        mut self,
        mut done: Vec<Done<'_>>,
        lost: Vec<LetterReport>,
        sink: Sink,
    ) -> Result<Report, Error> {
        let orphans = self.orphans()?;
        let diagnostics = sink.into_diagnostics();
        done.sort_by_key(|done| done.id);
        self.write_stamps(&done, diagnostics.is_empty())?;
        let silent_remarks = done.iter().filter(|it| it.has_silent_remarks).count();
        let all = done.len();
        let mut letters: Vec<_> = done.into_iter().filter_map(|it| it.report).collect();
        let left_alone = all - letters.len();
        letters.extend(lost.into_iter().map(Box::new));
        letters.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(Report {
            diagnostics,
            left_alone,
            letters,
            notices: std::mem::take(&mut self.found.notices),
            orphans,
            silent_remarks,
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
    fn sealed(&self, files: &[&'p LetterFile]) -> Result<Vec<Done<'p>>, Error> {
        let looked = files.par_iter().map(|file| {
            let id = file.id();
            let seal = &self.seals[id];
            seal.restore(&self.output)?;
            let report = LetterReport::sealed(id, seal.faults(&self.output)?);
            Ok(Done::told(file, report))
        });
        looked.collect()
    }

    /// Sealed letters whose own files are gone: their outputs are kept and looked at all the same.
    fn lost_seals(&self) -> Result<Vec<LetterReport>, Error> {
        let is_asked = |id: &str| {
            let asked = &self.options.letters;
            asked.is_empty() || asked.iter().any(|it| it == id)
        };
        let seals = self.seals.values();
        let lost = seals.filter(|it| self.project.letter(&it.id).is_none() && is_asked(&it.id));
        let looked = lost.map(|seal| {
            seal.restore(&self.output)?;
            Ok(LetterReport::sealed(&seal.id, seal.faults(&self.output)?))
        });
        looked.collect()
    }

    /// Parts the letters that this machine has seen up to date from those that must be looked at.
    fn settled(
        &self,
        chosen: &[&'p LetterFile],
    ) -> Result<(Vec<Done<'p>>, Vec<&'p LetterFile>), Error> {
        if !self.is_as_it_was() {
            return Ok((Vec::new(), chosen.to_vec()));
        }
        let looked = chosen.par_iter().map(|file| self.settled_one(file));
        let looked: Vec<Result<_, Error>> = looked.collect();
        let (mut settled, mut open) = (Vec::new(), Vec::new());
        for (file, found) in chosen.iter().zip(looked) {
            match found? {
                Some(done) => settled.push(done),
                None => open.push(*file),
            }
        }
        Ok((settled, open))
    }

    /// A letter that this machine has seen up to date, if its file and its outputs are as they were.
    fn settled_one(&self, file: &'p LetterFile) -> Result<Option<Done<'p>>, Error> {
        let id = file.id();
        let known = self.manifest.entry(id)?.unwrap_or_default();
        let record = known.record.as_ref();
        let is_same_file = record.is_some_and(|record| self.has_same_files(record, file));
        if !is_same_file || !self.stamps.letters.contains_key(id) {
            return Ok(None);
        }
        let stamp = self.stamps.held(&self.output, id, &known);
        let is_intact = stamp.is_some() || standing(&self.output, id, &known)? == Standing::Intact;
        Ok(is_intact.then(|| Done::alone(file, stamp, &known)))
    }

    /// Whether a letter's file, and those of letters that it takes from, are what it was built from.
    fn has_same_files(&self, record: &LetterRecord, file: &LetterFile) -> bool {
        let digest = |file: &LetterFile| Some(digest_of(file.source()?.text()));
        let is_as_recorded = |name: &str| {
            let id = Input::letter_of(name)?;
            let other = self.project.letter(id)?;
            let now = digest(other)?.to_string();
            Some(record.input(name, &self.manifest.inputs) == Some(now.as_str()))
        };
        let mut others = record
            .reads()
            .filter(|name| Input::letter_of(name).is_some());
        digest(file) == Some(record.file) && others.all(|it| is_as_recorded(it) == Some(true))
    }
}
