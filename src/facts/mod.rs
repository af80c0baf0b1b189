//! Facts (事实): everything a reply is made from, parsed and typed.
//!
//! Figures and measures are shared by all letters; the office is who writes; a letter says which
//! measures in which order. Nothing here knows of pages or templates.

mod annex;
mod aspects;
mod by_period;
mod derive;
mod figure;
mod figure_values;
mod form;
mod form_values;
mod growth;
mod handling;
mod interval;
mod keys;
mod kind_needs;
mod letter;
mod letter_body;
mod letter_check;
mod letter_dates;
mod letter_values;
mod load;
mod measure;
mod missing;
mod needs;
mod office;
mod office_values;
mod order;
mod period;
mod points;
mod printing;
mod proofreading;
mod proposal;
mod proposal_values;
mod quantity;
mod rank;
mod say;
mod unread;
pub mod yaml;

pub use annex::{Annex, AnnexContent, FigureColumn, FigureTable};
pub use aspects::{Aspect, Aspects, Printed};
pub use by_period::ByPeriod;
pub use figure::{Amount, Definition, Disclosure, Entry, Figure, Qualifier, QualifierPosition};
pub use figure_values::Digits;
pub use form::{
    ClassMarkPlace, Classification, DocumentNumber, FormPlace, HeadFormat, OutcomeRule, SealSpace,
};
pub use growth::{Growth, GrowthKind};
pub use handling::{Deadline, Deadlines, Handling, HandlingRole};
pub use keys::{FILE_KINDS, FileKind};
pub use kind_needs::KindNeeds;
pub use letter::{
    Letter, PlacedPeriod, PreviousReply, Publication, Section, SectionContent, SectionStyle,
};
pub use letter_body::{BodySources, NoBodies};
pub use measure::Measure;
pub use needs::Need;
pub use office::{
    Body, CharacterGrid, ClassMarkSettings, Contact, FeedbackSettings, FontSettings, FontSource,
    IssuerMarkSettings, LineGrid, MarkSize, NameRule, Office, OutcomeClass, OutcomeClasses,
    PageSettings, PublicSettings, RuleWeight, Unit,
};
pub use period::Period;
pub use points::{Adopted, Point, PointCounts, Points};
pub use proofreading::ProofreadingSettings;
pub use proposal::{CoHandler, Matter, Proposal, Proposer, ProposerKind};
pub use quantity::{Quantity, Scale};
pub use rank::Rank;
pub use say::Wording;
pub use unread::UNREAD_FACT;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Figures and measures of a workspace.
#[derive(Debug, Default)]
pub struct Facts {
    figures: BTreeMap<String, Figure>,
    measures: BTreeMap<String, Measure>,
    values: derive::Values,
    /// Ids that are written but could not be read, or not whole.
    unread: BTreeSet<String>,
    aspects: ByPeriod<Aspects>,
}

impl Facts {
    /// The figure of this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.get(id)
    }

    /// All figures, by id.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.figures.values()
    }

    /// The measure of this id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.get(id)
    }

    /// Whether the figure of this id is internal (内部).
    pub fn is_internal_figure(&self, id: &str) -> bool {
        let figure = self.figures.get(id);
        figure.is_some_and(|it| it.disclosure == Disclosure::Internal)
    }

    /// Whether the measure of this id is internal (内部).
    pub fn is_internal_measure(&self, id: &str) -> bool {
        let measure = self.measures.get(id);
        measure.is_some_and(|it| it.disclosure == Disclosure::Internal)
    }

    /// All measures, by id.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.values()
    }

    /// Every ready string of a period, made at the first call and then shared by the period's letters.
    pub fn aspects(&self, period: &Period) -> Arc<Aspects> {
        self.aspects.get_or_make(period, || {
            let figures = self.figures.values();
            let with_values = figures.filter_map(|it| Some((it, self.values.get(&it.id)?)));
            Aspects::new(period, with_values)
        })
    }

    /// Every ready string of one figure for a period; for who goes through the periods of a figure.
    pub fn printed(&self, id: &str, period: &Period) -> BTreeMap<Aspect, Printed> {
        let figure = self.figures.get(id).zip(self.values.get(id));
        let printed = figure.map(|(figure, values)| printing::every_aspect(figure, values, period));
        printed.into_iter().flatten().collect()
    }

    /// The value of a figure for a period, reported or derived.
    pub fn amount(&self, id: &str, period: &Period) -> Option<&Amount> {
        self.values.get(id)?.at(period)
    }

    /// The growth of a figure over the year before, reported or derived.
    pub fn growth(&self, id: &str, period: &Period) -> Option<Growth> {
        derive::growth(self.figures.get(id)?, self.values.get(id)?, period)
    }

    /// The periods for which a figure has something, in the order of their labels.
    pub fn periods(&self, id: &str) -> Vec<&Period> {
        let reported = self.figures.get(id).map(|figure| figure.by_period.keys());
        let valued = self.values.get(id).map(|values| values.by_period.keys());
        let periods: BTreeSet<&Period> = reported
            .into_iter()
            .flatten()
            .chain(valued.into_iter().flatten())
            .collect();
        periods.into_iter().collect()
    }
}

#[cfg(test)]
mod letter_tests;
#[cfg(test)]
mod tests;
