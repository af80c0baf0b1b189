//! From a place in a letter's printed text back to the file that the clerk edits.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::assembled::{LetterParagraph, LetterText};
use super::tracing::{Tracer, Written};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::origin::Origin;
use crate::source::Span;

/// Leads findings in one letter back to what was written.
pub(super) struct Placer<'a> {
    text: &'a LetterText,
    tracer: Tracer<'a>,
    /// The letter's file, for what cannot be led back further.
    letter: Span,
    /// What each paragraph was made from, found out at the first finding in it.
    origins: Vec<OnceCell<Vec<Written>>>,
}

impl<'a> Placer<'a> {
    pub(super) fn new(text: &'a LetterText, tracer: Tracer<'a>, letter: Span) -> Self {
        let origins = text.paragraphs.iter().map(|_| OnceCell::new()).collect();
        Self {
            text,
            tracer,
            letter,
            origins,
        }
    }

    /// The same finding at the place where it can be mended.
    pub(super) fn placed(&self, found: Diagnostic) -> Diagnostic {
        let (place, other) = self.place(&found.place.range());
        let labels = found.labels.iter().map(|label| Label {
            span: self.label_place(&label.span),
            message: label.message.clone(),
        });
        let mut labels: Vec<Label> = labels.filter(|it| !holds(&it.span, &place)).collect();
        labels.extend(other.map(|span| Label {
            span,
            message: "与这里的文字连在一起".to_owned(),
        }));
        let fix = found.fix.as_ref().and_then(|fix| self.fix(fix));
        Diagnostic {
            hint: line_end_hint(&found.place, &place).or(found.hint),
            place,
            labels,
            fix,
            ..found
        }
    }

    /// Where a label belongs; one that points to a written file is there already.
    fn label_place(&self, span: &Span) -> Span {
        match Arc::ptr_eq(span.source(), &self.text.source) {
            true => self.place(&span.range()).0,
            false => span.clone(),
        }
    }

    /// The place of a range, and the place of its end if that was written elsewhere.
    pub(super) fn place(&self, range: &Range<usize>) -> (Span, Option<Span>) {
        let Some(index) = self.text.paragraph(range.start) else {
            return (self.letter.clone(), None);
        };
        if let Some(place) = figure_place(&self.text.paragraphs[index], range) {
            return (place, None);
        }
        let touches = |written: &&Written| {
            written.printed.start < range.end.max(range.start + 1)
                && range.start < written.printed.end
        };
        let mut touched = self.written(index).iter().filter(touches);
        let Some(first) = touched.next() else {
            return (self.letter.clone(), None);
        };
        let last = touched.next_back().unwrap_or(first);
        let start = first.position(range.start, false);
        if first.text.place == last.text.place {
            let end = last.position(range.end, true).max(start);
            return (first.text.locate(start..end), None);
        }
        let end = first.position(first.printed.end, true);
        let other = last.position(last.printed.start, false)..last.position(range.end, true);
        (first.text.locate(start..end), Some(last.text.locate(other)))
    }

    /// The fix, if every edit falls on text that is printed as it was written.
    fn fix(&self, fix: &Fix) -> Option<Fix> {
        let edits = fix.edits.iter().map(|edit| {
            let range = edit.span.range();
            let span = match range.is_empty() {
                true => self.insertion(range.start)?,
                false => self.literal(&range)?,
            };
            Some(Edit {
                span,
                text: edit.text.clone(),
            })
        });
        let edits: Option<Vec<Edit>> = edits.collect();
        Some(Fix {
            edits: edits?,
            is_safe: fix.is_safe,
        })
    }

    fn literal(&self, range: &Range<usize>) -> Option<Span> {
        let index = self.text.paragraph(range.start)?;
        let written = self.written(index).iter().find(|written| {
            written.is_literal
                && written.printed.start <= range.start
                && range.end <= written.printed.end
        })?;
        let place = written
            .text
            .locate(written.position(range.start, false)..written.position(range.end, true));
        (place.text() == &self.text.source.text()[range.clone()]).then_some(place)
    }

    /// The place after the character before `offset`, or before the one after it.
    fn insertion(&self, offset: usize) -> Option<Span> {
        let text = self.text.source.text();
        let before = text[..offset].chars().next_back()?;
        let after = text[offset..].chars().next()?;
        if let Some(span) = self.literal(&(offset - before.len_utf8()..offset)) {
            return Some(Span::new(span.source(), span.range().end..span.range().end));
        }
        let span = self.literal(&(offset..offset + after.len_utf8()))?;
        Some(Span::new(
            span.source(),
            span.range().start..span.range().start,
        ))
    }

    fn written(&self, paragraph: usize) -> &[Written] {
        self.origins[paragraph].get_or_init(|| self.tracer.trace(&self.text.paragraphs[paragraph]))
    }
}

/// Whether a place lies in another, which then says nothing new.
pub(super) fn holds(outer: &Span, inner: &Span) -> bool {
    let (whole, part) = (outer.range(), inner.range());
    let is_around = whole.start <= part.start && part.end <= whole.end;
    outer != inner && is_around && Arc::ptr_eq(outer.source(), inner.source())
}

/// What to do about a printed space that was written as a line end.
pub(in crate::lint) fn line_end_hint(printed: &Span, written: &Span) -> Option<String> {
    let is_line_end = printed.text() == " " && written.text().contains('\n');
    is_line_end.then(|| "换行印成了空格：把这两行接成一行；要分段就空一行".to_owned())
}

/// The value of the figure that a range lies in.
fn figure_place(paragraph: &LetterParagraph, range: &Range<usize>) -> Option<Span> {
    let stretch = paragraph
        .stretches
        .iter()
        .find(|stretch| stretch.range.start <= range.start && range.end <= stretch.range.end)?;
    match stretch.origin.as_deref()? {
        Origin::Figure(figure) => figure.place.clone(),
        Origin::Measure(_) => None,
    }
}
