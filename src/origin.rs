//! Where a piece of printed text comes from (出处), from YAML to the glyph on the page.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::source::Span;

/// The fact behind a piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A figure (统计数据) was printed.
    Figure(FigureOrigin),
    /// Prose of a measure (举措) was printed.
    Measure(MeasureOrigin),
}

/// One aspect of one figure for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureOrigin {
    /// The figure's id.
    pub id: String,
    /// The period's label, such as 2021年.
    pub period: String,
    /// The aspect's name, such as `figure` or `growth`.
    pub aspect: String,
    /// The place of the value in the facts.
    pub place: Option<Span>,
}

/// A measure's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureOrigin {
    /// The measure's id.
    pub id: String,
    /// The place of the text in the facts.
    pub place: Option<Span>,
}

/// A text around the body, such as the title, with the figures that it prints.
///
/// It is set as one piece of wording; the figures are known by their bytes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracedText {
    /// The text as it is printed.
    pub text: String,
    /// Where each figure stands in the text.
    pub figures: Vec<(Range<usize>, SharedOrigin)>,
}

/// An origin as text carries it; all pieces of one figure share it.
pub type SharedOrigin = Arc<Origin>;

/// Origins by the link destinations that stand for them in Markdown, such as
/// `fact:cases_investigated@2021年#figure` or `measure:mediation`.
pub type Origins = HashMap<String, SharedOrigin>;

/// A link to this destination ends the text of a measure.
pub const END_OF_ORIGIN: &str = "origin:end";
