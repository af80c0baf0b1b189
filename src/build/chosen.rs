//! Which letters a build is about: those that are asked for, or all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::seal::Seal;
use super::workspace::Workspace;
use crate::error::Error;
use crate::facts::Letter;
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::source::Source;

/// The sound letters that are asked for.
pub(super) fn chosen<'w>(
    project: &Project,
    workspace: &'w Workspace,
    ids: &[String],
) -> Result<Vec<&'w Letter>, Error> {
    let files = chosen_files(project, ids)?.into_iter();
    let chosen: BTreeSet<&str> = files.map(LetterFile::id).collect();
    let letters = workspace.letters.iter();
    Ok(letters
        .filter(|letter| chosen.contains(letter.id.as_str()))
        .collect())
}

/// The files of the letters that are asked for.
pub(super) fn chosen_files<'p>(
    project: &'p Project,
    ids: &[String],
) -> Result<Vec<&'p LetterFile>, Error> {
    if ids.is_empty() {
        return Ok(project.letters.iter().collect());
    }
    let known: Vec<_> = project.letters.iter().map(LetterFile::id).collect();
    if let Some(id) = ids.iter().find(|id| !known.contains(&id.as_str())) {
        let hint = crate::text::nearest::suggestion(id, known.iter().copied());
        return Err(Error::NoSuchLetter {
            id: id.clone(),
            hint: hint.unwrap_or_else(|| format!("现有的信件：{}", known.join("、"))),
        });
    }
    let letters = project.letters.iter();
    let is_chosen = |file: &&LetterFile| ids.iter().any(|id| id == file.id());
    Ok(letters.filter(is_chosen).collect())
}

/// The texts of the letters that are asked for, as far as they can be read.
pub(super) fn chosen_sources(project: &Project, ids: &[String]) -> Result<Vec<Arc<Source>>, Error> {
    let files = chosen_files(project, ids)?.into_iter();
    Ok(files.filter_map(LetterFile::source).collect())
}

/// The ids of all letters that outputs may belong to, the sealed ones included.
pub(super) fn known_ids<'p>(
    project: &'p Project,
    seals: &'p BTreeMap<String, Seal>,
) -> BTreeSet<&'p str> {
    let sealed = seals.keys().map(String::as_str);
    project.letter_ids().chain(sealed).collect()
}
