//! Building letters: every stage for each letter, in parallel, and the outputs put in place.

mod appearance;
pub mod archive;
pub mod check;
mod chosen;
pub mod compare;
pub mod figures;
pub mod file_hash;
pub mod impact;
mod incremental;
pub mod journal;
pub mod ledger;
pub mod letter;
mod look;
pub mod manifest;
pub mod names;
mod orphan;
pub mod outputs;
pub mod plan;
pub mod public;
pub mod reason;
mod report;
pub mod review;
pub mod seal;
pub mod sealing;
mod stamps;
pub mod trace;
mod unasked;
pub mod workspace;
pub mod write;

use crate::error::Error;
use crate::project::Project;
use crate::project::fonts::FontChoice;

pub use appearance::{fonts, page_style};
pub use orphan::Orphan;
pub use report::{LetterReport, Report};

/// What to do with the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write the outputs; edited ones are left alone.
    Write,
    /// Write the outputs, edited ones too.
    Overwrite,
    /// Compare the outputs with what is there and write nothing.
    Compare,
    /// Only look for mistakes; no output is made.
    Inspect,
}

/// What a build is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Ids of the letters; empty for all.
    pub letters: Vec<String>,
    /// What to do with them.
    pub mode: Mode,
    /// Which fonts, if not as the office says.
    pub fonts: Option<FontChoice>,
    /// Whether outputs of letters that are no more are removed.
    pub prunes: bool,
    /// Whether archive PDFs are written too, and what goes into them beside the pages.
    pub archive: Option<archive::Enclosed>,
}

/// What a build tells while it runs.
pub trait Progress: Sync {
    /// So many letters will be built.
    fn start(&self, letters: usize);
    /// Another letter is done.
    fn advance(&self);
    /// Another build of the workspace runs; this one waits for it.
    fn wait(&self);
}

/// Builds letters of a project.
///
/// # Errors
/// Whatever the operator must mend: unreadable or unwritable files, fonts, unknown letter ids. A
/// letter that fails does not stop the others.
pub fn build(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    match options.mode {
        Mode::Write | Mode::Overwrite => incremental::run(project, options, progress),
        Mode::Compare | Mode::Inspect => look::look(project, options, progress),
    }
}
