//! Building letters: every stage for each letter, in parallel, and the outputs put in place.

pub mod journal;
pub mod letter;
pub mod manifest;
pub mod outputs;
pub mod workspace;
pub mod write;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, has_errors};
use crate::error::Error;
use crate::facts::{self, Letter, Office};
use crate::layout::{Grid, LayoutReport, LineGrid, PageStyle};
use crate::project::Project;
use crate::project::fonts::FontChoice;

use journal::Journal;
use letter::{Outputs, Setting};
use manifest::{Manifest, OutputRecord};
use outputs::{Outcome, OutputFolder};
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
}

/// What a build did.
#[derive(Debug)]
pub struct Report {
    /// Letters in order of their ids.
    pub letters: Vec<LetterReport>,
    /// What concerns the workspace, letters that could not be read included.
    pub diagnostics: Vec<Diagnostic>,
    /// Sentences about fonts and outputs for the operator.
    pub notices: Vec<String>,
}

/// What a build did with one letter.
#[derive(Debug)]
pub struct LetterReport {
    /// The letter's id.
    pub id: String,
    /// What became of its outputs.
    pub outcome: Outcome,
    /// What the layout measured; absent if the letter failed.
    pub layout: Option<LayoutReport>,
    /// What its stages had to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Wall time of its stages.
    pub elapsed: Duration,
}

impl Report {
    /// Whether something is wrong that the writer must mend or rebuild.
    pub fn has_findings(&self) -> bool {
        let is_fine = |outcome: &Outcome| matches!(outcome, Outcome::Written | Outcome::Unchanged);
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
    let workspace = Workspace::load(project);
    let chosen = chosen(&workspace, &options.letters)?;
    let mut report = Report {
        letters: Vec::new(),
        notices: Vec::new(),
        diagnostics: workspace.diagnostics.clone(),
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
    let mut letters = match options.mode {
        Mode::Inspect => inspect(&chosen, setting, progress),
        Mode::Compare => compare(project, &chosen, setting, progress)?,
        Mode::Write | Mode::Overwrite => {
            let choice = font_choice(&shared.office, options);
            write(project, &chosen, setting, options.mode, choice, progress)?
        }
    };
    letters.extend(broken(&workspace, &options.letters));
    letters.sort_by(|one, other| one.id.cmp(&other.id));
    report.letters = letters;
    Ok(report)
}

/// Letters whose files have errors, which were reported when they were read.
fn broken(workspace: &Workspace, ids: &[String]) -> Vec<LetterReport> {
    let letters = workspace.broken_letters.iter();
    let asked_for = letters.filter(|id| ids.is_empty() || ids.contains(id));
    let failed = asked_for.map(|id| LetterReport {
        id: id.clone(),
        outcome: Outcome::Failed,
        layout: None,
        diagnostics: Vec::new(),
        elapsed: Duration::ZERO,
    });
    failed.collect()
}

/// The letters that are asked for.
fn chosen<'w>(workspace: &'w Workspace, ids: &[String]) -> Result<Vec<&'w Letter>, Error> {
    if ids.is_empty() {
        return Ok(workspace.letters.iter().collect());
    }
    let known = workspace.letters.iter().map(|letter| letter.id.as_str());
    let known: Vec<_> = known
        .chain(workspace.broken_letters.iter().map(String::as_str))
        .collect();
    if let Some(id) = ids.iter().find(|id| !known.contains(&id.as_str())) {
        let hint = crate::text::nearest::suggestion(id, known.iter().copied());
        return Err(Error::NoSuchLetter {
            id: id.clone(),
            hint: hint.unwrap_or_else(|| format!("现有的信件：{}", known.join("、"))),
        });
    }
    let letters = workspace.letters.iter();
    Ok(letters.filter(|letter| ids.contains(&letter.id)).collect())
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
    PageStyle {
        line_grid: match office.page.line_grid {
            facts::LineGrid::Edge => LineGrid::Edge,
            facts::LineGrid::Box => LineGrid::Box,
        },
        grid: match office.page.grid {
            facts::CharacterGrid::Strict => Grid::Strict,
            facts::CharacterGrid::Loose => Grid::Loose,
        },
        ..PageStyle::default()
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
            layout: laid_out.map(|laid_out| laid_out.pages.report),
            diagnostics,
            elapsed: started.elapsed(),
        }
    });
    reports.collect()
}

fn compare(
    project: &Project,
    letters: &[&Letter],
    setting: Setting<'_>,
    progress: &dyn Progress,
) -> Result<Vec<LetterReport>, Error> {
    let output = project.output();
    let manifest = Manifest::read(&output)?;
    let reports = letters.par_iter().map(|letter| {
        make(letter, setting, progress, |outputs| {
            outputs::compare(&output, &manifest, &letter.id, outputs)
        })
    });
    reports.collect()
}

fn write(
    project: &Project,
    letters: &[&Letter],
    setting: Setting<'_>,
    mode: Mode,
    choice: FontChoice,
    progress: &dyn Progress,
) -> Result<Vec<LetterReport>, Error> {
    let output = project.output();
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    write::remove_unfinished(&output)?;
    let mut manifest = Manifest::read(&output)?;
    let journal = Journal::open(&output)?;
    let folder = OutputFolder {
        path: &output,
        manifest: &manifest,
        journal: &journal,
        overwrites_edits: mode == Mode::Overwrite,
        fonts: match choice {
            FontChoice::Discover => "system",
            FontChoice::Bundled => "bundled",
        },
    };
    let made = letters.par_iter().map(|letter| {
        let mut records = Vec::new();
        let report = make(letter, setting, progress, |outputs| {
            let (outcome, written) = folder.put(&letter.id, outputs)?;
            records = written;
            Ok(outcome)
        })?;
        Ok((report, records))
    });
    let made: Vec<(LetterReport, Vec<(String, OutputRecord)>)> =
        made.collect::<Result<_, Error>>()?;
    let (reports, records): (Vec<_>, Vec<_>) = made.into_iter().unzip();
    let records: BTreeMap<_, _> = records.into_iter().flatten().collect();
    if !records.is_empty() {
        manifest.outputs.extend(records.clone());
        manifest.write(&output)?;
    }
    journal.close(&records)?;
    Ok(reports)
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
        layout: outputs.map(|outputs| outputs.report),
        diagnostics,
        elapsed: started.elapsed(),
    })
}
