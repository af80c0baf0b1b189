//! Public copies (公开本): what may be published of a letter, as Markdown and PDF.

mod extent;
mod making;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::appearance::font_choice;
use super::chosen::chosen;
use super::journal::Journal;
use super::letter::Setting;
use super::manifest::Manifest;
use super::outputs::{Outcome, OutputFolder, read_if_present, with_line_feeds};
use super::seal;
use super::workspace::Workspace;
use super::write;
use super::{Mode, Options, Progress, fonts, page_style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::facts::Letter;
use crate::project::Project;
use crate::publication::Removal;
use crate::source::Span;
use making::Making;

/// What follows a letter's id in the names of its public copy.
pub const SUFFIX: &str = ".公开";

/// A public copy.
#[derive(Debug)]
pub struct PublicCopy {
    /// The letter's id.
    pub letter: String,
    /// What became of it.
    pub state: State,
    /// What was taken out, and where it was written.
    pub removed: Vec<(Removal, Span)>,
    /// What its stages had to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// What became of a public copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Its files were put in place, or were not since they were edited.
    Put(Outcome),
    /// The letter is not published; why.
    Withheld(&'static str),
    /// The letter is to be published, but something is missing for it; what to do.
    Unready(&'static str),
    /// The letter has errors, or something that the copy cannot do without.
    Failed,
}

/// Writes public copies; one that was edited by hand is kept unless edits are overwritten.
///
/// # Errors
/// Whatever the operator must mend.
pub fn public(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<(Vec<PublicCopy>, Vec<Diagnostic>), Error> {
    let workspace = Workspace::load(project);
    let letters = chosen(project, &workspace, &options.letters)?;
    let shared = workspace.shared.as_ref();
    let public = shared.and_then(|shared| shared.for_public(project));
    let (Some(shared), Some(public)) = (shared, &public) else {
        return Ok((Vec::new(), workspace.diagnostics));
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let output = project.output();
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    let mut manifest = Manifest::read(&output)?;
    let journal = Journal::open(&output)?;
    let setting = Setting {
        shared,
        style: &style,
        fonts: &found.fonts,
    };
    let folder = OutputFolder {
        path: &output,
        journal: &journal,
        overwrites_edits: options.mode == Mode::Overwrite,
        fonts: font_choice(&shared.office, options).into(),
    };
    let making = Making {
        workspace: &workspace,
        sent: sent(project)?,
        private: setting,
        public: Setting {
            shared: public,
            ..setting
        },
    };
    let copies = copies(&making, &letters, (&folder, &manifest), progress)?;
    if manifest.has_changed() {
        manifest.save()?;
    }
    journal.close()?;
    let own: Vec<_> = workspace.diagnostics.into_iter().filter(is_error).collect();
    Ok((copies, own))
}

/// Makes the copies in parallel; all are made before the first error is given.
fn copies(
    making: &Making<'_>,
    letters: &[&Letter],
    (folder, manifest): (&OutputFolder<'_>, &Manifest),
    progress: &dyn Progress,
) -> Result<Vec<PublicCopy>, Error> {
    progress.start(letters.len());
    let copies = letters.par_iter().map(|letter| {
        let made = making.copy(letter, folder, manifest);
        progress.advance();
        made
    });
    let copies: Vec<Result<_, Error>> = copies.collect();
    copies.into_iter().collect()
}

/// What sealed letters said when they were sent.
fn sent(project: &Project) -> Result<BTreeMap<String, String>, Error> {
    let mut sent = BTreeMap::new();
    for id in seal::read_all(&project.root)?.into_keys() {
        let name = format!("{id}.md");
        let bytes = read_if_present(&project.output().join(&name))?;
        let bytes = bytes.map(|bytes| with_line_feeds(&name, &bytes).into_owned());
        let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        sent.insert(id, text.unwrap_or_default());
    }
    Ok(sent)
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
}
