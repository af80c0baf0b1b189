//! Checking a workspace: every stage for each letter, then the rules of the proofreader.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::chosen::{chosen, chosen_sources};
use super::letter::Setting;
use super::look::seals;
use super::unasked::Unasked;
use super::workspace::{Shared, Workspace};
use super::{Mode, Options, Progress, fonts, page_style};
use crate::diagnostic::{Diagnostic, Severity, Sink, once};
use crate::error::Error;
use crate::facts::{Letter, UNREAD_FACT};
use crate::lint::{self, LetterSummary, LintConfig, Suppressions, WorkspaceView};
use crate::project::Project;
use crate::source::{PlacedText, Source};

/// What a check found.
#[derive(Debug)]
pub struct CheckReport {
    /// How many letters were checked, those that could not be read left out.
    pub letters: usize,
    /// What was found, in reading order, each once.
    pub diagnostics: Vec<Diagnostic>,
    /// Sentences about fonts for the operator.
    pub notices: Vec<String>,
    /// Ids of letters that were sent, which may not be changed.
    pub sealed: Vec<String>,
}

/// Checks letters of a project; `ids` is empty for all.
///
/// A file with errors hides nothing that is wrong with the others: what can be made of the rest is
/// checked, and what only follows from the errors is not told.
///
/// # Errors
/// Whatever the operator must mend: fonts, unknown letter ids.
pub fn check(
    project: &Project,
    ids: &[String],
    asked: &LintConfig,
    progress: &dyn Progress,
) -> Result<CheckReport, Error> {
    let workspace = Workspace::load(project);
    let letters = chosen(project, &workspace, ids)?;
    let unasked = Unasked::new(project, ids);
    let mut report = CheckReport {
        letters: letters.len(),
        diagnostics: unasked.left_out(workspace.diagnostics.clone()),
        notices: Vec::new(),
        sealed: Vec::new(),
    };
    let Some(basis) = Basis::of(&workspace) else {
        return Ok(report.closed(Vec::new(), asked));
    };
    let config = basis.shared.proofreading.with(asked);
    // What is not shown may still be what a comment allows.
    let whole = LintConfig {
        minimum: None,
        ..config.clone()
    };
    let found = fonts(project, &basis.shared.office, &OPTIONS)?;
    report.notices.extend(found.notices.clone());
    let setting = Setting {
        shared: basis.shared,
        style: &page_style(&basis.shared.office),
        fonts: &found.fonts,
    };
    report.take_seals(project, &basis, &setting)?;
    report.diagnostics = unasked.left_out(std::mem::take(&mut report.diagnostics));
    progress.start(letters.len());
    let read = look_over(&letters, setting, &whole, progress);
    let printed: BTreeSet<&str> = read.iter().filter_map(LetterFindings::printed).collect();
    let unprinted = unprinted(project, &printed, ids)?;
    let is_complete = ids.is_empty() && printed.len() == project.letters.len();
    let mut linted = report.take(read, &basis, is_complete, &whole);
    let measures = linted.measures;
    linted
        .found
        .extend(prose(&basis, &unprinted, &measures, ids.is_empty(), &whole));
    let linted = allowed_out(
        project,
        linted.found,
        ids.is_empty() && basis.is_sound,
        &config,
    );
    Ok(report.closed(linted, &config))
}

/// How fonts are found for a check.
const OPTIONS: Options = Options {
    letters: Vec::new(),
    mode: Mode::Inspect,
    fonts: None,
    prunes: false,
    archive: None,
};

/// What is checked from.
struct Basis<'w> {
    shared: &'w Shared,
    /// Whether office and facts have no errors.
    is_sound: bool,
    /// Whether the office could be read.
    has_office: bool,
}

impl<'w> Basis<'w> {
    fn of(workspace: &'w Workspace) -> Option<Self> {
        let sound = workspace.shared.as_ref().map(|shared| Self {
            shared,
            is_sound: true,
            has_office: true,
        });
        let partial = workspace.partial.as_ref();
        sound.or(partial.map(|partial| Self {
            shared: &partial.shared,
            is_sound: false,
            has_office: partial.has_office,
        }))
    }

    /// Whether a stage's diagnostic says more than that something before it is wrong.
    fn is_cause(&self, found: &Diagnostic) -> bool {
        self.has_office && found.rule != UNREAD_FACT
    }

    /// Whether a finding does not depend on an office that could not be read.
    fn is_certain(&self, found: &Diagnostic) -> bool {
        self.has_office || lint::rule(found.rule).is_some_and(|rule| rule.reads_only_text())
    }
}

impl CheckReport {
    fn take_seals(
        &mut self,
        project: &Project,
        basis: &Basis<'_>,
        setting: &Setting<'_>,
    ) -> Result<(), Error> {
        let all = super::seal::read_all(&project.root)?;
        let (sealed, mut altered) = seals(&all, project, setting)?;
        // What was sent cannot be compared with facts that are not known.
        altered.retain(|found| basis.is_sound || found.rule != "sealed-letter-differs");
        self.diagnostics.extend(altered);
        self.sealed = sealed.into_iter().map(|letter| letter.id).collect();
        Ok(())
    }

