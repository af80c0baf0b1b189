//! Review copies (审阅本): the PDF with the source of every figure as a note over it.

use std::sync::Arc;

use rayon::prelude::*;

use super::chosen::chosen_sources;
use super::file_hash::{FileHash, hash};
use super::journal::Journal;
use super::letter::Setting;
use super::outputs::read_if_present;
use super::workspace::{Shared, load_letter};
use super::write::{self, write_whole};
use super::{Mode, Options, Progress, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::export::annotate::{Note, annotate};
use crate::project::Project;
use crate::provenance::{Occurrence, ledger};
use crate::source::Source;

/// A review copy.
#[derive(Debug)]
pub struct Review {
    /// The letter's id.
    pub letter: String,
    /// The file's name in the output folder.
    pub name: String,
    /// How many figures carry their source; nothing if the letter has errors.
    pub figures: Option<usize>,
    /// Whether the copy that was there bears somebody's own notes and was kept.
    pub is_kept: bool,
    /// Whether such a copy was overwritten.
    pub is_overwritten: bool,
    /// What the letter's stages had to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes review copies; one that was changed since is kept unless edits are overwritten.
///
/// # Errors
/// Whatever the operator must mend.
pub fn review(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<(Vec<Review>, Vec<Diagnostic>), Error> {
    let chosen = chosen_sources(project, &options.letters)?;
    let mut sink = Sink::new();
    let Some(shared) = Shared::load(project, &mut sink) else {
        return Ok((Vec::new(), sink.into_diagnostics()));
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let output = project.output();
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    let journal = Journal::open(&output)?;
    let setting = Setting {
        shared: &shared,
        style: &style,
        fonts: &found.fonts,
    };
    progress.start(chosen.len());
    let copies = chosen.par_iter().map(|source| {
        let made = copy(source, setting)?;
        progress.advance();
        put(project, &journal, options.mode == Mode::Overwrite, made)
    });
    let copies: Vec<(Review, Option<FileHash>)> = copies.collect::<Result<_, Error>>()?;
    for (review, hash) in &copies {
        hash.inspect(|hash| journal.settle(&review.name, *hash));
    }
    journal.close()?;
    let reviews = copies.into_iter().map(|(review, _)| review).collect();
    Ok((reviews, sink.into_diagnostics()))
}

/// A letter's review copy in memory; no bytes if the letter has errors.
fn copy(source: &Arc<Source>, setting: Setting<'_>) -> Result<(Review, Option<Vec<u8>>), Error> {
    let id = source.stem();
    let mut review = Review {
        letter: id.to_owned(),
        name: format!("{id}.审阅.pdf"),
        figures: None,
        is_kept: false,
        is_overwritten: false,
        diagnostics: Vec::new(),
    };
    let mut sink = Sink::new();
    let letter = load_letter(source, Some(setting.shared), &mut sink);
    let laid_out = letter.as_ref().and_then(|letter| {
        let (laid_out, diagnostics) = setting.lay_out(letter);
        sink.extend(diagnostics);
        laid_out
    });
    review.diagnostics = sink.into_diagnostics();
    let (Some(letter), Some(laid_out)) = (letter, laid_out) else {
        return Ok((review, None));
    };
    let figures = ledger(&laid_out.pages, &setting.shared.facts);
    review.figures = Some(figures.len());
    let notes: Vec<Note> = figures.iter().flat_map(notes).collect();
    let pages = laid_out.pages.clone();
    let pdf = setting.export(&letter, laid_out)?.pdf;
    let annotated = annotate(&pdf, &pages, &notes).map_err(|error| Error::Pdf {
        id: letter.id.clone(),
        reason: error.to_string(),
    })?;
    Ok((review, Some(annotated)))
}

/// The notes of one printed figure, one for each line that it runs over.
fn notes(figure: &Occurrence) -> Vec<Note> {
    let source = &figure.source;
    let lines = [
        Some(format!(
            "{} {}：{}",
            source.name, source.period, figure.text
        )),
        source.coverage.as_ref().map(|it| format!("口径：{it}")),
        source.evidence.as_ref().map(|it| format!("出处：{it}")),
        source.as_of.as_ref().map(|it| format!("截至：{it}")),
        Some(format!("写在：{}第{}行", source.file, source.file_line)),
    ];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let areas = figure.areas.iter();
    areas
        .map(|area| Note {
            page: area.page,
            corner: area.corner,
            size: area.size,
            text: text.clone(),
        })
        .collect()
}

/// Writes a copy unless somebody has written notes of their own into the one that is there.
fn put(
    project: &Project,
    journal: &Journal,
    overwrites: bool,
    (mut review, bytes): (Review, Option<Vec<u8>>),
) -> Result<(Review, Option<FileHash>), Error> {
    let Some(bytes) = bytes else {
        return Ok((review, None));
    };
    let path = project.output().join(&review.name);
    let new = hash(&bytes);
    let old = read_if_present(&path)?.map(|old| hash(&old));
    let is_ours = |old: FileHash| old == new || journal.knows(&review.name, old);
    let is_edited = old.is_some_and(|old| !is_ours(old));
    review.is_kept = is_edited && !overwrites;
    review.is_overwritten = is_edited && overwrites;
    if review.is_kept {
        return Ok((review, None));
    }
    journal.note(&review.name, new)?;
    write_whole(&path, &bytes)?;
    Ok((review, Some(new)))
}
