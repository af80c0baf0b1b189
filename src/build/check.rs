//! Checking a workspace: every stage for each letter, then the rules of the proofreader.

use std::sync::Arc;

use rayon::prelude::*;

use super::letter::Setting;
use super::workspace::{Shared, Workspace};
use super::{Mode, Options, Progress, chosen, fonts, page_style, seals};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::error::Error;
use crate::facts::Letter;
use crate::lint::{self, LetterSummary, LintConfig, Suppressions, WorkspaceView};
use crate::project::Project;
use crate::source::Source;

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
/// # Errors
/// Whatever the operator must mend: fonts, unknown letter ids.
pub fn check(
    project: &Project,
    ids: &[String],
    config: &LintConfig,
    progress: &dyn Progress,
) -> Result<CheckReport, Error> {
    let workspace = Workspace::load(project);
    let letters = chosen(project, &workspace, ids)?;
    let mut report = CheckReport {
        letters: letters.len(),
        diagnostics: workspace.diagnostics.clone(),
        notices: Vec::new(),
        sealed: Vec::new(),
    };
    let mut linted = Vec::new();
    if let Some(shared) = &workspace.shared {
        let found = fonts(project, &shared.office, &OPTIONS)?;
        report.notices.extend(found.notices.clone());
        let setting = Setting {
            shared,
            style: &page_style(&shared.office),
            fonts: &found.fonts,
        };
        let (sealed, altered) = seals(project, shared, &setting)?;
        report.diagnostics.extend(altered);
        report.sealed = sealed.into_iter().map(|letter| letter.id).collect();
        // What is not shown may still be what a comment allows.
        let config = LintConfig {
            minimum: None,
            ..config.clone()
        };
        progress.start(letters.len());
        let read = look_over(&letters, setting, &config, progress);
        let is_complete = ids.is_empty() && read.len() == project.letters.len();
        linted = report.take(read, shared, is_complete, &config);
    }
    if !config.only.is_empty() {
        // What keeps a letter from being read is told in any case.
        let stops = |found: &Diagnostic| found.severity == Severity::Error;
        report.diagnostics.retain(stops);
    }
    let linted = allowed_out(project, linted, ids.is_empty(), config);
    report.diagnostics.extend(linted);
    report.diagnostics.retain(|found| config.shows(found));
    report.diagnostics = once(report.diagnostics);
    Ok(report)
}

/// How fonts are found for a check.
const OPTIONS: Options = Options {
    letters: Vec::new(),
    mode: Mode::Inspect,
    fonts: None,
    prunes: false,
};

impl CheckReport {
    /// Takes what the stages said and gives what proofreading found, letter by letter and in all.
    fn take(
        &mut self,
        read: Vec<LetterFindings>,
        shared: &Shared,
        is_complete: bool,
        config: &LintConfig,
    ) -> Vec<Diagnostic> {
        let mut linted = Vec::new();
        let mut summaries = Vec::new();
        for letter in read {
            summaries.extend(letter.summary);
            // What was sent is not corrected any more.
            if !self.sealed.contains(&letter.id) {
                self.diagnostics.extend(letter.staged);
                linted.extend(letter.linted);
            }
        }
        let view = WorkspaceView {
            facts: shared.renderer.facts(),
            is_complete: is_complete && summaries.len() == self.letters,
            letters: &summaries,
        };
        linted.extend(lint::workspace(&view, config));
        linted
    }
}

/// Takes out what comments allow and, if all letters were read, tells those that allow nothing.
fn allowed_out(
    project: &Project,
    linted: Vec<Diagnostic>,
    is_complete: bool,
    config: &LintConfig,
) -> Vec<Diagnostic> {
    let suppressions = Suppressions::new(sources(project));
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
        LetterFindings {
            id: letter.id.clone(),
            staged: sink.into_diagnostics(),
            linted: proof
                .as_ref()
                .map_or_else(Vec::new, |it| it.findings(config)),
            summary: proof.as_ref().map(|it| it.summary()),
        }
    });
    found.collect()
}

/// The files in which comments may allow something.
fn sources(project: &Project) -> impl Iterator<Item = &Arc<Source>> {
    let office = project.office.iter();
    let content = office.chain(&project.facts).chain(&project.letters);
    content.chain(&project.templates)
}

/// In reading order; what several letters share is told once.
fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by(Diagnostic::reading_order);
    found.dedup_by(|one, other| {
        one.place == other.place && one.rule == other.rule && one.message == other.message
    });
    found
}
