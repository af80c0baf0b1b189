//! A letter made anew, to be sealed as it comes out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Dispatch;
use crate::build::archive::{self, archived};
use crate::build::chosen::chosen_sources;
use crate::build::letter::{Outputs, Setting};
use crate::build::outputs::files as output_files;
use crate::build::plan::{Making, Plan};
use crate::build::seal::{LEDGER, LETTER, SealRecord};
use crate::build::workspace::{Shared, load_letter};
use crate::build::{Options, fonts, page_style};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::facts::Letter;
use crate::project::Project;
use crate::provenance::{Occurrence, ledger};
use crate::source::Source;

/// A letter made anew, and what is to be sealed of it.
pub(super) struct Made {
    pub(super) letter: Letter,
    pub(super) outputs: Outputs,
    pub(super) record: SealRecord,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

/// Makes a letter anew; nothing after an error.
pub(super) fn make(
    project: &Project,
    id: &str,
    dispatch: &Dispatch,
    options: &Options,
    sink: &mut Sink,
) -> Result<Option<Made>, Error> {
    let source = source(project, id)?;
    let Some(shared) = Shared::load(project, sink) else {
        return Ok(None);
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let making = Making::new(&style, &found.fonts, project, &shared.office);
    let setting = Setting {
        shared: &shared,
        style: &style,
        fonts: &found.fonts,
    };
    let Some(letter) = load_letter(&source, Some(&shared), sink) else {
        return Ok(None);
    };
    let (laid_out, diagnostics) = setting.lay_out(&letter);
    sink.extend(diagnostics);
    let Some(laid_out) = laid_out else {
        return Ok(None);
    };
    let figures = ledger(&laid_out.pages, &shared.facts);
    let plan = Plan::new(&shared.renderer, &shared.facts, &making);
    // The everyday PDF is what was sent, the archive PDF what is kept.
    let record_copy = archived(&letter, &laid_out, setting, &plan, dispatch.enclosed)?;
    let outputs = setting.export(&letter, laid_out)?;
    let mut files = kept(&source, &outputs, &figures);
    files.extend(record_copy.map(|file| (archive::file_name(id), file)));
    let record = record(&plan, &letter);
    Ok(Some(Made {
        letter,
        outputs,
        record,
        files,
    }))
}

/// The files that are kept: what was sent, the letter's own file, and its figures.
fn kept(source: &Source, outputs: &Outputs, figures: &[Occurrence]) -> BTreeMap<String, Vec<u8>> {
    let figures = serde_json::to_vec_pretty(figures).expect("a ledger is plain data");
    let letter = source.file_with(source.text()).into_bytes();
    let sent = output_files(source.stem(), outputs).into_iter();
    let sent = sent.map(|file| (file.name, file.bytes.to_vec()));
    let own = [(LETTER.to_owned(), letter), (LEDGER.to_owned(), figures)];
    sent.chain(own).collect()
}

/// What the letter is made from; number, date, signer and hashes are not known here.
fn record(plan: &Plan<'_>, letter: &Letter) -> SealRecord {
    let built_from = plan.record(letter, 0);
    SealRecord {
        note: "由 fuhan seal 封存，请勿改动".to_owned(),
        letter: letter.id.clone(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        period: built_from.period.to_string(),
        inputs: plan.values(&built_from),
        reads: built_from.reads().map(str::to_owned).collect(),
        ..SealRecord::default()
    }
}

fn source(project: &Project, id: &str) -> Result<Arc<Source>, Error> {
    let sources = chosen_sources(project, &[id.to_owned()])?;
    Ok(sources
        .into_iter()
        .next()
        .expect("an unknown letter is an error"))
}
