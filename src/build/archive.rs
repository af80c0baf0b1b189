//! Archive PDFs (归档) of letters: beside their everyday ones, and among what is sealed.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::chosen::{chosen, chosen_files};
use super::letter::{LaidOut, Setting};
use super::plan::{Making, Plan};
use super::seal::LEDGER;
use super::workspace::Workspace;
use super::write::{lock, prepare_folder, write_whole};
use super::{Options, Report, fonts, page_style};
use crate::error::Error;
use crate::export::archive_pdf::{Attachment, Record, archive_pdf};
use crate::facts::Letter;
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::provenance::ledger;

/// The name of a letter's archive PDF.
pub fn file_name(id: &str) -> String {
    format!("{id}.archive.pdf")
}

/// What goes into archive PDFs beside the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosed {
    /// Nothing: PDF/A-2a.
    Nothing,
    /// The facts that the letter reads and the ledger of its figures: PDF/A-3a.
    Facts,
}

impl Enclosed {
    /// What the option `--attach` asks for.
    pub fn asked_for(attaches: bool) -> Self {
        if attaches { Self::Facts } else { Self::Nothing }
    }
}

/// What became of a letter's archive PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Archived {
    /// That of the letter with this id was written.
    Written(String),
    /// A letter without a date of issue is a draft: there is nothing to keep.
    Undated(String),
    /// Errors in the letter with this id, which the build reports.
    Failed(String),
}

impl Archived {
    /// The letter's id.
    fn letter(&self) -> &str {
        let (Self::Written(id) | Self::Undated(id) | Self::Failed(id)) = self;
        id
    }
}

/// What became of the archive PDFs that were asked for: those that the build made while it had the pages,
/// and now those of letters that it left alone, in order of their ids.
///
/// # Errors
/// [`Error::Pdf`] if a letter cannot be kept by PDF/A and PDF/UA-1, [`Error::Write`].
pub fn archive(
    project: &Project,
    options: &Options,
    report: &Report,
) -> Result<Vec<Archived>, Error> {
    let Some(enclosed) = options.archive else {
        return Ok(Vec::new());
    };
    let made = report.letters.iter().filter(|it| it.archived.is_some());
    let made: BTreeSet<&str> = made.map(|letter| letter.id.as_str()).collect();
    let asked_for = chosen_files(project, &options.letters)?.into_iter();
    let left = asked_for
        .map(LetterFile::id)
        .filter(|id| !made.contains(id));
    let left: Vec<String> = left.map(str::to_owned).collect();
    let mut later = match left.is_empty() {
        true => Vec::new(),
        false => archive_alone(project, options, &left, enclosed)?,
    };
    let made = report.letters.iter();
    later.extend(made.filter_map(|letter| letter.archived.clone()));
    later.sort_by(|one, other| one.letter().cmp(other.letter()));
    Ok(later)
}

/// Lays letters out and writes their archive PDFs.
fn archive_alone(
    project: &Project,
    options: &Options,
    ids: &[String],
    enclosed: Enclosed,
) -> Result<Vec<Archived>, Error> {
    let workspace = Workspace::load(project);
    let chosen = chosen(project, &workspace, ids)?;
    let Some(shared) = &workspace.shared else {
        return Ok(Vec::new());
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let making = Making::new(&style, &found.fonts, project, &shared.office);
    let plan = Plan::new(&shared.renderer, &shared.facts, &making);
    let setting = Setting {
        shared,
        style: &style,
        fonts: &found.fonts,
    };
    let output = project.output();
    prepare_folder(&output)?;
    let _lock = lock(&output, || ())?;
    let archived = chosen
        .par_iter()
        .map(|letter| match setting.lay_out(letter) {
            (Some(laid_out), _) => put(letter, &laid_out, setting, &plan, enclosed, &output),
            _ => Ok(Archived::Failed(letter.id.clone())),
        });
    archived.collect()
}

/// Writes the archive PDF of a laid-out letter; only while the folder is locked.
///
/// # Errors
/// Those of [`archive`].
pub(super) fn put(
    letter: &Letter,
    laid_out: &LaidOut,
    setting: Setting<'_>,
    plan: &Plan<'_>,
    enclosed: Enclosed,
    output: &Path,
) -> Result<Archived, Error> {
    let Some(file) = archived(letter, laid_out, setting, plan, enclosed)? else {
        return Ok(Archived::Undated(letter.id.clone()));
    };
    write_whole(&output.join(file_name(&letter.id)), &file)?;
    Ok(Archived::Written(letter.id.clone()))
}

/// A laid-out letter's archive PDF; nothing if it has no date of issue.
///
/// # Errors
/// [`Error::Pdf`] if PDF/A or PDF/UA-1 forbids something in it.
pub(super) fn archived(
    letter: &Letter,
    laid_out: &LaidOut,
    setting: Setting<'_>,
    plan: &Plan<'_>,
    enclosed: Enclosed,
) -> Result<Option<Vec<u8>>, Error> {
    let Some(issued_on) = letter.issued_on else {
        return Ok(None);
    };
    let attachments = match enclosed {
        Enclosed::Nothing => Vec::new(),
        Enclosed::Facts => attachments(letter, laid_out, setting, plan),
    };
    let record = Record {
        issued_on,
        attachments: &attachments,
    };
    let file = archive_pdf(&laid_out.pages, record, setting.fonts);
    let file = file.map_err(|error| Error::Pdf {
        id: letter.id.clone(),
        reason: error.to_string(),
    })?;
    Ok(Some(file))
}

/// The facts that a letter reads, and no others, and the ledger of the figures that it prints.
fn attachments(
    letter: &Letter,
    laid_out: &LaidOut,
    setting: Setting<'_>,
    plan: &Plan<'_>,
) -> Vec<Attachment> {
    let record = plan.record(letter, 0);
    let facts = plan.values_of(record.reads(), &record.period);
    let figures = ledger(&laid_out.pages, &setting.shared.facts);
    vec![
        attachment(
            "facts.json",
            "信里用到的数据；措施、模板等是内容的校验值",
            &facts,
        ),
        attachment(LEDGER, "数字台账：每个数字的页、行和出处", &figures),
    ]
}

fn attachment(name: &str, description: &str, content: &impl serde::Serialize) -> Attachment {
    Attachment {
        name: name.to_owned(),
        description: description.to_owned(),
        json: serde_json::to_vec_pretty(content).expect("facts are plain data"),
    }
}
