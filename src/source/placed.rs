//! Text with the place where it was written.

use std::cell::OnceCell;
use std::ops::Range;

use super::Span;
use super::scalar::{self, Characters};

/// A piece of typed text with the place where its writer can change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedText {
    /// The text; never empty, one line, unless the key that it stands under says otherwise.
    pub text: String,
    /// Where it was written, with its quotes if it has some.
    pub place: Span,
}

impl PlacedText {
    /// Joins a text with its place.
    pub fn new(text: impl Into<String>, place: Span) -> Self {
        Self {
            text: text.into(),
            place,
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place of a part of the text; `range` counts bytes of the text.
    ///
    /// Right for plain, quoted, literal (`|`) and folded (`>`) YAML scalars. What cannot be told
    /// exactly gets the place of the whole.
    pub fn locate(&self, range: Range<usize>) -> Span {
        self.places().locate(range)
    }

    /// The places of many parts, for which the text is compared with the file only once.
    pub fn places(&self) -> Places<'_> {
        Places {
            text: self,
            characters: OnceCell::new(),
        }
    }
}

/// The places of the parts of one text.
pub struct Places<'t> {
    text: &'t PlacedText,
    characters: OnceCell<Characters>,
}

impl Places<'_> {
    /// The place of a part of the text, as [`PlacedText::locate`] gives it.
    pub fn locate(&self, range: Range<usize>) -> Span {
        let PlacedText { text, place } = self.text;
        let characters = self
            .characters
            .get_or_init(|| scalar::characters(place.text(), text));
        match scalar::written_range(characters, &range) {
            Some(written) => place.part(written),
            None => place.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn located(written: &str, text: &str, part: &str) -> String {
        let source = Source::new("a.yaml", written);
        let place = Span::new(&source, 0..written.len());
        let placed = PlacedText::new(text, place);
        let start = text.find(part).expect("the text holds the part");
        let span = placed.locate(start..start + part.len());
        let position = span.position();
        format!("{}:{} {}", position.line, position.column, span.text())
    }

    #[test]
    fn parts_are_found_in_every_style_of_scalar() {
        assert_eq!(located("查处1001件", "查处1001件", "1001"), "1:3 1001");
        assert_eq!(located("'它''的1001件'", "它'的1001件", "1001"), "1:6 1001");
        assert_eq!(located(r#""甲\t\u4e59丙""#, "甲\t乙丙", "丙"), "1:11 丙");
        let literal = located("甲乙\n  丙丁\n", "甲乙\n丙丁\n", "丁");
        assert_eq!(literal, "2:4 丁");
        let like_quoted = located("'甲'\n\n  丙丁\n", "'甲'\n\n丙丁\n", "丁");
        assert_eq!(like_quoted, "3:4 丁");
        assert_eq!(located("甲乙\n   丙丁", "甲乙 丙丁", "丙丁"), "2:4 丙丁");
    }

    #[test]
    fn a_text_that_was_changed_is_placed_as_a_whole() {
        assert_eq!(located("甲乙", "甲丙", "丙"), "1:1 甲乙");
    }
}
