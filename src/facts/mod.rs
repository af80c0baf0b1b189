//! Facts (事实): everything a reply is made from, parsed and typed.
//!
//! Figures and measures are shared by all letters; the office is who writes; a letter says which
//! measures in which order. Nothing here knows of pages or templates.

mod aspects;
mod figure;
mod form;
mod growth;
mod letter;
mod measure;
mod office;
mod period;
mod quantity;
mod rank;
pub mod yaml;

pub use aspects::{Aspect, Aspects, Printed};
pub use figure::{Amount, Definition, Disclosure, Entry, Figure, Qualifier, QualifierPosition};
pub use form::{ClassMarkPlace, Classification, DocumentNumber, HeadFormat, SealSpace};
pub use growth::{Growth, GrowthKind};
pub use letter::{Letter, PlacedPeriod, Proposal, Section, SectionContent, SectionStyle};
pub use measure::Measure;
pub use office::{
    CharacterGrid, ClassMarkSettings, Contact, FontSettings, FontSource, IssuerMarkSettings,
    LineGrid, Office, OutcomeClass, PageSettings, Unit,
};
pub use period::Period;
pub use quantity::{Quantity, Scale};
pub use rank::Rank;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Figures and measures of a workspace.
///
/// The functions that fill and ask it: `Facts::load(&[Arc<Source>]) -> Checked<Facts>`,
/// `aspects(&Period) -> Arc<Aspects>`, `say(..)`, `missing(..)`.
#[derive(Debug, Default)]
pub struct Facts {
    figures: BTreeMap<String, Figure>,
    measures: BTreeMap<String, Measure>,
    aspects: Mutex<BTreeMap<Period, Arc<Aspects>>>,
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

    /// All measures, by id.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.values()
    }
}
