//! Building letters: every stage for each letter, in parallel, and the outputs put in place.

pub mod archive;
pub mod check;
pub mod compare;
pub mod figures;
pub mod file_hash;
pub mod impact;
mod incremental;
pub mod journal;
pub mod ledger;
pub mod letter;
pub mod manifest;
pub mod names;
mod orphan;
pub mod outputs;
pub mod plan;
pub mod public;
pub mod reason;
pub mod review;
pub mod seal;
pub mod sealing;
mod stamps;
pub mod trace;
mod unasked;
pub mod workspace;
pub mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, has_errors};
use crate::error::Error;
use crate::facts::{self, Letter, Office, RuleWeight};
use crate::layout::length::Length;
use crate::layout::style::{DocumentHead, LetterHead};
use crate::layout::{Grid, LayoutReport, LineGrid, PageStyle};
use crate::project::Project;
use crate::project::fonts::FontChoice;
use crate::project::letters::LetterFile;
use crate::source::Source;

use letter::{Outputs, Setting};
use manifest::Manifest;
pub use orphan::Orphan;
use outputs::Outcome;
use seal::Seal;
use workspace::Workspace;

/// What to do with the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write the outputs; edited ones are left alone.
    Write,
    /// Write the outputs, edited ones too.
    Overwrite,
    /// Compare the outputs with what is there and write nothing.
    Compare,
    /// Only look for mistakes; no output is made.
    Inspect,
}

/// What a build is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Ids of the letters; empty for all.
    pub letters: Vec<String>,
    /// What to do with them.
    pub mode: Mode,
    /// Which fonts, if not as the office says.
    pub fonts: Option<FontChoice>,
    /// Whether outputs of letters that are no more are removed.
    pub prunes: bool,
    /// Whether archive PDFs are written too, and what goes into them beside the pages.
    pub archive: Option<archive::Enclosed>,
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Letters in order of their ids, without those that a build has left alone.
    pub letters: Vec<Box<LetterReport>>,
    /// How many letters were left alone since nothing about them has changed.
    pub left_alone: usize,
    /// What concerns the workspace, letters that could not be read included.
    pub diagnostics: Vec<Diagnostic>,
    /// Sentences about fonts and outputs for the operator.
    pub notices: Vec<String>,
    /// Outputs of letters that are no more.
    pub orphans: Vec<Orphan>,
    /// How many letters that were left alone have warnings or hints that are not repeated.
    pub silent_remarks: usize,
}

/// What a build did with one letter.
#[derive(Debug)]
pub struct LetterReport {
    /// The letter's id.
    pub id: String,
    /// What became of its outputs.
    pub outcome: Outcome,
    /// What the layout measured; absent if the letter failed or was left alone.
    pub layout: Option<Box<LayoutReport>>,
    /// What its stages had to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Why it was built, a sentence each.
    pub reasons: Vec<String>,
    /// Wall time of its stages.
    pub elapsed: Duration,
    /// What became of its archive PDF, if one was asked for and the letter was laid out.
    pub archived: Option<archive::Archived>,
}

impl LetterReport {
    /// The report on a letter that is left alone.
    fn alone(id: &str, outcome: Outcome) -> Self {
        Self {
            id: id.to_owned(),
            outcome,
            layout: None,
            diagnostics: Vec::new(),
            reasons: Vec::new(),
            elapsed: Duration::ZERO,
            archived: None,
        }
    }

    /// The report on a sealed letter with what is wrong with it.
    fn sealed(id: &str, faults: Vec<String>) -> Self {
        let outcome = if faults.is_empty() {
            Outcome::Sealed
        } else {
            Outcome::SealBroken(faults)
        };
        Self::alone(id, outcome)
    }
}

impl Report {
    /// Whether something is wrong that the writer must mend or rebuild.
    pub fn has_findings(&self) -> bool {
        let is_fine = |outcome: &Outcome| {
            use Outcome::{Overwritten, Sealed, Unchanged, Written};
            matches!(outcome, Written | Overwritten(_) | Unchanged | Sealed)
        };
        has_errors(&self.diagnostics) || self.letters.iter().any(|letter| !is_fine(&letter.outcome))
    }
}

/// What a build tells while it runs.
pub trait Progress: Sync {
    /// So many letters will be built.
    fn start(&self, letters: usize);
    /// Another letter is done.
    fn advance(&self);
    /// Another build of the workspace runs; this one waits for it.
    fn wait(&self);
}

/// Builds letters of a project.
///
/// # Errors
/// Whatever the operator must mend: unreadable or unwritable files, fonts, unknown letter ids. A
/// letter that fails does not stop the others.
pub fn build(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    match options.mode {
        Mode::Write | Mode::Overwrite => incremental::run(project, options, progress),
        Mode::Compare | Mode::Inspect => look(project, options, progress),
    }
}

