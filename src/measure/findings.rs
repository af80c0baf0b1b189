//! Measurements as they are made.

use super::{Excuse, Limit, Measurement, TOLERANCE, Unit};
use crate::layout::length::Length;

/// Measurements as they are made.
#[derive(Debug)]
pub(super) struct Findings {
    /// Whether the style is the one that the file's office asked for.
    pub(super) is_told: bool,
    pub(super) measurements: Vec<Measurement>,
}

impl Findings {
    /// A length that the standard fixes.
    pub(super) fn length(
        &mut self,
        name: &'static str,
        clause: &'static str,
        expected: Length,
        found: Option<(Length, usize)>,
    ) {
        let lengths = found.map(|(found, _)| found.to_mm());
        let name = (name, clause);
        self.number(name, expected.to_mm(), lengths, Unit::Millimetre, TOLERANCE);
        self.amend(|last| last.page = found.map(|(_, page)| page + 1));
    }

    /// The one of several lengths that is furthest from what is wanted of it; nothing if there are none.
    pub(super) fn furthest(
        &mut self,
        name: &'static str,
        clause: &'static str,
        lengths: impl IntoIterator<Item = Place>,
    ) {
        let off = |place: &Place| (place.found - place.expected).abs().to_mm();
        let furthest = lengths.into_iter();
        let furthest = furthest.max_by(|one, other| off(one).total_cmp(&off(other)));
        if let Some(place) = furthest {
            let found = Some((place.found, place.page));
            self.length(name, clause, place.expected, found);
        }
    }

    /// A number in another unit; `tolerance` in the same unit.
    pub(super) fn number(
        &mut self,
        (name, clause): (&'static str, &'static str),
        expected: f64,
        found: Option<f64>,
        unit: Unit,
        tolerance: f64,
    ) {
        self.measurements.push(Measurement {
            name,
            clause,
            expected,
            limit: Limit::default(),
            found,
            unit,
            tolerance,
            page: None,
            excuse: None,
        });
    }

    /// Changes the last measurement.
    fn amend(&mut self, change: impl FnOnce(&mut Measurement)) {
        if let Some(last) = self.measurements.last_mut() {
            change(last);
        }
    }

    /// Widens the tolerance of the last measurement to what its clause allows, in its unit.
    pub(super) fn allowing(&mut self, tolerance: f64) {
        self.amend(|last| last.tolerance = tolerance);
    }

    /// Lets the last measurement be less than what is wanted.
    pub(super) fn at_most(&mut self) {
        self.amend(|last| last.limit = Limit::AtMost);
    }

    /// Lets the last measurement be more than what is wanted.
    pub(super) fn at_least(&mut self) {
        self.amend(|last| last.limit = Limit::AtLeast);
    }

    /// The standard leaves the last measurement open: a file is held to it only if the office's own
    /// value is known.
    pub(super) fn open(&mut self) {
        if !self.is_told {
            self.amend(|last| last.excuse = Some(Excuse::Open));
        }
    }

    /// The office wants the last measurement otherwise.
    pub(super) fn not_applicable(&mut self, why: &'static str) {
        self.amend(|last| last.excuse = Some(Excuse::NotApplicable(why)));
    }
}

/// A length with what is wanted of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// What is wanted.
    pub(super) expected: Length,
    /// What the file has.
    pub(super) found: Length,
    /// The page, from 0.
    pub(super) page: usize,
}