    /// Takes what the stages said and gives what proofreading found, letter by letter and in all.
    fn take(
        &mut self,
        read: Vec<LetterFindings>,
        basis: &Basis<'_>,
        is_complete: bool,
        config: &LintConfig,
    ) -> Linted {
        let mut found = Vec::new();
        let mut summaries = Vec::new();
        for letter in read {
            summaries.extend(letter.summary);
            // What was sent is not corrected any more.
            if !self.sealed.contains(&letter.id) {
                let staged = letter.staged.into_iter();
                self.diagnostics
                    .extend(staged.filter(|it| basis.is_cause(it)));
                found.extend(letter.linted);
            }
        }
        let view = WorkspaceView {
            facts: basis.shared.renderer.facts(),
            is_complete: is_complete && basis.is_sound,
            letters: &summaries,
        };
        found.extend(lint::workspace(&view, config));
        found.retain(|it| basis.is_certain(it));
        let measures = summaries.into_iter().flat_map(|letter| letter.measures);
        Linted {
            found,
            measures: measures.collect(),
        }
    }

    /// The report with what proofreading found, as far as it is asked for.
    fn closed(mut self, linted: Vec<Diagnostic>, config: &LintConfig) -> Self {
        if !config.only.is_empty() {
            // What keeps a letter from being read is told in any case.
            let stops = |found: &Diagnostic| found.severity == Severity::Error;
            self.diagnostics.retain(stops);
        }
        self.diagnostics.extend(linted);
        self.diagnostics.retain(|found| config.shows(found));
        self.diagnostics = once(self.diagnostics);
        self
    }
}

/// What proofreading found in the letters that could be printed.
struct Linted {
    found: Vec<Diagnostic>,
    /// The measures that these letters print, by id.
    measures: BTreeSet<String>,
}

/// The letters that are asked for and could be read but not printed.
fn unprinted(
    project: &Project,
    printed: &BTreeSet<&str>,
    ids: &[String],
) -> Result<Vec<Letter>, Error> {
    let sources = chosen_sources(project, ids)?.into_iter();
    let unprinted = sources.filter(|source| !printed.contains(source.stem()));
    Ok(unprinted
        .filter_map(|source| Letter::from_yaml(&source).value)
        .collect())
}

/// Proofreads, as it is written, what no letter could print.
fn prose(
    basis: &Basis<'_>,
    unprinted: &[Letter],
    printed: &BTreeSet<String>,
    is_whole: bool,
    config: &LintConfig,
) -> Vec<Diagnostic> {
    let renderer = &basis.shared.renderer;
    let wordings = unprinted.iter().flat_map(|letter| renderer.wording(letter));
    let named = unprinted.iter().flat_map(Letter::measures);
    let named: BTreeSet<&str> = named.map(|id| id.text.as_str()).collect();
    let measures = renderer.facts().measures();
    let measures = measures.filter(|it| !printed.contains(&it.id));
    let measures = measures.filter(|it| is_whole || named.contains(it.id.as_str()));
    let texts: Vec<PlacedText> = wordings.chain(measures.map(|it| it.text.clone())).collect();
    let found = texts
        .par_iter()
        .flat_map_iter(|text| lint::prose(text, config));
    found.collect()
}

/// Takes out what comments allow and, if all letters were read, tells those that allow nothing.
fn allowed_out(
    project: &Project,
    linted: Vec<Diagnostic>,
    is_complete: bool,
    config: &LintConfig,
) -> Vec<Diagnostic> {
    let suppressions = Suppressions::new(&sources(project).collect::<Vec<_>>());
    match is_complete {
        true => suppressions.apply(once(linted), config),
        false => suppressions.allowed_out(once(linted)),
    }
}

/// What was found in one letter.
struct LetterFindings {
    id: String,
    /// By the stages.
    staged: Vec<Diagnostic>,
    /// By proofreading.
    linted: Vec<Diagnostic>,
    /// Absent if the letter could not be printed.
    summary: Option<LetterSummary>,
}

impl LetterFindings {
    /// The id of a letter that could be printed.
    fn printed(&self) -> Option<&str> {
        self.summary.as_ref().map(|summary| summary.id.as_str())
    }
}

/// Every letter through the stages, then proofread.
fn look_over(
    letters: &[&Letter],
    setting: Setting<'_>,
    config: &LintConfig,
    progress: &dyn Progress,
) -> Vec<LetterFindings> {
    let found = letters.par_iter().map(|letter| {
        let mut sink = Sink::new();
        let laid_out = setting.stages(letter, &mut sink);
        let proof = laid_out
            .as_ref()
            .map(|it| setting.proof(letter, &it.document));
        progress.advance();
        let read = proof.map(|proof| proof.findings_and_summary(config));
        let (linted, summary) = read.unzip();
        LetterFindings {
            id: letter.id.clone(),
            staged: sink.into_diagnostics(),
            linted: linted.unwrap_or_default(),
            summary,
        }
    });
    found.collect()
}

/// The files in which comments may allow something.
fn sources(project: &Project) -> impl Iterator<Item = Arc<Source>> {
    let office = project.office.iter();
    let shared = office.chain(&project.facts).chain(&project.templates);
    shared.cloned().chain(project.letter_sources())
}
