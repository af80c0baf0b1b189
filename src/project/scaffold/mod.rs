//! Starting points (示例): a workspace that builds, and a letter to be filled in.

mod carry;
mod kind_change;

pub use carry::{Carried, carry_over};
pub use kind_change::NewKind;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Project;
use super::letters::is_id;
use crate::error::Error;

/// The files of a new workspace.
const WORKSPACE: [(&str, &str); 5] = [
    ("content/office.yaml", include_str!("office.yaml")),
    ("content/facts/example.yaml", include_str!("facts.yaml")),
    ("content/letters/example.yaml", include_str!("letter.yaml")),
    (
        "templates/README.md",
        include_str!("../../../templates/README.md"),
    ),
    (
        ".gitignore",
        "/output/*.pdf\n/output/.lock\n/output/.journal\n/output/.stamps\n",
    ),
];

/// The template of the feedback form, which is no kind of letter.
const FEEDBACK_FORM: &str = "feedback_form";

/// A letter with every place that must be filled in.
const LETTER: &str = include_str!("new_letter.yaml");

/// Makes a workspace in a folder; gives the files that were made.
///
/// # Errors
/// [`Error::Exists`] if one of the files is there already; then none is made. [`Error::Write`] if
/// one cannot be written.
pub fn init(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let paths = WORKSPACE.map(|(name, text)| (folder.join(name), text));
    if let Some((path, _)) = paths.iter().find(|(path, _)| path.exists()) {
        return Err(Error::Exists(path.clone()));
    }
    for (path, text) in &paths {
        create(path, text)?;
    }
    Ok(paths.into_iter().map(|(path, _)| path).collect())
}

/// Makes the file of a new letter; gives its path.
///
/// # Errors
/// [`Error::BadId`] for an id that cannot be a file's name, [`Error::Option`] for an unknown kind,
/// [`Error::Exists`] if the letter is there already, [`Error::Write`] if it cannot be written.
pub fn new_letter(project: &Project, id: &str, kind: &str) -> Result<PathBuf, Error> {
    check_id(id)?;
    check_kind(project, kind)?;
    let path = letter_path(project, id);
    let text = LETTER.replace("{kind}", kind).replace("{id}", id);
    create(&path, &text)?;
    Ok(path)
}

fn letter_path(project: &Project, id: &str) -> PathBuf {
    let folder = project.root.join("content/letters");
    folder.join(format!("{id}.yaml"))
}

fn check_id(id: &str) -> Result<(), Error> {
    if !is_id(id) {
        return Err(Error::BadId(id.to_owned()));
    }
    Ok(())
}

fn check_kind(project: &Project, kind: &str) -> Result<(), Error> {
    let kinds = kinds(project);
    if kinds.iter().any(|known| known == kind) {
        return Ok(());
    }
    let hint = crate::text::nearest::suggestion(kind, kinds.iter().map(String::as_str))
        .unwrap_or_else(|| format!("现有的模板：{}", kinds.join("、")));
    Err(Error::Option(format!("没有“{kind}”这种模板\n提示：{hint}")))
}

fn kinds(project: &Project) -> Vec<String> {
    let sources = project.templates.iter();
    let names = sources.filter_map(|source| {
        let name = source.path().rsplit('/').next()?;
        let kind = name.strip_suffix(".md")?;
        (!kind.starts_with('_') && kind != FEEDBACK_FORM).then(|| kind.to_owned())
    });
    names
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Writes a file that must not be there yet.
fn create(path: &Path, text: &str) -> Result<(), Error> {
    let error = |source| Error::write(path, source);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    let file = fs::File::create_new(path);
    if file
        .as_ref()
        .is_err_and(|error| error.kind() == std::io::ErrorKind::AlreadyExists)
    {
        return Err(Error::Exists(path.to_owned()));
    }
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(error)
}
