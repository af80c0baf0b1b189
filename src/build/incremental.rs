//! Building only what changed: each letter whose inputs, down to the last figure, are not as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::journal::Journal;
use super::letter::Setting;
use super::manifest::{LetterRecord, Manifest, OutputRecord, hash};
use super::outputs::{Outcome, OutputFolder, read_if_present, text_hash};
use super::plan::{Making, Plan, Standing, file_names, standing};
use super::seal::{self, Seal};
use super::stamps::{Stamps, program_stamp, settled_stamp};
use super::workspace::{Shared, letter_id, load_letter};
use super::{LetterReport, Mode, Options, Orphan, Progress, Report, write};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::facts::Office;
use crate::layout::PageStyle;
use crate::project::Project;
use crate::project::fonts::{FontChoice, FoundFonts};
use crate::render::digest_of;
use crate::source::Source;

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
    let chosen = super::chosen_sources(project, &options.letters)?;
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
    hasher.update(making.digest().as_bytes());
    hasher.update(seal::digest(seals).as_bytes());
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
    file: String,
    outputs: Vec<(String, OutputRecord)>,
    /// Present if the letter was built.
    record: Option<LetterRecord>,
}

impl Build<'_> {
    fn run(self, chosen: &[&Arc<Source>], progress: &dyn Progress) -> Result<Report, Error> {
        let is_sealed = |source: &&&Arc<Source>| self.seals.contains_key(letter_id(source));
        let (sealed, chosen): (Vec<_>, Vec<_>) = chosen.iter().partition(is_sealed);
        let sealed = self.sealed(&sealed)?;
        let (settled, open) = self.settled(&chosen)?;
        let mut report = Report {
            notices: self.found.notices.clone(),
            ..Report::default()
        };
        let mut done = settled;
        let mut saved = Saved::new(&self);
        let seals_are_settled = sealed.is_empty() || self.is_as_it_was();
        done.extend(sealed);
        if !open.is_empty() || !seals_are_settled {
            let mut sink = Sink::new();
            let Some(shared) = Shared::load(self.project, &mut sink) else {
                report.diagnostics = sink.into_diagnostics();
                return Ok(report);
            };
            let plan = Plan::new(&shared.renderer, &shared.facts, &self.making);
            let seals = self.seals.values();
            sink.extend(seals.flat_map(|it| it.findings(self.project, &plan, &shared.facts)));
            report.diagnostics = sink.into_diagnostics();
            saved.is_silent = report.diagnostics.is_empty();
            let journal = Journal::open(&self.output)?;
            progress.start(open.len());
            let built = self.build(&open, &shared, &plan, &journal, progress)?;
            saved.take(&built, Some(&plan));
            saved.write_manifest()?;
            let written = built.iter().flat_map(|done| done.outputs.iter().cloned());
            journal.close(&written.collect())?;
            done.extend(built);
        }
        done.sort_by(|a, b| a.report.id.cmp(&b.report.id));
        report.orphans = saved.orphans(self.options)?;
        saved.write_stamps(&done);
        report.letters = done.into_iter().map(|done| done.report).collect();
        report.silent_remarks = saved.silent_remarks(&report.letters);
        Ok(report)
    }

    /// Whether everything that letters share is as this machine saw it last, without a finding.
    fn is_as_it_was(&self) -> bool {
        self.stamps.shared == self.shared_digest
            && self.stamps.program == self.program
            && self.project.diagnostics.is_empty()
            && self.options.mode == Mode::Write
    }

    /// Puts missing outputs of sealed letters back, and looks whether everything is as it was sent.
    fn sealed(&self, sources: &[&Arc<Source>]) -> Result<Vec<Done>, Error> {
        let looked = sources.par_iter().map(|source| {
            let (id, file) = (letter_id(source), digest_of(source.text()));
            let seal = &self.seals[id];
            seal.restore(&self.output)?;
            let mut done = unchanged(id, file);
            done.report = LetterReport::sealed(id, seal.faults(&self.output)?);
            Ok(done)
        });
        looked.collect()
    }

    /// Parts the letters that this machine has seen up to date from those that must be looked at.
    fn settled<'s>(
        &self,
        chosen: &[&'s Arc<Source>],
    ) -> Result<(Vec<Done>, Vec<&'s Arc<Source>>), Error> {
        if !self.is_as_it_was() {
            return Ok((Vec::new(), chosen.to_vec()));
        }
        let looked = chosen.par_iter().map(|source| {
            let (id, file) = (letter_id(source), digest_of(source.text()));
            let is_seen = self.stamps.letters.get(id) == Some(&file);
            let is_settled = is_seen
                && standing(&self.output, &self.manifest, &self.stamps, id)? == Standing::Intact;
            Ok((*source, file, is_settled))
        });
        let looked: Vec<_> = looked.collect::<Result<_, Error>>()?;
        let (settled, open): (Vec<_>, Vec<_>) = looked.into_iter().partition(|it| it.2);
        let settled = settled.into_iter();
        let settled = settled.map(|(source, file, _)| unchanged(letter_id(source), file));
        Ok((
            settled.collect(),
            open.into_iter().map(|(source, ..)| source).collect(),
        ))
    }

    fn build(
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
        let done = sources.par_iter().map(|source| {
            let done = self.letter(source, setting, plan, &folder);
            progress.advance();
            done
        });
        done.collect()
    }

    /// Leaves a letter alone or builds it.
    fn letter(
        &self,
        source: &Arc<Source>,
        setting: Setting<'_>,
        plan: &Plan<'_>,
        folder: &OutputFolder<'_>,
    ) -> Result<Done, Error> {
        let started = Instant::now();
        let (id, file) = (letter_id(source), digest_of(source.text()));
        let reasons = match self.standing(id, &file, plan, folder.journal)? {
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
        self.stages(source, setting, plan, folder, &mut sink, &mut done)?;
        done.report.diagnostics = sink.into_diagnostics();
        done.report.elapsed = started.elapsed();
        Ok(done)
    }

    /// Reads, lays out and exports a letter as far as its mistakes allow.
    fn stages(
        &self,
        source: &Arc<Source>,
        setting: Setting<'_>,
        plan: &Plan<'_>,
        folder: &OutputFolder<'_>,
        sink: &mut Sink,
        done: &mut Done,
    ) -> Result<(), Error> {
        let Some(letter) = load_letter(source, Some(setting.shared), sink) else {
            return Ok(());
        };
        let (laid_out, diagnostics) = setting.lay_out(&letter);
        sink.extend(diagnostics);
        let Some(laid_out) = laid_out else {
            return Ok(());
        };
        let outputs = setting.export(&letter, laid_out)?;
        (done.report.outcome, done.outputs) = folder.put(&letter.id, &outputs)?;
        done.report.layout = Some(outputs.report);
        let is_put = !matches!(done.report.outcome, Outcome::Edited(_));
        done.record = is_put.then(|| plan.record(&letter, sink.len()));
        if let Some(record) = &mut done.record {
            record.has_form = outputs.form.is_some();
        }
        Ok(())
    }

    fn standing(
        &self,
        id: &str,
        file: &str,
        plan: &Plan<'_>,
        journal: &Journal,
    ) -> Result<Decision, Error> {
        let Some(record) = self.manifest.letters.get(id) else {
            return Ok(Decision::because("第一次生成，或清单里没有它的记录"));
        };
        if self.options.mode == Mode::Overwrite {
            return Ok(Decision::because("用了 --force"));
        }
        if self.is_by_another_program(id) {
            return Ok(Decision::because("程序换过"));
        }
        if !plan.is_current(record, file) {
            let mut reasons = plan.reasons(&self.manifest, record, file);
            if reasons.is_empty() {
                reasons.push("清单里的记录和内容不符".to_owned());
            }
            return Ok(Decision::Build(reasons));
        }
        let standing = standing(&self.output, &self.manifest, &self.stamps, id)?;
        match standing {
            Standing::Intact => Ok(Decision::Keep),
            Standing::Missing(names) => {
                Ok(Decision::Build(vec![format!("缺少 {}", names.join("、"))]))
            }
            Standing::Different(names) => self.different(names, journal),
        }
    }

    /// Files that are not as the manifest says, of a letter whose inputs are as they were.
    fn different(&self, names: Vec<String>, journal: &Journal) -> Result<Decision, Error> {
        let mut edited = Vec::new();
        for name in names {
            let bytes = read_if_present(&self.output.join(&name))?.unwrap_or_default();
            if !journal.knows(&name, &hash(&bytes)) {
                edited.push(name);
            }
        }
        Ok(if edited.is_empty() {
            Decision::because("输出是按别的内容生成的")
        } else {
            Decision::Refuse(edited)
        })
    }

    fn is_by_another_program(&self, id: &str) -> bool {
        let has_changed = !self.stamps.program.is_empty() && self.stamps.program != self.program;
        has_changed || self.stamps.by_another_program.contains(id)
    }
}

