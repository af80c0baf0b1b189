//! What is measured: a letter's PDF or any other one, and the style that it is held to.

use std::path::{Path, PathBuf};

use super::super::args::Measure;
use super::super::terminal;
use crate::build::{self, workspace::Workspace};
use crate::error::Error;
use crate::layout::PageStyle;
use crate::layout::length::Length;
use crate::measure::Reading;
use crate::project::Project;

/// A file, and the style that it is held against.
pub(super) struct Target {
    pub(super) path: PathBuf,
    pub(super) style: PageStyle,
    pub(super) reading: Reading,
}

/// A letter's PDF or a file as it is named; nothing if the workspace has mistakes.
pub(super) fn target(arguments: &Measure) -> Result<Option<Target>, Error> {
    let path = Path::new(&arguments.target);
    let is_pdf = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    if is_pdf {
        return file(path);
    }
    let project = Project::read(&arguments.workspace.folder)?;
    let Some(style) = letter_style(&project, &arguments.target) else {
        return Ok(None);
    };
    let written = project.output().join(format!("{}.pdf", arguments.target));
    if !written.exists() {
        return Err(Error::NotBuilt(arguments.target.clone()));
    }
    Ok(Some(of_letter(written, style)))
}

/// A file by its path: an output of a letter is held to what the letter's office wants, wherever the
/// program is run; of any other file nobody knows what its office wants.
fn file(path: &Path) -> Result<Option<Target>, Error> {
    let project = Project::of_output(path)?;
    let owned = project.as_ref().and_then(|project| {
        let id = project.letter_of_output(path)?;
        Some((project, id))
    });
    if let Some((project, id)) = owned {
        let style = letter_style(project, id);
        return Ok(style.map(|style| of_letter(path.to_owned(), style)));
    }
    Ok(Some(Target {
        path: path.to_owned(),
        style: PageStyle::default(),
        reading: Reading::Nearest,
    }))
}

fn of_letter(path: PathBuf, style: PageStyle) -> Target {
    Target {
        path,
        style,
        reading: Reading::Given,
    }
}

/// The style of a letter's office with the letter's own mark; nothing if the workspace has mistakes,
/// which are printed.
fn letter_style(project: &Project, id: &str) -> Option<PageStyle> {
    let workspace = Workspace::load(project);
    let Some(shared) = &workspace.shared else {
        terminal::diagnostics(workspace.diagnostics);
        return None;
    };
    let letter = workspace.letters.iter().find(|it| it.id == id);
    let own = letter.and_then(|letter| letter.issuer_mark.as_ref());
    let size = own.and_then(|mark| mark.size.as_ref());
    let size = size.or(shared.office.issuer_mark.size.as_ref());
    let style = build::page_style(&shared.office);
    Some(with_mark_size(style, size.map(|size| size.points)))
}

/// The style of an office that chose the size of its mark, in points: only the type area limits it.
fn with_mark_size(mut style: PageStyle, points: Option<f64>) -> PageStyle {
    if let Some(points) = points {
        style.issuer_mark.largest = Length::pt(points);
        style.issuer_mark.widest = style.type_area.width;
    }
    style
}
