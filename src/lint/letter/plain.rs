//! Rendered Markdown without its backslashes, so that it can be held against the prose that gave it.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::source::{Source, Span};

/// A rendered text as it reads, which knows where each byte stands in the Markdown.
pub(super) struct PlainText {
    /// The text without escapes, under the same path.
    pub(super) source: Arc<Source>,
    markdown: Arc<Source>,
    /// Where the Markdown has the backslashes that were taken out, in order.
    escapes: Vec<usize>,
}

impl PlainText {
    /// Takes the escapes out of a rendered text.
    pub(super) fn new(markdown: &Arc<Source>) -> Self {
        let text = markdown.text();
        let mut plain = String::with_capacity(text.len());
        let mut escapes = Vec::new();
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let is_escaped =
                |next: &(usize, char)| character == '\\' && next.1.is_ascii_punctuation();
            match characters.next_if(is_escaped) {
                Some((_, mark)) => {
                    escapes.push(at);
                    plain.push(mark);
                }
                None => plain.push(character),
            }
        }
        Self {
            source: Source::new(markdown.path(), plain),
            markdown: Arc::clone(markdown),
            escapes,
        }
    }

    /// The bytes of the plain text for those of the Markdown.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        let plain = |at: usize| at - self.escapes.partition_point(|escape| *escape < at);
        plain(range.start)..plain(range.end)
    }

    /// A finding in the Markdown as one in the plain text.
    pub(super) fn finding(&self, found: Diagnostic) -> Diagnostic {
        let labels = found.labels.into_iter().map(|label| Label {
            span: self.span(&label.span),
            ..label
        });
        let fix = found.fix.map(|fix| Fix {
            edits: fix.edits.into_iter().map(|edit| self.edit(edit)).collect(),
            ..fix
        });
        Diagnostic {
            place: self.span(&found.place),
            labels: labels.collect(),
            fix,
            ..found
        }
    }

    fn edit(&self, edit: Edit) -> Edit {
        Edit {
            span: self.span(&edit.span),
            ..edit
        }
    }

    fn span(&self, span: &Span) -> Span {
        match Arc::ptr_eq(span.source(), &self.markdown) {
            true => Span::new(&self.source, self.range(&span.range())),
            false => span.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_markdown_are_found_in_the_plain_text() {
        let markdown = Source::new("a.md", "甲\\-乙\\\\丙\\丁 \\.");
        let plain = PlainText::new(&markdown);
        assert_eq!(plain.source.text(), "甲-乙\\丙\\丁 .");
        for part in ["甲", "乙", "丙", "丁"] {
            let start = markdown.text().find(part).expect("it is there");
            let range = plain.range(&(start..start + part.len()));
            assert_eq!(&plain.source.text()[range], part);
        }
    }
}
