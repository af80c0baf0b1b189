//! Checking a workspace: every stage for each letter, then the rules of the proofreader.

use std::sync::Arc;

use rayon::prelude::*;

use super::letter::Setting;
use super::workspace::Workspace;
use super::{Mode, Options, Progress, chosen, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
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
    };
    let mut linted = Vec::new();
    if let Some(shared) = &workspace.shared {
        let options = Options {
            letters: Vec::new(),
            mode: Mode::Inspect,
            fonts: None,
            prunes: false,
        };
        let found = fonts(project, &shared.office, &options)?;
        report.notices.extend(found.notices.clone());
        let setting = Setting {
            shared,
            style: &page_style(&shared.office),
            fonts: &found.fonts,
        };
        progress.start(letters.len());
        // What is not shown may still be what a comment allows.
        let config = LintConfig {
            minimum: None,
            ..config.clone()
        };
        let read = look_over(&letters, setting, &config, progress);
        let mut summaries = Vec::new();
        for letter in read {
            report.diagnostics.extend(letter.staged);
            linted.extend(letter.linted);
            summaries.extend(letter.summary);
        }
        let view = WorkspaceView {
            facts: shared.renderer.facts(),
            is_complete: ids.is_empty() && summaries.len() == project.letters.len(),
            letters: &summaries,
        };
        linted.extend(lint::workspace(&view, &config));
    }
    let suppressions = Suppressions::new(sources(project));
    let linted = match ids.is_empty() {
        true => suppressions.apply(once(linted), config),
        // What a comment allows may stand in another letter.
        false => suppressions.allowed_out(once(linted)),
    };
    report.diagnostics.extend(linted);
    report.diagnostics.retain(|found| config.shows(found));
    report.diagnostics = once(report.diagnostics);
    Ok(report)
}

/// What was found in one letter.
struct LetterFindings {
    /// By the stages.
    staged: Vec<Diagnostic>,
    /// By proofreading.
    linted: Vec<Diagnostic>,
    /// Absent if the letter could not be printed.
    summary: Option<LetterSummary>,
}

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
