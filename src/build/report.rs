//! What a build did: with each letter, and with the workspace.

use std::time::Duration;

use super::archive;
use super::orphan::Orphan;
use super::outputs::Outcome;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::layout::LayoutReport;

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Letters in order of their ids, without those that a build has left alone.
    pub letters: Vec<Box<LetterReport>>,
    /// How many letters were left alone since nothing about them has changed.
    pub left_alone: usize,
    /// What concerns the workspace, letters that could not be read included.
    pub diagnostics: Vec<Diagnostic>,
    /// Sentences about fonts and outputs for the operator.
    pub notices: Vec<String>,
    /// Outputs of letters that are no more.
    pub orphans: Vec<Orphan>,
    /// How many letters that were left alone have warnings or hints that are not repeated.
    pub silent_remarks: usize,
}

/// What a build did with one letter.
#[derive(Debug)]
pub struct LetterReport {
    /// The letter's id.
    pub id: String,
    /// What became of its outputs.
    pub outcome: Outcome,
    /// What the layout measured; absent if the letter failed or was left alone.
    pub layout: Option<Box<LayoutReport>>,
    /// What its stages had to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Why it was built, a sentence each.
    pub reasons: Vec<String>,
    /// Wall time of its stages.
    pub elapsed: Duration,
    /// What became of its archive PDF, if one was asked for and the letter was laid out.
    pub archived: Option<archive::Archived>,
}

impl LetterReport {
    /// The report on a letter that is left alone.
    pub(super) fn alone(id: &str, outcome: Outcome) -> Self {
        Self {
            id: id.to_owned(),
            outcome,
            layout: None,
            diagnostics: Vec::new(),
            reasons: Vec::new(),
            elapsed: Duration::ZERO,
            archived: None,
        }
    }

    /// The report on a sealed letter with what is wrong with it.
    pub(super) fn sealed(id: &str, faults: Vec<String>) -> Self {
        let outcome = if faults.is_empty() {
            Outcome::Sealed
        } else {
            Outcome::SealBroken(faults)
        };
        Self::alone(id, outcome)
    }
}

impl Report {
    /// Whether something is wrong that the writer must mend or rebuild.
    pub fn has_findings(&self) -> bool {
        let is_fine = |outcome: &Outcome| {
            use Outcome::{Overwritten, Sealed, Unchanged, Written};
            matches!(outcome, Written | Overwritten(_) | Unchanged | Sealed)
        };
        has_errors(&self.diagnostics) || self.letters.iter().any(|letter| !is_fine(&letter.outcome))
    }
}
