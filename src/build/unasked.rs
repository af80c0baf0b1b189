//! Letters that nobody asked for: their findings do not concern whoever asks for another one.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::facts::Letter;
use crate::project::Project;
use crate::project::letters::LetterFile;

/// The files of letters that were not asked for and that no letter asked for takes its body from.
pub(super) struct Unasked<'p> {
    paths: BTreeSet<&'p str>,
}

impl<'p> Unasked<'p> {
    /// The other letters of a project; `ids` is empty if all were asked for.
    pub(super) fn new(project: &'p Project, ids: &[String]) -> Self {
        let is_asked = |id: &str| ids.is_empty() || ids.iter().any(|asked| asked == id);
        let letters = project.letters.iter();
        let (asked, others): (Vec<_>, Vec<_>) = letters.partition(|it| is_asked(it.id()));
        let bodies = match others.is_empty() {
            true => BTreeSet::new(),
            false => asked
                .into_iter()
                .filter_map(|file| Letter::from_yaml(&file.source()?).value?.body_from)
                .map(|id| id.text)
                .collect(),
        };
        let others = others.into_iter();
        let unasked = others.filter(|file| !bodies.contains(file.id()));
        Self {
            paths: unasked.map(LetterFile::path).collect(),
        }
    }

    /// The findings without those in these letters' files.
    pub(super) fn left_out(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.retain(|one| !self.paths.contains(one.place.source().path()));
        found
    }
}