/// Runs the stages for every letter and writes nothing.
fn look(project: &Project, options: &Options, progress: &dyn Progress) -> Result<Report, Error> {
    let workspace = Workspace::load(project);
    let chosen = chosen(project, &workspace, &options.letters)?;
    let mut report = Report {
        diagnostics: workspace.diagnostics.clone(),
        ..Report::default()
    };
    let Some(shared) = &workspace.shared else {
        return Ok(report);
    };
    let found = fonts(project, &shared.office, options)?;
    report.notices.extend(found.notices.clone());
    let setting = Setting {
        shared,
        style: &page_style(&shared.office),
        fonts: &found.fonts,
    };
    progress.start(chosen.len());
    let seals = seal::read_all(&project.root)?;
    let (sealed, findings) = self::seals(&seals, project, &setting)?;
    report.diagnostics.extend(findings);
    let is_open = |letter: &&Letter| !sealed.iter().any(|it| it.id == letter.id);
    let chosen: Vec<_> = chosen.into_iter().filter(is_open).collect();
    let mut letters = match options.mode {
        Mode::Inspect => inspect(&chosen, setting, progress),
        _ => {
            let output = project.output();
            let manifest = Manifest::read(&output)?;
            // Who asks for some letters does not ask for the others' outputs.
            if options.letters.is_empty() {
                let ids = known_ids(project, &seals);
                report.orphans = orphan::orphans(&output, &manifest.orphans(&ids)?)?;
            }
            compare((&output, &manifest), &chosen, setting, progress)?
        }
    };
    letters.extend(broken(&workspace, &options.letters));
    let is_asked_for =
        |it: &LetterReport| options.letters.is_empty() || options.letters.contains(&it.id);
    letters.retain(|letter| !sealed.iter().any(|it| it.id == letter.id));
    letters.extend(sealed.into_iter().filter(is_asked_for));
    letters.sort_by(|one, other| one.id.cmp(&other.id));
    report.letters = letters.into_iter().map(Box::new).collect();
    Ok(report)
}

/// The ids of all letters that outputs may belong to, the sealed ones included.
fn known_ids<'p>(project: &'p Project, seals: &'p BTreeMap<String, Seal>) -> BTreeSet<&'p str> {
    let sealed = seals.keys().map(String::as_str);
    project.letter_ids().chain(sealed).collect()
}

/// The sealed letters, and what has changed since they were sent.
fn seals(
    seals: &BTreeMap<String, Seal>,
    project: &Project,
    setting: &Setting<'_>,
) -> Result<(Vec<LetterReport>, Vec<Diagnostic>), Error> {
    let shared = setting.shared;
    let making = plan::Making::new(setting.style, setting.fonts, project, &shared.office);
    let plan = plan::Plan::new(&shared.renderer, &shared.facts, &making);
    let (mut reports, mut findings) = (Vec::new(), Vec::new());
    for seal in seals.values() {
        findings.extend(seal.findings(project, &plan, &shared.facts));
        findings.extend(seal.alterations(project)?);
        reports.push(LetterReport::sealed(
            &seal.id,
            seal.faults(&project.output())?,
        ));
    }
    Ok((reports, findings))
}

/// Letters whose files have errors, which were reported when they were read.
fn broken(workspace: &Workspace, ids: &[String]) -> Vec<LetterReport> {
    let letters = workspace.broken_letters.iter();
    let asked_for = letters.filter(|id| ids.is_empty() || ids.contains(id));
    let failed = asked_for.map(|id| LetterReport::alone(id, Outcome::Failed));
    failed.collect()
}

/// The sound letters that are asked for.
fn chosen<'w>(
    project: &Project,
    workspace: &'w Workspace,
    ids: &[String],
) -> Result<Vec<&'w Letter>, Error> {
    let files = chosen_files(project, ids)?.into_iter();
    let chosen: BTreeSet<&str> = files.map(LetterFile::id).collect();
    let letters = workspace.letters.iter();
    Ok(letters
        .filter(|letter| chosen.contains(letter.id.as_str()))
        .collect())
}

/// The files of the letters that are asked for.
fn chosen_files<'p>(project: &'p Project, ids: &[String]) -> Result<Vec<&'p LetterFile>, Error> {
    if ids.is_empty() {
        return Ok(project.letters.iter().collect());
    }
    let known: Vec<_> = project.letters.iter().map(LetterFile::id).collect();
    if let Some(id) = ids.iter().find(|id| !known.contains(&id.as_str())) {
        let hint = crate::text::nearest::suggestion(id, known.iter().copied());
        return Err(Error::NoSuchLetter {
            id: id.clone(),
            hint: hint.unwrap_or_else(|| format!("现有的信件：{}", known.join("、"))),
        });
    }
    let letters = project.letters.iter();
    let is_chosen = |file: &&LetterFile| ids.iter().any(|id| id == file.id());
    Ok(letters.filter(is_chosen).collect())
}

