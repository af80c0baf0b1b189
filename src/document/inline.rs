//! Text inside a line, with its origin.

use crate::origin::SharedOrigin;

/// A run of text of one origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inline {
    /// The text; no line feeds, never empty.
    pub text: String,
    /// The fact behind it; absent for wording of a template or a letter.
    pub origin: Option<SharedOrigin>,
}

impl Inline {
    /// Text without an origin.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            origin: None,
        }
    }
}

/// The text of `inlines` without their origins.
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| inline.text.as_str()).collect()
}
