//! Proofreading of prose that no letter prints, such as a measure that only a broken letter names.

use std::ops::Range;
use std::sync::Arc;

use super::letter::placing::line_end_hint;
use super::view::{Markup, OPAQUE, TextView};
use super::{LintConfig, text_rules};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::render::literals;
use crate::source::{PlacedText, Source, Span};

/// Proofreads prose as it is written; what a tag would print is not known and not read.
///
/// Only what is certainly wrong is told, because the words around the prose are not known either.
/// Findings stand in the file that the clerk edits.
pub fn prose(text: &PlacedText, config: &LintConfig) -> Vec<Diagnostic> {
    let untagged = Untagged::new(text);
    let view = TextView::new(&untagged.source, Markup::Markdown);
    let mut found = text_rules(&view, config);
    found.retain(|one| one.severity == Severity::Error);
    config.settle(&mut found);
    found.into_iter().map(|one| untagged.placed(one)).collect()
}

/// Prose with one opaque character in the place of each tag.
struct Untagged<'a> {
    text: &'a PlacedText,
    source: Arc<Source>,
    /// Where each literal stands in the untagged text, and where in the prose.
    literals: Vec<(Range<usize>, usize)>,
}

impl<'a> Untagged<'a> {
    fn new(text: &'a PlacedText) -> Self {
        let mut untagged = String::with_capacity(text.text.len());
        let mut stretches = Vec::new();
        let mut end = 0;
        for literal in literals(&text.text) {
            if end < literal.start {
                untagged.push(OPAQUE);
            }
            end = literal.end;
            let start = untagged.len();
            untagged.push_str(&text.text[literal.clone()]);
            stretches.push((start..untagged.len(), literal.start));
        }
        Self {
            text,
            source: Source::new(text.place.source().path(), untagged),
            literals: stretches,
        }
    }

    fn placed(&self, found: Diagnostic) -> Diagnostic {
        let place = self.place(&found.place);
        let mut labels = found.labels.clone();
        for label in &mut labels {
            label.span = self.place(&label.span);
        }
        let fix = found.fix.as_ref().and_then(|fix| self.fix(fix));
        Diagnostic {
            hint: line_end_hint(&found.place, &place).or(found.hint),
            place,
            labels,
            fix,
            ..found
        }
    }

    fn place(&self, span: &Span) -> Span {
        let range = span.range();
        self.text
            .locate(self.written(range.start, false)..self.written(range.end, true))
    }

    /// The byte of the prose that gave a byte of the untagged text; a tag counts to its end only
    /// where a range ends.
    fn written(&self, offset: usize, is_end: bool) -> usize {
        let ends = |(range, _): &(Range<usize>, usize)| match is_end {
            true => range.end < offset,
            false => range.end <= offset,
        };
        let next = self.literals.partition_point(ends);
        match self.literals.get(next) {
            Some((range, start)) => start + offset.saturating_sub(range.start),
            None => self.text.text.len(),
        }
    }

    /// The fix, if every edit falls on text that stands as it is written.
    fn fix(&self, fix: &Fix) -> Option<Fix> {
        let edits = fix.edits.iter().map(|edit| {
            let span = self.place(&edit.span);
            (span.text() == edit.span.text()).then(|| Edit {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_tags_are_found_where_they_were_written() {
        let written =
            "text: 共{{ figure.a }}件，{% if b %}积极推进推进改革{% endif %}，，{{ c }}。\n";
        let source = Source::new("a.yaml", written);
        let place = Span::new(&source, "text: ".len()..written.len() - 1);
        let text = PlacedText::new(place.text(), place.clone());
        let found = prose(&text, &LintConfig::default());
        let mut places: Vec<_> = found
            .iter()
            .map(|one| (one.rule, one.place.text()))
            .collect();
        places.sort_unstable();
        assert_eq!(
            places,
            [("doubled-stop", "，，"), ("doubled-word", "推进推进")]
        );
        let fixes = found.iter().filter_map(|one| one.fix.as_ref());
        let mut edits = fixes.flat_map(|fix| &fix.edits);
        assert!(edits.all(|edit| !edit.span.text().contains(['{', '}'])));
    }
}
