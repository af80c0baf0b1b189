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
    /// What the public copy (公开本) says instead; Tera prose.
    pub public_text: Option<PlacedText>,
}

impl Measure {
    /// The prose that the public copy may print: its own, or the measure's if that is public.
    pub fn text_for_public(&self) -> Option<&PlacedText> {
        let is_public = self.disclosure == Disclosure::Public;
        self.public_text
            .as_ref()
            .or_else(|| is_public.then_some(&self.text))
    }
}
