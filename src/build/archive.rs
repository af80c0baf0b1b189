//! Archive PDFs (归档) of letters, beside their everyday ones.

use rayon::prelude::*;

use super::letter::Setting;
use super::write::{lock, prepare_folder, write_whole};
use super::{Options, Workspace, chosen, fonts, page_style};
use crate::error::Error;
use crate::export::archive_pdf::{Record, archive_pdf};
use crate::facts::Letter;
use crate::project::Project;

/// The name of a letter's archive PDF.
pub fn file_name(id: &str) -> String {
    format!("{id}.archive.pdf")
}

/// What became of a letter's archive PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Archived {
    /// It was written under this name.
    Written(String),
    /// A letter without a date of issue is a draft: there is nothing to keep.
    Undated(String),
    /// Errors in the letter with this id, which the build reports.
    Failed(String),
}

/// Writes the archive PDFs of the chosen letters.
///
/// # Errors
/// [`Error::Pdf`] if a letter cannot be kept by PDF/A-2a and PDF/UA-1, [`Error::Write`].
pub fn archive(project: &Project, options: &Options) -> Result<Vec<Archived>, Error> {
    let workspace = Workspace::load(project);
    let chosen = chosen(project, &workspace, &options.letters)?;
    let Some(shared) = &workspace.shared else {
        return Ok(Vec::new());
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let setting = Setting {
        shared,
        style: &style,
        fonts: &found.fonts,
    };
    let output = project.output();
    prepare_folder(&output)?;
    let _lock = lock(&output, || ())?;
    let archived = chosen.par_iter().map(|letter| {
        let Some(issued_on) = letter.issued_on else {
            return Ok(Archived::Undated(letter.id.clone()));
        };
        let record = Record { issued_on };
        let Some(file) = archived(letter, record, setting)? else {
            return Ok(Archived::Failed(letter.id.clone()));
        };
        let name = file_name(&letter.id);
        write_whole(&output.join(&name), &file)?;
        Ok(Archived::Written(name))
    });
    archived.collect()
}

/// A letter's archive PDF; nothing if it has errors.
fn archived(
    letter: &Letter,
    record: Record,
    setting: Setting<'_>,
) -> Result<Option<Vec<u8>>, Error> {
    let (Some(laid_out), _) = setting.lay_out(letter) else {
        return Ok(None);
    };
    let file = archive_pdf(&laid_out.pages, record, setting.fonts);
    let file = file.map_err(|error| Error::Pdf {
        id: letter.id.clone(),
        reason: error.to_string(),
    })?;
    Ok(Some(file))
}