/// The texts of the letters that are asked for, as far as they can be read.
fn chosen_sources(project: &Project, ids: &[String]) -> Result<Vec<Arc<Source>>, Error> {
    let files = chosen_files(project, ids)?.into_iter();
    Ok(files.filter_map(LetterFile::source).collect())
}

fn font_choice(office: &Office, options: &Options) -> FontChoice {
    let by_office = match office.fonts.source {
        facts::FontSource::System => FontChoice::Discover,
        facts::FontSource::Bundled => FontChoice::Bundled,
    };
    match options.mode {
        Mode::Compare => FontChoice::Bundled,
        _ => options.fonts.unwrap_or(by_office),
    }
}

/// The fonts of a build.
///
/// # Errors
/// [`Error::Font`] if the office asks for a font file that cannot be used.
pub fn fonts(
    project: &Project,
    office: &Office,
    options: &Options,
) -> Result<crate::project::fonts::FoundFonts, Error> {
    let choice = font_choice(office, options);
    crate::project::office_fonts::for_office(&project.root, office, choice)
}

/// The page as the office asks for it.
pub fn page_style(office: &Office) -> PageStyle {
    let page = office.page;
    let standard = PageStyle::default();
    let or = |asked: Option<RuleWeight>, usual: Length| asked.map_or(usual, |it| Length::pt(it.0));
    let (document_head, letter_head) = (standard.document_head, standard.letter_head);
    PageStyle {
        line_grid: match page.line_grid {
            facts::LineGrid::Edge => LineGrid::Edge,
            facts::LineGrid::Box => LineGrid::Box,
        },
        grid: match page.grid {
            facts::CharacterGrid::Strict => Grid::Strict,
            facts::CharacterGrid::Loose => Grid::Loose,
        },
        document_head: DocumentHead {
            separator: or(page.separator, document_head.separator),
            ..document_head
        },
        letter_head: LetterHead {
            thick: or(page.thick_rule, letter_head.thick),
            thin: or(page.thin_rule, letter_head.thin),
            gap: or(page.rule_gap, letter_head.gap),
            ..letter_head
        },
        ..standard
    }
}

fn inspect(
    letters: &[&Letter],
    setting: Setting<'_>,
    progress: &dyn Progress,
) -> Vec<LetterReport> {
    let reports = letters.par_iter().map(|letter| {
        let started = Instant::now();
        let (laid_out, diagnostics) = setting.lay_out(letter);
        progress.advance();
        LetterReport {
            id: letter.id.clone(),
            outcome: if laid_out.is_some() {
                Outcome::Unchanged
            } else {
                Outcome::Failed
            },
            layout: laid_out.map(|laid_out| Box::new(laid_out.pages.report)),
            diagnostics,
            reasons: Vec::new(),
            elapsed: started.elapsed(),
            archived: None,
        }
    });
    reports.collect()
}

fn compare(
    (output, manifest): (&Path, &Manifest),
    letters: &[&Letter],
    setting: Setting<'_>,
    progress: &dyn Progress,
) -> Result<Vec<LetterReport>, Error> {
    let written = journal::Written::read(output);
    let reports = letters.par_iter().map(|letter| {
        make(letter, setting, progress, |outputs| {
            let known = manifest.entry(&letter.id)?.unwrap_or_default();
            compare::compare(output, (&known, &written), &letter.id, outputs)
        })
    });
    reports.collect()
}

/// One letter through all stages; `finish` says what becomes of its outputs.
fn make(
    letter: &Letter,
    setting: Setting<'_>,
    progress: &dyn Progress,
    finish: impl FnOnce(&Outputs) -> Result<Outcome, Error>,
) -> Result<LetterReport, Error> {
    let started = Instant::now();
    let (laid_out, diagnostics) = setting.lay_out(letter);
    let outputs = laid_out
        .map(|laid_out| setting.export(letter, laid_out))
        .transpose()?;
    let outcome = outputs.as_ref().map_or(Ok(Outcome::Failed), finish)?;
    progress.advance();
    Ok(LetterReport {
        id: letter.id.clone(),
        outcome,
        layout: outputs.map(|outputs| Box::new(outputs.report)),
        diagnostics,
        reasons: Vec::new(),
        elapsed: started.elapsed(),
        archived: None,
    })
}