/// What is to be done with a letter.
enum Decision {
    Keep,
    Refuse(Vec<String>),
    Build(Vec<String>),
}

impl Decision {
    fn because(reason: &str) -> Self {
        Self::Build(vec![reason.to_owned()])
    }
}

fn unchanged(id: &str, file: String) -> Done {
    Done {
        report: LetterReport::alone(id, Outcome::Unchanged),
        file,
        outputs: Vec::new(),
        record: None,
    }
}

/// The manifest and the stamps as a build leaves them.
struct Saved<'b> {
    build: &'b Build<'b>,
    manifest: Manifest,
    /// Whether what letters share has nothing to say, so that the next build need not read it.
    is_silent: bool,
}

impl<'b> Saved<'b> {
    fn new(build: &'b Build<'b>) -> Self {
        Self {
            build,
            manifest: build.manifest.clone(),
            is_silent: true,
        }
    }

    /// Takes over what was built.
    fn take(&mut self, built: &[Done], plan: Option<&Plan<'_>>) {
        for done in built {
            self.manifest.outputs.extend(done.outputs.iter().cloned());
        }
        let records = built.iter().filter_map(|done| {
            let record = done.record.as_ref()?;
            Some((done.report.id.clone(), record.clone()))
        });
        let records: BTreeMap<String, LetterRecord> = records.collect();
        let Some(plan) = plan.filter(|_| !records.is_empty()) else {
            return;
        };
        let now: BTreeMap<_, _> = records
            .values()
            .flat_map(|record| plan.values(record))
            .collect();
        let changed: BTreeMap<_, _> = now
            .iter()
            .filter_map(|(name, value)| {
                let old = self.manifest.inputs.get(name)?;
                (old != value).then(|| (name.clone(), old.clone()))
            })
            .collect();
        let built_ids: BTreeSet<_> = records.keys().cloned().collect();
        self.keep_earlier(&changed, &built_ids, plan);
        self.manifest.inputs.extend(now);
        self.manifest.letters.extend(records);
    }

