//! Checking a workspace: every stage for each letter, then the rules of the proofreader.

use std::sync::Arc;

use rayon::prelude::*;

use super::letter::Setting;
use super::workspace::Workspace;
use super::{Mode, Options, Progress, chosen, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::facts::Letter;
use crate::lint::{LintConfig, Suppressions};
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
        for (staged, proofread) in look_over(&letters, setting, &config, progress) {
            report.diagnostics.extend(staged);
            linted.extend(proofread);
        }
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

/// What the stages said of each letter, and what proofreading found in it.
fn look_over(
    letters: &[&Letter],
    setting: Setting<'_>,
    config: &LintConfig,
    progress: &dyn Progress,
) -> Vec<(Vec<Diagnostic>, Vec<Diagnostic>)> {
    let found = letters.par_iter().map(|letter| {
        let mut sink = Sink::new();
        let laid_out = setting.stages(letter, &mut sink);
        let linted = laid_out.map_or_else(Vec::new, |laid_out| {
            setting.proofread(letter, &laid_out.document, config)
        });
        progress.advance();
        (sink.into_diagnostics(), linted)
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
