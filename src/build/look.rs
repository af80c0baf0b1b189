//! Builds that write nothing: outputs are compared with what is there, or letters only looked at.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use rayon::prelude::*;

use super::chosen::{chosen, known_ids};
use super::letter::{Outputs, Setting};
use super::manifest::Manifest;
use super::outputs::Outcome;
use super::seal::{self, Seal};
use super::workspace::Workspace;
use super::{LetterReport, Mode, Options, Orphan, Progress, Report, fonts, page_style};
use super::{compare, journal, orphan, plan};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::Letter;
use crate::project::Project;

/// Runs the stages for every letter and writes nothing.
pub(super) fn look(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report, Error> {
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
            report.orphans = orphans(project, options, (&manifest, &seals))?;
            compare((&output, &manifest), &chosen, setting, progress)?
        }
    };
    letters.extend(broken(&workspace, &options.letters));
    let letters = with_sealed(letters, sealed, &options.letters);
    report.letters = letters.into_iter().map(Box::new).collect();
    Ok(report)
}

/// Outputs of letters that are no more.
fn orphans(
    project: &Project,
    options: &Options,
    (manifest, seals): (&Manifest, &BTreeMap<String, Seal>),
) -> Result<Vec<Orphan>, Error> {
    // Who asks for some letters does not ask for the others' outputs.
    if !options.letters.is_empty() {
        return Ok(Vec::new());
    }
    let ids = known_ids(project, seals);
    orphan::orphans(&project.output(), &manifest.orphans(&ids)?)
}

/// The letters of a report by id, those that were asked for; a sealed one is told as sealed.
fn with_sealed(
    mut letters: Vec<LetterReport>,
    sealed: Vec<LetterReport>,
    ids: &[String],
) -> Vec<LetterReport> {
    let is_asked_for = |it: &LetterReport| ids.is_empty() || ids.contains(&it.id);
    letters.retain(|letter| !sealed.iter().any(|it| it.id == letter.id));
    letters.extend(sealed.into_iter().filter(is_asked_for));
    letters.sort_by(|one, other| one.id.cmp(&other.id));
    letters
}

/// The sealed letters, and what has changed since they were sent.
pub(super) fn seals(
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
