//! Measures (举措): something done or planned, in the clerk's own words.

use super::figure::Disclosure;
use crate::source::{PlacedText, Span};

/// A measure (举措).
#[derive(Debug, Clone)]
pub struct Measure {
    /// ASCII `snake_case`; what letters and templates call it.
    pub id: String,
    /// The place of the id.
    pub place: Span,
    /// Who takes part; may be empty.
    pub units: Vec<PlacedText>,
    /// Who may read it.
    pub disclosure: Disclosure,
    /// Its prose, a Tera template; may have several lines.
    pub text: PlacedText,
}