    /// Keeps what stale letters were built from, so that their reasons can be told later.
    fn keep_earlier(
        &mut self,
        changed: &BTreeMap<String, String>,
        built: &BTreeSet<String>,
        plan: &Plan<'_>,
    ) {
        if changed.is_empty() {
            return;
        }
        let others = self.manifest.letters.iter_mut();
        for (_, record) in others.filter(|(id, _)| !built.contains(*id)) {
            let read = plan.values(record);
            for (name, old) in changed.iter().filter(|(name, _)| read.contains_key(*name)) {
                let earlier = record.earlier.entry(name.clone());
                earlier.or_insert_with(|| old.clone());
            }
        }
    }

    fn write_manifest(&mut self) -> Result<(), Error> {
        if self.manifest == self.build.manifest {
            return Ok(());
        }
        self.manifest.write(&self.build.output)
    }

    /// Outputs of letters that are no more; removed if that was asked for and nobody edited them.
    fn orphans(&mut self, options: &Options) -> Result<Vec<Orphan>, Error> {
        let letters = self.build.project.letters.iter();
        let sealed = self.build.seals.keys().map(String::as_str);
        let ids: BTreeSet<&str> = letters
            .map(|source| letter_id(source))
            .chain(sealed)
            .collect();
        let names = self.manifest.orphans(&ids);
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let mut orphans = Vec::new();
        for name in names {
            let path = self.build.output.join(&name);
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
                name,
                is_edited,
                is_removed,
            });
        }
        self.manifest.letters.retain(|id, _| {
            ids.contains(id.as_str())
                || file_names(id)
                    .iter()
                    .any(|name| self.manifest.outputs.contains_key(name))
        });
        if options.prunes || self.manifest.outputs.len() < self.build.manifest.outputs.len() {
            self.write_manifest()?;
        }
        Ok(orphans)
    }

    fn write_stamps(&self, done: &[Done]) {
        let build = self.build;
        let is_current = |done: &&Done| {
            matches!(done.report.outcome, Outcome::Unchanged) || done.record.is_some()
        };
        let mut stamps = Stamps {
            program: build.program.clone(),
            by_another_program: self.by_another_program(done),
            ..Stamps::default()
        };
        if self.is_silent {
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
        let ids = build.manifest.letters.keys();
        let mut others: BTreeSet<_> = ids
            .filter(|id| build.is_by_another_program(id))
            .cloned()
            .collect();
        for done in done.iter().filter(|done| done.record.is_some()) {
            others.remove(&done.report.id);
        }
        others
    }

    /// How many letters that were left alone have warnings or hints.
    fn silent_remarks(&self, letters: &[LetterReport]) -> usize {
        let left = letters
            .iter()
            .filter(|it| it.outcome == Outcome::Unchanged && it.layout.is_none());
        let records = left.filter_map(|letter| self.manifest.letters.get(&letter.id));
        records.filter(|record| record.remarks > 0).count()
    }
}
