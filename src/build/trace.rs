//! Tracing (溯源): the ledger of letters, and every letter that prints a figure.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::chosen::chosen_sources;
use super::letter::Setting;
use super::manifest::{LetterRecord, Manifest};
use super::plan::{Making, Plan};
use super::workspace::{Shared, load_letter};
use super::{Options, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::facts::Facts;
use crate::project::Project;
use crate::provenance::{Occurrence, ledger};
use crate::render::digest_of;
use crate::source::Source;

/// A printed figure of a letter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The letter's id.
    pub letter: String,
    /// The figure on its page.
    #[serde(flatten)]
    pub occurrence: Occurrence,
}

/// What a trace found.
#[derive(Debug, Default)]
pub struct Trace {
    /// By letters in order of their ids, each in reading order.
    pub entries: Vec<Entry>,
    /// How many letters were laid out.
    pub letters: usize,
    /// Ids of figures that are computed from the one that was asked for.
    pub derived: Vec<String>,
    /// Everything that was found on the way; letters with errors have no entries.
    pub diagnostics: Vec<Diagnostic>,
}

/// The ledger of letters; if a figure is given, only its entries in the letters that print it.
///
/// # Errors
/// An unknown letter or figure, and whatever the operator must mend.
pub fn trace(project: &Project, options: &Options, figure: Option<&str>) -> Result<Trace, Error> {
    let chosen = chosen_sources(project, &options.letters)?;
    let mut sink = Sink::new();
    let Some(shared) = Shared::load(project, &mut sink) else {
        return Ok(Trace {
            diagnostics: sink.into_diagnostics(),
            ..Trace::default()
        });
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let making = Making::new(&style, &found.fonts, project, &shared.office);
    let mut trace = Trace::default();
    let mut sources = chosen;
    if let Some(id) = figure {
        known_figure(id, &shared.facts)?;
        trace.derived = derived_from(id, &shared.facts);
        let plan = Plan::new(&shared.renderer, &shared.facts, &making);
        let manifest = manifest_of(project);
        sources = sources
            .into_par_iter()
            .filter(|source| may_print(source, id, &manifest, &plan, &shared))
            .collect();
    }
    let setting = Setting {
        shared: &shared,
        style: &style,
        fonts: &found.fonts,
    };
    let ledgers: Vec<_> = sources
        .par_iter()
        .map(|source| entries(source, setting))
        .collect();
    trace.letters = ledgers.len();
    for (entries, diagnostics) in ledgers {
        trace.entries.extend(entries);
        sink.extend(diagnostics);
    }
    trace
        .entries
        .retain(|entry| figure.is_none_or(|id| entry.occurrence.source.figure == id));
    trace.diagnostics = sink.into_diagnostics();
    Ok(trace)
}

fn entries(source: &Arc<Source>, setting: Setting<'_>) -> (Vec<Entry>, Vec<Diagnostic>) {
    let mut sink = Sink::new();
    let Some(letter) = load_letter(source, Some(setting.shared), &mut sink) else {
        return (Vec::new(), sink.into_diagnostics());
    };
    let (laid_out, diagnostics) = setting.lay_out(&letter);
    sink.extend(diagnostics);
    let found = laid_out.map(|it| ledger(&it.pages, &setting.shared.facts));
    let entries = found.unwrap_or_default().into_iter();
    let entries = entries.map(|occurrence| Entry {
        letter: letter.id.clone(),
        occurrence,
    });
    (entries.collect(), sink.into_diagnostics())
}

/// Whether a letter reads a figure in any aspect and for any period.
fn may_print(
    source: &Arc<Source>,
    id: &str,
    manifest: &Manifest,
    plan: &Plan<'_>,
    shared: &Shared,
) -> bool {
    let record = record_of(source, manifest, plan, shared);
    record.is_none_or(|record| plan.may_print(&record, id))
}

/// The manifest as far as it can be read: it saves work here and decides nothing.
pub(super) fn manifest_of(project: &Project) -> Manifest {
    let output = project.output();
    Manifest::read(&output).unwrap_or_else(|_| Manifest::empty(&output))
}

/// What a letter reads: as recorded if its file is as it was, else told from the file.
pub(super) fn record_of(
    source: &Arc<Source>,
    manifest: &Manifest,
    plan: &Plan<'_>,
    shared: &Shared,
) -> Option<LetterRecord> {
    let known = manifest.entry(source.stem()).ok().flatten();
    let recorded = known.and_then(|known| known.record);
    let is_same_file = |record: &LetterRecord| record.file == digest_of(source.text());
    if let Some(record) = recorded.filter(is_same_file) {
        return Some(record);
    }
    let letter = load_letter(source, Some(shared), &mut Sink::new())?;
    Some(plan.record(&letter, 0))
}

pub(super) fn known_figure(id: &str, facts: &Facts) -> Result<(), Error> {
    if facts.figure(id).is_some() {
        return Ok(());
    }
    let known = facts.figures().map(|figure| figure.id.as_str());
    let hint = crate::text::nearest::suggestion(id, known);
    let hint = hint.unwrap_or_else(|| "数据的编号写在 content/facts/ 里".to_owned());
    Err(Error::Option(format!(
        "没有编号为“{id}”的数据\n提示：{hint}"
    )))
}

/// Ids of figures that are computed from a figure, directly or through others, in order.
fn derived_from(id: &str, facts: &Facts) -> Vec<String> {
    let mut derived: Vec<String> = Vec::new();
    let mut waiting = vec![id.to_owned()];
    while let Some(part) = waiting.pop() {
        for figure in facts.figures() {
            let takes = figure.definition.parts().iter().any(|it| it.text == part);
            if takes && !derived.contains(&figure.id) {
                derived.push(figure.id.clone());
                waiting.push(figure.id.clone());
            }
        }
    }
    derived.sort();
    derived
}
