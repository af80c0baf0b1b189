//! Impact (影响): what a change of facts does to the letters, before anything is built.

mod letter;
mod side;
mod trial;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::Options;
use super::figures::{FigureChange, figure_changes};
use super::manifest::Manifest;
use super::seal::{self, Seal};
use super::trace::{manifest_of, record_of};
use super::workspace::Shared;
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::project::Project;
use crate::render::digest_of;
use letter::letter_impact;
use side::Side;

pub use letter::{HeadingMove, LetterImpact, LetterState};
pub use trial::{Trial, with_trials};

/// What a change does.
#[derive(Debug, Default, Serialize)]
pub struct Impact {
    /// Figures that were changed by hand.
    pub figures: Vec<FigureChange>,
    /// Figures that are computed from them.
    pub derived: Vec<FigureChange>,
    /// Letters that do not come out as they did, in order of their ids.
    pub letters: Vec<LetterImpact>,
    /// Mistakes in the workspace after the change.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

/// Compares a workspace before and after a change.
///
/// # Errors
/// Whatever the operator must mend.
pub fn impact(before: &Project, after: &Project, options: &Options) -> Result<Impact, Error> {
    let mut sink = Sink::new();
    let (old, new) = rayon::join(
        || Shared::load_unsound(before),
        || Shared::load(after, &mut sink).or_else(|| Shared::load_unsound(after)),
    );
    let mut impact = Impact::default();
    if old.is_none() {
        let message = "用来比较的版本里没有能读的 content/office.yaml";
        return Err(Error::Git(message.to_owned()));
    }
    let (Some(old), Some(new)) = (old, new) else {
        impact.diagnostics = sink.into_diagnostics();
        return Ok(impact);
    };
    let old = Side::new(before, old, options)?;
    let new = Side::new(after, new, options)?;
    let manifest = manifest_of(after);
    let (changes, reached) = rayon::join(
        || figure_changes(&old.shared.facts, &new.shared.facts),
        || reached(&old, &new, &manifest),
    );
    (impact.derived, impact.figures) = changes.into_iter().partition(|change| change.is_derived);
    let letters: Vec<_> = reached
        .par_iter()
        .filter_map(|id| letter_impact(id, &old, &new))
        .collect();
    let seals = seal::read_all(&after.root)?;
    for (letter, diagnostics) in letters {
        impact.letters.extend(letter.map(|letter| LetterImpact {
            sealed: seals.get(&letter.letter).map(Seal::title),
            ..letter
        }));
        sink.extend(diagnostics);
    }
    impact.diagnostics = sink.into_diagnostics();
    Ok(impact)
}

/// Ids of letters whose inputs are not the same on both sides, in order.
fn reached(old: &Side, new: &Side, manifest: &Manifest) -> Vec<String> {
    let ids: BTreeSet<&String> = old.letters.keys().chain(new.letters.keys()).collect();
    let (old_plan, new_plan) = (old.plan(), new.plan());
    let ids: Vec<_> = ids.into_iter().collect();
    let is_reached = |id: &&&String| {
        let (Some(before), Some(after)) = (old.letters.get(**id), new.letters.get(**id)) else {
            return true;
        };
        let is_same_text =
            Arc::ptr_eq(before, after) || digest_of(before.text()) == digest_of(after.text());
        let record = record_of(after, manifest, &new_plan, &new.shared);
        let keys = record.map(|record| (old_plan.key(&record), new_plan.key(&record)));
        !is_same_text || keys.is_none_or(|(old, new)| old != new)
    };
    ids.par_iter()
        .filter(is_reached)
        .map(|id| (*id).clone())
        .collect()
}
