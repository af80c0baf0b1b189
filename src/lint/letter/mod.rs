//! Proofreading of a letter: what is printed is read, findings stand where it was written.

mod alignment;
mod assembled;
pub(super) mod placing;
mod plain;
mod rendered;
mod tracing;
mod view;

use std::sync::Arc;

use super::findings::Findings;
use super::view::TextView;
use super::workspace::LetterSummary;
use super::{Check, LintConfig, RULES, text_rules};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::facts::Letter;
use crate::render::Renderer;
use crate::source::Span;

use assembled::LetterText;
use placing::Placer;
use tracing::Tracer;

pub use rendered::at_origin;
pub use view::LetterView;

/// A letter made ready for proofreading.
pub struct LetterProof<'a> {
    letter: &'a Letter,
    document: &'a Document,
    renderer: &'a Renderer,
    text: LetterText,
}

impl<'a> LetterProof<'a> {
    /// Puts a letter's words together as they are printed.
    pub fn new(letter: &'a Letter, document: &'a Document, renderer: &'a Renderer) -> Self {
        let path = format!("output/{}.md", letter.id);
        Self {
            letter,
            document,
            renderer,
            text: assembled::assemble(&path, document),
        }
    }

    /// Proofreads the letter.
    ///
    /// Findings stand in the files that the clerk edits: the prose of a measure, the value of a
    /// figure, the letter's own texts, the template. Comments that allow something are not heeded
    /// yet, because a file is shared by letters; see [`super::Suppressions`].
    pub fn findings(&self, config: &LintConfig) -> Vec<Diagnostic> {
        self.findings_in(&self.view(), &self.placer(), config)
    }

    /// Proofreads the letter as [`Self::findings`] does, and gives what the rules for whole
    /// workspaces need to know of it.
    pub fn findings_and_summary(&self, config: &LintConfig) -> (Vec<Diagnostic>, LetterSummary) {
        let (view, placer) = (self.view(), self.placer());
        let found = self.findings_in(&view, &placer, config);
        (found, self.summary(&view, &placer))
    }

    fn findings_in(
        &self,
        view: &LetterView<'_>,
        placer: &Placer<'_>,
        config: &LintConfig,
    ) -> Vec<Diagnostic> {
        let mut found = text_rules(view.text(), config);
        for rule in RULES.iter().filter(|rule| config.runs(rule)) {
            if let Check::Letter(check) | Check::LetterOrText(check, _) = rule.check {
                check(view, &mut Findings::new(rule, view.text(), &mut found));
            }
        }
        config.settle(&mut found);
        found.retain(|diagnostic| config.shows(diagnostic));
        let is_printed = |one: &Diagnostic| Arc::ptr_eq(one.place.source(), &self.text.source);
        let found = found.into_iter().map(|one| match is_printed(&one) {
            true => placer.placed(one),
            false => one,
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by(Diagnostic::reading_order);
        found
    }

    fn summary(&self, view: &LetterView<'_>, placer: &Placer<'_>) -> LetterSummary {
        LetterSummary {
            id: self.letter.id.clone(),
            figures: view
                .figures()
                .map(|(figure, _)| figure.id.clone())
                .collect(),
            measures: view.measures(),
            typed: view.typed_numbers(|range| placer.place(&range).0),
        }
    }

    /// Where a part of a printed paragraph was written; the letter's file if that cannot be told.
    ///
    /// `range` are bytes of `paragraph`; a paragraph that is not printed like this is looked for by
    /// that part alone, first as printed, then as written.
    pub fn place_of(&self, paragraph: &str, range: std::ops::Range<usize>) -> Span {
        let text = self.text.source.text();
        let part = &paragraph[range.clone()];
        let mut paragraphs = self.text.paragraphs.iter();
        let same = paragraphs.find(|it| &text[it.range.clone()] == paragraph);
        let start = same.map(|it| it.range.start + range.start);
        let placer = self.placer();
        let printed = start.or_else(|| text.find(part));
        let place = printed.map(|start| placer.place(&(start..start + part.len())).0);
        let traced = place.filter(|place| *place != self.letter.place);
        traced
            .or_else(|| self.written(part))
            .unwrap_or_else(|| self.letter.place.clone())
    }

    /// Where a text stands as it is in what the clerk wrote.
    fn written(&self, part: &str) -> Option<Span> {
        let measures = self.renderer.facts().measures();
        let measures = measures.map(|measure| measure.place.source());
        let office = self.renderer.office().place.source();
        let mut sources = [self.letter.place.source()]
            .into_iter()
            .chain(measures)
            .chain([office]);
        sources.find_map(|source| {
            let start = source.text().find(part)?;
            Some(Span::new(source, start..start + part.len()))
        })
    }

    fn view(&self) -> LetterView<'_> {
        let kinds = self.text.paragraphs.iter();
        let kinds = kinds.map(|paragraph| (paragraph.range.start, paragraph.kind));
        LetterView::new(
            self.letter,
            self.document,
            self.renderer,
            &self.text,
            TextView::of_paragraphs(&self.text.source, kinds),
        )
    }

    fn placer(&self) -> Placer<'_> {
        let tracer = Tracer::new(&self.text, self.letter, self.renderer);
        Placer::new(&self.text, tracer, self.letter.place.clone())
    }
}
